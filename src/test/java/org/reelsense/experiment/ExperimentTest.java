package org.reelsense.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.model.EmbeddingPrecision;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;
import org.reelsense.text.TokenizedTexts;

/** One run over the sample, looked at from all sides. */
class ExperimentTest {

    private static final String MODELS = "bilstm,bigru";
    private static final List<Long> SEEDS = List.of(1L, 2L);
    private static final List<String> RUNS = List.of("bilstm-1", "bigru-1", "bilstm-2", "bigru-2");

    @TempDir
    static Path data;

    @TempDir
    static Path out;

    private static Corpus corpus;
    private static RunFolder folder;
    private static RunRecord record;
    private static JsonNode results;

    /** A line of predictions/NAME-SEED.csv. */
    private record Prediction(String review, boolean positive, float probability) {

        static List<Prediction> read(RunFolder folder, String run) throws IOException {
            List<String> lines = Files.readString(folder.path().resolve("predictions/" + run + ".csv"))
                    .lines()
                    .toList();
            assertThat(lines.get(0)).isEqualTo("review,label,probability");
            return lines.stream().skip(1).map(Prediction::parse).toList();
        }

        private static Prediction parse(String line) {
            String[] fields = line.split(",", -1);
            assertThat(fields).hasSize(3);
            assertThat(fields[1]).isIn("0", "1");
            return new Prediction(fields[0], fields[1].equals("1"), Float.parseFloat(fields[2]));
        }
    }

    @BeforeAll
    static void run() throws Exception {
        corpus = SampleRun.sample();
        folder = new RunFolder(out.resolve("run"));
        record = Experiment.run(
                SampleRun.spec(MODELS, SEEDS, SampleRun.SETTINGS, 1), corpus, data, folder, Progress.SILENT);
        results = new ObjectMapper().readTree(folder.results().toFile());
    }

    @Test
    void corpus_trainAndDev_haveNoFilmInCommon() {
        Set<String> films = films(corpus.train());

        assertThat(films).hasSizeGreaterThan(10).doesNotContain("").doesNotContainAnyElementsOf(films(corpus.dev()));
        assertThat(corpus.dev()).isNotEmpty();
    }

    private static Set<String> films(List<Review> reviews) {
        return reviews.stream().map(Review::film).collect(Collectors.toSet());
    }

    @Test
    void results_dataset_isDescribed() {
        JsonNode dataset = results.required("dataset");

        assertThat(results.required("schema").isInt()).isTrue();
        assertThat(results.required("schema").intValue()).isEqualTo(1);
        assertThat(text(dataset, "name")).isEqualTo("sample");
        assertThat(text(dataset, "sha256")).isEqualTo(corpus.sha256()).matches("[0-9a-f]{64}");
        assertThat(count(dataset, "train")).isEqualTo(corpus.train().size());
        assertThat(count(dataset, "dev")).isEqualTo(corpus.dev().size());
        assertThat(count(dataset, "test")).isEqualTo(corpus.test().size());
        assertThat(count(dataset, "unlabelled")).isEqualTo(corpus.unlabelled().size());
        assertThat(text(dataset, "tokenizer")).startsWith("reelsense.");
    }

    @Test
    void results_circumstances_areDescribed() {
        JsonNode machine = results.required("machine");
        JsonNode embedding = results.required("embedding");

        assertThat(text(machine, "os")).startsWith(System.getProperty("os.name"));
        assertThat(text(machine, "cpu")).isNotBlank();
        assertThat(text(machine, "jdk")).contains(System.getProperty("java.vm.version"));
        assertThat(text(machine, "engine")).startsWith("oneDNN 3.");
        assertThat(count(machine, "cores")).isPositive();
        assertThat(count(machine, "threads")).isEqualTo(1);
        assertThat(text(results, "commit")).isNotBlank();
        assertThat(text(results, "command")).isEqualTo("experiment");
        assertThat(Instant.parse(text(results, "started"))).isBefore(Instant.now());
        assertThat(number(embedding, "seconds")).isPositive();
        assertThat(count(embedding, "wordsPerSecond")).isPositive();
        assertThat(count(embedding, "dimension")).isEqualTo(SampleRun.DIMENSION);
        assertThat(count(embedding, "vocabulary")).isBetween(100L, 2_000L);
    }

