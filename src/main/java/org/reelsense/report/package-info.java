/**
 * A run as people read it: on the terminal, in {@code report.md} and in {@code report.html}. The door is
 * {@link org.reelsense.report.Reports}; everything is made from an {@link org.reelsense.experiment.RunRecord} (the
 * page also from a run's mistakes), so that a report can be made again from {@code results.json}. {@code WordMapChart} is also drawn on its own,
 * from a {@link org.reelsense.embedding.WordMap}, for {@code embed plot}.
 *
 * <p>{@link org.reelsense.report.Content} turns the record into words and figures once; the three renderers only lay
 * them out, which is why their figures agree.
 *
 * <p>A forecasting run has a door of its own, {@link org.reelsense.report.ForecastReports}, and its own
 * {@code ForecastContent}; pages, tables, charts and how numbers are written are the same.
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
 *   <li>Charts are drawn by Lets-Plot, which needs neither AWT nor fonts, and redrawn by
 *       {@link org.reelsense.report.Redrawing}: a colour that is none of {@link org.reelsense.report.Paint}'s is not
 *       drawn, a shape that it does not know is an error. {@link org.reelsense.report.LetsPlot} alone knows the library.
 *   <li>A drawing that fails all the same is words in a report ({@link org.reelsense.report.Figure}) and an exception for
 *       {@code embed plot}, which has nothing else to show.
 *   <li>A chart is filtered before it is drawn: what is not finite or not possible never reaches Lets-Plot.
 * </ul>
 */
@NullMarked
package org.reelsense.report;

import org.jspecify.annotations.NullMarked;
