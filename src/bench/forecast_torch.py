#!/usr/bin/env python3
"""The paper's forecasting experiment in PyTorch, with Keras' initial weights and Keras' Adam.

What `reelsense forecast` should agree with over several seeds. Prints a JSON object a trial, so a run that was cut off can be
gone on with by the seeds it lacks. See README.md here, "Forecasting".
"""

import argparse
import json
import math
import sys
import time

import numpy
import torch
from torch import nn

WINDOW = 60
TEST = 251
UNITS = 128
BATCH = 32
RATE = 0.001
BETAS = (0.9, 0.999)
GATES = {"lstm": 4, "gru": 3}


def scaled(path):
    """The series of a file [count, length], each scaled to [0, 1] by all of its values."""
    series = numpy.loadtxt(path, delimiter=",")
    least, most = series.min(1, keepdims=True), series.max(1, keepdims=True)
    return (series - least) / (most - least)


def windows(series, first, count, horizon):
    """Inputs [count, WINDOW, 1] and targets [count, horizon] of the windows that begin at `first` and after."""
    begins = first + numpy.arange(count)[:, None]
    inputs = series[begins + numpy.arange(WINDOW)]
    targets = series[begins + WINDOW + numpy.arange(horizon)]
    return torch.tensor(inputs, dtype=torch.float32)[:, :, None], torch.tensor(targets, dtype=torch.float32)


class Network(nn.Module):
    """One recurrent layer, its last state, a linear layer; initial weights as Keras draws them."""

    def __init__(self, cell, horizon):
        super().__init__()
        self.layer = (nn.LSTM if cell == "lstm" else nn.GRU)(1, UNITS, batch_first=True)
        self.head = nn.Linear(UNITS, horizon)
        # Glorot's bound counts the columns of all gates, as Keras' one kernel does.
        bound = math.sqrt(6 / (1 + GATES[cell] * UNITS))
        nn.init.uniform_(self.layer.weight_ih_l0, -bound, bound)
        nn.init.orthogonal_(self.layer.weight_hh_l0)
        nn.init.zeros_(self.layer.bias_ih_l0)
        nn.init.zeros_(self.layer.bias_hh_l0)
        if cell == "lstm":
            self.layer.bias_ih_l0.data[UNITS:2 * UNITS] = 1
            self.layer.bias_hh_l0.requires_grad_(False)  # Keras has one bias
        nn.init.xavier_uniform_(self.head.weight)
        nn.init.zeros_(self.head.bias)

    def forward(self, inputs):
        return self.head(self.layer(inputs)[0][:, -1])


class KerasAdam:
    """Adam with an epsilon that is not corrected for the moments' start."""

    def __init__(self, parameters, epsilon):
        self.parameters = [one for one in parameters if one.requires_grad]
        self.first = [torch.zeros_like(one) for one in self.parameters]
        self.second = [torch.zeros_like(one) for one in self.parameters]
        self.epsilon, self.steps = epsilon, 0

    @torch.no_grad()
    def step(self):
        self.steps += 1
        rate = RATE * math.sqrt(1 - BETAS[1] ** self.steps) / (1 - BETAS[0] ** self.steps)
        for weights, first, second in zip(self.parameters, self.first, self.second):
            first.mul_(BETAS[0]).add_(weights.grad, alpha=1 - BETAS[0])
            second.mul_(BETAS[1]).addcmul_(weights.grad, weights.grad, value=1 - BETAS[1])
            weights.addcdiv_(first, second.sqrt().add_(self.epsilon), value=-rate)
            weights.grad = None


def train(network, inputs, targets, epochs, epsilon, progress):
    """Returns the loss of the last epoch."""
    adam = KerasAdam(network.parameters(), epsilon)
    loss_of_epoch = math.nan
    for epoch in range(epochs):
        order, total = torch.randperm(len(inputs)), 0.0
        for begin in range(0, len(inputs), BATCH):
            rows = order[begin:begin + BATCH]
            loss = nn.functional.mse_loss(network(inputs[rows]), targets[rows])
            loss.backward()
            adam.step()
            total += loss.item() * len(rows)
        loss_of_epoch = total / len(inputs)
        if (epoch + 1) % 20 == 0:
            progress(epoch + 1, loss_of_epoch)
    return loss_of_epoch


def rmse_of(network, series, first, horizon):
    """RMSE over the test windows of each series, and their mean."""
    errors = []
    with torch.no_grad():
        for one in series:
            inputs, targets = windows(one, first, TEST - horizon + 1, horizon)
            errors.append(math.sqrt(nn.functional.mse_loss(network(inputs), targets).item()))
    return errors


def trial(options, cell, seed):
    torch.manual_seed(seed)
    series = scaled(options.series)
    begin = series.shape[1] - TEST - WINDOW
    network = Network(cell, options.horizon)
    started = time.time()

    def progress(epoch, loss):
        print(f"{cell}, seed {seed}, epoch {epoch}: loss {loss:.3g}, {time.time() - started:.0f} s", file=sys.stderr, flush=True)

    loss = train(network, *windows(series[0], 0, begin, options.horizon), options.epochs, options.epsilon, progress)
    errors = rmse_of(network, series, begin, options.horizon)
    return {"series": options.series.rsplit("/", 1)[-1], "horizon": options.horizon, "cell": cell, "seed": seed,
            "epochs": options.epochs, "epsilon": options.epsilon, "loss": loss, "rmse": numpy.mean(errors), "rmseOfSeries": errors,
            "trainSeconds": round(time.time() - started, 1), "torch": torch.__version__}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("series", help="BANKEX.csv or activities.csv")
    parser.add_argument("--horizon", type=int, default=1)
    parser.add_argument("--models", default="lstm,gru")
    parser.add_argument("--seeds", default="1,2,3,4,5")
    parser.add_argument("--epochs", type=int, default=200)
    parser.add_argument("--epsilon", type=float, default=1e-7, help="Adam's (Keras: 1e-7)")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    for seed in options.seeds.split(","):
        for cell in options.models.split(","):
            print(json.dumps(trial(options, cell, int(seed))), flush=True)


if __name__ == "__main__":
    main()
