package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.Prediction;
import org.reelsense.Sentiment;
import org.reelsense.SentimentClassifier;
import org.reelsense.model.RandomModels;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.Weights;

class EvaluateCommandTest {

    @TempDir
    private static Path folder;

    private static Path model;

    /** Words that the model knows, so that its answers differ. */
    private static final String[] TEXTS =
            RandomModels.texts(12, 4).stream().map(text -> text + " word7").toArray(String[]::new);

    private static final String[] LABELS = {
        "pos", "neg", "positive", "negative", "1", "0", "POS", "Negative", " 1 ", "0", "pos", "neg"
    };

    @BeforeAll
    static void writeModel() throws IOException {
        model = folder.resolve("model.safetensors");
        RandomModels.lstm().write(model);
    }

    /** Against the counts made one text at a time through the public door. */
    @ParameterizedTest
    @CsvSource({"csv", "tsv", "jsonl"})
    void evaluate_labelledFile_scoresOfTheClassifiersOwnAnswers(String format) throws IOException {
        CommandRun run = CommandRun.of(
                "evaluate",
                model.toString(),
                "--json",
                "--file",
                labelled(format).toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode scores = new ObjectMapper().readTree(run.out());
        int[] counts = new int[4];
        double brier = 0;
        try (SentimentClassifier classifier = SentimentClassifier.load(model)) {
            for (int i = 0; i < TEXTS.length; i++) {
                Prediction prediction = classifier.classify(TEXTS[i]);
                boolean called = prediction.sentiment() == Sentiment.POSITIVE;
                counts[(called ? 2 : 0) + (i % 2 == 0 ? 1 : 0)]++;
                brier += Math.pow(prediction.probability() - (i % 2 == 0 ? 1 : 0), 2) / TEXTS.length;
            }
        }
        JsonNode confusion = scores.required("confusion");
        assertThat(confusion.required("truePositives").intValue()).isEqualTo(counts[3]);
        assertThat(confusion.required("falsePositives").intValue()).isEqualTo(counts[2]);
        assertThat(confusion.required("falseNegatives").intValue()).isEqualTo(counts[1]);
        assertThat(confusion.required("trueNegatives").intValue()).isEqualTo(counts[0]);
        assertThat(scores.required("accuracy").doubleValue()).isEqualTo((counts[3] + counts[0]) / 12.0);
        assertThat(scores.required("brier").doubleValue()).isCloseTo(brier, within(1e-6));
        assertThat(scores.required("reviews").intValue()).isEqualTo(12);
        assertThat(scores.required("seed").intValue()).isEqualTo(7);
        assertThat(scores.required("tokenizer").textValue()).isEqualTo("reelsense.tokenizer.v1");
        assertThat(scores.required("dataSha256").textValue()).hasSize(64);
    }

    @Test
    void evaluate_rowsThatCannotBeUsed_namedAndTheRestScored() throws IOException {
        Path file = Files.writeString(folder.resolve("some.csv"), """
                stars,text,label
                1,word1 word2,pos
                2,word3,maybe
                3,"   ",pos
                4,word4 word5,neg
                5,word6,
                """);

        CommandRun run = CommandRun.of("evaluate", model.toString(), "--file", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("reviews       2 (and 3 left out)");
        assertThat(run.err().lines())
                .contains(
                        "reelsense: " + file
                                + ", row 3: its label is 'maybe', allowed positive, pos, 1, negative, neg and 0",
                        "reelsense: " + file
                                + ", row 6: its label is '', allowed positive, pos, 1, negative, neg and 0")
                .anyMatch(line -> line.startsWith("reelsense: " + file + ", row 4: "));
    }

    @Test
    void evaluate_manyBadRows_notOneLineEach() throws IOException {
        StringBuilder rows = new StringBuilder("text,label\nword1,pos\n");
        IntStream.range(0, 1_000).forEach(i -> rows.append("word2,\u001b[2J\n"));
        Path file = Files.writeString(folder.resolve("bad.csv"), rows);

        CommandRun run = CommandRun.of("evaluate", model.toString(), "--file", file.toString());

        assertThat(run.err())
                .contains("reelsense: and 980 more rows were left out")
                .doesNotContain("\u001b");
        assertThat(run.err().lines().count()).isLessThan(30);
    }

    /** The sample's reviews are not what the model was trained on; a dataset hash is compared, not a name. */
    @Test
    void evaluate_sample_allScoresWithTheirOriginAndAWarning() {
        CommandRun run =
                CommandRun.of("evaluate", model.toString(), "--dataset", "sample", "--data", folder.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: the model was trained on other data (SHA-256 00ff)");
        assertThat(run.out())
                .containsSubsequence(
                        "accuracy",
                        "precision",
                        "recall",
                        "F1",
                        "AUC",
                        "log loss",
                        "Brier score",
                        "calibration error",
                        "speed",
                        "called positive",
                        "model",
                        model.toString(),
                        "data",
                        "sample, test",
                        "data SHA-256",
                        "tokenizer",
                        "reelsense.tokenizer.v1",
                        "seed",
                        "7",
                        "commit",
                        "unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--file MODEL --split dev | 2 | --file is MODEL and --split is dev: a file has no parts",
                "--file FOLDER/x.txt | 2 | --file is FOLDER/x.txt: give a file that ends in .csv, .tsv or .jsonl",
                "--file FOLDER/none.csv | 3 | reelsense: FOLDER/none.csv: no such file",
                "--file FOLDER/cut.csv.gz | 3 | FOLDER/cut.csv.gz: the rest cannot be read (",
                "--file FOLDER/columns.csv --dataset sample | 2 | and a dataset is named too",
                "--column review | 2 | --column and --label-column are for a file",
                "--label-column stars --split dev | 2 | --column and --label-column are for a file",
                "--file FOLDER/columns.csv | 2 | FOLDER/columns.csv: has no column 'label', only text, stars;",
                "--file FOLDER/columns.csv --column review | 2 | FOLDER/columns.csv: has no column 'review'",
                "--file FOLDER/columns.csv --label-column stars | 3 | FOLDER/columns.csv: holds no row with a text",
                "--split all | 2 | ",
                "--dataset FOLDER/none | 3 | ",
                "--threads 0 | 2 | --threads is 0"
            })
    void evaluate_wrongUse_oneLine(String options, int code, String message) throws IOException {
        Files.writeString(folder.resolve("columns.csv"), "text,stars\nword1,8\n");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("text,label\nword1,pos\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 6));
        String[] args = ("evaluate " + model + " --data " + folder + " "
                        + options.replace("MODEL", model.toString()).replace("FOLDER", folder.toString()))
                .split(" ");

        CommandRun run = CommandRun.of(args);

        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.startsWith("reelsense: ")))
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        message == null
                                ? ""
                                : message.replace("MODEL", model.toString()).replace("FOLDER", folder.toString()));
        assertThat(run.err()).doesNotContain("Exception");
    }

    /** Each weight is finite, and their sums are not. */
    @Test
    void evaluate_modelThatGivesNoNumber_three() throws IOException {
        SentimentModel sound = RandomModels.lstm();
        Weights weights = sound.weights().copy();
        for (float[] values : List.of(weights.embedding(), weights.dense())) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.copySign(3e38f, values[i]);
            }
        }
        Path wild = folder.resolve("wild.safetensors");
        new SentimentModel(sound.tokenizer(), sound.vocabulary(), weights, sound.provenance()).write(wild);

        CommandRun run = CommandRun.of(
                "evaluate", wild.toString(), "--file", labelled("csv").toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("reelsense: the model gives no number for text ");
    }

    @Test
    void evaluate_missingOrDamagedModel_three() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged"), "no model");

        assertThat(CommandRun.of("evaluate", damaged.toString()).code()).isEqualTo(3);
        assertThat(CommandRun.of("evaluate", folder.resolve("none").toString()).code())
                .isEqualTo(3);
    }

    private static Path labelled(String format) throws IOException {
        StringBuilder rows = new StringBuilder();
        String separator = format.equals("csv") ? "," : "\t";
        if (!format.equals("jsonl")) {
            rows.append("label" + separator + "text\n");
        }
        for (int i = 0; i < TEXTS.length; i++) {
            rows.append(
                    format.equals("jsonl")
                            ? "{\"text\": \"%s\", \"label\": \"%s\"}%n".formatted(TEXTS[i], LABELS[i])
                            : LABELS[i] + separator + TEXTS[i] + "\n");
        }
        return Files.writeString(folder.resolve("labelled." + format), rows);
    }
}
