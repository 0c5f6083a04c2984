"""
Records stacks of layers: requests, with the values and gradients that PyTorch gives to their nodes.

Each layer is PyTorch's own (torch.nn.functional, nn.LSTM, nn.GRU, nn.RNN, nn.MultiheadAttention). Gates and inner
states, which PyTorch does not show, come of the cells written out, and are recorded only where both agree.
Writes src/test/resources/layers/stacks.json anew: /usr/bin/python3 -B src/test/oracle/layers.py
"""

import json
import platform

import torch
import torch.nn.functional as F
from recorder import DATA, draw, generator, packed

cases = []


class Case:
    """A stack that is being made: its request, and the tensors whose values and gradients are recorded."""

    def __init__(self, name, x, constant=False):
        generator.seed(name)
        x = x() if callable(x) else x
        self.name, self.layers, self.nodes, self.counts = name, [], {}, {}
        self.input = x.tolist() if x.dim() == 0 else request(x)
        self.x = x.clone() if constant else self.node("input", x.clone().requires_grad_())

    def node(self, name, x):
        if x.requires_grad and not x.is_leaf:
            x.retain_grad()
        self.nodes[name] = x
        return x

    def layer(self, kind, **properties):
        """Adds a layer; parameters are tensors, drawn by the caller."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        name = f"{kind}{self.counts[kind]}"
        given = {}
        for key, value in properties.items():
            if isinstance(value, torch.Tensor):
                given[key] = self.node(f"{name}.{key}", value.clone().requires_grad_()) if key not in DATA_OF_LAYERS else value
            else:
                given[key] = value
        self.layers.append({"type": kind, **{k: request(v) if isinstance(v, torch.Tensor) else v for k, v in properties.items()}})
        inner = lambda word, value: self.node(f"{name}.{word}", value)
        self.x = self.node(name, LAYERS[kind](self.x, inner, **given))
        return self

    def done(self):
        body = {"input": self.input, "layers": self.layers}
        upstream = None
        if self.x.dim():
            upstream = draw(*self.x.shape)
            body["upstream"] = request(upstream)
        self.x.backward(upstream)
        told = {}
        for name, x in self.nodes.items():
            gradient = torch.zeros(x.shape) if x.grad is None else x.grad
            told[name] = {"value": packed(x), **({"gradient": packed(gradient)} if x.requires_grad else {})}
        cases.append({"name": self.name, "request": body, "nodes": told})


DATA_OF_LAYERS = {"target", "mask"}


def request(x):
    return {"shape": list(x.shape), "data": packed(x)[1]}


def pair(value):
    return value if isinstance(value, int) else tuple(value)


def affine(x, inner, weight, bias=None):
    return F.linear(x, weight.T, bias)


def batch_norm(x, inner, gamma=None, beta=None, eps=1e-5):
    return F.batch_norm(x, None, None, gamma, beta, training=True, eps=eps)


def layer_norm(x, inner, gamma=None, beta=None, eps=1e-5):
    """Written out: where a row is nearly constant, F.layer_norm loses digits."""
    mean = x.mean(-1, keepdim=True)
    y = (x - mean) / torch.sqrt(((x - mean) ** 2).mean(-1, keepdim=True) + eps)
    y = y * (1 if gamma is None else gamma) + (0 if beta is None else beta)
    theirs = F.layer_norm(x, x.shape[-1:], gamma, beta, eps)
    assert torch.allclose(y, theirs, rtol=1e-8, atol=1e-8)
    return y


def conv2d(x, inner, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return F.conv2d(x, weight, bias, pair(stride), pair(padding), pair(dilation), groups)


def classes(target):
    return target if target.dim() > 1 else target.long()


def rows(f):
    """A loss over the last axis, whatever stands before it."""
    return lambda x, inner, target, reduction="mean": f(x.reshape(-1, x.shape[-1]), target.reshape(-1).long() if target.dim() < x.dim() else target.reshape(-1, x.shape[-1]), reduction=reduction)


def probabilities(p, target, reduction):
    return F.nll_loss(p.log(), target, reduction=reduction) if target.dim() == 1 else {"mean": torch.mean, "sum": torch.sum}[reduction](-(target * p.log()).sum(-1))


def own(module, names):
    """The same numbers by PyTorch's own module, whose parameters are these."""
    for name, value in names.items():
        getattr(module, name).data.copy_(value.detach())
    return module


