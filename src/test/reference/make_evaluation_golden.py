"""Makes src/test/resources/golden/evaluation/*.json: the scores that scikit-learn, statsmodels and SciPy give.

Run from the repository root, on Debian 12 after
    apt-get install python3-scipy python3-sklearn python3-statsmodels
    /usr/bin/python3 src/test/reference/make_evaluation_golden.py
Made with scikit-learn 1.2.1, SciPy 1.10.1, statsmodels 0.13.5. The same input gives the same files.

No package here has Newcombe's paired interval (method 10). It is written below in NumPy from the article, on arrays of
outcomes instead of counts, with statsmodels' Wilson interval; the Java test adds an example as printed elsewhere.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import binomtest
from sklearn import metrics
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

FOLDER = pathlib.Path("src/test/resources/golden/evaluation")
CLIP = 2.0**-23  # np.finfo(np.float32).eps, what scikit-learn >= 1.2 takes for 32-bit probabilities


def calibration_error(p, y):
    """Expected calibration error as defined: 15 bins, |confidence - accuracy| weighted by the bin's share."""
    bins = np.digitize(p, np.linspace(0, 1, 16)[1:-1])
    error = 0.0
    for b in np.unique(bins):
        inside = bins == b
        error += inside.mean() * abs(p[inside].mean() - y[inside].mean())
    return float(error)


def evaluation(name, probabilities, positive):
    p = np.asarray(probabilities, dtype=np.float32)
    y = np.asarray(positive, dtype=bool)
    wide = p.astype(np.float64)
    decided = wide >= 0.5
    tn, fp, fn, tp = (int(v) for v in metrics.confusion_matrix(y, decided, labels=[False, True]).ravel())
    low, high = proportion_confint(tp + tn, len(y), alpha=0.05, method="wilson")
    return {
        "name": name,
        "probabilities": [float(v) for v in wide],
        "positive": [bool(v) for v in y],
        "truePositives": tp, "falsePositives": fp, "trueNegatives": tn, "falseNegatives": fn,
        "accuracy": metrics.accuracy_score(y, decided),
        "accuracyLow": low, "accuracyHigh": high,
        "precision": metrics.precision_score(y, decided, zero_division=0),
        "recall": metrics.recall_score(y, decided, zero_division=0),
        "f1": metrics.f1_score(y, decided, zero_division=0),
        "logLoss": metrics.log_loss(y, np.clip(wide, CLIP, 1 - CLIP), labels=[False, True], eps=1e-15),
        "brier": float(np.mean((wide - y) ** 2)),
        "calibrationError": calibration_error(wide, y),
        "auc": metrics.roc_auc_score(y, wide) if y.min() != y.max() else None,
    }


def evaluations():
    random = np.random.default_rng(20260729)

    def drawn(n, share, slope):
        y = random.random(n) < share
        logit = slope * (y - 0.5) + random.normal(size=n)
        return 1 / (1 + np.exp(-logit)), y

    p, y = drawn(500, 0.5, 2.0)
    yield evaluation("balanced", p, y)
    p, y = drawn(400, 0.07, 1.0)
    yield evaluation("few positive", p, y)
    p, y = drawn(400, 0.5, 1.5)
    yield evaluation("many ties", np.round(p, 1), y)
    p, y = drawn(200, 0.5, 30.0)
    yield evaluation("certain", p, y)
    p, y = drawn(200, 0.5, -30.0)
    yield evaluation("certain and wrong", p, y)
    yield evaluation("nothing but 0 and 1", random.random(100) < 0.5, random.random(100) < 0.5)
    yield evaluation("all one half", np.full(30, 0.5), random.random(30) < 0.5)
    yield evaluation("just below one half", np.full(30, np.nextafter(np.float32(0.5), np.float32(0))),
                     random.random(30) < 0.5)
    yield evaluation("tiny and huge", [0, 1e-45, 1e-30, 1e-8, 1 - 2**-24, 1, 0, 1], [0, 0, 1, 0, 1, 1, 1, 0])
    yield evaluation("all reviews positive", random.random(25), np.ones(25, dtype=bool))
    yield evaluation("all reviews negative", random.random(25), np.zeros(25, dtype=bool))
    yield evaluation("a single review", [0.75], [True])


