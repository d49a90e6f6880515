#!/usr/bin/env python3
"""Shows that replay.py can fail: puts one error at a time into papers.py and repeats the row that it concerns.

    replay.py --jar target/lipschitz-lab.jar --keep TRACES
    errors.py TRACES
"""

import pathlib
import sys
import types

import torch
import yaml

import replay

SOURCE = (pathlib.Path(__file__).parent / "papers.py").read_text()

# The error, what stands in papers.py, what would stand there, and the constraint of the row.
ERRORS = [
    ("σ is no function of W", "return weight / sigma", "return weight / sigma.detach()", "spectral-norm"),
    ("v stands still", "self.v[place] = F.normalize(matrix.t() @ self.u[place], dim=0)", "pass", "spectral-norm"),
    ("ε is the fake sample's share", "share * real + (1 - share) * fake", "share * fake + (1 - share) * real", "gradient-penalty"),
    ("the penalty is two-sided", "F.relu(slopes(critic, between(real, fake, noise[0])) - 1)", "(slopes(critic, between(real, fake, noise[0])) - 1)", "wgan-lp"),
    ("γ in place of γ/2", 'self.number("gamma") / 2', 'self.number("gamma")', "r1"),
    ("std divides by n − 1", "std(unbiased=False)", "std(unbiased=True)", "dragan"),
    ("norms of rows", "weight.norm(dim=0, keepdim=True)", "weight.norm(dim=1, keepdim=True)", "weight-norm"),
    ("the larger of WᵀW and WWᵀ", "if matrix.shape[0] > matrix.shape[1]", "if matrix.shape[0] < matrix.shape[1]", "orthonormal"),
    ("ε of layer normalization 1e-3", 'eps=float(layer["epsilon"]))\n        scaled', "eps=1e-3)\n        scaled", "layer-norm"),
    ("c smaller by 1 %", "parameter.clamp_(-self", "parameter.clamp_(-0.99 * self", "weight-clipping"),
    ("slope 0.101 in place of 0.1", 'float(layer["slope"]))', 'float(layer["slope"]) * 1.01)', "unconstrained"),
    ("β₁ 0.9 in place of 0.5", 'betas=(float(values["beta1"])', "betas=(0.9", "unconstrained"),
]


def rows_of(traces):
    """Folder, lane and values of the MLP's row for each constraint."""
    found = {}
    for folder in sorted(traces.glob("MLP-*/trace")):
        for name, values in yaml.safe_load((folder / "trace.yaml").read_text())["lanes"].items():
            if values["title"] == "constraint":
                found[values["constraint"]] = folder, name, values
    return found


def main():
    torch.set_num_threads(1)
    found = rows_of(pathlib.Path(sys.argv[1]))
    print("| error | row | losses | weights |\n| --- | --- | --- | --- |")
    unseen = 0
    for error, right, wrong, constraint in ERRORS:
        if SOURCE.count(right) != 1:
            raise SystemExit(f"expected once in papers.py: {right}")
        replay.papers = types.ModuleType("papers")
        exec(compile(SOURCE.replace(right, wrong), "papers.py", "exec"), replay.papers.__dict__)
        folder, name, values = found[constraint]
        lane = replay.Lane(folder, name, values, [], torch.float32)
        steps = lane.steps()
        losses = replay.losses_difference(*lane.replay(steps, 1e-4))
        weights = lane.weights_difference(steps[-1])
        print(f"| {error} | {constraint} | {losses:.1e} | {weights:.1e} |", flush=True)
        unseen += losses < 1e-4 and weights < 1e-2
    print(f"\n{len(ERRORS) - unseen} of {len(ERRORS)} errors are seen.")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
