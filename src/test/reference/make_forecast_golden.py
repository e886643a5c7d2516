#!/usr/bin/env python3
"""Makes src/test/resources/golden/forecast/baselines.json: RMSE and directional accuracy of the baselines, series by series.

Windows, scales, measures, the ridge fit and the generator of weekly series are written here again, in NumPy, from their
descriptions (../shared/design/forecasting.md and WeeklyActivity); the ridge is scikit-learn's. Run from the repository
root, on Debian 12 after
    apt-get install python3-numpy python3-sklearn
    src/test/reference/make_forecast_golden.py ../shared/datasets
with the folder that holds the authors' BANKEX.csv and activities.csv. Made with NumPy 1.24.2, scikit-learn 1.2.1.
"""

import decimal
import hashlib
import json
import pathlib
import sys

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.linear_model import Ridge

TARGET = pathlib.Path("src/test/resources/golden/forecast/baselines.json")
WINDOW, TEST = 60, 251
BITS = (1 << 64) - 1


class SplitMix64:
    """Steele, Lea and Flood 2014, with Stafford's 13th mix."""

    def __init__(self, seed):
        self.state = seed & BITS

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & BITS
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & BITS
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & BITS
        return (mixed ^ (mixed >> 31)) % bound


def weekly(seed):
    """Ten series in ten-thousandths, divided at the end."""
    random, rows = SplitMix64(seed), []
    for step in range(1, 11):
        phase = rise = 0
        noise = 4
        if step > 1:
            phase, rise = random.below(7), 30 + random.below(13)
            least = 4 << random.below(3)
            noise = least + random.below(least * 3 // 2 + 1)
        height = step * 10_000
        rows.append([(height if (phase + day) % 7 < 5 else 0) + height * rise * day // (100 * 3583)
                     + 100 * random.below(step * noise + 1) for day in range(3584)])
    return np.array(rows) / 10_000


def canonical(series):
    """The bytes of the CSV file: 17 significant digits where the exact value has more."""
    context = decimal.Context(prec=17)
    return "".join(",".join(str(context.plus(decimal.Decimal(float(v)))) for v in row) + "\n"
                   for row in series).encode()


def windows(series, horizon, first, count):
    whole = sliding_window_view(series, WINDOW + horizon)[first:first + count]
    return whole[:, :WINDOW], whole[:, WINDOW:]


def forecaster(name, lag, horizon, train):
    if name == "persistence":
        return lambda inputs: np.repeat(inputs[:, -1:], horizon, axis=1)
    if name == "seasonal":
        return lambda inputs: np.tile(inputs[:, -lag:], (1, horizon // lag + 1))[:, :horizon]
    constant = lambda inputs: np.hstack([inputs, np.ones((len(inputs), 1))]) if name == "ridge" else inputs
    model = Ridge(alpha=0.001, fit_intercept=False, solver="cholesky").fit(constant(train[0]), train[1])
    return lambda inputs: model.predict(constant(inputs)).reshape(len(inputs), horizon)


def cases(name, series, sha256, lag):
    for scaling in ("all", "train"):
        seen = series if scaling == "all" else series[:, :-TEST]
        low, high = seen.min(axis=1, keepdims=True), seen.max(axis=1, keepdims=True)
        scaled = (series - low) / (high - low)
        first = series.shape[1] - TEST - WINDOW
        for horizon in (1, 20):
            train = windows(scaled[0], horizon, 0, first)
            for baseline in ("persistence", "seasonal", "ridge", "linear"):
                forecast = forecaster(baseline, lag, horizon, train)
                rmse, accuracy = [], []
                for row in scaled:
                    inputs, actual = windows(row, horizon, first, TEST - horizon + 1)
                    predicted = forecast(inputs)
                    rmse.append(float(np.sqrt(np.mean((predicted - actual) ** 2))))
                    moves = np.sign(np.diff(actual, axis=0)) == np.sign(np.diff(predicted, axis=0))
                    accuracy.append(float(moves.mean()))
                yield {"series": name, "sha256": sha256, "scaling": scaling, "horizon": horizon, "baseline": baseline,
                       "rmse": rmse, "rmseMean": float(np.mean(rmse)), "rmseDeviation": float(np.std(rmse)),
                       "accuracy": accuracy, "accuracyMean": float(np.mean(accuracy)),
                       "accuracyDeviation": float(np.std(accuracy))}


def main(folder):
    made = weekly(1)
    found = list(cases("weekly", made, hashlib.sha256(canonical(made)).hexdigest(), 7))
    for name, file, lag in (("bankex", "BANKEX.csv", 5), ("activities", "activities.csv", 7)):
        content = (folder / file).read_bytes()
        series = np.array([[float(v) for v in line.split(",")] for line in content.decode().splitlines()])
        found += cases(name, series, hashlib.sha256(content).hexdigest(), lag)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("[\n" + ",\n".join(json.dumps(case, allow_nan=False) for case in found) + "\n]\n")


main(pathlib.Path(sys.argv[1]))
