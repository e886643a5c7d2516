#!/usr/bin/python3
"""Makes the golden files that the Java network is compared with, from PyTorch's own RNN, LSTM and GRU.

Needs PyTorch; the files in the repository were made with Debian 12's 1.13.1 (apt-get install python3-torch), which
belongs to /usr/bin/python3. To run:

    src/test/reference/make_network_golden.py [FOLDER]     FOLDER: default ../resources/golden/network, from this file

It writes encoder-*.json (the recurrent layer alone), classifier-*.json (token ids to loss) and forecaster-*.json (windows
of a series to loss).
Weights and inputs are float32 numbers. Everything computed from them is computed in float64 and printed with 9
significant digits, so a golden value is exact far beyond float32. Every gradient is checked against a finite
difference, and every output against PyTorch's own float32 run, before a file is written.
"""
import copy
import json
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, mse_loss
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

DEFAULT_FOLDER = Path(__file__).resolve().parent.parent / "resources/golden/network"
CELLS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}

# (name, input size, hidden size, sequence lengths, longest first)
SMALL = ("5x3", 5, 3, [6, 4, 1])
LARGE = ("16x16", 16, 16, [11, 11, 7, 2, 1])

VOCABULARY, EMBEDDING, HIDDEN, PIECE_LENGTH = 23, 6, 4, 5
# More windows than go through the layer together.
WINDOW, FORECASTER_HIDDEN, HORIZON, WINDOWS = 7, 5, 3, 35

LABELS = [1, 0, 1, 1, 0, 0]
# Lengths 1, 5, 6, 10, 13 and 17; ids repeat within and across documents; ids 8 and 20 never occur, so their rows of
# the embedding's gradient are zero.
DOCUMENTS = [
    [17],
    [3, 3, 0, 22, 3],
    [5, 11, 2, 5, 19, 7],
    [1, 14, 6, 14, 21, 9, 1, 0, 12, 4],
    [10, 2, 13, 13, 13, 18, 22, 16, 5, 2, 15, 7, 10],
    [4, 0, 9, 21, 1, 1, 6, 3, 17, 12, 19, 22, 4, 11, 0, 16, 9],
]


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    encoders = [(cell, sizes, True) for sizes in (SMALL, LARGE) for cell in CELLS]
    encoders += [(cell, SMALL, False) for cell in ("lstm", "gru")]
    for seed, (cell, sizes, bidirectional) in enumerate(encoders, start=1):
        suffix = "" if bidirectional else "-unidirectional"
        write(folder / f"encoder-{cell}-{sizes[0]}{suffix}.json", encoder_case(cell, sizes, bidirectional, seed))
    for seed, cell in enumerate(CELLS, start=101):
        write(folder / f"classifier-{cell}.json", classifier_case(cell, seed))
    for seed, cell in enumerate(CELLS, start=201):
        write(folder / f"forecaster-{cell}.json", forecaster_case(cell, "none", seed))
    for seed, cell in enumerate(CELLS, start=301):
        write(folder / f"forecaster-{cell}-window.json", forecaster_case(cell, "window", seed))


# ---- the recurrent layer alone ----
def encoder_case(cell, sizes, bidirectional, seed):
    _, input_size, hidden_size, lengths = sizes
    torch.manual_seed(seed)
    layer32 = CELLS[cell](input_size, hidden_size, bidirectional=bidirectional)
    time, batch, directions = max(lengths), len(lengths), 2 if bidirectional else 1
    real = (torch.arange(time)[:, None] < torch.tensor(lengths)[None, :])[:, :, None]  # false on padding
    input32 = torch.randn(time, batch, input_size) * real
    output_gradient = (torch.randn(time, batch, directions * hidden_size) * real).double()

    layer = copy.deepcopy(layer32).double()
    inputs = input32.double().requires_grad_()

    def loss():
        return (encode(layer, inputs, lengths) * output_gradient).sum()

    output = encode(layer, inputs, lengths)
    loss().backward()
    assert_same(encode(layer32, input32, lengths), output)
    for tensor in [inputs, *layer.parameters()]:
        assert_gradient(loss, tensor)
    return {
        "cell": cell, "bidirectional": bidirectional, "inputSize": input_size, "hiddenSize": hidden_size,
        "lengths": lengths, "time": time,
        "input": inputs, "weights": weights_of(layer), "output": output,
        "outputGradient": output_gradient, "inputGradient": inputs.grad, "weightGradients": gradients_of(layer),
    }


def encode(layer, inputs, lengths):
    packed, _ = layer(pack_padded_sequence(inputs, lengths))
    return pad_packed_sequence(packed)[0]


# ---- the whole classifier ----
class Classifier(nn.Module):
    """The attributes are named so that PyTorch's parameter names are those of a Reelsense model file."""

    def __init__(self, cell):
        super().__init__()
        self.embedding = nn.Embedding(VOCABULARY, EMBEDDING)
        self.rnn = CELLS[cell](EMBEDDING, HIDDEN, bidirectional=True)
        self.output = nn.Linear(4 * HIDDEN, 1)

    def forward(self, documents):
        return torch.cat([self.output(self.pooled(document)) for document in documents])

    def pooled(self, document):
        states = self.states(document)
        return torch.cat([states.max(dim=0).values, states.mean(dim=0)])

    def states(self, document):
        """The outputs [n, 2H] of all tokens; each piece starts from a zero state in both directions."""
        return torch.cat([self.rnn(self.embedding(torch.tensor(piece)))[0] for piece in pieces(document)])