def agree(ours, theirs):
    assert torch.allclose(ours.detach(), theirs.detach(), rtol=1e-12, atol=1e-13), (ours - theirs).abs().max()


def zeros(x, weight_h):
    return torch.zeros(x.shape[0], weight_h.shape[0])


def rnn(x, inner, weight_x, weight_h, bias=None, initial_hidden=None):
    h = first = zeros(x, weight_h) if initial_hidden is None else initial_hidden
    steps = []
    for t in range(x.shape[1]):
        a = inner(f"preactivation[{t}]", x[:, t] @ weight_x + h @ weight_h + (0 if bias is None else bias))
        h = inner(f"hidden[{t}]", torch.tanh(a))
        steps.append(h)
    y = torch.stack(steps, 1)
    module = own(torch.nn.RNN(x.shape[2], h.shape[1], batch_first=True), {"weight_ih_l0": weight_x.T, "weight_hh_l0": weight_h.T, "bias_ih_l0": torch.zeros(h.shape[1]) if bias is None else bias, "bias_hh_l0": torch.zeros(h.shape[1])})
    agree(y, module(x.detach(), first.detach()[None])[0])
    return y


def lstm(x, inner, weight_x, weight_h, bias=None, initial_hidden=None, initial_cell=None):
    h = first = zeros(x, weight_h) if initial_hidden is None else initial_hidden
    c = cell = zeros(x, weight_h) if initial_cell is None else initial_cell
    steps = []
    for t in range(x.shape[1]):
        a = x[:, t] @ weight_x + h @ weight_h + (0 if bias is None else bias)
        i, f, g, o = a.chunk(4, 1)
        i, f, o = (inner(f"{word}_gate[{t}]", torch.sigmoid(gate)) for word, gate in (("input", i), ("forget", f), ("output", o)))
        g = inner(f"candidate[{t}]", torch.tanh(g))
        c = inner(f"cell[{t}]", f * c + i * g)
        h = inner(f"hidden[{t}]", o * torch.tanh(c))
        steps.append(h)
    y = torch.stack(steps, 1)
    width = 4 * h.shape[1]
    module = own(torch.nn.LSTM(x.shape[2], h.shape[1], batch_first=True), {"weight_ih_l0": weight_x.T, "weight_hh_l0": weight_h.T, "bias_ih_l0": torch.zeros(width) if bias is None else bias, "bias_hh_l0": torch.zeros(width)})
    agree(y, module(x.detach(), (first.detach()[None], cell.detach()[None]))[0])
    return y


def gru(x, inner, weight_x, weight_h, bias=None, bias_h=None, initial_hidden=None):
    h = first = zeros(x, weight_h) if initial_hidden is None else initial_hidden
    steps = []
    for t in range(x.shape[1]):
        fx = x[:, t] @ weight_x + (0 if bias is None else bias)
        fh = h @ weight_h + (0 if bias_h is None else bias_h)
        (rx, zx, nx), (rh, zh, nh) = fx.chunk(3, 1), fh.chunk(3, 1)
        r = inner(f"reset_gate[{t}]", torch.sigmoid(rx + rh))
        z = inner(f"update_gate[{t}]", torch.sigmoid(zx + zh))
        n = inner(f"candidate[{t}]", torch.tanh(nx + r * nh))
        h = inner(f"hidden[{t}]", (1 - z) * n + z * h)
        steps.append(h)
    y = torch.stack(steps, 1)
    width = 3 * h.shape[1]
    module = own(torch.nn.GRU(x.shape[2], h.shape[1], batch_first=True), {"weight_ih_l0": weight_x.T, "weight_hh_l0": weight_h.T, "bias_ih_l0": torch.zeros(width) if bias is None else bias, "bias_hh_l0": torch.zeros(width) if bias_h is None else bias_h})
    agree(y, module(x.detach(), first.detach()[None])[0])
    return y


