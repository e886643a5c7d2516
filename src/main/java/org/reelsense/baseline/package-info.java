/**
 * The honest yardsticks that stand beside the recurrent networks in one table: what is right by always saying the same
 * ({@link org.reelsense.baseline.Majority}), by counting words of praise and blame
 * ({@link org.reelsense.baseline.WordCount}), and by a linear classifier over words and short runs of words
 * ({@link org.reelsense.baseline.NbSvm}), which is hard to beat.
 *
 * <p>Inside NB-SVM: {@code NGramCounting} finds the {@code NGrams} worth keeping, each length by a {@code PairIndex};
 * {@code LogCountRatios} says which side each is on; {@code LogisticRegression} is liblinear, one step at a time.
 *
 * <p>Neighbours: uses {@code text} (tokens as indices of types) and {@code progress}; serves {@code experiment}. Sees
 * labels and indices only, never a dataset, a file or a network.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Scored texts must have the training texts' list of types: the indices mean nothing in another list.
 *   <li>The list of types is that of all texts, dev and test included. Nothing is taken from it here but the words
 *       themselves; the order of numbers, and with it every bit, comes from the training documents alone.
 *   <li>Logits are not calibrated. Divide them by a {@code Temperature} fitted on dev, as a network's are; NB-SVM's lie
 *       near 0.6, for half of every weight is the mean.
 *   <li>liblinear prints to standard output unless told not to, for the whole process; {@code LogisticRegression} tells
 *       it.
 * </ul>
 */
@NullMarked
package org.reelsense.baseline;

import org.jspecify.annotations.NullMarked;
