#!/usr/bin/env python3
"""Runs a Reelsense model in PyTorch, without Reelsense. Needs torch and numpy only.

    reelsense tokenize reviews.txt --model M.safetensors | load_in_torch.py M.safetensors

Reads one {"ids": [...]} a line, prints one probability of "positive" a line.
"""
import json
import sys

import numpy
import torch

CELLS = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
DTYPES = {"F32": "<f4", "I8": "i1", "U8": "u1"}


def read_safetensors(path):
    """The file: u64 length of the header, the header as JSON, the tensors' bytes."""
    with open(path, "rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
        data = file.read()
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(data[begin:end], DTYPES[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return metadata, tensors


def dequantised(tensors):
    """An embedding of bytes with a scale a row as the floats it stands for; exact."""
    if "embedding.scale" in tensors:
        tensors["embedding.weight"] = tensors["embedding.weight"].float() * tensors.pop("embedding.scale")[:, None]
    return tensors


class Classifier(torch.nn.Module):
    """The attributes' names give the parameters the names they have in the file."""

    def __init__(self, spec):
        super().__init__()
        features = spec["hiddenSize"] * (2 if spec["bidirectional"] else 1)
        self.piece_length = spec["pieceLength"]
        self.embedding = torch.nn.Embedding(spec["vocabularySize"], spec["embeddingSize"])
        self.rnn = CELLS[spec["cell"]](
            spec["embeddingSize"], spec["hiddenSize"], bidirectional=spec["bidirectional"], batch_first=True
        )
        self.output = torch.nn.Linear(2 * features, 1)

    def forward(self, ids):
        """The probability for one review, a 1-D tensor of ids. Every piece starts from a zero state."""
        pieces = [self.rnn(self.embedding(piece)[None])[0][0] for piece in self.pieces(ids)]
        states = torch.cat(pieces)  # [tokens, features]
        pooled = torch.cat([states.max(dim=0).values, states.mean(dim=0)])
        return torch.sigmoid(self.output(pooled))

    def pieces(self, ids):
        """As few as piece_length allows, as even as possible."""
        n = len(ids)
        k = -(-n // self.piece_length)
        return [ids[i * n // k : (i + 1) * n // k] for i in range(k)]


def main():
    metadata, tensors = read_safetensors(sys.argv[1])
    assert metadata["format"] == "reelsense.v1", metadata["format"]
    tensors.pop("vocabulary")  # the tokens in the order of their ids: bytes(...).decode().split("\n")
    model = Classifier(json.loads(metadata["spec"]))
    model.load_state_dict(dequantised(tensors))  # strict: every tensor has its place
    with torch.no_grad():
        for line in sys.stdin:
            ids = json.loads(line)["ids"] or [0]  # a text without a word is one unknown word
            print(f"{model(torch.tensor(ids)).item():.9g}", flush=True)


if __name__ == "__main__":
    main()