    @Test
    void results_models_areDescribedInOrder() {
        JsonNode models = results.required("models");

        assertThat(models).hasSize(4);
        for (int i = 0; i < 4; i++) {
            JsonNode model = models.get(i);
            String run = text(model, "name") + "-" + count(model, "seed");
            assertThat(run).isEqualTo(RUNS.get(i));
            assertThat(text(model, "cell")).isEqualTo(i % 2 == 0 ? "lstm" : "gru");
            assertThat(model.required("bidirectional").isBoolean()).isTrue();
            assertThat(model.required("bidirectional").booleanValue()).isTrue();
            assertThat(count(model, "hidden")).isEqualTo(SampleRun.HIDDEN);
            assertThat(count(model, "parameters")).isEqualTo(parameters(i % 2 == 0 ? 4 : 3));
            assertThat(count(model, "epochs")).isEqualTo(SampleRun.EPOCHS);
            assertThat(count(model, "bestEpoch")).isBetween(1L, (long) SampleRun.EPOCHS);
            assertThat(text(model, "file")).isEqualTo("models/" + run + ".safetensors");
            assertThat(folder.path().resolve(text(model, "file"))).isRegularFile();
        }
    }

    /** V E, then for each direction G H (E + H + 2), then 4 H + 1. */
    private static long parameters(int gates) {
        long size = SampleRun.HIDDEN;
        return count(results.required("embedding"), "vocabulary") * SampleRun.DIMENSION
                + 2 * gates * size * (SampleRun.DIMENSION + size + 2)
                + 4 * size
                + 1;
    }

    @Test
    void results_times_fitTogether() {
        for (JsonNode model : results.required("models")) {
            double seconds = number(model, "trainSeconds");
            assertThat(number(model, "secondsPerEpoch")).isCloseTo(seconds / SampleRun.EPOCHS, within(1e-9));
            assertThat(number(model, "trainReviewsPerSecond") * seconds)
                    .isCloseTo(SampleRun.EPOCHS * corpus.train().size(), within(1e-6));
            assertThat(number(model, "scoreReviewsPerSecond")).isPositive();
            assertThat(count(model, "peakMemoryBytes")).isNotNegative();
            assertThat(model.required("history")).hasSize(SampleRun.EPOCHS);
            double sum = 0;
            for (JsonNode epoch : model.required("history")) {
                sum += number(epoch, "seconds");
                assertThat(number(epoch, "trainLoss")).isPositive();
                assertThat(number(epoch, "devLoss")).isPositive();
            }
            assertThat(seconds).isCloseTo(sum, within(1e-9));
            JsonNode best = model.required("history").get((int) count(model, "bestEpoch") - 1);
            assertThat(number(model, "devAccuracy")).isEqualTo(number(best, "devAccuracy"));
        }
    }

    @Test
    void predictions_reviews_areThoseOfTestInOrder() throws IOException {
        for (String run : RUNS) {
            List<Prediction> predictions = Prediction.read(folder, run);

            assertThat(predictions)
                    .extracting(Prediction::review)
                    .isEqualTo(corpus.test().stream().map(Review::id).toList());
            assertThat(predictions)
                    .extracting(Prediction::positive)
                    .isEqualTo(corpus.test().stream()
                            .map(review -> review.label() == Label.POSITIVE)
                            .toList());
        }
    }

    @Test
    void results_scores_followFromThePredictions() throws IOException {
        for (int i = 0; i < RUNS.size(); i++) {
            JsonNode model = results.required("models").get(i);
            List<Prediction> predictions = Prediction.read(folder, RUNS.get(i));
            double right = 0;
            double loss = 0;
            for (Prediction prediction : predictions) {
                right += prediction.probability() >= 0.5f == prediction.positive() ? 1 : 0;
                loss -= Math.log(prediction.positive() ? prediction.probability() : 1.0 - prediction.probability());
            }
            double accuracy = right / predictions.size();
            assertThat(number(model, "testAccuracy")).isEqualTo(accuracy);
            assertThat(number(model, "testAccuracyLow")).isLessThan(accuracy).isNotNegative();
            assertThat(number(model, "testAccuracyHigh"))
                    .isGreaterThan(accuracy)
                    .isLessThanOrEqualTo(1);
            assertThat(number(model, "testLogLoss")).isCloseTo(loss / predictions.size(), within(1e-5));
            Evaluation again = evaluation(predictions);
            assertThat(number(model, "testAuc")).isEqualTo(again.auc().orElseThrow());
            assertThat(number(model, "testF1")).isEqualTo(again.f1());
            assertThat(number(model, "testPrecision")).isEqualTo(again.precision());
            assertThat(number(model, "testRecall")).isEqualTo(again.recall());
            assertThat(count(model.required("testConfusion"), "truePositives"))
                    .isEqualTo(again.confusion().truePositives());
            assertThat(sum(model.required("testConfusion")))
                    .isEqualTo(corpus.test().size());
        }
    }

