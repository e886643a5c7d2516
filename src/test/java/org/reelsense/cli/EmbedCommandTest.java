package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.embedding.VectorFile;
import org.reelsense.embedding.VectorFormat;
import org.reelsense.model.SentimentModel;

/** Word vectors trained on a little of the sample, small ones written by hand, and what is refused. */
class EmbedCommandTest {

    private static final String PLANE = "good 1 0\ngreat 3 1\nbad 0 1\nawful 0 2\nunseen 0 0\n";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path trained;
    private static CommandRun training;

    @BeforeAll
    static void train() {
        trained = shared.resolve("new").resolve("vectors.bin");
        training = embed("train " + sample() + " --limit 60 --dimension 8 --epochs 2 --format binary --out " + trained);
    }

    private static String sample() {
        return "--dataset sample --data " + shared.resolve("data");
    }

    private static CommandRun embed(String args) {
        return CommandRun.of(
                Stream.concat(Stream.of("embed"), Stream.of(args.split(" "))).toArray(String[]::new));
    }

    private Path plane() throws IOException {
        return Files.writeString(folder.resolve("plane.txt"), PLANE);
    }

    @Test
    void train_sample_writesTheVectorsAndMeasuresThem() throws IOException {
        assertThat(training.err()).doesNotContain("reelsense: ");
        assertThat(training.code()).isZero();
        assertThat(training.out()).contains("of 8 dimensions", "bad by good", "polarity");
        VectorFile read = VectorFile.read(trained);
        assertThat(read.format()).isEqualTo(VectorFormat.BINARY);
        assertThat(read.vectors().dimension()).isEqualTo(8);
        assertThat(read.vectors().vocabulary().id("film")).isPositive();
        assertThat(trained.getParent().toFile().list()).containsExactly("vectors.bin");
    }

