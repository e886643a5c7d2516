/**
 * What a bench found and how it is shown: numbers of rounds as least, median and most, ratios made round by round, as a
 * table, CSV, JSON and chart. Knows nothing of engines.
 */
@NullMarked
package org.reelsense.bench.result;

import org.jspecify.annotations.NullMarked;
