"""Trains gensim's Word2Vec on a token file, a review a line, and prints words a second as a line of JSON."""

import argparse
import json
import time

from gensim.models import Word2Vec

parser = argparse.ArgumentParser()
parser.add_argument("tokens")
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--dimension", type=int, default=100)
parser.add_argument("--window", type=int, default=5)
parser.add_argument("--negatives", type=int, default=5)
parser.add_argument("--epochs", type=int, default=1)
parser.add_argument("--sample", type=float, default=1e-4)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--vectors")
options = parser.parse_args()

with open(options.tokens, encoding="utf-8") as lines:
    texts = [line.split() for line in lines]
model = Word2Vec(vector_size=options.dimension, window=options.window, negative=options.negatives, sg=1, min_count=1,
                 sample=options.sample, seed=options.seed, workers=options.threads, epochs=options.epochs)
model.build_vocab(texts)
start = time.perf_counter()
model.train(texts, total_examples=len(texts), epochs=options.epochs)
seconds = time.perf_counter() - start
words = options.epochs * sum(map(len, texts))
print(json.dumps({"words": words, "seconds": round(seconds, 3), "wordsPerSecond": round(words / seconds)}))
if options.vectors:
    model.wv.save_word2vec_format(options.vectors)
