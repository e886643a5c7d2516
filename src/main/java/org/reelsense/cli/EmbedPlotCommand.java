package org.reelsense.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.dataset.Corpus;
import org.reelsense.embedding.PolarWords;
import org.reelsense.embedding.WordMap;
import org.reelsense.embedding.WordVectors;
import org.reelsense.experiment.VectorRun;
import org.reelsense.experiment.VectorSource;
import org.reelsense.report.Reports;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelsense embed plot}: sentiment in the space of word vectors, to be seen. */
@Command(
        name = "plot",
        description = "Draws the most polar words on the two principal components of their vectors, as SVG, and prints"
                + " word, side and coordinates with tabs between. The words are chosen from the labelled training"
                + " reviews; with --vectors and neither --dataset nor --archive they are a fixed English list. Without"
                + " --vectors the vectors are those of `embed train`.")
final class EmbedPlotCommand implements Callable<Integer> {

    private static final String ENDING = ".svg";

    private final Streams io;

    @Option(names = "--out", required = true, paramLabel = "FILE.svg", description = "The drawing to write.")
    private Path out = Path.of("");

    @Option(
            names = "--words",
            paramLabel = "N",
            defaultValue = "" + VectorRun.MAP_WORDS,
            description = "Words of each side, 2 to " + VectorRun.POLAR_WORDS + " (default: ${DEFAULT-VALUE}).")
    private int words;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    /** What is drawn. */
    private record Drawn(WordVectors vectors, PolarWords polar) {}

    EmbedPlotCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireOptions();
        Optional<VectorSource> source = settings.vectors().source();
        Drawn drawn = source.isPresent() ? given(source.get()) : trained();
        PolarWords polar = drawn.polar().first(words);
        WordMap map = WordMap.of(drawn.vectors(), polar)
                .orElseThrow(() -> new DataException("fewer than three of the "
                        + (polar.positive().size() + polar.negative().size())
                        + " polar words have a vector: give vectors of lower-case English words, or more reviews"));
        String drawing = Reports.map(map).orElseThrow(); // every coordinate is finite
        DurableFile.write(out, file -> file.write(drawing.getBytes(StandardCharsets.UTF_8)));
        map.words().forEach(this::print);
        return ExitCode.OK;
    }

    private void requireOptions() throws DataException {
        if (words < 2 || words > VectorRun.POLAR_WORDS) {
            throw new IllegalArgumentException("--words is " + words + ": give 2 to " + VectorRun.POLAR_WORDS);
        }
        if (!String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new IllegalArgumentException(
                    "--out is " + out + ": drawings are SVG, so give a name that ends in " + ENDING);
        }
        DurableFile.requireWritable(out);
        settings.preset();
        threads.count();
    }

    private Drawn given(VectorSource source) throws IOException, InterruptedException {
        if (!data.isNamed()) {
            settings.requireNoLimit();
            return new Drawn(source.read(word -> true).vectors(), PolarWords.standard());
        }
        data.requireWritable();
        WordVectors vectors = source.read(word -> true).vectors();
        return new Drawn(
                vectors,
                VectorRun.polarWords(corpus(), settings.preset(), data.folder(), threads.count(), io.progress()));
    }

    private Drawn trained() throws IOException, InterruptedException {
        data.requireWritable();
        VectorRun run = VectorRun.of(corpus(), settings.preset(), data.folder(), threads.count(), io.progress());
        return new Drawn(run.trained().vectors(), run.polar());
    }

    private Corpus corpus() throws DataException {
        return settings.limited(data.open(io.progress()));
    }

    private void print(WordMap.Place place) {
        io.out()
                .printf(
                        Locale.ROOT,
                        "%s\t%s\t%.4f\t%.4f%n",
                        Aligned.printable(place.word()),
                        place.positive() ? "positive" : "negative",
                        place.x(),
                        place.y());
    }
}
