"""The GAN training step in plain PyTorch, its formulas as the papers have them.

Nothing here was taken from the program whose runs it checks: derivatives are torch.autograd's, optimizers torch.optim's.
"""

import itertools

import torch
import torch.nn.functional as F


# ------------------------------------------------------------------ networks


class Kinks:
    """Units whose input is so near 0 that float32 does not decide on which side of a leaky ReLU's kink they stand.

    The function has one value there, its slope has two (the generalized gradient holds both, Clarke 1975), and a penalty on the
    slope of D has as many. `turned` are units that take the side on which the sign of their input does not put them.
    """

    NEAR = 1e-5  # of the largest input in the layer

    def __init__(self, turned=()):
        self.turned, self.near, self.layers = set(turned), [], 0

    def leaky_relu(self, x, slope):
        layer, self.layers = self.layers, self.layers + 1
        right = x > 0
        self.near += [(layer, *place) for place in (x.abs() < self.NEAR * x.abs().max()).nonzero().tolist()]
        for place in self.turned:
            if place[0] == layer:
                right[place[1:]] = ~right[place[1:]]
        return torch.where(right, x, slope * x)


class Network:
    """Layers as networks.yaml lists them, over parameters that the trace gives."""

    def __init__(self, description, parameters):
        self.layers = description["layers"]
        self.classes = None  # of each sample, where the networks read classes; several parts of a batch have the same ones
        self.roles = [parameter["role"] for parameter in description["parameters"]]
        self.parameters = [parameter.clone().requires_grad_(True) for parameter in parameters]
        self.weights = [i for i, role in enumerate(self.roles) if role == "weight"]
        # What a constraint adds stands behind the layers' parameters: one for each weight, in their order.
        added = sorted(set(range(len(self.parameters))) - {i for layer in leaves(self.layers) for i in places(layer)})
        self.added = dict(zip(self.weights, added))

    def matrix(self, place, weight=None):
        """A dense weight [in, out] as it is, a kernel [out, in, k, k] as [out, in*k*k] (Miyato et al. 2018, section 2.1)."""
        weight = self.parameters[place] if weight is None else weight
        return weight.flatten(1)

    def idle_biases(self):
        """Biases that a batch normalization further on subtracts again, so that rounding alone moves them."""
        return set(idle_biases(self.layers, []))

    def given(self, classes):
        self.classes = classes
        return self

    def __call__(self, x, weights=None, kinks=None):
        """weights: what layers use in place of their stored weights, by place."""
        used = dict(enumerate(self.parameters)) | (weights or {})
        classes = None if self.classes is None else self.classes.repeat(len(x) // len(self.classes))
        return run(self.layers, x, used, classes, kinks.leaky_relu if kinks else F.leaky_relu)


def ways(layers):
    """The lists of layers that follow one another: the network's, and those of each block."""
    yield layers
    for layer in layers:
        if layer["kind"] == "residual block":
            yield from ways(layer["branch"])
            yield from ways(layer["shortcut"])


def idle_biases(layers, behind):
    """behind: the layers that read what these hand on."""
    for i, layer in enumerate(layers):
        rest = layers[i + 1 :] + behind
        if layer["kind"] == "residual block":
            yield from idle_biases(layer["branch"], rest)
            yield from idle_biases(layer["shortcut"], rest)
        elif "bias" in layer and cancel(rest):
            yield layer["bias"]


def cancel(layers):
    """Whether layers subtract again what is added to a whole channel of what they read."""
    if not layers:
        return False
    first, rest = layers[0], layers[1:]
    if first["kind"] == "residual block":
        return cancel(first["branch"]) and cancel(first["shortcut"] + rest)
    passes = first["kind"] in ("nearest upsampling", "average pooling") or first.get("padding") == 0 and first.get("stride") == 1
    return first["kind"].endswith("batch normalization") or passes and cancel(rest)


def leaves(layers):
    return [layer for way in ways(layers) for layer in way if layer["kind"] != "residual block"]


def places(layer):
    return [layer[part] for part in ("weight", "bias", "gain", "shift", "embedding") if part in layer]


def run(layers, x, used, classes, leaky_relu):
    for layer in layers:
        if layer["kind"] == "residual block":
            branch = run(layer["branch"], x, used, classes, leaky_relu)
            x = branch + run(layer["shortcut"], x, used, classes, leaky_relu)
        else:
            x = apply(layer, x, used, classes, leaky_relu)
    return x


def apply(layer, x, used, classes, leaky_relu):
    kind = layer["kind"]
    if kind == "conditional batch normalization":
        normal = F.batch_norm(x, None, None, training=True, eps=float(layer["epsilon"]))
        gain, shift = used[layer["gain"]][classes], used[layer["shift"]][classes]
        plane = gain.shape + (1,) * (x.dim() - 2)
        return normal * gain.view(plane) + shift.view(plane)
    if kind == "projection":
        score = x @ used[layer["weight"]] + used[layer["bias"]]
        return score + (used[layer["embedding"]][classes] * x).sum(1, keepdim=True)
    if kind == "label concatenation":
        labels = F.one_hot(classes, layer["classes"]).to(x.dtype)
        return torch.cat([x, labels.view(labels.shape + (1,) * (x.dim() - 2)).expand(-1, -1, *x.shape[2:])], 1)
    if kind == "average pooling":
        return F.avg_pool2d(x, 2)
    if kind == "nearest upsampling":
        return F.interpolate(x, scale_factor=2, mode="nearest")
    if kind == "global sum pooling":
        return x.sum((2, 3))
    if kind == "dense":
        return x @ used[layer["weight"]] + used[layer["bias"]]
    if kind == "convolution":
        return F.conv2d(x, used[layer["weight"]], used[layer["bias"]], layer["stride"], layer["padding"])
    if kind == "transposed convolution":
        return F.conv_transpose2d(x, used[layer["weight"]], used[layer["bias"]], layer["stride"], layer["padding"])
    if kind == "batch normalization":
        gain, shift = used[layer["gain"]], used[layer["shift"]]
        return F.batch_norm(x, None, None, gain, shift, training=True, eps=float(layer["epsilon"]))
    if kind == "layer normalization":
        channels = [-1] + [1] * (x.dim() - 2)
        normal = F.layer_norm(x, x.shape[1:], eps=float(layer["epsilon"]))
        scaled = normal * used[layer["gain"]].view(channels) if "gain" in layer else normal
        return scaled + used[layer["shift"]].view(channels)
    if kind == "leaky relu":
        return leaky_relu(x, float(layer["slope"]))
    if kind == "tanh":
        return torch.tanh(x)
    if kind == "reshape":
        return x.reshape([len(x)] + layer["row"])
    raise SystemExit(f"networks.yaml has a layer that this replay does not know: {kind}")


# ------------------------------------------------------------------ objectives


def hinge_critic(real, fake):
    """Miyato et al. 2018, equation 16."""
    return F.relu(1 - real).mean() + F.relu(1 + fake).mean()


def wasserstein_critic(real, fake):
    """Arjovsky et al. 2017, equation 2, with the sign of a loss."""
    return fake.mean() - real.mean()


def cross_entropy_critic(real, fake):
    """Goodfellow et al. 2014, equation 1, with the sign of a loss."""
    ones, zeros = torch.ones_like(real), torch.zeros_like(fake)
    return F.binary_cross_entropy_with_logits(real, ones) + F.binary_cross_entropy_with_logits(fake, zeros)


def mean_score(fake):
    """-E D(G(z)): Miyato et al. 2018, equation 17; Arjovsky et al. 2017, equation 3."""
    return -fake.mean()


def non_saturating(fake):
    """-E ln s(D(G(z))) (Goodfellow et al. 2014, section 3)."""
    return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))


