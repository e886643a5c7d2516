/**
 * The time-series experiment of Velarde et al. (An Open-Source and Reproducible Implementation of LSTM and GRU Networks
 * for Time Series Forecasting, 2022, arXiv 2504.18185): series in ({@link org.reelsense.forecast.SeriesSource},
 * {@link org.reelsense.forecast.SeriesFile}), scaled ({@link org.reelsense.forecast.Scaling}) and cut
 * ({@link org.reelsense.forecast.Windows}); forecasts out and measured ({@link org.reelsense.forecast.Forecasts}), with
 * {@link org.reelsense.forecast.Baseline}s beside the networks.
 *
 * <p>{@link org.reelsense.forecast.ForecastRecord} is the contract with everybody who reads a run's {@code results.json};
 * {@link org.reelsense.forecast.ForecastFolder} is the run on disk, with each model's forecasts as a
 * {@link org.reelsense.forecast.ForecastFile}. The reports are made from these and nothing else.
 *
 * <p>Neighbours: what is downloaded comes through {@code dataset}; tests between models are those of {@code evaluation}.
 *
 * <p>Axes: a series has Q values; n windows are {@code [n][window]} with targets {@code [n][horizon]}.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Models are trained on series 0 alone and tested on all: what differs from series to series is never learned.
 *   <li>{@link org.reelsense.forecast.Scaling#ALL}, the authors' way, lets the scale see the test part.
 *   <li>At a horizon above 1 the last training targets lie in the test part of series 0; see
 *       {@link org.reelsense.forecast.Windowing#sharedTargets()}.
 *   <li>All measures are taken on the scaled axis, so series count alike whatever their unit.
 *   <li>Series are counted from 0 here as in the paper's code, but from 1, as rows, in every message.
 *   <li>Arrays are shared and never changed.
 *   <li>Deviations over series have the divisor n, as the paper's; those between seeds n - 1, as everywhere else here.
 *   <li>Files of forecasts and of the first series hold values of the data, which may not be ours to publish.
 * </ul>
 */
@NullMarked
package org.reelsense.forecast;

import org.jspecify.annotations.NullMarked;
