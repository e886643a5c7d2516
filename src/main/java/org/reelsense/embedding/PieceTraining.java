package org.reelsense.embedding;

/** Walks over one piece of text after another and trains each window in it. The scratch memory of one worker. */
final class PieceTraining {

    private final EmbeddingSpec spec;
    private final Thinning thinning;
    private final NoiseDistribution noise;
    private final WindowStep step;
    private final BagOfWords bag;

    private final int[] kept = new int[TrainingText.LONGEST_PIECE];
    private final float[][] keptInputs = new float[TrainingText.LONGEST_PIECE][];
    private final float[][] inputs;
    private final float[][] targets;

    PieceTraining(EmbeddingSpec spec, Thinning thinning, NoiseDistribution noise) {
        this.spec = spec;
        this.thinning = thinning;
        this.noise = noise;
        int mostInputs = 2 * spec.window();
        int mostTargets = 1 + spec.negatives();
        step = new WindowStep(spec.dimension(), mostInputs, mostTargets);
        bag = new BagOfWords(step, spec.dimension(), mostInputs);
        inputs = new float[mostInputs][];
        targets = new float[mostTargets][];
    }

    /** Trains the windows of {@code text[from, to)}. */
    void train(int[] text, int from, int to, RowSource rows, float rate, SplitMix random) {
        int length = thinning.apply(text, from, to, kept, random);
        for (int i = 0; i < length; i++) {
            keptInputs[i] = rows.input(kept[i]);
        }
        for (int middle = 0; middle < length; middle++) {
            int count = window(middle, length, 1 + random.below(spec.window()));
            if (count > 0) {
                descend(count, chooseTargets(kept[middle], rows, random), rate);
            }
        }
    }

    /** The reach is drawn for each word, so that near words count more, as in word2vec. */
    private int window(int middle, int length, int reach) {
        int first = Math.max(0, middle - reach);
        int before = middle - first;
        int after = Math.min(length - 1, middle + reach) - middle;
        System.arraycopy(keptInputs, first, inputs, 0, before);
        System.arraycopy(keptInputs, middle + 1, inputs, before, after);
        return before + after;
    }

    /** The true word, then noise; noise that happens to be the true word is left out. Returns how many. */
    private int chooseTargets(int truth, RowSource rows, SplitMix random) {
        targets[0] = rows.target(truth);
        int count = 1;
        for (int i = 0; i < spec.negatives(); i++) {
            int id = noise.draw(random);
            if (id != truth) {
                targets[count++] = rows.target(id);
            }
        }
        return count;
    }

    private void descend(int rows, int columns, float rate) {
        if (spec.architecture() == Architecture.CBOW) {
            bag.descend(inputs, rows, targets, columns, rate);
        } else {
            step.descend(inputs, rows, targets, columns, rate);
        }
    }
}
