package org.reelsense.evaluation;

import java.util.Random;

/** Made-up probabilities with labels that they predict, but not too well. */
record Sample(float[] probabilities, boolean[] positive) {

    /** @param levels how many different probabilities there are; few make many ties */
    static Sample random(long seed, int n, int levels) {
        Random random = new Random(seed);
        float[] probabilities = new float[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            probabilities[i] = random.nextInt(levels + 1) / (float) levels;
            positive[i] = random.nextFloat() < 0.2f + 0.6f * probabilities[i];
        }
        return new Sample(probabilities, positive);
    }

    /** All probabilities differ, and none is 0.5; in random order. */
    static Sample withoutTies(long seed, int n) {
        Random random = new Random(seed);
        float[] probabilities = new float[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            probabilities[i] = (i + 0.25f) / n;
            positive[i] = i == 0 || i < n - 1 && random.nextFloat() < 0.2f + 0.6f * probabilities[i];
        }
        return new Sample(probabilities, positive).shuffled(random);
    }

    Sample shuffled(Random random) {
        Sample copy = new Sample(probabilities.clone(), positive.clone());
        for (int i = positive.length - 1; i > 0; i--) {
            copy.swap(i, random.nextInt(i + 1));
        }
        return copy;
    }

    private void swap(int i, int j) {
        float probability = probabilities[i];
        probabilities[i] = probabilities[j];
        probabilities[j] = probability;
        boolean label = positive[i];
        positive[i] = positive[j];
        positive[j] = label;
    }
}
