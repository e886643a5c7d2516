"""What word vectors know about sentiment. Reads word2vec text files; prints a line of JSON for each.

badRank: place of "bad" among the words most similar to "good" (Miyato et al. 2017): vectors that only know where a word
stands put it near the top; sentiment pushes it down.
polarity: of the ten polar words nearest to a polar word, the share of the same polarity (see polar_words.txt).
probe: dev accuracy of ridge logistic regression on each review's mean vector."""

import json
import pathlib
import sys

import numpy as np

NEIGHBOURS = 10
RIDGE = 1e-3
STEPS = 15


def read_vectors(file):
    with open(file, encoding="utf-8") as lines:
        count, width = map(int, next(lines).split())
        words, rows = [], np.zeros((count, width), np.float32)
        for i, line in enumerate(lines):
            parts = line.rstrip().split(" ")
            words.append(parts[0])
            rows[i] = parts[1:]
    return {word: i for i, word in enumerate(words)}, rows


def bad_rank(ids, units):
    similarity = units @ units[ids["good"]]
    similarity[ids["good"]] = -2
    return int((similarity > similarity[ids["bad"]]).sum()) + 1


def polarity_agreement(ids, units):
    lists = (pathlib.Path(__file__).parent / "polar_words.txt").read_text().splitlines()
    polar = [(ids[word], line.split()[0]) for line in lists for word in line.split()[1:] if word in ids]
    rows = units[[i for i, _ in polar]]
    signs = np.array([sign for _, sign in polar])
    similarity = rows @ rows.T
    np.fill_diagonal(similarity, -2)
    nearest = np.argsort(-similarity, axis=1)[:, :NEIGHBOURS]
    return float((signs[nearest] == signs[:, None]).mean())


def mean_vectors(file, ids, rows):
    means, labels = [], []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            label, text = line.rstrip("\n").split("\t")
            known = [ids[word] for word in text.split() if word in ids]
            means.append(rows[known].mean(0) if known else np.zeros(rows.shape[1]))
            labels.append(int(label))
    return np.array(means, np.float64), np.array(labels)


def probe_accuracy(folder, ids, rows):
    x, y = mean_vectors(folder / "train.tsv", ids, rows)
    dev, truth = mean_vectors(folder / "dev.tsv", ids, rows)
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    x, dev = (np.c_[(part - mean) / deviation, np.ones(len(part))] for part in (x, dev))
    weights = np.zeros(x.shape[1])
    ridge = RIDGE * len(x)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + ridge * weights
        weights -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(weights)), slope)
    return float(((dev @ weights > 0) == truth).mean())


def main():
    folder = pathlib.Path(sys.argv[1])
    for file in sys.argv[2:]:
        ids, rows = read_vectors(file)
        units = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        print(json.dumps({"badRank": bad_rank(ids, units), "polarity": round(polarity_agreement(ids, units), 4),
                          "probe": round(probe_accuracy(folder, ids, rows), 4)}), flush=True)


main()
