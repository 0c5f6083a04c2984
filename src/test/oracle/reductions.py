"""Many numbers made into few, and sums on the way."""

import math

import torch
from recorder import draw, operation

nan, inf = float("nan"), float("inf")
SHAPES = [
    ((2, 3), {}),
    ((2, 3), {"axis": 0}),
    ((2, 3), {"axis": -1, "keepdims": True}),
    ((2, 3, 2), {"axis": [0, 2]}),
    ((2, 3, 2), {"axis": [-1, 0], "keepdims": True}),
    ((1, 3), {"axis": 0}),
    ((2, 2), {"keepdims": True}),
    ((), {}),
    ((0, 3), {"axis": 1}),
]


def over(x, axis):
    """The axes as a tuple, each once and from the last to the first."""
    axes = range(x.dim()) if axis is None else [axis] if isinstance(axis, int) else axis
    return tuple(sorted((a % x.dim() for a in axes), reverse=True))


def reduction(family, name, function, low=-2.0, high=2.0):
    """function(x, axes, keepdims, ...)"""
    case = operation(family, name, lambda x, axis=None, keepdims=False, **more: function(x, over(x, axis), keepdims, **more))
    for shape, attributes in SHAPES:
        case(draw(*shape, low=low, high=high), **attributes)
    return case


def prod(x, axes, keepdims):
    for axis in axes:
        x = torch.prod(x, axis, keepdims)
    return x if axes else x * 1


def extreme(function):
    return lambda x, axes, keepdims: function(x, axes, keepdims) if axes else x * 1


def var(x, axes, keepdims, correction=0):
    if axes and x.numel():
        return torch.var(x, axes, correction=correction, keepdim=keepdims)
    count = math.prod(x.shape[a] for a in axes)
    centred = x - mean(x, axes, True)
    squares = total(centred * centred, axes, keepdims)
    return squares / max(count - correction, 0)


def total(x, axes, keepdims):
    return torch.sum(x, axes, keepdims) if axes else x * 1


def mean(x, axes, keepdims):
    return torch.mean(x, axes, keepdims) if axes else x * 1


def logsumexp(x, axes, keepdims):
    return torch.logsumexp(x, axes, keepdims) if axes else x * 1


sums = reduction("reduction", "sum", total)
sums(torch.zeros(0, 3), axis=0)
sums([1e300, 1, -1e300])
sums([1, inf, -inf, nan])
means = reduction("reduction", "mean", mean)
means(torch.zeros(0, 3), axis=0)
means([1e15 + 1, 1e15 + 3])
means([[inf, 1], [nan, 1]], axis=1)

product = reduction("accumulation", "prod", prod)
product(torch.zeros(0, 3), axis=0)
product([2, 0, 5])
product([[0, 3, 0], [0, 1, 2]], axis=1)
product([[0, 3], [0, 5], [1, 2]])
product([1e200, 1e-300, 1e200])
product([inf, 2, nan], ours={0: {2: inf}})  # ours: the product of the others
lse = reduction("accumulation", "logsumexp", logsumexp)
lse([[1000, 1000], [-1000, -1000]], axis=1)
lse([0, -1000, 1000])
lse([inf, 1], ours={0: {1: nan}})  # ours: a softmax of Infinity is NaN all over
lse([-inf, 1])
lse([-inf, -inf])
lse([nan, 1])
lse(torch.zeros(0, 2), axis=0)

for name, function in [("max", torch.amax), ("min", torch.amin)]:
    most = reduction("extreme", name, extreme(function))
    most([[1, 3, 3], [2, 2, 2]], axis=1)
    most([[1, 3, 1], [3, 2, 1]], keepdims=True)
    most([0, -0.0])
    most([inf, -inf, 1, inf, -inf])
    most([1, nan, 2], ours={0: {0: 0, 1: 0, 2: 0}})  # ours: where there is NaN, nothing flows

for name, function in [("var", var), ("std", lambda *x, **more: torch.sqrt(var(*x, **more)))]:
    spread = reduction("spread", name, function) if name == "var" else operation(
        "spread", name, lambda x, axis=None, keepdims=False, **more: torch.sqrt(var(x, over(x, axis), keepdims, **more)))
    zero = None if name == "var" else {0: {0: 0, 1: 0, 2: 0}}  # ours: where all are equal, the gradient of std is 0
    if name == "std":
        for shape, attributes in SHAPES[:5]:
            spread(draw(*shape), **attributes)
        spread(draw(), ours={0: {0: 0}})
        spread(draw(1, 3), axis=0, ours=zero)
        spread(torch.zeros(0, 3), axis=1)
    spread(draw(2, 3), correction=1)
    spread(draw(2, 3), axis=1, correction=1, keepdims=True)
    spread(draw(2, 3), axis=0, correction=2)  # Nothing is left to divide by.
    spread([3, 3], correction=2)
    # ours: it divides by 0 here too, where PyTorch divides the gradient by -1
    spread([1, 3], correction=3, ours={0: {0: -inf, 1: inf} if name == "var" else {0: nan, 1: nan}})
    spread([1e9 + 1, 1e9 + 2, 1e9 + 3])
    spread([3, 3, 3], ours=zero)
    spread([1, nan, 2])
    spread([1e-200, 2e-200, 4e-200] if name == "var" else [1e-100, 2e-100, 4e-100])

