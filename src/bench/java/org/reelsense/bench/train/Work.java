package org.reelsense.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.reelsense.bench.process.Contestant;
import org.reelsense.bench.process.Setting;
import org.reelsense.experiment.Preset;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Regularisation;
import org.reelsense.network.Weights;
import org.reelsense.training.BatchOrder;
import org.reelsense.training.EncodedReviews;
import org.reelsense.training.TrainingSpec;

/**
 * What every engine makes of a setting: the same network, weights, reviews and batches.
 *
 * @param training the default preset's, without dropout and adversary; {@code batchReviews} is the setting's
 * @param part which share of each batch is this process's own, from 0
 * @param parts processes that share each batch
 */
record Work(NetworkSpec network, TrainingSpec training, EncodedReviews reviews, int part, int parts) {

    static final String CELL = "cell";
    static final String HIDDEN = "hidden";
    static final String BATCH = "batch";
    static final String PIECES = "pieces";
    static final String REVIEWS = "reviews";

    private static final int WITHOUT_END = 1_000;
    private static final float NO_CLIPPING = 1e6f;
    private static final long WEIGHTS_SEED = 7;

    static Work of(Setting setting) throws IOException {
        ReviewIds ids = ReviewIds.read(Path.of(setting.text(REVIEWS)));
        int hidden = setting.number(HIDDEN);
        NetworkSpec network = new NetworkSpec(
                Cell.ofId(setting.text(CELL)), true, ids.vocabularySize(), hidden, hidden, setting.number(PIECES));
        return new Work(
                network,
                training(setting.number(BATCH)),
                ids.reviews(),
                setting.number(Contestant.PART),
                setting.number(Contestant.PARTS));
    }

    private static TrainingSpec training(int batch) {
        TrainingSpec preset = Preset.DEFAULT.settings().training();
        return new TrainingSpec(
                WITHOUT_END,
                batch,
                preset.shards(),
                preset.adam(),
                NO_CLIPPING,
                preset.averaging(),
                Regularisation.NONE,
                WITHOUT_END,
                preset.seed());
    }

    /** The recurrent and linear weights as {@code reelsense train} draws them; embeddings normal, as standardised vectors are. */
    Weights initial() {
        Random random = new Random(WEIGHTS_SEED);
        float[] embedding = new float[network.vocabularySize() * network.embeddingSize()];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) random.nextGaussian();
        }
        return Weights.initial(network, embedding, WEIGHTS_SEED);
    }

    /** The batches of pass {@code number}, counted from 1, as {@link org.reelsense.training.Trainer} makes them. */
    List<int[]> pass(int number) {
        return BatchOrder.ofEpoch(reviews.documents(), network.pieceLength(), training, number).stream()
                .map(this::ownPart)
                .toList();
    }

    /** Every {@code parts}-th review, the longest first, so that all parts are about as heavy. */
    private int[] ownPart(int[] batch) {
        if (parts == 1) {
            return batch;
        }
        int[] byLength = IntStream.of(batch)
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer d) -> -reviews.documents().get(d).length))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, byLength.length)
                .filter(place -> place % parts == part)
                .map(place -> byLength[place])
                .toArray();
    }

    List<int[]> documents(int[] batch) {
        return IntStream.of(batch).mapToObj(reviews.documents()::get).toList();
    }

    /** 1 for a positive review, 0 for a negative one. */
    float[] targets(int[] batch) {
        float[] targets = new float[batch.length];
        for (int i = 0; i < batch.length; i++) {
            targets[i] = reviews.positive()[batch[i]] ? 1 : 0;
        }
        return targets;
    }

    /** The ids that occur in a batch, sorted, each once. */
    int[] touched(int[] batch) {
        return IntStream.of(batch)
                .flatMap(d -> IntStream.of(reviews.documents().get(d)))
                .sorted()
                .distinct()
                .toArray();
    }

    long tokens(int[] batch) {
        return IntStream.of(batch)
                .mapToLong(d -> reviews.documents().get(d).length)
                .sum();
    }
}
