package org.reelsense.evaluation;

/** The two-by-two table of two models on the same reviews: who got how many right. */
record PairedOutcomes(long both, long onlyA, long onlyB, long neither) {

    static PairedOutcomes of(boolean[] correctA, boolean[] correctB) {
        Inputs.requireSameLength("outcomes of model A", correctA.length, "outcomes of model B", correctB.length);
        long[] counts = new long[4];
        for (int i = 0; i < correctA.length; i++) {
            counts[(correctA[i] ? 2 : 0) + (correctB[i] ? 1 : 0)]++;
        }
        return new PairedOutcomes(counts[3], counts[2], counts[1], counts[0]);
    }

    long total() {
        return both + onlyA + onlyB + neither;
    }

    Proportion accuracyA() {
        return new Proportion(both + onlyA, total());
    }

    Proportion accuracyB() {
        return new Proportion(both + onlyB, total());
    }
}