def attention(x, inner, query_weight, key_weight, value_weight, output_weight=None, query_bias=None, key_bias=None, value_bias=None, output_bias=None, heads=1, causal=False):
    none = lambda bias: 0 if bias is None else bias
    q = inner("query", x @ query_weight + none(query_bias))
    k = inner("key", x @ key_weight + none(key_bias))
    v = inner("value", x @ value_weight + none(value_bias))
    n, t, e = q.shape
    split = lambda a: a if heads == 1 else a.reshape(n, t, heads, -1).transpose(1, 2)
    scores = inner("scores", split(q) @ split(k).transpose(-1, -2) / (e / heads) ** 0.5)
    hidden = torch.ones(t, t).triu(1).bool()
    weights = inner("weights", torch.softmax(scores.masked_fill(hidden, -float("inf")) if causal else scores, -1))
    context = weights @ split(v)
    if heads > 1 or output_weight is not None:  # else it is what comes out of the layer
        inner("context", context)
    y = context if heads == 1 else context.transpose(1, 2).reshape(n, t, -1)
    if output_weight is not None:
        y = y @ output_weight + none(output_bias)
    d = x.shape[2]
    if e == d == v.shape[2] and output_weight is not None and output_weight.shape[1] == d:
        width = torch.zeros(d)
        module = own(torch.nn.MultiheadAttention(d, heads, batch_first=True), {"in_proj_weight": torch.cat([query_weight.T, key_weight.T, value_weight.T]), "in_proj_bias": torch.cat([width if b is None else b for b in (query_bias, key_bias, value_bias)])})
        module.out_proj.weight.data.copy_(output_weight.detach().T)
        module.out_proj.bias.data.copy_(width if output_bias is None else output_bias.detach())
        agree(y, module(x.detach(), x.detach(), x.detach(), attn_mask=hidden if causal else None)[0])
    return y


def dropout(x, inner, mask, rate=0.5):
    return x * mask / (1 - rate)


def plain(f):
    return lambda x, inner, **attributes: f(x, **attributes)


def loss(f, **fixed):
    return lambda x, inner, target, **attributes: f(x, target, **fixed, **attributes)


LAYERS = {
    "affine": affine,
    "matmul": lambda x, inner, weight: x @ weight,
    "bias": lambda x, inner, bias: x + bias,
    "embedding": lambda x, inner, table: F.embedding(x.long(), table),
    "batch_norm": batch_norm,
    "layer_norm": layer_norm,
    "dropout": dropout,
    "conv2d": conv2d,
    "max_pool2d": plain(lambda x, size, stride=None, padding=0: F.max_pool2d(x, pair(size), None if stride is None else pair(stride), pair(padding))),
    "avg_pool2d": plain(lambda x, size, stride=None, padding=0: F.avg_pool2d(x, pair(size), None if stride is None else pair(stride), pair(padding))),
    "flatten": plain(lambda x: x.flatten(1)),
    "rnn": rnn,
    "lstm": lstm,
    "gru": gru,
    "attention": attention,
    "sigmoid": plain(torch.sigmoid),
    "tanh": plain(torch.tanh),
    "relu": plain(F.relu),
    "leaky_relu": plain(lambda x, slope=0.01: F.leaky_relu(x, slope)),
    "elu": plain(lambda x, alpha=1: F.elu(x, alpha)),
    "selu": plain(F.selu),
    "gelu": plain(lambda x, approximate="none": F.gelu(x, approximate=approximate)),
    "silu": plain(F.silu),
    "softplus": plain(F.softplus),
    "softsign": plain(F.softsign),
    "hard_sigmoid": plain(lambda x: torch.clamp(x / 6 + 0.5, 0, 1)),  # F.hardsigmoid's slope is 1/6 in float32
    "mish": plain(F.mish),
    "softmax": plain(lambda x, axis=-1: F.softmax(x, axis)),
    "log_softmax": plain(lambda x, axis=-1: F.log_softmax(x, axis)),
    "slice": plain(lambda x, axis=0, start=None, stop=None: x.narrow(axis, start % x.shape[axis], (x.shape[axis] if stop is None else stop) - start % x.shape[axis])),
    "softmax_with_loss": rows(lambda x, t, reduction: F.cross_entropy(x, t, reduction=reduction)),
    "cross_entropy": rows(probabilities),
    "sigmoid_with_loss": loss(F.binary_cross_entropy_with_logits),
    "mean_squared_error": loss(F.mse_loss),
    "mean_absolute_error": loss(F.l1_loss),
    "huber": loss(F.huber_loss),
    "kl_divergence": loss(lambda p, t, reduction="mean": F.kl_div(p.log(), t, reduction=reduction)),
}


