"""Makes src/test/resources/golden/evaluation/*.json: the scores that scikit-learn, statsmodels and SciPy give.

Run from the repository root, on Debian 12 after
    apt-get install python3-scipy python3-sklearn python3-statsmodels
    /usr/bin/python3 src/test/reference/make_evaluation_golden.py
Made with scikit-learn 1.2.1, SciPy 1.10.1, statsmodels 0.13.5. The same input gives the same files.

The bootstrap over reviews and seeds is written below in NumPy, as a matrix product of drawn weights, from the
description in SeedBootstrap; its random numbers are SplitMix64's, so that both programs draw the same. For one seed,
SciPy's own bootstrap stands beside it, with other draws.

No package here has Newcombe's paired interval (method 10). It is written below in NumPy from the article, on arrays of
outcomes instead of counts, with statsmodels' Wilson interval; the Java test adds an example as printed elsewhere.
"""

import json
import pathlib
import warnings

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import binomtest, bootstrap, gmean, mannwhitneyu, wilcoxon
from sklearn import metrics
from sklearn.calibration import calibration_curve
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
    """The best T by SciPy's own minimiser, within [1/4, 4]."""
    random = np.random.default_rng(2017)

    def case(name, logits, y):
        z = np.asarray(logits, dtype=np.float32)
        wide = z.astype(np.float64)

        def loss(log_t):
            return np.mean(np.logaddexp(0, np.where(y, -wide, wide) / np.exp(log_t)))

        best = minimize_scalar(loss, bounds=(np.log(0.25), np.log(4)), method="bounded", options={"xatol": 1e-10})
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


def curves():
    """The points of scikit-learn, none left out; its precision-recall curve begins with the lowest threshold."""
    random = np.random.default_rng(1403)

    def case(name, probabilities, positive):
        p = np.asarray(probabilities, dtype=np.float32).astype(np.float64)
        y = np.asarray(positive, dtype=bool)
        false_positive_rate, true_positive_rate, _ = metrics.roc_curve(y, p, drop_intermediate=False)
        precision, recall, _ = metrics.precision_recall_curve(y, p)
        positive_share, mean_probability = calibration_curve(y, p, n_bins=15, strategy="uniform")
        return {"name": name, "probabilities": p.tolist(), "positive": y.tolist(),
                "falsePositiveRate": false_positive_rate.tolist(), "truePositiveRate": true_positive_rate.tolist(),
                "precision": precision.tolist(), "recall": recall.tolist(),
                "averagePrecision": metrics.average_precision_score(y, p),
                "positiveShare": positive_share.tolist(), "meanProbability": mean_probability.tolist()}

    def drawn(n, share, slope):
        y = random.random(n) < share
        return 1 / (1 + np.exp(-slope * (y - 0.5) - random.normal(size=n))), y

    yield case("balanced", *drawn(300, 0.5, 2.0))
    yield case("few positive", *drawn(300, 0.07, 1.0))
    p, y = drawn(400, 0.5, 1.5)
    yield case("many ties", np.round(p, 1), y)
    yield case("certain", *drawn(200, 0.5, 30.0))
    yield case("certain and wrong", *drawn(200, 0.5, -30.0))
    yield case("nothing but 0 and 1", random.random(100) < 0.5, random.random(100) < 0.5)
    yield case("all one half", np.full(30, 0.5), random.random(30) < 0.5)
    yield case("one of each", [0.25, 0.75], [True, False])


STEP, MASK = 0x9E3779B97F4A7C15, 2**64 - 1


def mix(value):
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    value = (value ^ (value >> 27)) * 0x94D049BB133111EB & MASK
    return value ^ (value >> 31)


class Draws:
    """SplitMix64 in Python's own integers."""

    def __init__(self, seed, replicate):
        self.state = mix((mix(seed & MASK) + STEP + replicate) & MASK)

    def weights(self, n):
        weights = np.zeros(n, dtype=np.int64)
        for _ in range(n):
            self.state = (self.state + STEP) & MASK
            weights[(mix(self.state) >> 1) * n >> 63] += 1
        return weights


