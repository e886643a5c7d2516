#!/usr/bin/env python3
"""Benchmark of word vectors: speed and quality beside gensim, fastText and DL4J. See README.md here."""

import argparse
import json
import pathlib
import platform
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PYTHON = HERE / "python"
RESULTS = ROOT / "datasets/results/embedding-bench"
OURS = ["deterministic", "fast"]
ENGINES = OURS + ["gensim", "fasttext", "fasttext-subwords", "dl4j"]


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = pathlib.Path(options.work).resolve()
        self.work.mkdir(parents=True, exist_ok=True)
        self.classes = self.work / "classes"
        self.class_path = f"{self.classes}:{ROOT}/target/classes:{ROOT}/target/lib/*"

    def compile(self):
        self.call(["mvn", "-B", "-q", "-f", ROOT / "pom.xml", "-DskipTests", "-Dstrict.skip", "package"])
        sources = sorted((HERE / "java/org/reelsense/bench/vectors").rglob("*.java"))
        self.call(["javac", "-proc:none", "-nowarn", "-d", self.classes, "-cp", self.class_path, *sources])

    def call(self, command, capture=False):
        done = subprocess.run([str(part) for part in command], check=True, text=True,
                              stdout=subprocess.PIPE if capture else None,
                              stderr=subprocess.DEVNULL if capture else None)
        return done.stdout

    def java(self, *arguments):
        output = self.call(["java", "-Xmx3g", "-cp", self.class_path, "org.reelsense.bench.vectors.VectorBench", *arguments], True)
        return json.loads(output.strip().splitlines()[-1]) if output.strip() else None

    def corpus(self, reviews):
        folder = self.work / f"corpus-{reviews}"
        if not (folder / "dev.tsv").exists():
            print(f"corpus of {reviews} ...", file=sys.stderr)
            self.java("corpus", self.options.data, reviews, folder)
        return folder

    def train(self, engine, tokens, dimension, epochs, seed=1, vectors=None):
        """One training; a dictionary of words, seconds and wordsPerSecond."""
        if engine in OURS + ["dl4j"]:
            extra = [f"vectors={vectors}"] if vectors else []
            return self.java("train", engine, tokens, self.options.threads, f"dimension={dimension}", f"epochs={epochs}",
                             f"sample={self.options.sample}", f"seed={seed}", *extra)
        script = "train_gensim.py" if engine == "gensim" else "train_fasttext.py"
        command = [self.options.python, PYTHON / script, tokens, "--threads", self.options.threads, "--dimension", dimension,
                   "--epochs", epochs, "--sample", self.options.sample, "--seed", seed]
        command += ["--subwords"] if engine == "fasttext-subwords" else []
        command += ["--vectors", vectors] if vectors else []
        return json.loads(self.call(command, True))

    def speed(self):
        """Every engine in turn, three times over, so that a disturbance hits all; then our own on half, all and twice."""
        sizes = [str(int(self.options.reviews) * factor) for factor in (1, 2, 4)]
        tokens = {size: self.corpus(size) / "tokens.txt" for size in sizes}
        runs = {engine: [] for engine in ENGINES}
        for turn in range(self.options.runs):
            for engine in ENGINES:
                runs[engine].append(self.train(engine, tokens[sizes[0]], 100, 1))
                print(f"{engine} {turn + 1}: {runs[engine][-1]}", file=sys.stderr)
        doubling = []
        for engine in OURS:
            for size in sizes:
                done = [self.train(engine, tokens[size], 100, 1) for _ in range(self.options.runs)]
                doubling.append({"engine": engine, "words": done[0]["words"],
                                 "seconds": statistics.median(run["seconds"] for run in done)})
        speeds = {engine: [run["wordsPerSecond"] for run in done] for engine, done in runs.items()}
        medians = {engine: statistics.median(values) for engine, values in speeds.items()}
        return {"settings": {"dimension": 100, "window": 5, "negatives": 5, "epochs": 1, "sample": self.options.sample,
                             "threads": self.options.threads, "words": runs["gensim"][0]["words"]},
                "wordsPerSecond": speeds, "medians": medians,
                "timesAsFast": {ours: {peer: round(medians[ours] / medians[peer], 2) for peer in ENGINES[2:]}
                                for ours in OURS},
                "doubling": doubling}

    def quality(self):
        """Vectors of the whole corpus by each engine and seed, each kept, then measures and a BiGRU on each."""
        folder = self.corpus(self.options.quality_reviews)
        made = self.work / f"quality-{self.options.quality_reviews}"
        made.mkdir(exist_ok=True)
        results = {}
        for seed in range(1, self.options.seeds + 1):
            for engine in self.options.engines.split(","):
                results.setdefault(engine, []).append(self.one_quality(folder, made, engine, seed))
        return {"settings": {"dimension": 64, "epochs": self.options.epochs, "sample": self.options.sample},
                "runs": results}

    def one_quality(self, folder, made, engine, seed):
        result = made / f"{engine}-{seed}.json"
        if result.exists():
            return json.loads(result.read_text())
        start = time.monotonic()
        vectors = made / f"{engine}-{seed}.vec"
        if not vectors.exists():
            part = vectors.with_suffix(".part")
            self.train(engine, folder / "tokens.txt", 64, self.options.epochs, seed, part)
            part.rename(vectors)
        scores = json.loads(self.call([self.options.python, PYTHON / "measures.py", folder, vectors], True))
        if self.options.classify:
            scores |= self.java("classify", vectors, folder, seed, self.options.threads)
        print(f"{engine} {seed}: {scores} ({time.monotonic() - start:.0f} s)", file=sys.stderr)
        result.write_text(json.dumps(scores))
        return scores


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    return {"cpu": model, "os": platform.platform(), "python": platform.python_version()}


