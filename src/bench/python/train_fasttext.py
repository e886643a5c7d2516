"""Runs the fasttext program on a token file and prints words a second as a line of JSON.

Timed from its first line of progress, after it has read and counted the file, to "100.0%", before it writes."""

import argparse
import json
import os
import re
import subprocess
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("tokens")
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--dimension", type=int, default=100)
parser.add_argument("--window", type=int, default=5)
parser.add_argument("--negatives", type=int, default=5)
parser.add_argument("--epochs", type=int, default=1)
parser.add_argument("--sample", type=float, default=1e-4)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--subwords", action="store_true")
parser.add_argument("--vectors")
options = parser.parse_args()

with tempfile.TemporaryDirectory() as folder:
    command = ["fasttext", "skipgram", "-input", options.tokens, "-output", folder + "/model", "-minCount", "1",
               "-dim", options.dimension, "-ws", options.window, "-neg", options.negatives, "-epoch", options.epochs,
               "-t", options.sample, "-lr", 0.025, "-thread", options.threads]
    if not options.subwords:
        command += ["-minn", 0, "-maxn", 0]
    process = subprocess.Popen([str(part) for part in command], stderr=subprocess.PIPE)
    text, start, end = "", None, None
    while chunk := os.read(process.stderr.fileno(), 4096):
        text += chunk.decode()
        if start is None and "Progress:" in text:
            start = time.perf_counter()
        if end is None and re.search(r"Progress:\s*100\.0%", text):
            end = time.perf_counter()
    if process.wait() != 0 or start is None or end is None:
        raise SystemExit("fasttext failed: " + text)
    with open(options.tokens, encoding="utf-8") as lines:
        words = options.epochs * sum(len(line.split()) for line in lines)
    if options.vectors:
        with open(folder + "/model.vec", encoding="utf-8") as made, open(options.vectors, "w", encoding="utf-8") as out:
            out.write(made.read())
print(json.dumps({"words": words, "seconds": round(end - start, 3), "wordsPerSecond": round(words / (end - start))}))
