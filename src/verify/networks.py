#!/usr/bin/env python3
"""Rebuilds networks that Lipschitz Lab saved in PyTorch, and prints by how much their outputs differ from the kept ones.

    networks.py FOLDER...     each with critic.safetensors, architecture.json and expected.safetensors

Needs PyTorch (1.13 or newer) and NumPy. The page src/site/markdown/networks.md shows the first part.
"""

import json
import numpy, torch
from torch import nn


def arrays(path):  # of F32; safetensors.torch.load_file(path) gives the same
    data = open(path, "rb").read()
    begin = 8 + int.from_bytes(data[:8], "little")
    numbers = numpy.frombuffer(data[begin:], "<f4")
    header = json.loads(data[8:begin])
    header.pop("__metadata__", None)
    return {name: torch.tensor(numbers[a["data_offsets"][0] // 4:a["data_offsets"][1] // 4]).reshape(a["shape"])
            for name, a in header.items()}


class Residual(nn.Module):
    def __init__(self, l, a):
        super().__init__()
        self.branch, self.shortcut = (nn.Sequential(*[layer(i, a) for i in l[way]]) for way in ("branch", "shortcut"))

    def forward(self, x):
        return self.branch(x) + self.shortcut(x)


class SumPool(nn.Module):
    def forward(self, x):
        return x.sum((2, 3))


def layer(l, a):
    shape = a[l.get("weight") or l["shift"]].shape if "weight" in l or "shift" in l else ()
    return {"dense": lambda: nn.Linear(shape[1], shape[0]),
            "convolution": lambda: nn.Conv2d(shape[1], shape[0], shape[2], l["stride"], l["padding"]),
            "transposed convolution": lambda: nn.ConvTranspose2d(shape[0], shape[1], shape[2], l["stride"], l["padding"]),
            "batch normalization": lambda: nn.BatchNorm2d(shape[0], l["epsilon"], track_running_stats=False),
            "layer normalization": lambda: nn.GroupNorm(1, shape[0], l["epsilon"]),
            "leaky relu": lambda: nn.LeakyReLU(l["slope"]), "tanh": nn.Tanh,
            "residual block": lambda: Residual(l, a), "average pooling": lambda: nn.AvgPool2d(2),
            "nearest upsampling": lambda: nn.Upsample(scale_factor=2), "global sum pooling": SumPool,
            "reshape": lambda: nn.Flatten() if len(l["row"]) == 1 else nn.Unflatten(1, l["row"])}[l["kind"]]()


def network(folder, name):  # name: critic or generator
    a = arrays(f"{folder}/{name}.safetensors")
    net = nn.Sequential(*[layer(l, a) for l in json.load(open(f"{folder}/architecture.json"))[name]["layers"]])
    net.load_state_dict({key: a[key] for key in net.state_dict()})
    return net


# ------------------------------------------------------------------ the check

import sys

ROWS = 1000
TOLERANCE = 1e-5


def inputs(row):
    """As KnownInputs.java makes them."""
    count = ROWS * int(numpy.prod(row))
    numbers = ((numpy.arange(count, dtype=numpy.int64) * 7919 + 17) % 2001 - 1000) / 1000
    return torch.from_numpy(numbers.astype(numpy.float32).reshape([ROWS] + row))


def main(folders):
    largest = 0
    for folder in folders:
        described = json.load(open(f"{folder}/architecture.json"))
        for name, expected in arrays(f"{folder}/expected.safetensors").items():
            with torch.no_grad():
                found = network(folder, name)(inputs(described[name]["input"])).flatten()
            found = found[::len(found) // len(expected)]
            difference = (found - expected).abs().max().item()
            largest = max(largest, difference)
            print(f"{folder} {name}: {len(expected)} numbers, largest difference {difference:.1e}")
    return largest <= TOLERANCE


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
