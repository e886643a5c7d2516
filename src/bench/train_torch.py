#!/usr/bin/env python3
"""Training steps as `src/bench/speed train` times them, in PyTorch for Python, written as its users write them.

What shows whether the bench's libtorch, which is called from Java, is as fast as the real one. Takes a file of reviews that the
bench has left (`target/bench/work/reviews-*-none.ids`). Prints a JSON object. See README.md here.
"""

import argparse
import json
import statistics
import time

import numpy
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

LAYERS = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}
RATE = 0.001


def read(path):
    """Vocabulary size, the reviews' ids, and which are positive."""
    data = memoryview(open(path, "rb").read())
    size, count = numpy.frombuffer(data, ">i4", 2)
    reviews, positive, at = [], [], 8
    for _ in range(count):
        positive.append(float(data[at]))
        length = int(numpy.frombuffer(data, ">i4", 1, at + 1)[0])
        reviews.append(numpy.frombuffer(data, ">i4", length, at + 5).astype(numpy.int64))
        at += 5 + 4 * length
    return int(size), reviews, positive


def pieces(length, most):
    """Where the pieces of a review begin and end, as even as possible."""
    count = (length - 1) // most + 1
    bounds = [piece * length // count for piece in range(count + 1)]
    return list(zip(bounds, bounds[1:]))


class Batch:
    """Reviews' pieces as rows, longest first: ids [T, R] both ways, and what pooling needs."""

    def __init__(self, reviews, positive, most):
        rows = [(end - begin, review, begin) for review, ids in enumerate(reviews) for begin, end in pieces(len(ids), most)]
        rows.sort(reverse=True)
        self.lengths = torch.tensor([length for length, _, _ in rows])
        forward = numpy.zeros((rows[0][0], len(rows)), numpy.int64)
        reverse = numpy.zeros_like(forward)
        for row, (length, review, begin) in enumerate(rows):
            forward[:length, row] = reviews[review][begin:begin + length]
            reverse[:length, row] = forward[:length, row][::-1]
        self.forward, self.reverse = torch.from_numpy(forward), torch.from_numpy(reverse)
        self.padding = (torch.arange(rows[0][0])[:, None] >= self.lengths)[:, :, None]
        self.review = torch.tensor([review for _, review, _ in rows])
        self.tokens = torch.tensor([[float(len(ids))] for ids in reviews])
        self.positive = torch.tensor(positive)


class Network(nn.Module):
    """Embedding, both directions, max and mean pooling, one linear layer."""

    def __init__(self, cell, words, hidden, packed):
        super().__init__()
        self.packed = packed
        self.embedding = nn.Embedding(words, hidden, sparse=True)
        if packed:
            self.layer = LAYERS[cell](hidden, hidden, bidirectional=True)
        else:  # the reverse direction reads turned rows, so that padding comes last
            self.directions = nn.ModuleList(LAYERS[cell](hidden, hidden) for _ in range(2))
        self.output = nn.Linear(4 * hidden, 1)

    def features(self, batch):
        """Of every token, [T, R, F] each; their order in time does not matter."""
        if self.packed:
            packed = pack_padded_sequence(self.embedding(batch.forward), batch.lengths)
            return [pad_packed_sequence(self.layer(packed)[0])[0]]
        return [layer(self.embedding(ids))[0] for layer, ids in zip(self.directions, (batch.forward, batch.reverse))]

    def forward(self, batch):
        features = torch.cat(self.features(batch), 2)
        reviews, width = len(batch.positive), features.shape[2]
        largest = features.masked_fill(batch.padding, -2).max(0).values
        index = batch.review[:, None].expand(-1, width)
        largest = torch.full((reviews, width), -2.).scatter_reduce(0, index, largest, "amax")
        total = torch.zeros(reviews, width).index_add(0, batch.review, features.masked_fill(batch.padding, 0).sum(0))
        return self.output(torch.cat((largest, total / batch.tokens), 1)).squeeze(1)


class Training:
    """Steps over the batches of a sample, Adam on everything, the sparse one on the embedding."""

    def __init__(self, arguments, packed):
        words, self.reviews, self.positive = read(arguments.reviews)
        self.most = arguments.pieces
        longest = [max(end - begin for begin, end in pieces(len(ids), self.most)) for ids in self.reviews]
        order = numpy.argsort(longest, kind="stable")
        self.batches = [order[first:first + arguments.batch] for first in range(0, len(order), arguments.batch)]
        torch.manual_seed(1)
        self.network = Network(arguments.cell, words, arguments.hidden, packed)
        dense = [weight for name, weight in self.network.named_parameters() if not name.startswith("embedding")]
        self.optimisers = [torch.optim.SparseAdam(self.network.embedding.parameters(), RATE), torch.optim.Adam(dense, RATE)]

    def reviews_a_second(self, batches):
        """Laying out included."""
        start = time.perf_counter()
        for numbers in batches:
            batch = Batch([self.reviews[n] for n in numbers], [self.positive[n] for n in numbers], self.most)
            for optimiser in self.optimisers:
                optimiser.zero_grad()
            nn.functional.binary_cross_entropy_with_logits(self.network(batch), batch.positive).backward()
            for optimiser in self.optimisers:
                optimiser.step()
        return sum(map(len, batches)) / (time.perf_counter() - start)

    def tried(self):
        """The better of a few steps."""
        middle = [self.batches[len(self.batches) // 2]]
        return max(self.reviews_a_second(middle) for _ in range(3))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reviews")
    parser.add_argument("--cell", choices=LAYERS, default="lstm")
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--pieces", type=int, default=64)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    ways = [Training(arguments, packed) for packed in (False, True)]
    best = max(ways, key=Training.tried)
    best.reviews_a_second(best.batches)
    rates = sorted(best.reviews_a_second(best.batches) for _ in range(arguments.rounds))
    print(json.dumps({
        "torch": torch.__version__, "cell": arguments.cell, "hidden": arguments.hidden, "batch": arguments.batch,
        "threads": arguments.threads, "layer": "packed" if best.network.packed else "padded",
        "reviews/s": {"min": rates[0], "median": statistics.median(rates), "max": rates[-1]}}))


if __name__ == "__main__":
    main()
