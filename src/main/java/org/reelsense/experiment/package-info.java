/**
 * The comparison: from a specification, over prepared data, trained models and scores, to a run folder on disk.
 *
 * <p>{@link org.reelsense.experiment.RunRecord} is the contract with everybody who reads {@code results.json}; the
 * reports are made from it and from nothing else.
 *
 * <p>Trap: everything is chosen on dev. Test is scored once for each model, after its training is over.
 */
@NullMarked
package org.reelsense.experiment;

import org.jspecify.annotations.NullMarked;
