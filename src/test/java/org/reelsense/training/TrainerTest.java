package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.Cell;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.Regularisation;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

class TrainerTest {

    private static final EncodedReviews TRAIN = Toy.reviews(90, 1);
    private static final EncodedReviews DEV = Toy.reviews(40, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_otherNumberOfThreads_givesTheSameBits(Cell cell) throws Exception {
        TrainingSpec spec = Toy.spec(2, 0.01f, Toy.EVERYTHING, 2, 1);
        TrainedModel one = train(spec, cell, 1);

        assertSame(train(spec, cell, 2), one);
        assertSame(train(spec, cell, 4), one);
    }

    @Test
    void train_sameSeedTwice_givesTheSameAndAnotherSeedDoesNot() throws Exception {
        TrainingSpec spec = Toy.spec(2, 0.01f, Toy.EVERYTHING, 2, 1);
        TrainedModel first = train(spec, Cell.GRU, 2);

        assertSame(train(spec, Cell.GRU, 2), first);
        assertThat(train(spec.withSeed(2), Cell.GRU, 2).weights().dense())
                .isNotEqualTo(first.weights().dense());
    }

    @Test
    void train_initialWeights_areNotChanged() throws Exception {
        Weights initial = Toy.initial(Cell.RNN, 1);
        Weights before = initial.copy();

        train(Toy.spec(1, 0.01f, Regularisation.NONE, 1, 1), initial, TRAIN, DEV, 1);

        assertThat(initial.embedding()).isEqualTo(before.embedding());
        assertThat(initial.dense()).isEqualTo(before.dense());
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void train_orderOfTwoWords_isLearnt(Cell cell) throws Exception {
        TrainingSpec spec = Toy.spec(12, 0.02f, new Regularisation(0, 0.1f, 0), 12, 1);

        TrainedModel model = train(spec, Toy.initial(cell, 1), Toy.reviews(400, 3), Toy.reviews(200, 4), 2);

        assertThat(model.best().devAccuracy()).isGreaterThan(0.95);
        assertThat(model.best().trainLoss()).isLessThan(model.history().get(0).trainLoss() / 2);
    }

    @Test
    void train_embeddingRateZero_keepsTheWordVectors() throws Exception {
        Weights initial = Toy.initial(Cell.RNN, 1);
        TrainingSpec spec = new TrainingSpec(2, 20, 3, AdamSpec.slanted(0.01f, 0, 0), 1, 0.9f, Toy.EVERYTHING, 2, 1);

        TrainedModel model = train(spec, initial, TRAIN, DEV, 1);

        assertThat(model.weights().embedding()).isEqualTo(initial.embedding());
        assertThat(model.weights().dense()).isNotEqualTo(initial.dense());
    }

    /** With a rate of 0 every epoch is as good as the first. */
    @Test
    void train_noEpochBetter_keepsTheEarliestAndStopsAfterPatience() throws Exception {
        TrainedModel model = train(Toy.spec(9, 0, Regularisation.NONE, 3, 1), Toy.initial(Cell.RNN, 1), TRAIN, DEV, 1);

        assertThat(model.history()).extracting(EpochRecord::epoch).containsExactly(1, 2, 3, 4);
        assertThat(model.history())
                .extracting(EpochRecord::devAccuracy)
                .containsOnly(model.best().devAccuracy());
        assertThat(model.best()).isEqualTo(model.history().get(0));
    }

    /** Dev labels are wrong, so that learning makes dev worse: the best epoch is an early one. */
    @Test
    void train_devGetsWorse_keepsTheWeightsOfTheBestEpoch() throws Exception {
        EncodedReviews wrong = Toy.mislabelled(Toy.reviews(100, 5));
        TrainingSpec spec = Toy.spec(12, 0.02f, Regularisation.NONE, 4, 1);

        TrainedModel model = train(spec, Toy.initial(Cell.GRU, 1), Toy.reviews(300, 3), wrong, 2);

        List<EpochRecord> history = model.history();
        assertThat(model.best())
                .isEqualTo(history.stream()
                        .sorted(Comparator.comparingDouble(EpochRecord::devAccuracy)
                                .reversed()
                                .thenComparingInt(EpochRecord::epoch))
                        .findFirst()
                        .orElseThrow());
        assertThat(history).hasSize(model.best().epoch() + 4);
        assertThat(history.get(history.size() - 1).devAccuracy())
                .isLessThan(model.best().devAccuracy());
        Evaluation again = evaluate(model.weights(), wrong);
        assertThat(again.accuracy()).isEqualTo(model.best().devAccuracy());
        assertThat(again.logLoss()).isEqualTo(model.best().devLoss());
    }

    @Test
    void train_laterEpochAsGood_keepsTheWeightsOfTheEarlier() throws Exception {
        EncodedReviews dev = Toy.reviews(30, 4);
        TrainingSpec spec = Toy.spec(10, 0.02f, Regularisation.NONE, 10, 1);

        TrainedModel model = train(spec, Toy.initial(Cell.GRU, 1), Toy.reviews(300, 3), dev, 2);

        assertThat(model.history().stream()
                        .filter(epoch -> epoch.devAccuracy() == model.best().devAccuracy()))
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo(model.best());
        assertThat(evaluate(model.weights(), dev).logLoss())
                .isEqualTo(model.best().devLoss());
    }

    @Test
    void train_finished_sumsUpItsHistory() throws Exception {
        TrainedModel model = train(Toy.spec(3, 0.01f, Regularisation.NONE, 3, 1), Cell.RNN, 1);

        assertThat(model.history()).extracting(EpochRecord::epoch).containsExactly(1, 2, 3);
        assertThat(model.seconds())
                .isEqualTo(model.history().stream()
                        .mapToDouble(EpochRecord::seconds)
                        .sum());
        assertThat(model.reviewsPerSecond()).isEqualTo(3 * TRAIN.size() / model.seconds());
    }

    @Test
    void train_noThreads_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> train(Toy.spec(1, 0.01f, Regularisation.NONE, 1, 1), Cell.RNN, 0))
                .withMessageContaining("threads: 0");
    }

    private TrainedModel train(TrainingSpec spec, Cell cell, int threads) throws InterruptedException, IOException {
        return train(spec, Toy.initial(cell, spec.seed()), TRAIN, DEV, threads);
    }

    private TrainedModel train(
            TrainingSpec spec, Weights initial, EncodedReviews train, EncodedReviews dev, int threads)
            throws InterruptedException, IOException {
        Path ownCheckpoint = folder.resolve(UUID.randomUUID() + ".safetensors"); // or it would take up another's
        return new Trainer(spec, threads, Progress.SILENT).train("toy", initial, train, dev, ownCheckpoint, "toy");
    }

    private static Evaluation evaluate(Weights weights, EncodedReviews reviews) throws InterruptedException {
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(1, weights)) {
            return Evaluation.of(
                    BatchScorer.probabilities(reviews.documents(), pool, Toy.PIECE, Progress.SILENT),
                    reviews.positive());
        }
    }

    private static void assertSame(TrainedModel model, TrainedModel expected) {
        assertThat(model.weights().embedding()).isEqualTo(expected.weights().embedding());
        assertThat(model.weights().dense()).isEqualTo(expected.weights().dense());
        assertThat(model.history())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
                .isEqualTo(expected.history());
    }
}
