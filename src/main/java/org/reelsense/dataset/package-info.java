/**
 * The reviews: where they come from, how they are checked, read, cached and cut into train, dev, test and unlabelled.
 * {@link org.reelsense.dataset.Datasets} is the door; {@link org.reelsense.dataset.Corpus} is what comes out. Besides, any
 * {@link org.reelsense.dataset.PublishedFile}, brought in the same way.
 *
 * <p>Neighbours: uses {@code storage} and {@code progress} only; {@code training}, {@code embedding}, {@code evaluation}
 * and {@code experiment} read its records.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Texts are raw: they hold {@code <br />} and HTML entities. Cleaning belongs to {@code text}.
 *   <li>{@link org.reelsense.dataset.Review#label()} throws on an unlabelled review; ask
 *       {@link org.reelsense.dataset.Review#isLabelled()} where both kinds occur.
 *   <li>Lists are sorted by section and number, so all negatives come first: shuffle before training.
 *   <li>The dev set is a property of the data, not of a run: its order of films is fixed in {@code DevSplit}.
 *   <li>The copy at hand and the official archive have different checksums but hold the same reviews.
 *   <li>Nothing from an archive is ever written to disk under a name the archive chose. Every limit on what is let in
 *       stands in {@code ArchiveLimits}.
 * </ul>
 */
@NullMarked
package org.reelsense.dataset;

import org.jspecify.annotations.NullMarked;
