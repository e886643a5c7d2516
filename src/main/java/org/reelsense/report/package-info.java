/**
 * A run as people read it: on the terminal, in {@code report.md} and in {@code report.html}. The door is
 * {@link org.reelsense.report.Reports}; everything is made from an {@link org.reelsense.experiment.RunRecord} (the
 * page also from a run's mistakes), so that a report can be made again from {@code results.json}. {@code WordMapChart} is also drawn on its own,
 * from a {@link org.reelsense.embedding.WordMap}, for {@code embed plot}.
 *
 * <p>{@link org.reelsense.report.Content} turns the record into words and figures once; the three renderers only lay
 * them out, which is why their figures agree.
 *
 * <p>A terminal is narrow: its table has columns of its own ({@code TextRow}), with the same
 * {@code Figures}.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The page shows reviews, which belong to their authors: it is not for publication if there are any.
 *       {@code report.md} names them only, and may be committed.
 *   <li>A record may come from a file of somebody else: {@link org.reelsense.report.Plain} makes its strings safe for a
 *       terminal, and each renderer escapes them for its own format.
 *   <li>Charts are SVG written here. XChart makes SVG only together with VectorGraphics2D (LGPL) and AWT; a chart then
 *       takes 140 kB, its words are outlines, and its colours do not follow a dark page.
 * </ul>
 */
@NullMarked
package org.reelsense.report;

import org.jspecify.annotations.NullMarked;
