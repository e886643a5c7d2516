/**
 * The comparison: from a specification, over prepared data, trained models and scores, to a run folder on disk.
 *
 * <p>In the order of the work: {@code TokenizedCorpus} (tokens and ids), {@code StartVectors} (trained, or from a
 * {@link org.reelsense.experiment.VectorSource}), {@code Preparation} (both, for all trials). Then trial by trial:
 * {@code NetworkTrial} ({@link org.reelsense.experiment.ModelTraining}, and {@code FinishedModel}, rounded and calibrated
 * as its file will be) or {@code YardstickTrial}; both give a {@code ScoredTrial}, from which everything else is made:
 * {@code Averages}, {@code Comparisons} (each seed), {@code OverSeeds}. {@code TestAnalysis} looks at where a model is
 * right, {@code Mistakes} at where it is sure and wrong. {@link org.reelsense.experiment.VectorRun} stops at word vectors;
 * {@link org.reelsense.experiment.ModelEvaluation} begins with a model's file;
 * {@link org.reelsense.experiment.MergedRuns} with finished runs.
 *
 * <p>{@link org.reelsense.experiment.RunRecord} is the contract with everybody who reads {@code results.json}; the
 * reports are made from it, and from {@link org.reelsense.experiment.MistakeFile} beside it.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Everything is chosen on dev. Test is scored once for each model, after its training is over.
 *   <li>A run that is cut off goes on in its folder: {@code RunLock} keeps it to one at a time, {@code RunIdentity} says
 *       what must be the same, {@code TrialStore} what need not be done again. Whatever decides a result belongs into the
 *       identity, or a record becomes a mixture.
 * </ul>
 */
@NullMarked
package org.reelsense.experiment;

import org.jspecify.annotations.NullMarked;