def seed_bootstraps():
    random = np.random.default_rng(1979)

    def drawn(models, seeds, reviews):
        hard = random.random(reviews) ** 3
        skill = random.uniform(0.5, 1.5, size=(models, seeds, 1))
        return random.random((models, seeds, reviews)) > np.minimum(1, hard * skill)

    def ends(values):
        k = (len(values) + 1) // 40
        ordered = np.sort(values)
        return float(ordered[k - 1]), float(ordered[-k])

    def case(name, correct, seed, replicates):
        models, seeds, reviews = correct.shape
        counts = np.empty((models, replicates), dtype=np.int64)
        for replicate in range(replicates):
            draws = Draws(seed, replicate)
            review_weights = draws.weights(reviews)
            seed_weights = draws.weights(seeds)
            counts[:, replicate] = (correct @ review_weights) @ seed_weights
        means = counts / (seeds * reviews)
        pairs = []
        for a in range(models):
            for b in range(a + 1, models):
                low, high = ends(means[a] - means[b])
                difference = counts[a] - counts[b]
                tail = min((difference <= 0).sum(), (difference >= 0).sum())
                pairs.append({"a": a, "b": b, "difference": float(correct[a].mean() - correct[b].mean()),
                              "low": low, "high": high, "p": float(min(1, 2 * (1 + tail) / (replicates + 1)))})
        result = {"name": name, "seed": seed, "replicates": replicates,
                  "correct": [["".join("01"[int(v)] for v in row) for row in model] for model in correct],
                  "models": [{"mean": float(m.mean()), "low": ends(x)[0], "high": ends(x)[1]}
                             for m, x in zip(correct, means)],
                  "pairs": pairs}
        if seeds == 1 and models == 2:
            other = bootstrap((correct[0, 0].astype(float), correct[1, 0].astype(float)),
                              lambda a, b, axis: a.mean(axis=axis) - b.mean(axis=axis), paired=True, vectorized=True,
                              n_resamples=20000, batch=500, method="percentile", random_state=7)
            result["scipy"] = {"low": float(other.confidence_interval.low),
                               "high": float(other.confidence_interval.high)}
        return result

    yield case("one seed", drawn(2, 1, 800), 1, 999)
    yield case("three models, three seeds", drawn(3, 3, 150), -5, 999)
    yield case("more pairs of model and seed than bits of a word", drawn(5, 14, 61), 2**40, 399)
    yield case("one model, one review", drawn(1, 1, 1), 0, 39)


def statistics():
    random = np.random.default_rng(9)
    for values in [[0.9266], [0.9266, 0.9252], [0.9266, 0.9252, 0.9259], [1.23, 1.19, 1.31, 1.2, 0.97],
                   random.lognormal(0, 2, 50).tolist()]:
        yield {"values": values, "mean": float(np.mean(values)), "geometricMean": float(gmean(values)),
               "standardDeviation": float(np.std(values, ddof=1)) if len(values) > 1 else None}


def rank_tests():
    """Pairs of lists: U is mannwhitneyu's, always asymptotic; the signed ranks are wilcoxon's, its own way chosen."""
    random = np.random.default_rng(21)
    apart = [0.01 * i for i in range(10)]
    lists = [([1.0], [2.0]), ([2.0], [2.0]), ([1.0, 1.0, 1.0], [1.0, 1.0, 1.0]), (apart, [1 + x for x in apart]),
             ([1 + 1.1 * x for x in apart], apart), ([1.0, 2, 2, 3, 5], [2.0, 2, 4, 4, 9]),
             ([1.0, 2, 3, 4, 5], [1.0, 4, 2, 9, 5.5]), ([1.0, 2.0, 4.0], [3.0, 7.0, 13.0])]
    for n in (2, 5, 10, 25, 26, 50, 51, 120):
        lists.append((random.normal(0, 1, n).tolist(), random.normal(0.4, 1, n).tolist()))
    for n in (10, 40):
        lists.append((random.integers(0, 6, n).astype(float).tolist(), random.integers(1, 7, n).astype(float).tolist()))
    for a, b in lists + [([1.0, 2.0, 3.0], [0.5]), (random.normal(0, 1, 7).tolist(), random.normal(1, 1, 12).tolist())]:
        u = mannwhitneyu(a, b, method="asymptotic")
        case = {"a": a, "b": b, "u": float(u.statistic), "uP": float(u.pvalue)}
        if len(a) == len(b):
            sizes = np.abs(np.subtract(a, b))
            exact = len(a) <= 50 and (sizes > 0).all() and len(set(sizes)) == len(a)
            if (sizes == 0).all():
                case["wilcoxon"] = {"smaller": 0.0, "p": 1.0}  # scipy refuses to answer
            else:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    w = wilcoxon(a, b, zero_method="wilcox", method="exact" if exact else "approx")
                case["wilcoxon"] = {"smaller": float(w.statistic), "p": float(w.pvalue)}
        yield case


def save(name, cases):
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, allow_nan=False) for case in cases)
    (FOLDER / name).write_text("[\n" + lines + "\n]\n")


save("evaluation.json", evaluations())
save("wilson.json", wilson())
save("paired.json", paired())
save("temperature.json", temperatures())
save("curves.json", curves())
save("seed-bootstrap.json", seed_bootstraps())
save("statistics.json", statistics())
save("rank-tests.json", rank_tests())
