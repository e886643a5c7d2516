#!/usr/bin/python3
"""Writes the golden numbers of package baseline: NB-SVM and the word count, with scikit-learn and NumPy.

    apt-get install python3-sklearn                  # Debian 12: scikit-learn 1.2.1, NumPy 1.24.2
    src/test/reference/make_baseline_golden.py       # in the project's folder

Texts are drawn from a few words, each class with odds of its own; they are tokens with spaces between, which tokenize to
themselves. n-grams, their document frequencies and the binary matrix are CountVectorizer's, the log-count ratios NumPy's,
the weights those of scikit-learn's Newton method (liblinear is not used here), to many more digits than the tests ask.
"""

import json
import pathlib

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

FOLDER = pathlib.Path("src/test/resources/golden/baseline")
WORDS = pathlib.Path("src/main/resources/org/reelsense/baseline")

GOOD = "good great fun loved superb 8/10".split()
BAD = "bad dull awful boring waste 2/10".split()
PLAIN = "the a film is was it not n't and very ! , plot actor".split()


def text(rng, positive, length):
    """Words of the own side come three times as often as those of the other."""
    odds = [3.0 if positive else 1.0] * len(GOOD) + [1.0 if positive else 3.0] * len(BAD) + [4.0] * len(PLAIN)
    odds = np.array(odds) / np.sum(odds)
    return " ".join(rng.choice(GOOD + BAD + PLAIN, size=length, p=odds))


def texts(rng, positive):
    return [text(rng, bool(label), int(rng.integers(1, 30))) for label in positive]


def weights(features, positive, cost):
    """Least |w|^2 / 2 + cost * loss, the bias among the weights."""
    with_bias = np.hstack([features, np.ones((len(features), 1))])
    model = LogisticRegression(C=cost, fit_intercept=False, solver="newton-cholesky", tol=1e-10, max_iter=1_000)
    return model.fit(with_bias, positive).coef_[0]


def nbsvm(name, seed, train, other, ngrams, minimum, smoothing, cost, interpolation):
    rng = np.random.default_rng(seed)
    positive = rng.random(train) < 0.4
    learned = texts(rng, positive)
    scored = ["", "unheard words alone", "good unheard good", *texts(rng, rng.random(other) < 0.5)]
    counter = CountVectorizer(
        analyzer="word", tokenizer=str.split, token_pattern=None, lowercase=False, binary=True,
        ngram_range=(1, ngrams), min_df=minimum, dtype=np.float64)
    rows = counter.fit_transform(learned).toarray()
    p = smoothing + rows[positive].sum(axis=0)
    q = smoothing + rows[~positive].sum(axis=0)
    ratios = np.log((p / p.sum()) / (q / q.sum()))

    def scaled(matrix):
        share = 1 / np.sqrt(np.maximum(1, matrix.sum(axis=1, keepdims=True)))
        return matrix * share * ratios

    w = weights(scaled(rows), positive, cost)
    mixed = (1 - interpolation) * np.abs(w[:-1]).mean() + interpolation * w[:-1]
    logits = scaled(counter.transform(scored).toarray()) @ mixed + w[-1]
    names = counter.get_feature_names_out()
    return {
        "name": name, "ngrams": ngrams, "minimumDocuments": minimum, "smoothing": smoothing, "cost": cost,
        "interpolation": interpolation, "train": learned, "positive": positive.tolist(), "scored": scored,
        "ratios": {str(gram): float(ratio) for gram, ratio in zip(names, ratios)},
        "logits": logits.tolist(),
    }


def word_count():
    rng = np.random.default_rng(6)
    praise = set((WORDS / "positive-words.txt").read_text().split())
    blame = set((WORDS / "negative-words.txt").read_text().split())
    positive = rng.random(60) < 0.5
    learned = texts(rng, positive)
    scored = ["", "unheard words alone", *texts(rng, rng.random(10) < 0.5)]

    def score(one):
        p = sum(word in praise for word in one.split())
        n = sum(word in blame for word in one.split())
        return [np.log((p + 1) / (n + 1))]

    w = weights(np.array([score(one) for one in learned]), positive, 1)
    logits = np.array([score(one) for one in scored]) @ w[:1] + w[1]
    return [{
        "name": "word count", "train": learned, "positive": positive.tolist(), "scored": scored,
        "scale": w[0], "offset": w[1], "logits": logits.tolist(),
    }]


def write(name, cases):
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case) for case in cases)
    (FOLDER / name).write_text("[" + lines + "]\n")


write("nbsvm.json", [
    nbsvm("tokens alone", 1, 40, 8, 1, 1, 1.0, 1.0, 1.0),
    nbsvm("pairs, the paper's interpolation", 2, 60, 8, 2, 1, 1.0, 1.0, 0.25),
    nbsvm("pairs of two documents or more", 3, 60, 8, 2, 2, 0.5, 10.0, 0.5),
    nbsvm("triples", 4, 30, 8, 3, 1, 1.0, 100.0, 0.5),
    nbsvm("triples of three documents or more", 5, 120, 8, 3, 3, 1.0, 100.0, 0.5),
])
write("wordcount.json", word_count())