def saturating(fake):
    """E ln(1 - s(D(G(z)))) (Goodfellow et al. 2014, equation 1)."""
    return -F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))


OBJECTIVES = {
    "hinge": (hinge_critic, mean_score),
    "wasserstein": (wasserstein_critic, mean_score),
    "non-saturating": (cross_entropy_critic, non_saturating),
    "saturating": (cross_entropy_critic, saturating),
}


# ------------------------------------------------------------------ constraints


class Constraint:
    """Does nothing; methods below replace what they need. `values` are the lane's, as the preset writes them."""

    def __init__(self, critic, values, state):
        self.critic, self.values = critic, values

    def number(self, key):
        return float(self.values[key])

    def before_update(self):
        pass

    def weight(self, place, weight):
        """What a layer uses in place of its weight."""
        return weight

    def penalty(self, critic, weights, real, fake, noise):
        """critic: a function of points. weights: what its layers use. noise: what the lane drew for this update."""
        return None

    def before_generator_update(self):
        pass

    def after_update(self):
        pass


class SpectralNorm(Constraint):
    """W / s(W) by power iteration (Miyato et al. 2018, algorithm 1). u and v are constants for the derivative."""

    def __init__(self, critic, values, state):
        super().__init__(critic, values, state)
        self.u, self.v = state

    def each_forward_pass(self):
        return self.values.get("iterateAt") == "forward-pass"

    def before_update(self):
        self.advance(2 if self.each_forward_pass() else 1)

    def before_generator_update(self):
        self.advance(1 if self.each_forward_pass() else 0)

    def advance(self, times):
        with torch.no_grad():
            for place in self.critic.weights:
                matrix = self.critic.matrix(place)
                for _ in range(times * int(self.number("powerIterations"))):
                    self.v[place] = F.normalize(matrix.t() @ self.u[place], dim=0)
                    self.u[place] = F.normalize(matrix @ self.v[place], dim=0)

    def weight(self, place, weight):
        sigma = torch.dot(self.u[place], torch.mv(self.critic.matrix(place, weight), self.v[place]))
        return weight / sigma if place != self.critic.weights[-1] else weight / sigma * float(self.values.get("bound", 1))


