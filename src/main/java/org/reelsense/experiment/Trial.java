package org.reelsense.experiment;

/**
 * One training of a run.
 *
 * @param reviews how many training reviews it learns from; {@link #ALL} for all
 */
record Trial(ModelKind kind, long seed, int reviews) {

    static final int ALL = 0;

    private static final double NBSVM_COST = 0.1;

    Trial(ModelKind kind, long seed) {
        this(kind, seed, ALL);
    }

    boolean isWhole() {
        return reviews == ALL;
    }

    boolean isNetwork() {
        return kind instanceof ModelKind.Network;
    }

    /** Names its files: {@code bilstm-1}, or {@code bilstm-1-of-1000} if it learns from a part. */
    String name() {
        return kind.id() + "-" + seed + (isWhole() ? "" : "-of-" + reviews);
    }

    /** In words: {@code bilstm, seed 1, 1000 reviews}. */
    String words() {
        return kind.id() + ", seed " + seed + (isWhole() ? "" : ", " + reviews + " reviews");
    }

    /**
     * About how long it takes, in units of a GRU of one direction's training.
     *
     * @param allReviews how many training reviews there are
     */
    double cost(int allReviews) {
        double whole = kind instanceof ModelKind.Network network
                ? network.cell().gates() / 3.0 * (network.bidirectional() ? 2 : 1)
                : kind == ModelKind.Yardstick.NBSVM ? NBSVM_COST : 0;
        return isWhole() ? whole : whole * reviews / allReviews;
    }
}