    @Test
    void train_fromGivenVectors_goesOnFromThem() throws IOException {
        Path out = folder.resolve("more.txt");

        CommandRun run = embed("train " + sample() + " --limit 60 --epochs 1 --vectors " + trained + " --out " + out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains(" words from " + trained + ", 0 initialised at random, sha256 ");
        assertThat(VectorFile.read(out).vectors().dimension()).isEqualTo(8);
    }

    @Test
    void nearest_words_printsLinesAndNamesTheUnknown() throws IOException {
        CommandRun run = embed("nearest good Good unseen --count 2 --vectors " + plane());

        assertThat(run.out()).isEqualTo("good\tgreat\t0.9487\ngood\tbad\t0.0000\n");
        assertThat(run.err())
                .startsWith("reelsense: no vector for 'Good', 'unseen'; try")
                .hasLineCount(1);
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void nearest_json_isOneObject() throws IOException {
        CommandRun run = embed("nearest good bad --count 1 --json --vectors " + plane());

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("{").contains("\"good\" : [ {", "\"token\" : \"great\"", "\"bad\" : [ {");
    }

    @Test
    void analogy_threeWords_printsTheFourth() throws IOException {
        CommandRun run = embed("analogy good great bad --count 1 --vectors " + plane());

        assertThat(run).isEqualTo(new CommandRun(0, "bad\tawful\t0.9992\n", ""));
    }

    @Test
    void similarity_pairs_printsRhoAndCoverage() throws IOException {
        Path pairs = Files.writeString(
                folder.resolve("pairs.tsv"), "good\tgreat\t9\ngood\tbad\t1\nawful\tgreat\t5\nunseen\tgood\t3\n");

        assertThat(embed("similarity " + pairs + " --vectors " + plane()))
                .isEqualTo(new CommandRun(0, "1.0000\t3\t4\n", ""));
        assertThat(embed("similarity " + pairs + " --json --vectors " + plane()).out())
                .contains("\"spearman\" : 1.0", "\"covered\" : 3", "\"pairs\" : 4");
    }

    @Test
    void export_modelAndBack_keepsItsEmbedding() throws IOException {
        Path model = folder.resolve("model.safetensors");
        SmallModel.write(model);
        Path out = folder.resolve("exported.bin");

        CommandRun run = embed("export --vectors " + model + " --format binary --out " + out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(out + "\tbinary\t3 words\t2 dimensions" + System.lineSeparator());
        assertThat(VectorFile.read(out).vectors().values())
                .isEqualTo(SentimentModel.read(model).weights().embedding());
    }

    @Test
    void import_file_isCheckedAndDescribed() throws IOException {
        CommandRun run = embed("import --vectors " + plane());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("format +glove")
                .containsPattern("words +5\n")
                .contains("SHA-256");
        assertThat(folder.toFile().list()).containsExactly("plane.txt");
    }

    @Test
    void import_forAModel_keepsItsWordsInItsOrder() throws IOException {
        Path model = SmallModel.write(folder.resolve("model.safetensors"));
        Path out = folder.resolve("kept.txt");

        CommandRun run = embed("import --model " + model + " --format glove --out " + out + " --vectors " + plane());

        assertThat(run.out()).contains("2 of the 3 words wanted (66.7 %), 1 have no vector");
        assertThat(out).hasContent("good 1.0 0.0\nbad 0.0 1.0\n");
    }

    @Test
    void import_forACorpus_keepsItsVocabulary() {
        CommandRun run = embed("import " + sample() + " --limit 60 --vectors " + trained);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("(100.0 %), 0 have no vector");
    }

    @Test
    void plot_givenVectors_drawsTheListedWords() throws IOException {
        Path out = folder.resolve("map.svg");

        CommandRun run = embed("plot --vectors " + plane() + " --out " + out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().map(line -> line.split("\t")[0])).containsExactly("great", "good", "awful", "bad");
        assertThat(out).content().startsWith("<svg").contains(">great</text>", ">awful</text>", "% of variance");
    }

    @Test
    void plot_ofACorpus_drawsItsPolarWords() throws IOException {
        Path out = folder.resolve("map.SVG");

        CommandRun run = embed("plot " + sample() + " --preset quick --words 5 --out " + out);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSizeBetween(3, 10);
        assertThat(out).content().startsWith("<svg");
    }

    @Test
    void train_network_startsFromGivenVectors() throws IOException {
        Path out = folder.resolve("gru.safetensors");
        String args = "train --model gru --preset quick --limit 60 --words 100 " + sample() + " --vectors " + trained
                + " --out " + out;

        CommandRun run = CommandRun.of(args.split(" "));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).containsPattern("99 words from .*vectors.bin, 0 initialised at random");
        assertThat(SentimentModel.read(out).weights().spec().embeddingSize()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nearest good                                     | 2 | Missing required option: '--vectors=FILE'; see `reelsense embed nearest --help`
            nearest good --vectors NONE                      | 3 | NONE: no such file; give another
            nearest good --vectors FOLDER                    | 3 | FOLDER: is not an ordinary file
            nearest good --vectors PLAIN                     | 3 | PLAIN, line 1: "the" is not a finite decimal number
            nearest good --vectors PLAIN --vectors-format x  | 2 | format: 'x' is unknown; choose from text, binary, glove
            nearest good --vectors-format text               | 2 | --vectors-format is text but no --vectors are given
            nearest good --count 0 --vectors PLAIN           | 2 | --count is 0: give 1 to 10000
            nearest good --vectors NONE.safetensors          | 3 |
            analogy a b --vectors PLAIN                      | 2 | Missing required parameter: 'C'
            similarity NONE --vectors PLAIN                  | 3 | NONE: no such file
            export --vectors PLAIN                           | 2 | Missing required option: '--out=FILE'
            export --vectors PLAIN --out OUT --format word   | 2 | format: 'word' is unknown
            export --vectors PLAIN --out OUT                 | 3 | PLAIN, line 1
            export --vectors PLAIN --out FOLDER              | 3 | cannot write FOLDER: it is not an ordinary file
            import --out OUT                                 | 2 | Missing required option: '--vectors=FILE'
            import --vectors PLAIN --model NONE --dataset x  | 2 | --model is NONE and reviews are named too
            import --vectors VECTORS --format text           | 2 | --format is given, but nothing is written
            import --vectors VECTORS --limit 50              | 2 | --limit is 50, but no reviews are used
            plot --vectors VECTORS --out OUT.svg --limit 50  | 2 | --limit is 50, but no reviews are used
            plot --vectors PLAIN --out OUT.png               | 2 | --out is OUT.png: drawings are SVG
            plot --vectors PLAIN --out OUT.svg --words 1     | 2 | --words is 1: give 2 to 200
            plot --vectors PLAIN --out OUT.svg               | 3 | PLAIN, line 1
            train --out OUT --archive NONE --dimension 0     | 2 | embedding dimension: 0 is outside 1..1000
            train --out OUT --archive NONE --engine gensim   | 2 | --engine is 'gensim': choose from reelsense, dl4j
            train --out OUT --archive NONE --architecture x  | 2 | --architecture is 'x': choose from skipgram, cbow
            train --out OUT --archive NONE --mode x          | 2 | --mode is 'x': choose from deterministic, fast
            train --out OUT --archive NONE --engine dl4j --architecture cbow | 2 | embedding architecture: cbow is not for the dl4j engine
            train --out OUT --archive NONE --engine dl4j --mode fast | 2 | embedding mode: fast is not for the dl4j engine
            train --out PLAIN/x --dataset sample             | 3 | cannot write to PLAIN: PLAIN is not a folder
            train --out OUT --archive NONE                   | 3 | There is no archive NONE
            """)
    void embed_wrongUsageOrFiles_oneSentenceAndNothingMade(String args, int code, String message) throws IOException {
        new RefusedRun(folder)
                .assertRefused(
                        "embed " + args.replace("VECTORS", trained.toString())
                                + (args.startsWith("train") ? " --data DATA" : ""),
                        code,
                        message == null ? "" : message);
    }

    /** Found out before the archive, which is not there either, is opened. */
    @Test
    void train_dl4jFromGivenVectors_isRefusedAtOnce() throws IOException {
        CommandRun run = embed("train --engine dl4j --archive none --data " + folder + " --out " + folder.resolve("out")
                + " --vectors " + plane());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("reelsense: --engine is dl4j and --vectors are given");
    }

    @Test
    void embed_wordsWithoutVectors_areRefused() throws IOException {
        List<String> wrong = List.of(
                "nearest zzz",
                "analogy good bad zzz",
                "similarity " + Files.writeString(folder.resolve("pairs"), "good\tzzz\t1\n"),
                "plot --out " + folder.resolve("map.svg"));
        Path vectors = Files.writeString(folder.resolve("two.txt"), "good 1\nfilm 2\n");

        List<CommandRun> runs = wrong.stream()
                .map(args -> embed(args + " --vectors " + vectors))
                .toList();

        assertThat(runs).extracting(CommandRun::code).containsExactly(2, 2, 3, 3);
        assertThat(runs)
                .allMatch(run -> run.out().isEmpty() && run.err().lines().count() == 1);
        assertThat(runs.get(0).err()).contains("no vector for 'zzz'");
        assertThat(runs.get(1).err()).contains("no vector for 'bad', 'zzz'");
        assertThat(runs.get(2).err()).contains("cover 0 pairs");
        assertThat(runs.get(3).err()).contains("fewer than three of the 60 polar words");
        assertThat(String.join(" ", folder.toFile().list()).toLowerCase(Locale.ROOT))
                .doesNotContain("svg");
    }
}
