#!/usr/bin/env python3
"""Repeats traced runs of Lipschitz Lab in PyTorch and prints by how much losses and weights differ.

    replay.py --jar target/lipschitz-lab.jar     trains every row of rows.py with a trace, and repeats it
    replay.py --trace FOLDER                     repeats a trace that is there

Needs PyTorch (1.13 or newer), NumPy and PyYAML. The format of a trace stands in src/site/markdown/replay.md.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import numpy
import torch
import yaml

import papers
import rows


# ------------------------------------------------------------------ a lane of a trace


class Lane:
    """Repeats one lane of a trace, from its initial weights with its draws."""

    def __init__(self, folder, name, values, changes, dtype):
        self.shared, self.folder, self.dtype = folder / "shared", folder / "lanes" / name, dtype
        self.name, self.values = name, dict(values)
        self.changes = [change for change in changes if change["lane"] == name and change["key"] != "extend"]
        networks = yaml.safe_load((self.folder / "networks.yaml").read_text())
        initial = self.load(self.folder / "weights-0.npz")
        critic = papers.Network(networks["critic"], stored(initial, "critic/"))
        generator = networks.get("generator")
        generator = papers.Network(generator, stored(initial, "generator/")) if generator else None
        state = vectors(initial, "u/"), vectors(initial, "v/")
        self.training = papers.Training(self.values, critic, generator, state)

    def load(self, file):
        with numpy.load(file) as arrays:
            return {key: torch.from_numpy(arrays[key]).to(self.dtype) for key in arrays.files}

    def steps(self):
        return sorted(int(file.stem.split("-")[1]) for file in self.folder.glob("step-*.npz"))

    def replay(self, steps, tolerance):
        """Losses as the trace has them and as they are here, one row for each update: critic's loss, penalty, generator's loss.

        Where a critic's loss or penalty is further off than the tolerance, kinks within rounding are looked for: see papers.Kinks.
        """
        traced = [self.load(self.folder / f"step-{step}.npz") for step in steps]
        theirs = [losses(step) for step in traced]
        allowed = {name: tolerance * size for name, size in scales(theirs).items()}
        ours = []
        for step, found in zip(steps, traced):
            for change in self.changes:
                if change["step"] == step - 1:
                    self.values[change["key"]] = change["value"]
            ours.append(self.step(self.load(self.shared / f"step-{step}.npz"), found, allowed))
        return theirs, ours

    def step(self, draws, traced, allowed):
        ours = {"critic": [], "penalty": [], "turned": 0}
        noise = [traced[key] for key in sorted(key for key in traced if key.startswith("penalty_noise/"))]
        for update in range(len(traced["critic_loss"])):
            expected = {"critic": traced["critic_loss"][update], "penalty": traced["penalty"][update]}

            def agrees(loss, penalty):
                found = {"critic": loss, "penalty": penalty}
                return all(abs(float(found[name]) - float(expected[name])) < allowed[name] for name in found)

            loss, penalty, turned = self.training.update_critic(
                draws["real"][update],
                draws["latent"][update] if "latent" in draws else None,
                draws["fake"][update] if "fake" in draws else None,
                draws["classes"][update].long() if "classes" in draws else None,
                [drawn[update] for drawn in noise],
                float(traced["critic_rate"]),
                agrees,
            )
            ours["critic"].append(loss)
            ours["penalty"].append(penalty)
            ours["turned"] += turned
        # A generator that does not learn is judged by what it gave to the critic's first update.
        fake = draws["fake"][0] if "fake" in draws else None
        rate = float(traced["generator_rate"])
        classes = draws["generator_classes"].long() if "generator_classes" in draws else None
        ours["generator"] = [self.training.update_generator(draws.get("generator_latent"), fake, classes, rate)]
        return ours

    def weights_difference(self, step):
        """How far a network's weights lie from the traced ones, as a share of the way that training took them; the larger of both."""
        file = self.folder / f"weights-{step}.npz"
        if not file.exists():
            return float("nan")
        first, last = self.load(self.folder / "weights-0.npz"), self.load(file)
        shares = []
        for prefix, network in (("critic/", self.training.critic), ("generator/", self.training.generator)):
            if network:
                triples = zip(network.parameters, stored(last, prefix), stored(first, prefix))
                kept = [triple for place, triple in enumerate(triples) if place not in network.idle_biases()]
                apart = sum(float((ours - theirs).double().square().sum()) for ours, theirs, _ in kept)
                moved = sum(float((theirs - start).double().square().sum()) for _, theirs, start in kept)
                shares.append((apart / moved) ** 0.5)
        return max(shares)


def stored(arrays, prefix):
    count = sum(key.startswith(prefix) for key in arrays)
    return [arrays[f"{prefix}{i}"] for i in range(count)]


def vectors(arrays, prefix):
    return {int(key[len(prefix) :]): array.clone() for key, array in arrays.items() if key.startswith(prefix)}


def losses(traced):
    return {
        "critic": traced["critic_loss"].tolist(),
        "penalty": traced["penalty"].tolist(),
        "generator": [float(traced["generator_loss"])],
    }


FLOAT32 = 2.0**-23


def scales(theirs):
    """The largest loss of each kind in the run, to which differences are relative: a loss may pass through 0.

    A penalty that is smaller than the last digit of the critic's loss in float32 counts as that digit.
    """
    largest = {name: max(abs(number) for step in theirs for number in step[name]) for name in ("critic", "penalty", "generator")}
    return {name: max(size, FLOAT32 * largest["critic"]) for name, size in largest.items()}