    private static Evaluation evaluation(List<Prediction> predictions) {
        float[] probabilities = new float[predictions.size()];
        boolean[] positive = new boolean[predictions.size()];
        for (int i = 0; i < positive.length; i++) {
            probabilities[i] = predictions.get(i).probability();
            positive[i] = predictions.get(i).positive();
        }
        return Evaluation.of(probabilities, positive);
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (Iterator<JsonNode> values = counts.elements(); values.hasNext(); ) {
            sum += values.next().longValue();
        }
        return sum;
    }

    @Test
    void results_comparisons_areOfTheSameSeed() throws IOException {
        JsonNode comparisons = results.required("comparisons");

        assertThat(comparisons).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode comparison = comparisons.get(i);
            assertThat(text(comparison, "a")).isEqualTo("bilstm");
            assertThat(text(comparison, "b")).isEqualTo("bigru");
            assertThat(count(comparison, "seed")).isEqualTo(SEEDS.get(i));
            assertThat(number(comparison, "mcnemarP")).isBetween(0.0, 1.0);
            JsonNode a = results.required("models").get(2 * i);
            JsonNode b = results.required("models").get(2 * i + 1);
            assertThat(number(comparison, "accuracyDifference"))
                    .isCloseTo(number(a, "testAccuracy") - number(b, "testAccuracy"), within(1e-12))
                    .isBetween(
                            number(comparison, "accuracyDifferenceLow"), number(comparison, "accuracyDifferenceHigh"));
            assertThat(number(comparison, "trainTimeRatio"))
                    .isCloseTo(number(a, "trainSeconds") / number(b, "trainSeconds"), within(1e-9));
        }
    }

    /** The door that score will use: text in, the file's own vocabulary and weights. */
    @Test
    void models_readAgain_giveThePredictions() throws Exception {
        for (String run : RUNS) {
            float[] probabilities =
                    probabilities(SentimentModel.read(folder.path().resolve("models/" + run + ".safetensors")));
            List<Prediction> predictions = Prediction.read(folder, run);
            for (int i = 0; i < probabilities.length; i++) {
                assertThat(predictions.get(i).probability()).isEqualTo(probabilities[i]);
            }
        }
    }

    private static float[] probabilities(SentimentModel model) throws InterruptedException {
        List<String> texts = corpus.test().stream().map(Review::text).toList();
        TokenizedTexts tokens = TokenizedTexts.build(texts, 1, Progress.SILENT);
        int[] ids = model.vocabulary().idsOf(tokens.types());
        List<int[]> documents = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            documents.add(tokens.encode(i, ids));
        }
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(2, model.weights())) {
            return BatchScorer.probabilities(
                    documents, pool, model.weights().spec().pieceLength(), Progress.SILENT);
        }
    }

    @Test
    void models_provenance_saysWhereTheyComeFrom() throws IOException {
        SentimentModel model = SentimentModel.read(folder.path().resolve("models/bigru-2.safetensors"));
        JsonNode written = results.required("models").get(3);

        assertThat(model.tokenizer()).isEqualTo(text(results.required("dataset"), "tokenizer"));
        assertThat(model.provenance().dataset()).isEqualTo("sample");
        assertThat(model.provenance().dataSha256()).isEqualTo(corpus.sha256());
        assertThat(model.provenance().seed()).isEqualTo(2);
        assertThat(model.provenance().commit()).isEqualTo(text(results, "commit"));
        assertThat(model.provenance().created()).isEqualTo(text(results, "started"));
        assertThat(model.provenance().scores())
                .containsEntry("testAccuracy", number(written, "testAccuracy"))
                .containsEntry("testAccuracyLow", number(written, "testAccuracyLow"))
                .containsEntry("testAccuracyHigh", number(written, "testAccuracyHigh"))
                .containsEntry("devAccuracy", number(written, "devAccuracy"))
                .containsEntry("temperature", number(written.required("calibration"), "temperature"));
        assertThat(model.provenance().run()).containsOnly(entry("command", "experiment"), entry("embeddings", "float"));
    }

    /** Fitted on dev, so dev's loss cannot rise; and no verdict changes, so dev's accuracy is training's. */
    @Test
    void results_calibration_lowersTheLossOnDevAndNoVerdictChanges() {
        for (JsonNode model : results.required("models")) {
            JsonNode calibration = model.required("calibration");
            JsonNode best = model.required("history").get((int) count(model, "bestEpoch") - 1);

            assertThat(text(model, "embeddings")).isEqualTo("float");
            assertThat(number(calibration, "temperature")).isNotEqualTo(1);
            assertThat(number(calibration, "devLogLossBefore")).isCloseTo(number(best, "devLoss"), within(1e-9));
            assertThat(number(calibration, "devLogLoss")).isLessThan(number(calibration, "devLogLossBefore"));
            assertThat(number(model, "devAccuracy")).isEqualTo(number(best, "devAccuracy"));
        }
    }

    /** The same training as that of the floats: rounding and calibration come after it. */
    @Test
    void run_eightBitEmbeddings_scoresAreThoseOfTheFile(@TempDir Path small) throws Exception {
        RunFolder rounded = new RunFolder(small);
        ExperimentSpec spec = SampleRun.spec("bigru", List.of(2L), SampleRun.SETTINGS, 2);

        RunRecord written = Experiment.run(
                spec.withPrecision(EmbeddingPrecision.EIGHT_BIT), corpus, data, rounded, Progress.SILENT);

        SentimentModel floats = SentimentModel.read(folder.path().resolve("models/bigru-2.safetensors"));
        SentimentModel bytes = SentimentModel.read(small.resolve("models/bigru-2.safetensors"));
        assertThat(bytes.precision()).isEqualTo(EmbeddingPrecision.EIGHT_BIT);
        assertThat(bytes.provenance().run()).containsEntry("embeddings", "8bit");
        assertThat(written.models().get(0).embeddings()).isEqualTo("8bit");
        assertThat(bytes.weights().embedding())
                .isEqualTo(floats.withEightBitEmbeddings().weights().embedding());
        List<Prediction> predictions = Prediction.read(rounded, "bigru-2");
        float[] again = probabilities(bytes);
        for (int i = 0; i < again.length; i++) {
            assertThat(predictions.get(i).probability()).isEqualTo(again[i]);
        }
        assertThat(again).isNotEqualTo(probabilities(floats));
    }

    @Test
    void run_otherThreadsAndFreshFolders_givesTheSameModelsAndPredictions(@TempDir Path fresh) throws Exception {
        RunFolder again = new RunFolder(fresh.resolve("run"));
        RunRecord second = Experiment.run(
                SampleRun.spec(MODELS, SEEDS, SampleRun.SETTINGS, 3),
                SampleRun.sample(),
                fresh.resolve("data"),
                again,
                Progress.SILENT);

        for (String run : RUNS) {
            SentimentModel one = SentimentModel.read(folder.path().resolve("models/" + run + ".safetensors"));
            SentimentModel two = SentimentModel.read(again.path().resolve("models/" + run + ".safetensors"));
            assertThat(two.weights().dense()).isEqualTo(one.weights().dense());
            assertThat(two.weights().embedding()).isEqualTo(one.weights().embedding());
            assertThat(two.vocabulary().toBytes()).isEqualTo(one.vocabulary().toBytes());
            assertThat(again.path().resolve("predictions/" + run + ".csv"))
                    .hasSameBinaryContentAs(folder.path().resolve("predictions/" + run + ".csv"));
        }
        assertThat(second.models())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
                        "trainSeconds",
                        "secondsPerEpoch",
                        "trainReviewsPerSecond",
                        "scoreReviewsPerSecond",
                        "peakMemoryBytes",
                        "history.seconds")
                .isEqualTo(record.models());
    }

    @Test
    void folder_afterTheRun_holdsNoHalfFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.path())) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.path().relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(
                                    Stream.of("results.json", "mistakes.json"),
                                    RUNS.stream().map(run -> "models/" + run + ".safetensors"),
                                    RUNS.stream().map(run -> "predictions/" + run + ".csv"))
                            .flatMap(names -> names)
                            .toList());
        }
    }

    @Test
    void read_results_givesTheRecord() throws IOException {
        assertThat(folder.read()).isEqualTo(record);
    }

    @Test
    void run_folderOfAFinishedRun_isRefusedAndLeftAlone() throws IOException {
        byte[] before = Files.readAllBytes(folder.results());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Experiment.run(
                        SampleRun.spec("rnn", SEEDS, SampleRun.SETTINGS, 1), corpus, data, folder, Progress.SILENT))
                .withMessageContaining("out: " + folder.path())
                .withMessageContaining("choose another folder");

        assertThat(folder.results()).hasBinaryContent(before);
        assertThat(folder.path().resolve("models/rnn-1.safetensors")).doesNotExist();
    }

    private static String text(JsonNode object, String field) {
        assertThat(object.required(field).isTextual()).as(field).isTrue();
        return object.required(field).textValue();
    }

    private static long count(JsonNode object, String field) {
        assertThat(object.required(field).isIntegralNumber()).as(field).isTrue();
        return object.required(field).longValue();
    }

    private static double number(JsonNode object, String field) {
        assertThat(object.required(field).isFloatingPointNumber()).as(field).isTrue();
        return object.required(field).doubleValue();
    }
}
