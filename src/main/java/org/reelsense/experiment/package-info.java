/**
 * The comparison: from a specification, over prepared data, trained models and scores, to a run folder on disk.
 *
 * <p>In the order of the work: {@code TokenizedCorpus} (ids), {@code StartVectors} (trained, or from a
 * {@link org.reelsense.experiment.VectorSource}), {@code Preparation} (both, for networks),
 * {@link org.reelsense.experiment.ModelTraining}, {@code FinishedModel} (rounded and calibrated as its file will be),
 * {@code ScoredModel} (on test), {@code Comparisons}. {@link org.reelsense.experiment.VectorRun} stops at word vectors;
 * {@link org.reelsense.experiment.ModelEvaluation} begins with a model's file.
 *
 * <p>{@link org.reelsense.experiment.RunRecord} is the contract with everybody who reads {@code results.json}; the
 * reports are made from it and from nothing else.
 *
 * <p>Trap: everything is chosen on dev. Test is scored once for each model, after its training is over.
 */
@NullMarked
package org.reelsense.experiment;

import org.jspecify.annotations.NullMarked;