class ScaledSpectralNorm(SpectralNorm):
    """g W / s(W) with one learned g for each layer (Miyato et al. 2018, equation 32)."""

    def weight(self, place, weight):
        return self.critic.parameters[self.critic.added[place]] * super().weight(place, weight)


class WeightNorm(Constraint):
    """g v / |v| for the weights v into one output (Salimans and Kingma 2016, equation 2); g is 1 if it is not learned."""

    def weight(self, place, weight):
        dense = weight.dim() == 2
        norm = weight.norm(dim=0, keepdim=True) if dense else weight.flatten(1).norm(dim=1).view(-1, 1, 1, 1)
        if self.values["gain"] != "learned":
            return weight / norm
        gain = self.critic.parameters[self.critic.added[place]]
        return (gain if dense else gain.view(-1, 1, 1, 1)) * weight / norm


class WeightClipping(Constraint):
    """Weights and biases into [-c, c] after each update (Arjovsky et al. 2017, algorithm 1, line 7)."""

    def after_update(self):
        with torch.no_grad():
            for role, parameter in zip(self.critic.roles, self.critic.parameters):
                if role != "normalization":
                    parameter.clamp_(-self.number("c"), self.number("c"))


class Orthonormal(Constraint):
    """b sum |W'W - I|^2 over the layers (Miyato et al. 2018, equation 14), of W'W and WW' the smaller."""

    def penalty(self, critic, weights, real, fake, noise):
        total = 0
        for place in self.critic.weights:
            matrix = self.critic.matrix(place, weights[place])
            gram = matrix.t() @ matrix if matrix.shape[0] > matrix.shape[1] else matrix @ matrix.t()
            total = total + (gram - torch.eye(len(gram), dtype=gram.dtype)).square().sum()
        return self.number("beta") * total


def slopes(critic, points):
    """|grad D| at each point, over all axes but the first, to be differentiated once more."""
    points = points.detach().requires_grad_(True)
    (gradient,) = torch.autograd.grad(critic(points).sum(), points, create_graph=True)
    return gradient.flatten(1).norm(dim=1)


def between(real, fake, share):
    """e x + (1 - e) x~, one e for each pair (Gulrajani et al. 2017, algorithm 1)."""
    share = share.view([-1] + [1] * (real.dim() - 1))
    return share * real + (1 - share) * fake


class GradientPenalty(Constraint):
    """l E(|grad D(x^)| - 1)^2 (Gulrajani et al. 2017, equation 3)."""

    def penalty(self, critic, weights, real, fake, noise):
        return self.number("lambda") * (slopes(critic, between(real, fake, noise[0])) - 1).square().mean()


class OneSidedPenalty(Constraint):
    """l E max(0, |grad D(x^)| - 1)^2 (Petzka et al. 2018)."""

    def penalty(self, critic, weights, real, fake, noise):
        return self.number("lambda") * F.relu(slopes(critic, between(real, fake, noise[0])) - 1).square().mean()


class WassersteinDivergence(Constraint):
    """k E|grad D(x^)|^p (Wu et al. 2018)."""

    def penalty(self, critic, weights, real, fake, noise):
        return self.number("k") * slopes(critic, between(real, fake, noise[0])).pow(self.number("p")).mean()


class R1(Constraint):
    """g/2 E|grad D(x)|^2 at the data (Mescheder et al. 2018, equation 9)."""

    def penalty(self, critic, weights, real, fake, noise):
        return self.number("gamma") / 2 * slopes(critic, real).square().mean()


