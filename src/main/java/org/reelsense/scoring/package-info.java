/**
 * Reviews of any number, from files and streams to results: readers of text, lines, CSV, TSV and JSON Lines; the pipeline
 * that reads, scores and writes at the same time; writers of TSV, CSV and JSON Lines.
 *
 * <p>Neighbours: uses the public door ({@link org.reelsense.SentimentClassifier}) and {@code text}; {@code cli} decides
 * where results and failures go.
 *
 * <h2>Who does what</h2>
 *
 * <ul>
 *   <li>{@code ReviewReader} gives the entries of one input: {@code Header}, {@code Review}, {@code Failure}.
 *   <li>{@code Inputs} goes through files, folders and standard input, one reader after another.
 *   <li>{@code ColumnSearch} tells a record that lacks the column, a failure of its own, from a column asked for by the wrong
 *       name, a failure of usage. Tables settle that with their header.
 *   <li>{@code Layout} refuses what does not fit the columns of a table that has been begun.
 *   <li>{@code ScoringRun} is the pipeline; at no time does it hold more than some million characters, or one long review.
 *   <li>{@code ResultWriter} writes a review and its prediction in one of the formats.
 * </ul>
 *
 * <h2>Hints, tips and traps</h2>
 *
 * <ul>
 *   <li>A record that cannot be used is a {@code Failure}, an entry like any other: what follows it is read. An
 *       exception out of a reader means that the rest of its input is lost.
 *   <li>Bytes are cut into records before they become characters, so that a byte that is not UTF-8 spoils its own record
 *       and no other, and a record over the limit is never held whole.
 *   <li>A review without a word is a failure here, since nobody wants a confident answer about nothing;
 *       {@code classify} would call it one unknown word.
 * </ul>
 */
@NullMarked
package org.reelsense.scoring;

import org.jspecify.annotations.NullMarked;
