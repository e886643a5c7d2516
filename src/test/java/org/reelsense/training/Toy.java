package org.reelsense.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Regularisation;
import org.reelsense.network.Weights;

/** A problem that no bag of words can solve: somewhere stand two words next to each other, and their order decides. */
final class Toy {

    static final int VOCABULARY = 30;
    static final int FIRST_WORD = 1;
    static final int SECOND_WORD = 2;
    static final int PIECE = 8;

    private static final int EMBEDDING = 12;
    private static final int HIDDEN = 12;

    /** Every part of the trainer at work: several shards and steps an epoch, dropout, adversarial pass, average. */
    static final Regularisation EVERYTHING = new Regularisation(0.1f, 0.2f, 0.5f);

    private Toy() {}

    /** Reviews of 3 to 14 words, so that some are cut into pieces; the other words mean nothing. */
    static EncodedReviews reviews(int count, long seed) {
        Random random = new Random(seed);
        List<int[]> documents = new ArrayList<>();
        boolean[] positive = new boolean[count];
        for (int i = 0; i < count; i++) {
            positive[i] = random.nextBoolean();
            documents.add(document(random, positive[i]));
        }
        return new EncodedReviews(documents, positive);
    }

    private static int[] document(Random random, boolean positive) {
        int[] document = random.ints(3 + random.nextInt(12), 3, VOCABULARY).toArray();
        int at = pairPlace(document.length, random);
        document[at] = positive ? FIRST_WORD : SECOND_WORD;
        document[at + 1] = positive ? SECOND_WORD : FIRST_WORD;
        return document;
    }

    /** Not across the cut in the middle of a document of two pieces: no network could see that. */
    private static int pairPlace(int length, Random random) {
        int place = random.nextInt(length - 1);
        return length > PIECE && place == length / 2 - 1 ? place + 1 : place;
    }

    static EncodedReviews mislabelled(EncodedReviews reviews) {
        boolean[] wrong = new boolean[reviews.size()];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = !reviews.positive()[i];
        }
        return new EncodedReviews(reviews.documents(), wrong);
    }

    static Weights initial(Cell cell, long seed) {
        NetworkSpec spec = new NetworkSpec(cell, true, VOCABULARY, EMBEDDING, HIDDEN, PIECE);
        float[] embedding = new float[VOCABULARY * EMBEDDING];
        Random random = new Random(99);
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) random.nextGaussian();
        }
        return Weights.initial(spec, embedding, seed);
    }

    static TrainingSpec spec(int epochs, float rate, Regularisation regularisation, int patience, long seed) {
        return new TrainingSpec(
                epochs, 20, 3, AdamSpec.slanted(rate, rate, 0.2f), 1, 0.9f, regularisation, patience, seed);
    }
}
