package org.reelsense.baseline;

/** How much more often each n-gram is in positive documents than in negative ones (Wang and Manning 2012, equation 1). */
final class LogCountRatios {

    private LogCountRatios() {}

    /**
     * ln((p / |p|) / (q / |q|)), where p is how many positive documents have each n-gram, plus {@code smoothing}, q the
     * same of negative ones, and |.| the sum over all n-grams.
     *
     * @param rows [documents], the n-grams of each, each once
     * @param positive [documents]
     * @param size number of n-grams
     * @param smoothing above 0
     * @return [size]
     */
    static double[] of(int[][] rows, boolean[] positive, int size, double smoothing) {
        int[] withPositive = new int[size];
        int[] withNegative = new int[size];
        for (int d = 0; d < rows.length; d++) {
            int[] counts = positive[d] ? withPositive : withNegative;
            for (int gram : rows[d]) {
                counts[gram]++;
            }
        }
        double shift = Math.log(sum(withNegative, smoothing)) - Math.log(sum(withPositive, smoothing));
        double[] ratios = new double[size];
        for (int gram = 0; gram < size; gram++) {
            ratios[gram] = Math.log(withPositive[gram] + smoothing) - Math.log(withNegative[gram] + smoothing) + shift;
        }
        return ratios;
    }

    private static double sum(int[] counts, double smoothing) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum + smoothing * counts.length;
    }
}
