package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.cli.CommandRun;
import org.reelsense.model.EmbeddingPrecision;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.Cell;

/** The lines of "Train" and "Word vectors" that are quick on a little of the sample. */
class ReadmeTrainTest {

    private static final String[] LITTLE = {"--dataset", "sample", "--preset", "quick", "--limit", "60"};

    @TempDir
    private Path temporary;

    private CommandRun run(String section, String line, String... more) throws IOException {
        CommandRun run = new ReadmeFolder(temporary)
                .run(ReadmePage.read().section(section).command(line), more);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private SentimentModel model(String name) throws IOException {
        return SentimentModel.read(temporary.resolve(name));
    }

    @Test
    void trainAndInfo_ofTheSample_writeAndReadAModel() throws IOException {
        CommandRun trained = run("Train", "train --model bigru --out my.safetensors", LITTLE);
        CommandRun info = run("Train", "info my.safetensors");

        assertThat(trained.out()).startsWith("my.safetensors\tdev accuracy ");
        assertThat(model("my.safetensors").weights().spec().cell()).isEqualTo(Cell.GRU);
        assertThat(info.out()).contains("bidirectional GRU", "run: command").containsPattern("dataset +sample\n");
        assertThat(info.err()).isEmpty();
    }

    @Test
    void trainWith8Bit_ofTheSample_keepsBytes() throws IOException {
        run("Train", "train --model bilstm --embeddings 8bit --out small.safetensors", LITTLE);

        assertThat(model("small.safetensors").precision()).isEqualTo(EmbeddingPrecision.EIGHT_BIT);
        assertThat(model("small.safetensors").weights().spec().cell()).isEqualTo(Cell.LSTM);
    }

    /** Given vectors have their own dimension. */
    @Test
    void trainFromVectors_ofTheSample_startsFromThem() throws IOException {
        Files.writeString(temporary.resolve("glove.txt"), "the 1 2 3 4 5\nfilm 2 1 4 3 6\na 0 1 0 2 1\n");

        CommandRun run = run("Train", "train --model bigru --vectors glove.txt --out other.safetensors", LITTLE);

        assertThat(run.err()).contains("3 words from glove.txt");
        assertThat(model("other.safetensors").weights().spec().embeddingSize()).isEqualTo(5);
    }

    @Test
    void datasetStats_ofTheSample_countsWhatReadmeSays() throws IOException {
        String said = String.join(" ", ReadmePage.read().section("Two commands").lines());

        assertThat(run("Train", "dataset stats", "--dataset", "sample").out()).containsPattern("train +235 ");
        assertThat(said).contains("235 reviews to train on");
    }

    @Test
    void embedTrainAndNearest_ofTheSample_printNeighbours() throws IOException {
        CommandRun trained = run("Word vectors", "embed train --out vectors.txt", LITTLE);
        CommandRun near = run("Word vectors", "embed nearest good --vectors vectors.txt");

        assertThat(trained.out()).containsPattern("file +vectors.txt\n").containsPattern("words +[0-9]+ of 64 dim");
        assertThat(near.out().lines()).hasSize(10).allMatch(line -> line.matches("good\t[^\t]+\t-?[01]\\.[0-9]{4}"));
    }

    /** The sample has no "actor", so on vectors drawn on squared paper. */
    @Test
    void embedAnalogyAndPlot_ofDrawnVectors_printTheirAnswers() throws IOException {
        List<String> polar = List.of("wonderful", "excellent", "superb", "awful", "terrible", "boring");
        Stream<String> sides =
                IntStream.range(0, polar.size()).mapToObj(i -> polar.get(i) + " 0 0 0 " + i + " " + (i < 3 ? 4 : -4));
        Stream<String> people = Stream.of(
                "man 1 0 0 0 0", "woman 1 1 0 0 0", "actor 0 0 1 0 0", "actress 0 1 1 0 0", "boat 1 -1 -1 0 0");
        Files.write(
                temporary.resolve("vectors.txt"), Stream.concat(people, sides).toList());

        CommandRun analogy = run("Word vectors", "embed analogy man woman actor --vectors vectors.txt");
        CommandRun plot = run("Word vectors", "embed plot --vectors vectors.txt --out map.svg");

        assertThat(analogy.out()).startsWith("actor\tactress\t");
        assertThat(plot.out().lines()).hasSize(polar.size()).allMatch(line -> polar.contains(line.split("\t")[0]));
        assertThat(temporary.resolve("map.svg")).content().startsWith("<svg").contains(polar);
    }
}
