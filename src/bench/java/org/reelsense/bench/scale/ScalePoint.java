package org.reelsense.bench.scale;

/**
 * What was measured at one point.
 *
 * @param curve what was varied
 * @param work what was done
 * @param x its value
 * @param rssBytes the most the process held; 0 where the system does not say
 * @param heapBytes the most Java's heap held, garbage included; 0 if it was not asked
 */
record ScalePoint(String curve, String work, double x, double seconds, long rssBytes, long heapBytes) {}
