package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.model.EmbeddingPrecision;
import org.reelsense.model.SentimentModel;
import org.reelsense.training.CheckpointLock;
import org.reelsense.training.Checkpoints;

/** A model trained on a little of the sample, the same one cut off and gone on with, and what is refused. */
class TrainCommandTest {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path model;
    private static CommandRun run;

    /** Into a folder that is not there yet. */
    @BeforeAll
    static void train() {
        model = shared.resolve("new").resolve("folder").resolve("gru.safetensors");
        run = CommandRun.of(args(model));
    }

    private static String[] args(Path out) {
        String options = "train --model gru --seed 3 --dataset sample --preset quick --limit 60 --threads 2 --data ";
        return (options + shared.resolve("data") + " --out " + out).split(" ");
    }

    private static String[] resume(Path out) {
        return (String.join(" ", args(out)) + " --resume").split(" ");
    }

    @Test
    void train_sample_modelAndNothingElseInItsFolder() {
        assertThat(run.err()).doesNotContain("reelsense: ");
        assertThat(run.code()).isZero();
        assertThat(model.getParent().toFile().list()).containsExactly("gru.safetensors");
    }

    @Test
    void train_sample_printsTheModelsDevAccuracy() throws IOException {
        double accuracy = SentimentModel.read(model).provenance().scores().get("devAccuracy");

        assertThat(run.out())
                .isEqualTo(String.format(Locale.ROOT, "%s\tdev accuracy %.2f %%%n", model, 100 * accuracy));
        assertThat(accuracy).isBetween(0.0, 1.0);
        assertThat(run.err()).contains("gru epoch 1/3", "gru epoch 3/3");
    }

    @Test
    void train_sample_infoReadsItAndTestWasNotScored() {
        CommandRun info = CommandRun.of("info", model.toString());

        assertThat(info.code()).isZero();
        assertThat(info.out())
                .contains("unidirectional GRU", "score: devAccuracy")
                .containsPattern("(?m)^seed +3$")
                .doesNotContain("testAccuracy");
        assertThat(run.err()).doesNotContain("scoring test");
    }

    /** Training is the same; only what is written is rounded. */
    @Test
    void train_eightBitEmbeddings_theSameModelRounded() throws IOException {
        Path out = folder.resolve("gru.safetensors");
        CommandRun small = CommandRun.of((String.join(" ", args(out)) + " --embeddings 8bit").split(" "));

        SentimentModel read = SentimentModel.read(out);
        assertThat(small.code()).as(small.err()).isZero();
        assertThat(read.precision()).isEqualTo(EmbeddingPrecision.EIGHT_BIT);
        assertThat(read.weights().embedding())
                .isEqualTo(SentimentModel.read(model)
                        .withEightBitEmbeddings()
                        .weights()
                        .embedding());
        assertThat(read.provenance().scores()).containsKeys("temperature", "devLogLoss", "devCalibrationError");
        assertThat(read.provenance().run().get("command"))
                .startsWith("reelsense train ")
                .endsWith(" --embeddings 8bit");
    }

    /** As every tool's --out does; but hours of training are worth a word before. */
    @Test
    void train_outIsThere_saysSoAndReplacesItAtTheEnd() throws IOException {
        Path out = Files.writeString(folder.resolve("gru.safetensors"), "an older model");

        assertThat(CommandRun.interruptedAt("gru epoch 2/3", args(out))).isEqualTo(130);
        assertThat(out).hasContent("an older model");
        CommandRun again = CommandRun.of(resume(out));

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains(out + " is there: it is kept until the training is done, and then replaced");
        assertThat(SentimentModel.read(out).weights().dense())
                .isEqualTo(SentimentModel.read(model).weights().dense());
    }

    @Test
    void train_fewerWords_aSmallerVocabulary() throws IOException {
        Path out = folder.resolve("gru.safetensors");
        CommandRun few = CommandRun.of((String.join(" ", args(out)) + " --words 100").split(" "));

        assertThat(few.code()).as(few.err()).isZero();
        assertThat(SentimentModel.read(out).vocabulary().size()).isEqualTo(100);
        assertThat(SentimentModel.read(model).vocabulary().size()).isGreaterThan(100);
    }

    /** Other pieces, other sums: the model is another one. */
    @Test
    void train_longerPieces_areTheModelsOwn() throws IOException {
        Path out = folder.resolve("gru.safetensors");
        CommandRun whole = CommandRun.of((String.join(" ", args(out)) + " --pieces 5000").split(" "));

        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(SentimentModel.read(out).weights().spec().pieceLength()).isEqualTo(5_000);
        assertThat(SentimentModel.read(out).weights().dense())
                .isNotEqualTo(SentimentModel.read(model).weights().dense());
    }

