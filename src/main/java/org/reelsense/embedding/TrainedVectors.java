package org.reelsense.embedding;

/**
 * Word vectors and what it took to train them.
 *
 * @param seconds of wall time, when they were trained (not when they were read from a cache)
 * @param words tokens trained on, summed over the epochs
 */
public record TrainedVectors(WordVectors vectors, double seconds, long words) {

    /** 0 if nothing was trained. */
    public double wordsPerSecond() {
        return words == 0 ? 0 : words / seconds;
    }
}
