/**
 * The time-series experiment (Velarde et al. 2022): a network of one recurrent layer forecasts each series from its last
 * values, beside baselines.
 *
 * <p>{@link org.reelsense.forecast.ForecastRecord} is the contract with everybody who reads a run's {@code results.json};
 * {@link org.reelsense.forecast.ForecastFolder} is the run on disk, with each model's forecasts as a
 * {@link org.reelsense.forecast.ForecastFile}. The reports are made from these and nothing else.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Deviations over series have the divisor n, as the paper's; those between seeds n - 1, as everywhere else here.
 *   <li>The files of forecasts and of the first series hold values of the data, which may not be ours to publish.
 * </ul>
 */
@NullMarked
package org.reelsense.forecast;

import org.jspecify.annotations.NullMarked;