def mask(*shape):
    return (draw(*shape) > -1).double()


def whole(most, *shape):
    return torch.floor(draw(*shape, low=0, high=most - 0.001))


def distribution(*shape):
    p = draw(*shape, low=0.1, high=1)
    return p / p.sum(-1, keepdim=True)


def alone():
    for shape in [(3, 4), (1, 2), (2, 3, 2), (2, 1, 3, 2)]:
        d = shape[-1]
        Case(f"affine {shape}", lambda: draw(*shape)).layer("affine", weight=draw(d, 3), bias=draw(3)).done()
        Case(f"affine without bias {shape}", lambda: draw(*shape)).layer("affine", weight=draw(d, 2)).done()
        Case(f"matmul {shape}", lambda: draw(*shape)).layer("matmul", weight=draw(d, 1)).done()
        Case(f"bias {shape}", lambda: draw(*shape)).layer("bias", bias=draw(d)).done()
        Case(f"layer_norm {shape}", lambda: draw(*shape)).layer("layer_norm", gamma=draw(d), beta=draw(d), eps=1e-3).done()
        Case(f"layer_norm plain {shape}", lambda: draw(*shape)).layer("layer_norm").done()
        Case(f"dropout {shape}", lambda: draw(*shape)).layer("dropout", mask=mask(*shape), rate=0.25).done()
    for shape in [(4, 3), (3, 2, 4), (2, 3, 2, 2)]:
        c = shape[1]
        Case(f"batch_norm {shape}", lambda: draw(*shape)).layer("batch_norm", gamma=draw(c), beta=draw(c)).done()
        Case(f"batch_norm plain {shape}", lambda: draw(*shape)).layer("batch_norm", eps=0.1).done()
        Case(f"batch_norm scaled {shape}", lambda: draw(*shape)).layer("batch_norm", gamma=draw(c)).done()
        Case(f"batch_norm shifted {shape}", lambda: draw(*shape)).layer("batch_norm", beta=draw(c)).done()
        Case(f"flatten {shape}", lambda: draw(*shape)).layer("flatten").done()
    for shape in [(5,), (2, 3), (2, 2, 2)]:
        Case(f"embedding {shape}", lambda: whole(4, *shape), constant=True).layer("embedding", table=draw(4, 3)).done()
    for kind in ["sigmoid", "tanh", "relu", "selu", "silu", "softplus", "softsign", "hard_sigmoid", "mish"]:
        Case(kind, lambda: draw(2, 3)).layer(kind).done()
    for kind, attributes in [("leaky_relu", {}), ("leaky_relu", {"slope": 0.2}), ("elu", {}), ("elu", {"alpha": 0.5}), ("gelu", {}), ("gelu", {"approximate": "tanh"}), ("softmax", {}), ("softmax", {"axis": 0}), ("log_softmax", {}), ("log_softmax", {"axis": 0})]:
        Case(f"{kind} {attributes}", lambda: draw(2, 3)).layer(kind, **attributes).done()
    for reduction in ["mean", "sum"]:
        for shape in [(4, 3), (1, 5), (2, 3, 4)]:
            Case(f"softmax_with_loss indices {shape} {reduction}", lambda: draw(*shape)).layer("softmax_with_loss", target=whole(shape[-1], *shape[:-1]), reduction=reduction).done()
            Case(f"softmax_with_loss rows {shape} {reduction}", lambda: draw(*shape)).layer("softmax_with_loss", target=distribution(*shape), reduction=reduction).done()
            Case(f"cross_entropy indices {shape} {reduction}", lambda: distribution(*shape)).layer("cross_entropy", target=whole(shape[-1], *shape[:-1]), reduction=reduction).done()
            Case(f"cross_entropy rows {shape} {reduction}", lambda: distribution(*shape)).layer("cross_entropy", target=distribution(*shape), reduction=reduction).done()
            Case(f"sigmoid_with_loss {shape} {reduction}", lambda: draw(*shape)).layer("sigmoid_with_loss", target=draw(*shape, low=0, high=1), reduction=reduction).done()
            for kind in ["mean_squared_error", "mean_absolute_error", "huber"]:
                Case(f"{kind} {shape} {reduction}", lambda: draw(*shape)).layer(kind, target=draw(*shape), reduction=reduction).done()
            Case(f"kl_divergence {shape} {reduction}", lambda: distribution(*shape)).layer("kl_divergence", target=distribution(*shape), reduction=reduction).done()