def pieces(document):
    """The document cut into as few pieces of at most PIECE_LENGTH tokens as it takes, as even as possible."""
    n = len(document)
    k = -(-n // PIECE_LENGTH)
    return [document[i * n // k:(i + 1) * n // k] for i in range(k)]


def classifier_case(cell, seed):
    torch.manual_seed(seed)
    network32 = Classifier(cell)
    network = copy.deepcopy(network32).double()
    labels = torch.tensor(LABELS).double()

    def loss():
        return binary_cross_entropy_with_logits(network(DOCUMENTS), labels)

    logits = network(DOCUMENTS)
    loss().backward()
    assert_same(network32(DOCUMENTS), logits)
    for document in DOCUMENTS:
        assert_clear_maximum(network.states(document))
    for parameter in network.parameters():
        assert_gradient(loss, parameter)
    return {
        "cell": cell, "bidirectional": True, "vocabularySize": VOCABULARY, "embeddingSize": EMBEDDING,
        "hiddenSize": HIDDEN, "pieceLength": PIECE_LENGTH,
        "documents": DOCUMENTS, "labels": LABELS, "weights": weights_of(network),
        "logits": logits, "probabilities": torch.sigmoid(logits), "loss": loss().item(),
        "gradients": gradients_of(network),
    }


# ---- the forecaster ----
class Forecaster(nn.Module):
    """As Keras counts weights: only the GRU has a hidden bias, so the others' stays zero and is not learnt."""

    def __init__(self, cell, normalisation):
        super().__init__()
        self.normalisation = normalisation
        self.rnn = CELLS[cell](1, FORECASTER_HIDDEN)
        self.output = nn.Linear(FORECASTER_HIDDEN, HORIZON)
        if cell != "gru":
            self.rnn.bias_hh_l0.data.zero_()
            self.rnn.bias_hh_l0.requires_grad_(False)

    def forward(self, windows):
        if self.normalisation == "none":
            return self.forecast(windows)
        mean = windows.mean(1, keepdim=True)
        deviation = (windows.var(1, unbiased=False, keepdim=True) + 1e-5).sqrt()
        return self.forecast((windows - mean) / deviation) * deviation + mean

    def forecast(self, windows):
        states = self.rnn(windows.T[:, :, None])[0]
        return self.output(states[-1])

    def learnt(self):
        return {name: value for name, value in self.named_parameters() if value.requires_grad}


def forecaster_case(cell, normalisation, seed):
    torch.manual_seed(seed)
    network32 = Forecaster(cell, normalisation)
    network = copy.deepcopy(network32).double()
    windows32 = torch.rand(WINDOWS, WINDOW)
    windows, targets = windows32.double(), torch.rand(WINDOWS, HORIZON).double()

    def loss():
        return mse_loss(network(windows), targets)

    forecasts = network(windows)
    loss().backward()
    assert_same(network32(windows32), forecasts)
    for parameter in network.learnt().values():
        assert_gradient(loss, parameter)
    return {
        "cell": cell, "window": WINDOW, "hiddenSize": FORECASTER_HIDDEN, "horizon": HORIZON, "normalisation": normalisation,
        "windowCount": WINDOWS,
        "windows": windows, "targets": targets, "weights": {name: value.data for name, value in network.learnt().items()},
        "forecasts": forecasts, "loss": loss().item(),
        "gradients": {name: value.grad for name, value in network.learnt().items()},
    }


# ---- checks ----
def assert_same(float32_values, float64_values):
    assert torch.allclose(float32_values.double(), float64_values, rtol=0, atol=2e-6)


def assert_gradient(loss, tensor, step=1e-6):
    """Compares the largest entry of tensor.grad with a central difference of the loss."""
    index = tensor.grad.abs().argmax()
    entries = tensor.data.view(-1)
    kept = entries[index].item()
    entries[index] = kept + step
    above = loss().item()
    entries[index] = kept - step
    below = loss().item()
    entries[index] = kept
    expected, actual = (above - below) / (2 * step), tensor.grad.view(-1)[index].item()
    assert actual != 0 and abs(actual - expected) < 1e-9 + 1e-7 * abs(actual), (actual, expected)


def assert_clear_maximum(states):
    """Float32 must find the same maximum: the runner-up is well below it. An equal state (two pieces that begin or end
    alike) is allowed, for it passes the same gradient on to the same parameters."""
    behind = states.max(dim=0).values - states
    assert ((behind < 1e-14) | (behind > 1e-5)).all()


# ---- writing ----
def weights_of(module):
    return {name: parameter.data for name, parameter in module.named_parameters()}


def gradients_of(module):
    return {name: parameter.grad for name, parameter in module.named_parameters()}


def write(path, case):
    path.write_text(to_json(case) + "\n", encoding="ascii")
    print(f"{path.name}  {path.stat().st_size} bytes")


def to_json(value):
    """Compact JSON; a tensor becomes {"shape": [...], "values": [row-major]}."""
    if isinstance(value, torch.Tensor):
        return to_json({"shape": list(value.shape), "values": value.detach().flatten().tolist()})
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{to_json(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(to_json, value)) + "]"
    return f"{value + 0.0:.9g}" if isinstance(value, float) else json.dumps(value)  # + 0.0: no "-0"


if __name__ == "__main__":
    main()