    @Test
    void train_interrupted_goesOnOnlyWithResumeAndGivesTheSameModel() throws IOException {
        Path out = folder.resolve("gru.safetensors");
        Path checkpoint = folder.resolve("gru.safetensors.checkpoint");

        assertThat(CommandRun.interruptedAt("gru epoch 2/3", args(out))).isEqualTo(130);
        assertThat(out).doesNotExist();
        byte[] kept = Files.readAllBytes(checkpoint);

        CommandRun refused = CommandRun.of(args(out));
        assertThat(refused)
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "reelsense: out: an earlier training left " + checkpoint
                                + "; add --resume to go on from it, or delete it" + System.lineSeparator()));
        assertThat(checkpoint).hasBinaryContent(kept);

        CommandRun resumed = CommandRun.of(resume(out));
        assertThat(resumed.err()).contains("goes on after epoch 1").doesNotContain("epoch 1/3");
        assertThat(resumed.code()).isZero();
        assertThat(folder.toFile().list()).containsExactly("gru.safetensors");
        assertThat(SentimentModel.read(out).weights().dense())
                .isEqualTo(SentimentModel.read(model).weights().dense());
        assertThat(SentimentModel.read(out).weights().embedding())
                .isEqualTo(SentimentModel.read(model).weights().embedding());
    }

    @Test
    void train_anotherTrainingIntoTheSameFile_isRefused() throws IOException {
        Path out = folder.resolve("gru.safetensors");
        Path checkpoint = folder.resolve("gru.safetensors.checkpoint");
        try (CheckpointLock other = CheckpointLock.take(new Checkpoints(checkpoint))) {
            CommandRun refused = CommandRun.of(args(out));

            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .endsWith("reelsense: out: another training is at work on "
                            + other.checkpoints().newest() + "; wait until it is done, or choose another file"
                            + System.lineSeparator());
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** The archive is missing too where settings are wrong: they are looked at first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --out OUT --archive NONE                            | 2 | Missing required option: '--model=NAME'; see `reelsense train --help`
            --model gru --archive NONE                          | 2 | Missing required option: '--out=MODEL'; see `reelsense train --help`
            --model bert --out OUT --archive NONE               | 2 | model: 'bert' is unknown; choose from rnn, birnn
            --model nbsvm --out OUT --archive NONE              | 2 | model: 'nbsvm' is a yardstick, of which no model is kept; choose from rnn, birnn
            --model gru,lstm --out OUT --archive NONE           | 2 | model: 'gru,lstm' is unknown; choose from rnn, birnn
            --model gru --out OUT --archive NONE --preset fast  | 2 | preset: 'fast' is unknown; choose from quick, default
            --model gru --out OUT --archive NONE --limit 19     | 2 | limit is 19: give 20 or more
            --model gru --out OUT --archive NONE --seed one     | 2 | Invalid value for option '--seed'
            --model gru --out OUT --archive NONE --embeddings 4bit | 2 | embeddings: '4bit' is unknown; choose from float, 8bit
            --model gru --out OUT --archive NONE --words 1      | 2 | mostWords: 1 is below 2
            --model gru --out OUT --archive NONE --pieces 0     | 2 | pieceLength: 0 is outside
            --model gru --out OUT --archive NONE --threads 257  | 2 | --threads is 257: give 1 to 256
            --model gru --out OUT --archive NONE                | 3 | There is no archive NONE
            --model gru --out PLAIN/a/gru --dataset sample      | 3 | cannot write to PLAIN/a: PLAIN is not a folder
            --model gru --out FOLDER --dataset sample           | 3 | cannot write FOLDER: it is not an ordinary file
            --model gru --out / --dataset sample                | 3 | cannot write /: it is not an ordinary file
            """)
    void train_wrongSettingsDataOrOut_oneSentenceAndNothingMade(String args, int code, String message)
            throws IOException {
        new RefusedRun(folder).assertRefused("train --data DATA " + args, code, message);
    }

    @ParameterizedTest
    @CsvSource({"PLAIN", "PLAIN/deep/er"})
    void train_dataFolderCannotBeWritten_threeAndNothingMade(String data) throws IOException {
        new RefusedRun(folder)
                .assertRefused(
                        "train --model gru --dataset sample --limit 60 --out OUT --data " + data,
                        3,
                        "cannot write to " + data + ": PLAIN is not a folder");
    }
}
