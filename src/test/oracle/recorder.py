"""Records cases: inputs, attributes and an upstream, with the value and the gradients that PyTorch gives."""

import json
import math
import pathlib
import platform
import random

import numpy
import torch

torch.set_default_dtype(torch.float64)
DATA = pathlib.Path(__file__).parent.parent / "resources" / "oracle"
families = {}
drawn = []
generator = random.Random()


def operation(family, name, function):
    """An operation of the catalogue as a function that records cases of it; draws start anew."""
    generator.seed(name)
    cases = families.setdefault(family, [])

    def case(*inputs, ours=None, by=function, **attributes):
        """
        One case.

        ours: where the catalogue's convention is not PyTorch's: {"y" or input: {place: number}}; the upstream is
        then 1 everywhere, so that the convention can be read off.
        by: another way to the same function, where PyTorch's own fails.
        """
        x = [tensor(i).clone().requires_grad_() for i in inputs]
        y = by(*x, **attributes)
        upstream = torch.ones(y.shape) if ours else draw(*y.shape)
        gradients = [None] * len(x)
        if y.requires_grad:
            gradients = list(torch.autograd.grad(y, x, upstream, allow_unused=True))
        y = y.detach().clone()
        if not ours:
            drawn.append((name, by, x, attributes, [g is not None for g in gradients]))
        for of, places in (ours or {}).items():
            told = y if of == "y" else gradients[of]
            if told is None:
                told = gradients[of] = torch.zeros(x[of].shape)
            flat = told.clone().reshape(-1)
            for place, number in places.items():
                assert not same(flat[place].item(), number), f"{name}: PyTorch agrees on {of} at {place}"
                flat[place] = number
            flat = flat.reshape(told.shape)
            y, gradients = (flat, gradients) if of == "y" else (y, gradients[:of] + [flat] + gradients[of + 1 :])
        cases.append(
            {
                "operation": name,
                "attributes": attributes,
                "inputs": [packed(i) for i in x],
                "upstream": packed(upstream),
                "value": packed(y),
                "gradients": [None if g is None else packed(g) for g in gradients],
            }
        )

    return case


def draw(*shape, low=-2.0, high=2.0):
    """Random numbers of three decimals."""
    count = math.prod(shape)
    return torch.tensor([round(generator.uniform(low, high), 3) for _ in range(count)]).reshape(shape)


def tensor(x):
    return x if isinstance(x, torch.Tensor) else torch.tensor(x, dtype=torch.float64)


def same(a, b):
    return a == b or (a != a and b != b)


def packed(x):
    """[shape, elements]; what JSON has no number for is a string."""
    return [list(x.shape), [plain(float(e)) for e in x.detach().reshape(-1)]]


def plain(x):
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return int(x) if x == int(x) and abs(x) < 1e15 and not minus(x) else x


def minus(x):
    """Whether it is -0."""
    return x == 0 and math.copysign(1, x) < 0


def write():
    versions = {"python": platform.python_version(), "torch": torch.__version__, "numpy": numpy.__version__}
    DATA.mkdir(exist_ok=True)
    for family, cases in sorted(families.items()):
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
        (DATA / f"{family}.json").write_text(f'{{"versions":{json.dumps(versions)},"cases":[\n{lines}\n]}}\n')