def speed_table(result):
    lines = ["# Speed of word vectors", "", "Settings: " + json.dumps(result["settings"]), "",
             "| engine | words/s, median | all runs |", "|---|---|---|"]
    lines += [f"| {engine} | {result['medians'][engine]:,.0f} | " + ", ".join(f"{run:,.0f}" for run in runs) + " |"
              for engine, runs in result["wordsPerSecond"].items()]
    lines += ["", "| ours | " + " | ".join("x " + peer for peer in ENGINES[2:]) + " |", "|---" * 5 + "|"]
    lines += [f"| {ours} | " + " | ".join(str(value) for value in times.values()) + " |"
              for ours, times in result["timesAsFast"].items()]
    lines += ["", "| engine | words | seconds |", "|---|---|---|"]
    lines += [f"| {row['engine']} | {row['words']:,} | {row['seconds']:.2f} |" for row in result["doubling"]]
    return "\n".join(lines) + "\n"


def quality_table(result):
    measures = ["devAccuracy", "low", "high", "probe", "polarity", "badRank"]
    lines = ["# Quality of word vectors", "", "Settings: " + json.dumps(result["settings"]), "",
             "| engine | seed | " + " | ".join(measures) + " |", "|---" * (2 + len(measures)) + "|"]
    for engine, runs in result["runs"].items():
        lines += [f"| {engine} | {i} | " + " | ".join(str(run.get(m, "")) for m in measures) + " |"
                  for i, run in enumerate(runs, 1)]
        means = [statistics.mean(run[m] for run in runs) if m in runs[0] else None for m in measures]
        lines.append(f"| {engine} | mean | " + " | ".join("" if m is None else f"{m:.4f}" for m in means) + " |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=["speed", "quality"])
    parser.add_argument("--data", required=True, help="data folder of reelsense that has the IMDB reviews")
    parser.add_argument("--work", default=str(ROOT / "target/embedding-bench"), help="for token files and vectors")
    parser.add_argument("--out", default=str(RESULTS))
    parser.add_argument("--python", default="/usr/bin/python3", help="a Python that has gensim and numpy")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--sample", default="1e-4")
    parser.add_argument("--runs", type=int, default=3, help="speed: turns")
    parser.add_argument("--reviews", default="2900", help="speed: labelled reviews, with twice as many unlabelled")
    parser.add_argument("--quality-reviews", default="all")
    parser.add_argument("--seeds", type=int, default=3, help="quality: trainings of each engine")
    parser.add_argument("--epochs", type=int, default=1, help="quality: passes over the text")
    parser.add_argument("--engines", default=",".join(ENGINES), help="quality: which")
    parser.add_argument("--classify", action=argparse.BooleanOptionalAction, default=True,
                        help="quality: train a BiGRU on each")
    options = parser.parse_args()
    bench = Bench(options)
    bench.compile()
    result = {"machine": machine()} | (bench.speed() if options.part == "speed" else bench.quality())
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{options.part}.json").write_text(json.dumps(result, indent=1) + "\n")
    table = speed_table(result) if options.part == "speed" else quality_table(result)
    (out / f"{options.part}.md").write_text(table)
    print(table)


main()
