/**
 * How good a classifier is and how sure that is: scores of one model ({@link org.reelsense.evaluation.Evaluation}),
 * and two models compared on the same reviews ({@link org.reelsense.evaluation.McNemar},
 * {@link org.reelsense.evaluation.PairedDifference}); the {@link org.reelsense.evaluation.Temperature} that makes
 * probabilities honest; and {@link org.reelsense.evaluation.RankCorrelation} for lists of any numbers.
 *
 * <p>Sees labels, logits and probabilities only, never a model, a review or a file. Used by {@code training},
 * {@code experiment} and {@code cli}.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The intervals and tests speak of other <em>reviews</em> drawn like these, for this one trained model. They say
 *       nothing of other random seeds; for those, train more than once.
 *   <li>Two overlapping accuracy intervals do not mean "no difference": the models saw the same reviews. Use the paired
 *       test and interval.
 *   <li>Both arrays of a pair go by position: element {@code i} belongs to review {@code i}.
 * </ul>
 */
@NullMarked
package org.reelsense.evaluation;

import org.jspecify.annotations.NullMarked;