class Dragan(Constraint):
    """l E(|grad D(x^)| - 1)^2 between x and x + std(x) U / 2 (Kodali et al. 2017, the authors' code)."""

    def penalty(self, critic, weights, real, fake, noise):
        uniform, share = noise
        disturbed = real + 0.5 * real.std(unbiased=False) * uniform.view_as(real)
        return self.number("lambda") * (slopes(critic, between(disturbed, real, share)) - 1).square().mean()


CONSTRAINTS = {
    "unconstrained": Constraint,
    "spectral-norm": SpectralNorm,
    "spectral-norm-gamma": ScaledSpectralNorm,
    "weight-norm": WeightNorm,
    "layer-norm": Constraint,  # layers of the critic, listed as such
    "weight-clipping": WeightClipping,
    "orthonormal": Orthonormal,
    "gradient-penalty": GradientPenalty,
    "wgan-lp": OneSidedPenalty,
    "wgan-div": WassersteinDivergence,
    "r1": R1,
    "dragan": Dragan,
}


# ------------------------------------------------------------------ optimizers


def optimizer(parameters, values):
    kind = values["optimizer"]
    if kind == "adam":
        return torch.optim.Adam(parameters, betas=(float(values["beta1"]), float(values["beta2"])), eps=1e-8)
    if kind == "rmsprop":
        return torch.optim.RMSprop(parameters, lr=0.01, alpha=float(values["decay"]), eps=1e-8)
    if kind == "sgd":
        return torch.optim.SGD(parameters, lr=0.01)
    raise SystemExit(f"trace.yaml names an optimizer that this replay does not know: {kind}")


# ------------------------------------------------------------------ the training step


class Training:
    """A lane: one generator, if it learns, and one critic."""

    def __init__(self, values, critic, generator, state):
        self.critic, self.generator = critic, generator
        kinds = values["constraint"]
        self.constraints = [CONSTRAINTS[kind](critic, values, state) for kind in as_list(kinds)]
        self.critic_loss, self.generator_loss = OBJECTIVES[values["objective"]]
        self.critic_optimizer = optimizer(critic.parameters, values)
        self.generator_optimizer = optimizer(generator.parameters, values) if generator else None

    def used_weights(self):
        used = {}
        for place in self.critic.weights:
            used[place] = self.critic.parameters[place]
            for constraint in self.constraints:
                used[place] = constraint.weight(place, used[place])
        return used

    def update_critic(self, real, latent, fake, classes, noise, rate, agrees):
        """One update of the critic. Returns its loss, the penalty, and how many units were turned at their kinks.

        latent: the generator's input; fake: given samples where the generator does not learn; classes: of real and fake samples,
        where the networks read them. agrees: whether a loss and a penalty
        are what they should be. If they are not, the penalty is taken on the other side of one or two kinks within rounding.
        """
        self.critic.given(classes)
        for constraint in self.constraints:
            constraint.before_update()
        if self.generator:
            with torch.no_grad():
                fake = self.generator.given(classes)(latent)
        weights = self.used_weights()
        loss = self.critic_loss(self.critic(real, weights), self.critic(fake, weights))

        def penalty(kinks):
            def critic(points):
                return self.critic(points, weights, kinks)

            return sum(term for c in self.constraints if (term := c.penalty(critic, weights, real, fake, noise)) is not None)

        kinks = Kinks()
        cost, turned = penalty(kinks), ()
        if not agrees(loss + cost, cost):
            for sides in itertools.chain.from_iterable(itertools.combinations(kinks.near, count) for count in (1, 2)):
                other = penalty(Kinks(sides))
                if agrees(loss + other, other):
                    cost, turned = other, sides
                    break
        total = loss + cost
        descend(self.critic_optimizer, total, rate)
        for constraint in self.constraints:
            constraint.after_update()
        return total.item(), float(cost), len(turned)

    def update_generator(self, latent, fake, classes, rate):
        self.critic.given(classes)
        if self.generator:
            for constraint in self.constraints:
                constraint.before_generator_update()
        weights = self.used_weights()
        if self.generator is None:
            return self.generator_loss(self.critic(fake, weights)).item()
        loss = self.generator_loss(self.critic(self.generator.given(classes)(latent), weights))
        descend(self.generator_optimizer, loss, rate)
        return loss.item()


def as_list(names):
    return names if isinstance(names, list) else [names]


def descend(optimizer, loss, rate):
    for group in optimizer.param_groups:
        group["lr"] = rate
    parameters = optimizer.param_groups[0]["params"]
    gradients = torch.autograd.grad(loss, parameters, allow_unused=True)
    for parameter, gradient in zip(parameters, gradients):
        parameter.grad = torch.zeros_like(parameter) if gradient is None else gradient
    optimizer.step()
