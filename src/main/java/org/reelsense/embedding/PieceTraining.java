package org.reelsense.embedding;

import java.util.Arrays;

/**
 * Walks over one piece of text after another and trains the windows in it, a few neighbouring ones a step. The windows of a
 * step share their noise words (Ji et al. 2016 share within a window, Rengasamy et al. 2017 across some): the rows that
 * they have in common are then read and written once. The scratch memory of one worker.
 */
final class PieceTraining {

    /** More make more of the products useless: those of a word with the true words of windows that it is not in. */
    static final int WINDOWS_A_STEP = 4;

    private final EmbeddingSpec spec;
    private final Thinning thinning;
    private final NoiseDistribution noise;
    private final WindowStep step;
    private final BagsOfWords bags;

    private final int[] kept = new int[TrainingText.LONGEST_PIECE];
    private final float[][] keptInputs = new float[TrainingText.LONGEST_PIECE][];
    private final float[][] inputs;
    private final float[][] targets;
    private final int[] noiseIds;
    /** Of each window of a step: its first and its last word, places in {@link #kept}. */
    private final int[] firsts = new int[WINDOWS_A_STEP];

    private final int[] lasts = new int[WINDOWS_A_STEP];
    private final float[] windowsOf;

    PieceTraining(EmbeddingSpec spec, Thinning thinning, NoiseDistribution noise) {
        this.spec = spec;
        this.thinning = thinning;
        this.noise = noise;
        int mostInputs = WINDOWS_A_STEP + 2 * spec.window();
        int mostTargets = WINDOWS_A_STEP + spec.negatives();
        step = new WindowStep(spec.dimension(), mostInputs, mostTargets);
        bags = new BagsOfWords(spec.dimension(), WINDOWS_A_STEP, mostInputs);
        inputs = new float[mostInputs][];
        targets = new float[mostTargets][];
        noiseIds = new int[spec.negatives()];
        windowsOf = new float[mostInputs];
    }

    /** Trains the windows of {@code text[from, to)}. */
    void train(int[] text, int from, int to, RowSource rows, float rate, SplitMix random) {
        int length = thinning.apply(text, from, to, kept, random);
        if (length < 2) {
            return;
        }
        for (int i = 0; i < length; i++) {
            keptInputs[i] = rows.input(kept[i]);
        }
        for (int middle = 0; middle < length; middle += WINDOWS_A_STEP) {
            int windows = Math.min(WINDOWS_A_STEP, length - middle);
            chooseWindows(middle, windows, length, random);
            chooseTargets(middle, windows, rows, random);
            if (spec.architecture() == Architecture.CBOW) {
                bagsStep(middle, windows, rate);
            } else {
                skipGramStep(middle, windows, rate);
            }
        }
    }

    /** The reach is drawn for each word, so that near words count more, as in word2vec. */
    private void chooseWindows(int middle, int windows, int length, SplitMix random) {
        for (int w = 0; w < windows; w++) {
            int reach = 1 + random.below(spec.window());
            firsts[w] = Math.max(0, middle + w - reach);
            lasts[w] = Math.min(length - 1, middle + w + reach);
        }
    }

    /** The true words, then noise. */
    private void chooseTargets(int middle, int windows, RowSource rows, SplitMix random) {
        for (int w = 0; w < windows; w++) {
            targets[w] = rows.target(kept[middle + w]);
        }
        for (int i = 0; i < noiseIds.length; i++) {
            noiseIds[i] = noise.draw(random);
            targets[windows + i] = rows.target(noiseIds[i]);
        }
    }

    private void skipGramStep(int middle, int windows, float rate) {
        int first = firsts[0];
        int last = lasts[0];
        for (int w = 1; w < windows; w++) {
            first = Math.min(first, firsts[w]);
            last = Math.max(last, lasts[w]);
        }
        int rows = last - first + 1;
        System.arraycopy(keptInputs, first, inputs, 0, rows);
        weigh(middle, windows, first, rows);
        step.descend(inputs, rows, targets, windows + noiseIds.length, windows, rate);
    }

    /** A true word once for each other word in its window; noise for each window a word is in. */
    private void weigh(int middle, int windows, int first, int rows) {
        int columns = windows + noiseIds.length;
        Arrays.fill(step.weights, 0, rows * columns, 0);
        Arrays.fill(windowsOf, 0, rows, 0);
        for (int w = 0; w < windows; w++) {
            for (int place = firsts[w]; place <= lasts[w]; place++) {
                if (place != middle + w) {
                    step.weights[(place - first) * columns + w] = 1;
                    windowsOf[place - first]++;
                }
            }
        }
        for (int m = 0; m < rows; m++) {
            Arrays.fill(step.weights, m * columns + windows, (m + 1) * columns, windowsOf[m]);
        }
        for (int w = 0; w < windows; w++) {
            for (int i = 0; i < noiseIds.length; i++) {
                if (noiseIds[i] == kept[middle + w]) {
                    leaveOut(firsts[w] - first, lasts[w] - first, w, windows + i, columns);
                }
            }
        }
    }

    /** Noise that happens to be a window's true word is no noise there. */
    private void leaveOut(int from, int to, int window, int column, int columns) {
        for (int m = from; m <= to; m++) {
            step.weights[m * columns + column] -= step.weights[m * columns + window];
        }
    }

    private void bagsStep(int middle, int windows, float rate) {
        int columns = windows + noiseIds.length;
        Arrays.fill(step.weights, 0, windows * columns, 0);
        for (int w = 0; w < windows; w++) {
            bags.fill(w, inputs, others(middle + w, w));
            step.weights[w * columns + w] = 1;
            for (int i = 0; i < noiseIds.length; i++) {
                step.weights[w * columns + windows + i] = noiseIds[i] == kept[middle + w] ? 0 : 1;
            }
        }
        step.descend(bags.means, windows, targets, columns, windows, rate);
        for (int w = 0; w < windows; w++) {
            bags.spread(w, inputs, others(middle + w, w));
        }
    }

    /** Collects a window's words but for the one in the middle; returns how many. */
    private int others(int middle, int window) {
        int before = middle - firsts[window];
        int after = lasts[window] - middle;
        System.arraycopy(keptInputs, firsts[window], inputs, 0, before);
        System.arraycopy(keptInputs, middle + 1, inputs, before, after);
        return before + after;
    }
}
