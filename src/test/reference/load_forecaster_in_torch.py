#!/usr/bin/env python3
"""Runs a Reelsense forecaster in PyTorch, without Reelsense. Needs torch and numpy only.

    load_forecaster_in_torch.py M.safetensors < windows.csv

Reads one window a line, oldest value first, on the scaled axis the model was trained on (0 is the series' least value, 1
its largest); prints the values that follow it, on the same axis.
"""
import json
import sys

import torch

from load_in_torch import CELLS, read_safetensors


class Forecaster(torch.nn.Module):
    """The attributes' names give the parameters the names they have in the file."""

    def __init__(self, spec):
        super().__init__()
        self.rnn = CELLS[spec["cell"]](1, spec["hiddenSize"], batch_first=True)
        self.output = torch.nn.Linear(spec["hiddenSize"], spec["horizon"])
        self.normalised = spec["normalisation"] == "window"

    def forward(self, windows):
        """[n, horizon] for windows [n, window]: from the layer's last state."""
        if not self.normalised:
            return self.forecast(windows)
        mean = windows.mean(1, keepdim=True)
        deviation = (windows.var(1, unbiased=False, keepdim=True) + 1e-5).sqrt()
        return self.forecast((windows - mean) / deviation) * deviation + mean

    def forecast(self, windows):
        return self.output(self.rnn(windows[:, :, None])[0][:, -1])


def main():
    metadata, tensors = read_safetensors(sys.argv[1])
    assert (metadata["format"], metadata["task"]) == ("reelsense.v1", "forecast"), metadata
    spec = json.loads(metadata["spec"])
    model = Forecaster(spec)
    model.load_state_dict(tensors)  # strict: every tensor has its place
    with torch.no_grad():
        for line in sys.stdin:
            window = [float(value) for value in line.split(",")]
            assert len(window) == spec["window"], f"the model looks back on {spec['window']} values"
            print(",".join(f"{value:.9g}" for value in model(torch.tensor([window]))[0].tolist()), flush=True)


if __name__ == "__main__":
    main()