def planes():
    for number in range(24):
        generator.seed(f"planes {number}")
        groups = generator.choice([1, 1, 2, 3])
        window = [generator.randint(1, 3), generator.randint(1, 3)]
        attributes = {
            "stride": generator.choice([1, 2, [1, 2]]),
            "padding": generator.choice([0, 1, [0, 1]]),
            "dilation": generator.choice([1, 1, [2, 1]]),
            "groups": groups,
        }
        shape = (generator.randint(1, 3), groups * generator.randint(1, 2), generator.randint(5, 7), generator.randint(5, 7))
        out = groups * generator.randint(1, 2)
        case = Case(f"conv2d {number}", lambda: draw(*shape))
        weight, bias = draw(out, shape[1] // groups, *window), draw(out)
        case.layer("conv2d", weight=weight, **({"bias": bias} if number % 3 else {}), **attributes).done()
        size = generator.choice([2, 3, [1, 2], [2, 3]])
        pooled = {"size": size, **generator.choice([{}, {"stride": 1}, {"stride": [2, 1]}]), **({"padding": 1} if size in (2, 3) and number % 2 else {})}
        Case(f"max_pool2d {number}", lambda: draw(*shape)).layer("max_pool2d", **pooled).done()
        Case(f"avg_pool2d {number}", lambda: draw(*shape)).layer("avg_pool2d", **pooled).done()


def sequences():
    for steps in range(1, 11):
        n, d, h = 1 + steps % 3, 1 + steps % 4, 1 + steps % 3
        for kind, gates in [("rnn", 1), ("lstm", 4), ("gru", 3)]:
            case = Case(f"{kind} of {steps} steps", lambda: draw(n, steps, d))
            weights = {"weight_x": draw(d, gates * h), "weight_h": draw(h, gates * h)}
            if steps % 4:
                weights["bias"] = draw(gates * h)
            if kind == "gru" and steps % 3:
                weights["bias_h"] = draw(gates * h)
            if steps % 2:
                weights["initial_hidden"] = draw(n, h)
                if kind == "lstm":
                    weights["initial_cell"] = draw(n, h)
            case.layer(kind, **weights).done()
        heads = 1 + steps % 3
        d = e = heads * (1 + steps % 2)
        biases = {f"{word}_bias": draw(d) for word in ("query", "key", "value", "output")} if steps % 2 else {}
        case = Case(f"attention of {steps} steps and {heads} heads", lambda: draw(n, steps, d))
        case.layer("attention", **{f"{word}_weight": draw(d, d) for word in ("query", "key", "value", "output")}, **biases, heads=heads, causal=steps % 2 == 0).done()
        case = Case(f"attention of {steps} steps with other widths", lambda: draw(n, steps, 3))
        case.layer("attention", query_weight=draw(3, heads), key_weight=draw(3, heads), value_weight=draw(3, 2 * heads), heads=heads, causal=steps % 3 == 0).done()


def stacks():
    Case("perceptron", lambda: draw(4, 3)).layer("affine", weight=draw(3, 5), bias=draw(5)).layer("relu").layer("affine", weight=draw(5, 2), bias=draw(2)).layer("softmax_with_loss", target=whole(2, 4)).done()
    Case("normalised", lambda: draw(5, 3)).layer("affine", weight=draw(3, 4)).layer("batch_norm", gamma=draw(4), beta=draw(4)).layer("gelu").layer("dropout", mask=mask(5, 4), rate=0.2).layer("mean_squared_error", target=draw(5, 4)).done()
    Case("convolutional", lambda: draw(2, 1, 6, 6)).layer("conv2d", weight=draw(2, 1, 3, 3), bias=draw(2), padding=1).layer("relu").layer("max_pool2d", size=2).layer("flatten").layer("affine", weight=draw(18, 3), bias=draw(3)).layer("softmax_with_loss", target=whole(3, 2)).done()
    Case("convolutional twice", lambda: draw(2, 2, 5, 5)).layer("conv2d", weight=draw(4, 1, 2, 2), groups=2, stride=[1, 2]).layer("batch_norm", gamma=draw(4), beta=draw(4)).layer("tanh").layer("avg_pool2d", size=2, stride=1).layer("conv2d", weight=draw(1, 4, 1, 1)).done()
    Case("language", lambda: whole(5, 2, 4), constant=True).layer("embedding", table=draw(5, 3)).layer("lstm", weight_x=draw(3, 8), weight_h=draw(2, 8), bias=draw(8)).layer("affine", weight=draw(2, 5), bias=draw(5)).layer("softmax_with_loss", target=whole(5, 2, 4)).done()
    Case("last step", lambda: draw(3, 5, 2)).layer("gru", weight_x=draw(2, 9), weight_h=draw(3, 9), bias=draw(9), bias_h=draw(9)).layer("slice", axis=1, start=-1).layer("flatten").layer("affine", weight=draw(3, 1)).layer("sigmoid_with_loss", target=draw(3, 1, low=0, high=1)).done()
    Case("transformer", lambda: draw(2, 4, 6)).layer("layer_norm", gamma=draw(6), beta=draw(6)).layer("attention", query_weight=draw(6, 6), key_weight=draw(6, 6), value_weight=draw(6, 6), output_weight=draw(6, 6), heads=3, causal=True).layer("affine", weight=draw(6, 8), bias=draw(8)).layer("silu").layer("affine", weight=draw(8, 6)).done()
    Case("recurrent twice", lambda: draw(2, 3, 2)).layer("rnn", weight_x=draw(2, 3), weight_h=draw(3, 3)).layer("rnn", weight_x=draw(3, 2), weight_h=draw(2, 2), bias=draw(2)).layer("huber", target=draw(2, 3, 2)).done()
    for number in range(12):
        generator.seed(f"random {number}")
        widths = [generator.randint(1, 5) for _ in range(3)]
        n, depth = generator.randint(1, 4), generator.randint(1, 2)
        case = Case(f"random {number}", lambda: draw(n, widths[0]))
        for at in range(depth):
            case.layer("affine", weight=draw(widths[at], widths[at + 1]), bias=draw(widths[at + 1]))
            case.layer(generator.choice(["sigmoid", "tanh", "elu", "mish", "softplus", "layer_norm"]))
        out = widths[depth]
        if number % 2:
            case.layer("softmax_with_loss", target=whole(out, n) if number % 3 else distribution(n, out))
        else:
            case.layer("mean_squared_error", target=draw(n, out), reduction=generator.choice(["mean", "sum"]))
        case.done()


for part in (alone, planes, sequences, stacks):
    part()
folder = DATA.parent / "layers"
folder.mkdir(exist_ok=True)
versions = {"python": platform.python_version(), "torch": torch.__version__}
lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
(folder / "stacks.json").write_text(f'{{"versions":{json.dumps(versions)},"cases":[\n{lines}\n]}}\n')
print(len(cases), "stacks,", sum(len(case["nodes"]) for case in cases), "nodes")
