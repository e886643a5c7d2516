package org.reelsense.bench.scoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.reelsense.bench.process.Setting;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;

/**
 * What every engine makes of a setting: the same network, weights and reviews.
 *
 * @param documents ids of all reviews
 * @param parts how many parts the reviews are cut into; one is a unit of work
 */
record ScoringTask(NetworkSpec network, List<int[]> documents, int parts) {

    static final String CELL = "cell";
    static final String HIDDEN = "hidden";
    static final String PIECES = "pieces";
    static final String REVIEWS = "reviews";
    /** A file of {@link BareReviews}. */
    static final String FILE = "file";

    private static final long SEED = 7;
    private static final int LEAST_PART = 64;
    private static final double EMBEDDING_BOUND = Math.sqrt(3); // of variance 1, as ours are standardised

    static ScoringTask of(Setting setting) throws IOException {
        BareReviews reviews = BareReviews.read(Path.of(setting.text(FILE)));
        int hidden = setting.number(HIDDEN);
        NetworkSpec network = new NetworkSpec(
                Cell.ofId(setting.text(CELL)), true, reviews.vocabularySize(), hidden, hidden, setting.number(PIECES));
        int parts = Math.max(1, reviews.documents().size() / setting.number(REVIEWS));
        return new ScoringTask(network, reviews.documents(), parts);
    }

    /** Random weights, the same for every engine. */
    Weights weights() {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] embedding = new float[network.vocabularySize() * network.embeddingSize()];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) ((2 * random.nextDouble() - 1) * EMBEDDING_BOUND);
        }
        return Weights.initial(network, embedding, SEED);
    }

    List<int[]> part(int part) {
        return BareReviews.part(documents, part % parts, parts);
    }

    /** The same in parts of no more than about so many tokens, or of 64 reviews if that is more. */
    ScoringTask inPartsOf(double tokens) {
        long all = tokens(documents);
        int most = Math.max(1, documents.size() / LEAST_PART);
        int needed = (int) Math.min(most, Math.ceil(all / tokens));
        return new ScoringTask(network, documents, Math.max(parts, needed));
    }

    /** The first reviews of part 0, by whose logits engines are compared. */
    List<int[]> sample(int reviews) {
        List<int[]> part = part(0);
        return part.subList(0, Math.min(reviews, part.size()));
    }

    /** Floating-point operations of the recurrent layer for a token, the only ones counted: 2 * 2 * G * H * (E + H). */
    long operationsAToken() {
        return 2L
                * network.directions()
                * network.cell().gates()
                * network.hiddenSize()
                * (network.embeddingSize() + network.hiddenSize());
    }

    static long tokens(List<int[]> documents) {
        return documents.stream().mapToLong(document -> document.length).sum();
    }
}
