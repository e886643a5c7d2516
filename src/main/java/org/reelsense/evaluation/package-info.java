/**
 * How good a classifier is and how sure that is. One model: its scores ({@link org.reelsense.evaluation.Evaluation}) and
 * its curves ({@link org.reelsense.evaluation.CalibrationCurve}, {@link org.reelsense.evaluation.RocCurve},
 * {@link org.reelsense.evaluation.PrecisionRecallCurve}). Two models on the same reviews:
 * {@link org.reelsense.evaluation.McNemar} and {@link org.reelsense.evaluation.PairedDifference}. Several models, each
 * trained with several seeds: {@link org.reelsense.evaluation.SeedBootstrap}. Besides, the
 * {@link org.reelsense.evaluation.Temperature} that makes probabilities honest, and for lists of any numbers
 * {@link org.reelsense.evaluation.SampleStatistics}, {@link org.reelsense.evaluation.RankCorrelation} and the tests
 * {@link org.reelsense.evaluation.MannWhitney} and {@link org.reelsense.evaluation.WilcoxonSignedRank}.
 *
 * <p>Sees labels, logits and probabilities only, never a model, a review or a file. Used by {@code training},
 * {@code experiment}, {@code report} and {@code cli}.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The intervals and tests of one or two models speak of other <em>reviews</em> drawn like these, for these very
 *       models. They say nothing of other random seeds; for those, train with several and use the bootstrap over seeds.
 *   <li>With two or three seeds that bootstrap still makes too little of the seeds, unless reviews matter more; its page
 *       says by how much.
 *   <li>Two overlapping accuracy intervals do not mean "no difference": the models saw the same reviews. Use the paired
 *       test and interval.
 *   <li>All arrays of a comparison go by position: element {@code i} belongs to review {@code i}, row {@code k} to the
 *       same seed.
 *   <li>Curves are thinned for drawing. Take areas from {@code auc} and {@code averagePrecision}, not from the points.
 * </ul>
 */
@NullMarked
package org.reelsense.evaluation;

import org.jspecify.annotations.NullMarked;
