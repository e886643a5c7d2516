"""Writes src/test/resources/golden/forecast/summaries.csv by NumPy and SciPy: python3 src/test/reference/make_forecast_summary_golden.py

The figures are those of InventedForecasts: of lstm at seeds 1 and 2, persistence and seasonal, one step ahead.
"""

import pathlib

import numpy as np
from scipy import stats

I = np.arange(10)
RMSE = {
    "lstm": [0.04 + 0.001 * I, 0.041 + 0.0012 * I],
    "gru": [0.0405 + 0.0008 * ((3 * I) % 10), 0.04153 + 0.00071 * ((I * I) % 7)],
    "persistence": [0.37 + 0.003 * ((7 * I) % 10)],
    "seasonal": [0.041083 + 0.00091 * ((3 * I) % 10)],
}
PAIRS = [("lstm", "gru"), ("lstm", "persistence"), ("lstm", "seasonal"), ("gru", "persistence"), ("gru", "seasonal")]


def over_seeds(name):
    seeds = np.array(RMSE[name])
    means = seeds.mean(axis=1)
    series = seeds.mean(axis=0)
    between = means.std(ddof=1) if len(seeds) > 1 else float("nan")
    return series, [series.mean(), series.std(), between, means.min(), means.max()]


def main():
    lines = ["name,mean,sd,seedSd,least,most"]
    lines += [",".join([name] + [repr(float(x)) for x in over_seeds(name)[1]]) for name in RMSE]
    lines += ["a,b,difference,u,uP,w,wP"]
    for a, b in PAIRS:
        x, y = over_seeds(a)[0], over_seeds(b)[0]
        u = stats.mannwhitneyu(x, y, method="asymptotic")
        w = stats.wilcoxon(x, y)
        figures = [x.mean() - y.mean(), u.statistic, u.pvalue, w.statistic, w.pvalue]
        lines += [",".join([a, b] + [repr(float(f)) for f in figures])]
    path = pathlib.Path("src/test/resources/golden/forecast/summaries.csv")
    path.write_text("\n".join(lines) + "\n")


main()
