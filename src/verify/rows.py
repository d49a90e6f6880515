"""What is compared: presets with a lane for each constraint, pair of constraints, objective, optimizer and setting."""

import itertools

# By what a method works. Pairs that make no sense are those that the program refuses: see the README's table of constraints.
USED_WEIGHT = ["spectral-norm", "spectral-norm-gamma", "weight-norm"]
SLOPE_PENALTY = ["gradient-penalty", "wgan-lp", "wgan-div", "r1", "dragan"]
ALONE = ["unconstrained"]
OTHERS = ["weight-clipping", "orthonormal", "layer-norm"]
CONSTRAINTS = ALONE + USED_WEIGHT + OTHERS + SLOPE_PENALTY

FIXES_SCALE = {"spectral-norm", "spectral-norm-gamma"}
MOST_LANES = 8


def makes_sense(one, other):
    both = {one, other}
    return not (
        both <= set(USED_WEIGHT)
        or both <= set(SLOPE_PENALTY)
        or ("weight-clipping" in both and both & set(USED_WEIGHT))
        or ("layer-norm" in both and both & FIXES_SCALE)
    )


PAIRS = [list(pair) for pair in itertools.combinations(USED_WEIGHT + OTHERS + SLOPE_PENALTY, 2) if makes_sense(*pair)]
assert len(PAIRS) == 37
TRIPLES = [
    ["spectral-norm", "orthonormal", "gradient-penalty"],
    ["weight-norm", "layer-norm", "dragan"],
    ["weight-clipping", "orthonormal", "wgan-div"],
]

# The rates are low. Rounding moves a number across the kink of a ReLU now and then, and then derivatives jump; Adam takes the
# first steps by the sign of the derivative, also where that is rounding alone. Both grow with the rate, in any two programs.
BASE = {
    "objective": "non-saturating",
    "optimizer": "adam",
    "learningRate": 5e-5,
    "beta1": 0.5,
    "beta2": 0.9,
    "rateSchedule": "constant",
    "criticSteps": 2,
}

OPTIMIZERS = {
    "adam": {"optimizer": "adam", "learningRate": 5e-5, "beta1": 0.5, "beta2": 0.9},
    "rmsprop": {"optimizer": "rmsprop", "learningRate": 5e-5, "decay": 0.9},
    "sgd": {"optimizer": "sgd", "learningRate": 1e-3},
}


def lane(**changes):
    values = dict(BASE)
    if "optimizer" in changes:
        values = {key: value for key, value in values.items() if key not in OPTIMIZERS["adam"]}
    return values | changes


def lanes():
    """What each row is there for, and its values."""
    for kind in CONSTRAINTS:
        yield "constraint", {"constraint": kind} | lane(**own(kind))
    for pair in PAIRS + TRIPLES:
        settings = {}
        for kind in pair:
            settings |= own(kind)
        yield "combination", {"constraint": pair} | lane(**settings)
    for objective in ["hinge", "wasserstein", "saturating"]:
        for kind in ["unconstrained", "spectral-norm", "gradient-penalty"]:
            yield "objective", {"constraint": kind} | lane(objective=objective, learningRate=2e-6, **own(kind))
    for optimizer in ["rmsprop", "sgd"]:
        for kind in ["unconstrained", "spectral-norm", "gradient-penalty"]:
            yield "optimizer", {"constraint": kind} | lane(**OPTIMIZERS[optimizer], **own(kind))
    yield "gain one", {"constraint": "weight-norm"} | lane(gain="one")
    yield "gain one", {"constraint": "layer-norm"} | lane(gain="one")
    yield "3 power iterations", {"constraint": "spectral-norm"} | lane(powerIterations=3)
    yield "k = 1, p = 2", {"constraint": "wgan-div"} | lane(k=1, p=2)
    yield "5 critic updates, falling rates", {"constraint": "gradient-penalty"} | lane(rateSchedule="linear", criticSteps=5)
    yield "iterations at each forward pass", {"constraint": "spectral-norm"} | lane(iterateAt="forward-pass")
    yield "bound K = 3", {"constraint": "spectral-norm"} | lane(bound=3)


def own(kind):
    """Settings of a constraint that are not at their defaults."""
    return {"weight-clipping": {"c": 0.3}, "orthonormal": {"beta": 1e-3}}.get(kind, {})


CNN_SHAPE = {
    "rates": {"adam": 0.04, "rmsprop": 0.04, "sgd": 0.2},
    "batch": 8,
    "latent": 16,
    "data": {"kind": "shapes"},
    "generator": {"kind": "standard-cnn", "width": 0.0625},
    "critic": {"kind": "standard-cnn", "width": 0.0625},
}
RESNET = {"kind": "resnet", "width": 0.0625}

NETWORKS = {
    "MLP": {
        "rates": {"adam": 1, "rmsprop": 1, "sgd": 1},
        "batch": 32,
        "latent": 2,
        "data": {"kind": "eight-gaussians"},
        "generator": {"kind": "mlp", "hidden": [24, 24], "slope": 0.1},
        "critic": {"kind": "mlp", "hidden": [24, 24], "slope": 0.1},
    },
    "CNN": CNN_SHAPE,
}

# These have each constraint alone: what is new in them are layers, not pairs.
RESIDUAL = CNN_SHAPE | {"generatorBatch": 2, "generator": dict(RESNET), "critic": dict(RESNET)}
ALONE_NETWORKS = {
    "ResNet": RESIDUAL,
    "conditional ResNet": RESIDUAL | {"conditional": "projection"},
    "conditional CNN": CNN_SHAPE | {"conditional": "concatenation"},
}

FROZEN = {"kind": "frozen", "noise": 1}


def presets(steps, seed):
    """Name, network and preset of each run; a lane's title is its row's kind."""
    rows = list(lanes())
    for network, shape in NETWORKS.items():
        for first in range(0, len(rows), MOST_LANES):
            yield f"{network}-{first // MOST_LANES + 1}", network, preset(shape, rows[first : first + MOST_LANES], steps, seed)
    alone = [row for row in rows if row[0] == "constraint"]
    for network, shape in ALONE_NETWORKS.items():
        for first in range(0, len(alone), MOST_LANES):
            name = f"{network.replace(' ', '-')}-{first // MOST_LANES + 1}"
            yield name, network, preset(shape, alone[first : first + MOST_LANES], steps, seed)
    frozen = [("frozen generator", {"constraint": kind} | lane(**own(kind))) for kind in ["gradient-penalty", "spectral-norm"]]
    for network, shape in NETWORKS.items():
        yield f"{network}-frozen", network, preset(shape | {"generator": FROZEN}, frozen, steps, seed)


def preset(shape, rows, steps, seed):
    shape = dict(shape)
    shares = shape.pop("rates")
    schedule = {"steps": steps, "mode": "free", "diagnosticsEvery": steps, "threadsPerLane": 1}
    named = {}
    for kind, values in rows:
        slowed = {"learningRate": shares[values["optimizer"]] * values["learningRate"]}
        named[f"row-{len(named) + 1}"] = {"title": kind} | values | slowed
    return {"title": "Replay", "seed": seed} | shape | {"schedule": schedule, "lanes": named}