length = reduction("length", "norm", lambda x, axes, keepdims, ord=2:
                   torch.linalg.vector_norm(x, ord, axes, keepdims) if axes else torch.abs(x))
for ord in [1, 2]:
    length(draw(2, 3), axis=1, ord=ord)
    length([[0, 0], [3, -4]], axis=1, ord=ord)
    length([0, -2, 5], ord=ord)
    length([0, 0, 0], ord=ord, keepdims=True)
    length(torch.zeros(0, 2), axis=0, ord=ord)
    length([3, nan], ord=ord)
length([3, inf], ord=1)


def scan(function):
    def scanned(x, axis=None, exclusive=False, reverse=False):
        axis, x = (0, x.reshape(-1)) if axis is None else (axis % x.dim(), x)
        x = x.flip(axis) if reverse else x
        if exclusive and x.shape[axis]:
            first = torch.ones_like(x.narrow(axis, 0, 1)) * (1 if function is torch.cumprod else 0)
            x = torch.cat([first, x.narrow(axis, 0, x.shape[axis] - 1)], axis)
        y = function(x, axis)
        return y.flip(axis) if reverse else y

    return scanned


for name, function in [("cumsum", torch.cumsum), ("cumprod", torch.cumprod)]:
    running = operation("cumulative", name, scan(function))
    for exclusive in [False, True]:
        for reverse in [False, True]:
            running(draw(2, 3), axis=-1, exclusive=exclusive, reverse=reverse)
            running(draw(3, 2), axis=0, exclusive=exclusive, reverse=reverse)
            running([2, 0, 3, 0, 4], exclusive=exclusive, reverse=reverse)
    running(draw(2, 2))
    running(draw())
    running(torch.zeros(0, 2), axis=0)
    running(torch.zeros(0, 2), axis=1)
    running([1, 0, 3])
    running([1, nan, 3], ours=None if name == "cumsum" else {0: {1: 4}})  # ours: 1 + 3, without dividing by NaN


def recurrence(a, b, axis=-1, reverse=False):
    """h = a * h before + b, step by step."""
    if b.shape[axis] == 0:
        return a * b
    before, steps = None, []
    for a_now, b_now in list(zip(a.unbind(axis), b.unbind(axis)))[:: -1 if reverse else 1]:
        before = b_now + (a_now * 0 if before is None else a_now * before)
        steps.append(before)
    return torch.stack(steps[:: -1 if reverse else 1], axis)


runs = operation("recurrent", "linear_recurrence", recurrence)
for reverse in [False, True]:
    runs(draw(5), draw(5), reverse=reverse)
    runs(draw(2, 3), draw(2, 3), axis=0, reverse=reverse)
    runs(draw(2, 3), draw(2, 3), axis=-1, reverse=reverse)
    runs([1, 0, 1000, 2], draw(4), reverse=reverse)
runs(draw(1), draw(1))
runs(torch.zeros(2, 0), torch.zeros(2, 0))
runs(torch.zeros(0, 2), torch.zeros(0, 2))

for name, function in [("softmax", torch.softmax), ("log_softmax", torch.log_softmax)]:
    rows = operation("normalisation", name, lambda x, axis=-1, f=function: f(x, axis))
    rows(draw(2, 3))
    rows(draw(2, 3), axis=0)
    rows(draw(2, 2, 2), axis=-2)
    rows(draw(4))
    rows(draw(3, 1))
    rows(torch.zeros(0, 2))
    rows(torch.zeros(2, 0))
    rows([[1000, -1000, 999], [-1000, -1000, -1001]])
    rows([-inf, 0, 1])
    rows([inf, 0, 1])
    rows([nan, 0, 1])
    rows([1e300, -1e300])


def standardised(x, axes, eps):
    centred = x - x.mean(axes, True)
    return centred / torch.sqrt((centred * centred).mean(axes, True) + eps)


layer = operation("standardisation", "layer_norm", lambda x, axis=-1, eps=1e-5: standardised(x, over(x, axis), eps))
layer(draw(2, 3))
layer(draw(2, 3), axis=0, eps=0.1)
layer(draw(2, 3, 2), axis=[1, 2])
layer(draw(2, 3, 2), axis=[0, -1], eps=0.0)
layer(draw(4))
layer(draw(2, 1))
layer([[1000, -1000, 999], [5, 5, 5]])
layer([1e8 + 1, 1e8 + 2, 1e8 + 3])
layer(torch.zeros(0, 3))
layer([nan, 1, 2])
batch = operation("standardisation", "batch_norm", lambda x, eps=1e-5:
                  torch.nn.functional.batch_norm(x, None, None, training=True, eps=eps))
batch(draw(3, 2))
batch(draw(2, 2, 3), eps=0.1)
batch(draw(2, 2, 2, 2))
batch(draw(5, 1), eps=0.0)
batch([[5, 1], [5, 2], [5, 4]])
batch([[1000, -1000], [-1000, 999]])
batch([[1, 2]], by=lambda x, eps=1e-5: standardised(x, (0,), eps))  # PyTorch refuses a channel of one element.
