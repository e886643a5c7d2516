package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.reelsense.dataset.Corpus;
import org.reelsense.embedding.CoveredVocabulary;
import org.reelsense.experiment.Settings;
import org.reelsense.experiment.VectorRun;
import org.reelsense.experiment.VectorSource;
import org.reelsense.model.SentimentModel;
import org.reelsense.storage.DataException;
import org.reelsense.text.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reelsense embed import}: vectors from other programs, checked and cut to size. */
@Command(
        name = "import",
        description = "Checks a file of vectors from the first byte to the last and says what is in it. With --model it"
                + " keeps only the words of that model, with --dataset or --archive those of the vocabulary that"
                + " `train` would give those reviews, in that order; words without a vector are left out and counted."
                + " With --out it writes what is kept.")
final class EmbedImportCommand implements Callable<Integer> {

    private static final double HUNDRED = 100;

    private final Streams io;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = Option.NULL_VALUE,
            description = "Keep the words of this model.")
    private Optional<Path> model = Optional.empty();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = Option.NULL_VALUE,
            description = "The file of vectors to write (default: none, the file is only checked).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private VectorOutput output = new VectorOutput();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    EmbedImportCommand(Streams io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireSense();
        VectorSource source = settings.vectors().required();
        if (out.isPresent()) {
            output.require(out.get());
        }
        Optional<Vocabulary> wanted = wanted();
        VectorSource.Content content =
                source.read(word -> wanted.isEmpty() || wanted.get().id(word) > 0 || word.equals(Vocabulary.UNKNOWN));
        Map<String, String> fields = fields(source, content);
        if (wanted.isPresent()) {
            keep(content, wanted.get(), source, fields);
        } else if (out.isPresent()) {
            output.write(out.get(), content.vectors());
        }
        out.ifPresent(file -> fields.put("written", file + " (" + output.format() + ")"));
        io.out().print(Aligned.fields(fields));
        return ExitCode.OK;
    }

    private void requireSense() {
        if (model.isPresent() && data.isNamed()) {
            throw new IllegalArgumentException("--model is " + model.get()
                    + " and reviews are named too: words can be kept of one, so give one of the two");
        }
        if (!data.isNamed()) {
            settings.requireNoLimit();
        }
        if (out.isEmpty() && output.isNamed()) {
            throw new IllegalArgumentException(
                    "--format is given, but nothing is written: name a file with --out, or leave it out");
        }
    }

    private Optional<Vocabulary> wanted() throws IOException, InterruptedException {
        if (model.isPresent()) {
            return Optional.of(SentimentModel.read(model.get()).vocabulary());
        }
        if (!data.isNamed()) {
            return Optional.empty();
        }
        Settings preset = settings.preset();
        data.requireWritable();
        Corpus corpus = settings.limited(data.open(io.progress()));
        return Optional.of(VectorRun.vocabulary(corpus, preset, data.folder(), threads.count(), io.progress()));
    }

    private void keep(
            VectorSource.Content content, Vocabulary vocabulary, VectorSource source, Map<String, String> fields)
            throws IOException {
        CoveredVocabulary covered = CoveredVocabulary.of(vocabulary, content.vectors());
        if (covered.found() == 0) {
            throw new DataException(source.file() + ": none of the " + covered.missing()
                    + " words wanted has a vector there; give other vectors");
        }
        if (out.isPresent()) {
            output.write(out.get(), covered.present());
        }
        int all = covered.found() + covered.missing();
        fields.put(
                "kept",
                String.format(
                        Locale.ROOT,
                        "%,d of the %,d words wanted (%.1f %%), %,d have no vector",
                        covered.found(),
                        all,
                        HUNDRED * covered.found() / all,
                        covered.missing()));
    }

    private static Map<String, String> fields(VectorSource source, VectorSource.Content content) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("file", source.file().toString());
        fields.put("format", source.kind());
        fields.put("words", String.format(Locale.ROOT, "%,d", content.words()));
        fields.put("dimensions", Integer.toString(source.dimension()));
        fields.put("SHA-256", content.sha256());
        return fields;
    }
}