def losses_difference(theirs, ours):
    """The largest difference of a loss, relative to the largest loss of its kind in the run."""
    worst = 0.0
    for name, size in scales(theirs).items():
        a = numpy.array([number for step in theirs for number in step[name]])
        b = numpy.array([number for step in ours for number in step[name]])
        difference = numpy.abs(a - b).max() / size
        worst = max(worst, float(difference)) if numpy.isfinite(difference) else numpy.inf
    return worst


# ------------------------------------------------------------------ rows


def replay_folder(folder, network, arguments):
    """One row for each lane of a trace."""
    trace = yaml.safe_load((folder / "trace.yaml").read_text())
    for name, values in trace["lanes"].items():
        lane = Lane(folder, name, values, trace.get("changes", []), arguments.dtype)
        steps = lane.steps()[: arguments.steps]
        if not steps:
            raise SystemExit(f"{folder}: lane {name} has no steps; was the run interrupted?")
        theirs, ours = lane.replay(steps, numpy.inf if arguments.one_side else arguments.tolerance)
        yield {
            "what": values.get("title", name),
            "network": network or trace["critic"]["kind"],
            "constraint": " + ".join(papers.as_list(values["constraint"])),
            "objective": values["objective"],
            "optimizer": values["optimizer"],
            "steps": len(steps),
            "kinks": sum(step["turned"] for step in ours),
            "losses": losses_difference(theirs, ours),
            "weights": lane.weights_difference(steps[-1]),
        }


def constraints_of(jar):
    text = subprocess.run(["java", "-jar", jar, "presets", "--help"], check=True, capture_output=True, text=True).stdout
    return re.findall(r"^  ([a-z0-9-]+) +\S.*\d{4}", text, re.MULTILINE)


def replay_jar(arguments):
    unknown = set(constraints_of(arguments.jar)) ^ set(rows.CONSTRAINTS)
    if unknown:
        raise SystemExit("rows.py and the program do not have the same constraints: " + ", ".join(sorted(unknown)))
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(max_workers=1) as background:
        kept = pathlib.Path(arguments.keep or temporary)
        presets = [each for each in rows.presets(arguments.steps, arguments.seed) if each[0].startswith(arguments.only)]
        # While one trace is repeated, the program makes the next.
        traces = background.map(lambda each: trace(arguments, kept, each[0], each[2]), presets)
        for (_, network, _), folder in zip(presets, traces):
            yield from replay_folder(folder, network, arguments)


def trace(arguments, kept, name, preset):
    """Trains a preset in the program; the folder of its trace."""
    kept.mkdir(parents=True, exist_ok=True)
    file = kept / f"{name}.yaml"
    file.write_text(yaml.safe_dump(preset, sort_keys=False))
    command = ["java", "-jar", arguments.jar, "run", file, "--out", kept / name / "run"]
    command += ["--trace", kept / name / "trace", "--force"]
    command += ["--engine", arguments.engine] if arguments.engine else []
    folder = kept / name / "trace"
    last = [folder / "lanes" / lane / f"weights-{arguments.steps}.npz" for lane in preset["lanes"]]
    with open(kept / f"{name}.log", "w+") as log:
        run = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        while run.poll() is None and not all(file.exists() for file in last):
            time.sleep(0.2)
        if run.poll() is None:
            run.terminate()  # the trace is whole: nobody needs the figures
            run.wait()
        elif run.returncode:
            log.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))} ended with {run.returncode}:\n{log.read()}")
    return folder


HEAD = ["network", "what", "constraint", "objective", "optimizer", "kinks", "losses", "weights"]


def line(row):
    words = [str(row[name]) for name in HEAD[:-2]]
    return "| " + " | ".join(words + [f"{row['losses']:.1e}", f"{row['weights']:.1e}"]) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--jar", help="the program: trains every row and repeats it")
    what.add_argument("--trace", type=pathlib.Path, help="a trace that is there")
    parser.add_argument("--steps", type=int, default=50, help="generator steps, at most (default: %(default)s)")
    parser.add_argument("--only", default="", help="with --jar: runs whose name begins so, such as CNN or MLP-frozen")
    parser.add_argument("--seed", type=int, default=1, help="with --jar (default: %(default)s)")
    parser.add_argument("--engine", help="with --jar: what the program computes with")
    parser.add_argument("--keep", help="with --jar: a folder that keeps the traces")
    parser.add_argument("--one-side", action="store_true", help="leave every unit on the side of its kink where its input puts it")
    parser.add_argument("--double", action="store_true", help="repeat in float64")
    parser.add_argument("--tolerance", type=float, default=1e-4, help="of losses (default: %(default)s)")
    parser.add_argument("--weights", type=float, default=1e-2, help="tolerance of weights (default: %(default)s)")
    arguments = parser.parse_args()
    arguments.dtype = torch.float64 if arguments.double else torch.float32
    torch.set_num_threads(1)

    found = replay_jar(arguments) if arguments.jar else replay_folder(arguments.trace, None, arguments)
    print("| " + " | ".join(HEAD) + " |")
    print("|" + " --- |" * len(HEAD))
    failed, count = 0, 0
    for row in found:
        print(line(row), flush=True)
        count += 1
        # Weights that were not traced after the last step are no number, and are not judged.
        failed += not row["losses"] < arguments.tolerance or row["weights"] >= arguments.weights
    allowed = f"losses within {arguments.tolerance:g} and weights within {arguments.weights:g}"
    print(f"\n{count - failed} of {count} rows have {allowed}, PyTorch {torch.__version__}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