def wilson():
    for successes, trials in [(0, 1), (1, 1), (0, 10), (10, 10), (1, 3), (81, 263), (22512, 25000), (24999, 25000)]:
        for confidence in [0.5, 0.9, 0.95, 0.999]:
            low, high = proportion_confint(successes, trials, alpha=1 - confidence, method="wilson")
            yield {"successes": successes, "trials": trials, "confidence": confidence,
                   "low": float(low), "high": float(high)}


def newcombe(a, b, confidence):
    """a, b: arrays of booleans, one a review. The article's steps, on arrays."""
    n = len(a)
    low_a, high_a = proportion_confint(a.sum(), n, alpha=1 - confidence, method="wilson")
    low_b, high_b = proportion_confint(b.sum(), n, alpha=1 - confidence, method="wilson")
    mean_a, mean_b = a.mean(), b.mean()
    if 0 < mean_a < 1 and 0 < mean_b < 1:
        covariance = np.mean(a & b) * np.mean(~a & ~b) - np.mean(a & ~b) * np.mean(~a & b)
        if covariance > 0:
            covariance = max(covariance - 0.5 / n, 0)
        phi = covariance / (a.std() * b.std())
    else:
        phi = 0

    def distance(x, y):
        square = np.array([x, y]) @ np.array([[1, -phi], [-phi, 1]]) @ np.array([x, y])
        return np.sqrt(max(square, 0))

    difference = mean_a - mean_b
    return (difference, difference - distance(mean_a - low_a, high_b - mean_b),
            difference + distance(high_a - mean_a, mean_b - low_b))


def paired():
    tables = [(10, 0, 0, 0), (0, 0, 0, 10), (5, 0, 0, 5), (0, 5, 5, 0), (0, 1, 0, 0), (1, 1, 7, 12), (59, 6, 16, 80),
              (3, 7, 2, 1), (20, 3, 3, 20), (0, 4, 9, 11), (700, 12, 30, 258), (21900, 680, 590, 1830),
              (22000, 1500, 1200, 300)]
    for both, only_a, only_b, neither in tables:
        counts = [both, only_a, only_b, neither]
        a = np.repeat([True, True, False, False], counts)
        b = np.repeat([True, False, True, False], counts)
        table = [[both, only_a], [only_b, neither]]
        p = float(mcnemar(table, exact=True).pvalue) if only_a + only_b else 1.0
        if only_a + only_b:
            again = binomtest(min(only_a, only_b), only_a + only_b, 0.5).pvalue
            assert abs(again - p) <= 1e-12, (table, p, again)
        for confidence in [0.9, 0.95]:
            difference, low, high = newcombe(a, b, confidence)
            yield {"both": both, "onlyA": only_a, "onlyB": only_b, "neither": neither, "confidence": confidence,
                   "mcnemarP": p, "difference": float(difference), "low": float(low), "high": float(high)}


def temperatures():
    """The best T by SciPy's own minimiser, within [0.1, 10]; the loss by scikit-learn."""
    random = np.random.default_rng(2017)

    def case(name, logits, y):
        z = np.asarray(logits, dtype=np.float32)
        wide = z.astype(np.float64)

        def loss(log_t):
            return np.mean(np.logaddexp(0, np.where(y, -wide, wide) / np.exp(log_t)))

        best = minimize_scalar(loss, bounds=(np.log(0.1), np.log(10)), method="bounded", options={"xatol": 1e-10})
        return {"name": name, "logits": [float(v) for v in wide], "positive": [bool(v) for v in y],
                "temperature": float(np.exp(best.x)), "logLoss": float(best.fun)}

    y = random.random(600) < 0.5
    honest = random.normal(size=600) + 2 * (y - 0.5)  # likelihood ratio 2x: T is near 0.5
    yield case("not sure enough", honest, y)
    yield case("too sure", 8 * honest, y)
    yield case("honest", 2 * honest, y)
    yield case("few positive", 3 * honest - 2, y & (random.random(600) < 0.2))
    yield case("all right", np.where(y, 3.0, -3.0), y)
    yield case("all wrong", np.where(y, -3.0, 3.0), y)
    yield case("a single review", [1.5], np.array([True]))


def save(name, cases):
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, allow_nan=False) for case in cases)
    (FOLDER / name).write_text("[\n" + lines + "\n]\n")


save("evaluation.json", evaluations())
save("wilson.json", wilson())
save("paired.json", paired())
save("temperature.json", temperatures())
