"""Writes src/test/resources/higher_orders.json anew: /usr/bin/python3 -B src/test/oracle/higher.py

Every operation in the midst of a smooth function of five numbers, with that function's Hessian, and its third derivative
along two directions, as PyTorch gives them in double precision.
"""

import json
import pathlib
import random

import torch

import arrangement
import elementwise
import linear_algebra
import losses
import recorder
import reductions

assert arrangement and elementwise and linear_algebra and losses and reductions
FILE = pathlib.Path(__file__).parent.parent / "resources" / "higher_orders.json"
MOST = 2
generator = random.Random(7)


def normalised(x, eps=1e-5):
    """Batch normalisation in single steps: PyTorch's own has a wrong third derivative, as its differences show."""
    axes = [axis for axis in range(x.dim()) if axis != 1]
    centred = x - x.mean(axes, keepdim=True)
    return centred / torch.sqrt((centred ** 2).mean(axes, keepdim=True) + eps)


def draw(*shape):
    return recorder.tensor([round(generator.uniform(-1, 1), 3) for _ in range(torch.Size(shape).numel())]).reshape(shape)


def flat(x):
    return {"shape": list(x.shape), "data": [recorder.plain(float(e)) for e in x.detach().reshape(-1)]}


def step(op, *inputs, **attributes):
    return {"op": op, "inputs": list(inputs), **({"attributes": attributes} if attributes else {})}


def graph(name, function, x, attributes, flows):
    """The nodes of a request, and the same as a function: sum(w * sin(y)) + 0.1 * sum(y) ** 2."""
    nodes = {"u": {"value": flat(draw(5))}}
    moves = [draw(i.numel(), 5) if flow else None for i, flow in zip(x, flows)]
    for place, (tensor, move) in enumerate(zip(x, moves)):
        at = {"value": flat(tensor), "constant": True}
        if move is None:
            nodes[f"h{place}"] = at
            continue
        nodes[f"x{place}"] = at
        nodes[f"m{place}"] = {"value": flat(move), "constant": True}
        nodes[f"a{place}"] = step("matmul", f"m{place}", "u")
        nodes[f"b{place}"] = step("sin", f"a{place}")
        nodes[f"c{place}"] = step("multiply", 0.05, f"b{place}")
        nodes[f"d{place}"] = step("reshape", f"c{place}", shape=list(tensor.shape))
        nodes[f"h{place}"] = step("add", f"x{place}", f"d{place}")
    nodes["y"] = step(name, *[f"h{place}" for place in range(len(x))], **attributes)

    def moved(u):
        return [
            i.detach() if m is None else i.detach() + (0.05 * torch.sin(m @ u)).reshape(i.shape)
            for i, m in zip(x, moves)
        ]

    shape = function(*moved(torch.tensor(nodes["u"]["value"]["data"])), **attributes).shape
    weights = draw(*shape)
    nodes["w"] = {"value": flat(weights), "constant": True}
    nodes["s"] = step("sin", "y")
    nodes["ws"] = step("multiply", "w", "s")
    nodes["first"] = step("sum", "ws")
    nodes["total"] = step("sum", "y")
    nodes["squared"] = step("square", "total")
    nodes["second"] = step("multiply", 0.1, "squared")
    nodes["L"] = step("add", "first", "second")

    def output(u):
        y = function(*moved(u), **attributes)
        return (weights * torch.sin(y)).sum() + 0.1 * y.sum() ** 2

    return nodes, output


def third(output, u, v, w):
    """The derivative of vᵀHw."""
    u = u.clone().requires_grad_()
    g, = torch.autograd.grad(output(u), u, create_graph=True)
    h, = torch.autograd.grad(g @ v, u, create_graph=True)
    if not h.requires_grad:
        return torch.zeros(5)
    t, = torch.autograd.grad(h @ w, u, allow_unused=True)
    return torch.zeros(5) if t is None else t


def main():
    cases, counts = [], {}
    for name, function, x, attributes, flows in recorder.drawn:
        size = sum(i.numel() for i in x)
        if counts.get(name, 0) >= MOST or not any(flows) or size > 60 or min(i.numel() for i in x) == 0:
            continue
        if not all(torch.isfinite(i).all() and (i.abs() < 100).all() for i in x):
            continue
        function = normalised if name == "batch_norm" else function
        nodes, output = graph(name, function, x, attributes, flows)
        u = torch.tensor(nodes["u"]["value"]["data"])
        v, w = draw(5), draw(5)
        try:
            hessian = torch.autograd.functional.hessian(output, u)
            third_order = third(output, u, v, w)
        except (RuntimeError, NotImplementedError) as e:
            print("left out:", name, str(e)[:90])
            continue
        if not (torch.isfinite(hessian).all() and torch.isfinite(third_order).all()):
            continue
        counts[name] = counts.get(name, 0) + 1
        cases.append({"operation": name, "nodes": nodes, "v": flat(v), "w": flat(w),
                      "hessian": flat(hessian), "third": flat(third_order)})
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    FILE.write_text(f'{{"torch":"{torch.__version__}","cases":[\n{lines}\n]}}\n')
    print(len(counts), "operations,", len(cases), "cases; none of:",
          sorted({c["operation"] for f in recorder.families.values() for c in f} - set(counts)))


main()
