"""The same numbers in other places."""

import torch
import torch.nn.functional as F
from recorder import draw, operation

nan, inf = float("nan"), float("inf")
A = (2, 3)
EMPTY = torch.zeros(0, 3)
ODD = [0.0, -0.0, inf, -inf, nan, 5e-324]

reshape = operation("structural", "reshape", lambda x, shape: x.reshape(shape))
for sides, shape in [(A, [3, 2]), (A, [-1]), (A, [1, -1, 2]), ((), [1, 1]), ((1, 1), []), ((0, 3), [0]), ((0, 3), [3, 0])]:
    reshape(draw(*sides), shape=shape)
reshape(ODD, shape=[2, 3])
transpose = operation("structural", "transpose", lambda x, axes=None: x.permute(axes or tuple(range(x.dim()))[::-1]))
for sides, axes in [(A, [1, 0]), ((2, 3, 4), [2, 0, 1]), ((2, 1, 3), [-1, 1, 0]), (A, [0, 1])]:
    transpose(draw(*sides), axes=axes)
for sides in [A, (2, 3, 4), (3,), (), (0, 3)]:
    transpose(draw(*sides))


def listed(axis):
    return [axis] if isinstance(axis, int) else list(axis)


def expand(x, axis):
    rank = x.dim() + len(listed(axis))
    for at in sorted(a % rank for a in listed(axis)):
        x = x.unsqueeze(at)
    return x * 1


def squeeze(x, axis=None):
    axes = range(x.dim()) if axis is None else listed(axis)
    for at in sorted((a % x.dim() for a in axes), reverse=True):
        x = x.squeeze(at)
    return x * 1


expands = operation("squeezing", "expand_dims", expand)
for sides, axis in [(A, 0), (A, -1), (A, 1), ((), 0), (A, [0, 2]), (A, [-1, 0]), ((0, 3), 0)]:
    expands(draw(*sides), axis=axis)
squeezes = operation("squeezing", "squeeze", squeeze)
for sides, axis in [((1, 3), 0), ((3, 1), -1), ((1, 3, 1), [0, 2]), ((1, 3, 1), [-1]), ((1, 0, 1), 0)]:
    squeezes(draw(*sides), axis=axis)
for sides in [(1, 3, 1), (2, 3), (1, 1), ()]:
    squeezes(draw(*sides))

flip = operation("moving", "flip", lambda x, axis=None: x.flip(tuple(range(x.dim())) if axis is None else listed(axis)))
roll = operation("moving", "roll", lambda x, shift, axis=None:
                 x.roll(shift) if axis is None else x.roll([shift] * len(listed(axis)), listed(axis)))
for sides, attributes in [(A, {}), (A, {"axis": 0}), (A, {"axis": -1}), ((2, 3, 2), {"axis": [0, -1]}), ((3,), {}),
                          ((), {}), ((0, 3), {"axis": 1})]:
    flip(draw(*sides), **attributes)
    if sides:
        roll(draw(*sides), shift=1, **attributes)
        roll(draw(*sides), shift=-5, **attributes)
flip(ODD)
roll(ODD, shift=2)

to = operation("copying", "broadcast_to", lambda x, shape: x.broadcast_to(shape) * 1)
for sides, shape in [((3,), [2, 3]), ((2, 1), [2, 3]), ((), [2, 2]), ((1, 3), [2, 2, 3]), (A, [2, 3]), ((1,), [0]), ((1, 3), [0, 3])]:
    to(draw(*sides), shape=shape)
to(ODD, shape=[2, 6])
back = operation("copying", "sum_to_shape", lambda x, shape: x.sum_to_size(shape) * 1)
for sides, shape in [(A, [3]), (A, [2, 1]), (A, []), ((2, 2, 3), [1, 3]), (A, [2, 3]), ((0, 3), [1, 3]), ((0, 3), [3])]:
    back(draw(*sides), shape=shape)

repeat = operation("repeating", "repeat", lambda x, count, axis=None: x.repeat_interleave(count, axis))
for sides, attributes in [(A, {}), (A, {"axis": 0}), (A, {"axis": -1}), ((), {}), ((0, 3), {"axis": 0}), ((2, 1, 2), {"axis": 1})]:
    for count in [0, 1, 3]:
        repeat(draw(*sides), count=count, **attributes)
tile = operation("repeating", "tile", lambda x, reps: x.tile(reps) * 1)
for sides, reps in [((3,), [2]), ((3,), [2, 2]), (A, [2]), (A, [2, 3]), (A, [2, 1, 2]), ((), [3]), (A, []), (A, [0, 2]), ((0, 3), [2, 2])]:
    tile(draw(*sides), reps=reps)

concatenate = operation("joining", "concatenate", lambda *x, axis=0: torch.cat(x, axis))
for many, axis in [([(2, 2), (1, 2)], 0), ([(2, 1), (2, 3)], 1), ([(2, 1), (2, 3), (2, 2)], -1), ([(3,)], 0),
                   ([(2, 0), (2, 3)], 1), ([(0,), (0,)], 0), ([(2, 1, 2), (2, 2, 2)], -2)]:
    concatenate(*(draw(*sides) for sides in many), axis=axis)
concatenate([1, nan], [inf])
stack = operation("joining", "stack", lambda *x, axis=0: torch.stack(x, axis))
for sides, many, axis in [((3,), 2, 0), ((3,), 2, 1), (A, 3, -1), (A, 2, -2), ((), 3, 0), ((3,), 1, 0), ((0, 2), 2, 1)]:
    stack(*(draw(*sides) for _ in range(many)), axis=axis)


def sliced(x, axis=0, start=None, stop=None, step=1):
    return x.index_select(axis, torch.tensor(list(range(x.shape[axis]))[start:stop:step], dtype=torch.long))


cut = operation("slicing", "slice", sliced)
for sides, attributes in [
    ((5,), {"start": 1, "stop": 4}), ((5,), {"step": 2}), ((5,), {"start": -2}), ((5,), {"step": -1}),
    ((6,), {"start": 4, "stop": 0, "step": -2}), ((5,), {"start": -100, "stop": 100}), ((5,), {"start": 3, "stop": 1}),
    ((5,), {"start": 100, "stop": -100, "step": -3}), ((2, 5), {"axis": -1, "start": 1, "step": 3}),
    ((3, 2), {"axis": 1, "stop": 1}), ((0, 2), {"start": 0, "stop": 3}), ((5,), {}), ((5,), {"step": 7}),
    ((5,), {"start": -1, "stop": -4, "step": -2}),
]:
    cut(draw(*sides), **attributes)


def padded(x, widths, value=0):
    widths = widths * x.dim() if len(widths) == 1 else widths
    return F.pad(x, [side for pair in reversed(widths) for side in pair], value=value) * 1


pad = operation("slicing", "pad", padded)
for sides, widths in [((3,), [[1, 2]]), (A, [[1, 0]]), (A, [[0, 1], [2, 0]]), (A, [[0, 0], [0, 0]]), ((0, 2), [[1, 1], [0, 0]]),
                      ((2, 1, 2), [[0, 1], [1, 1], [2, 0]])]:
    pad(draw(*sides), widths=widths)
    pad(draw(*sides), widths=widths, value=-1.5)


def take(x, indices, axis=None):
    x, axis = (x.reshape(-1), 0) if axis is None else (x, axis)
    return x.index_select(axis, torch.tensor(indices, dtype=torch.long) % max(1, x.shape[axis]))


def scatter_add(x, indices, side, axis=0):
    zeros = torch.zeros(x.shape[: axis % x.dim()] + (side,) + x.shape[axis % x.dim() + 1 :])
    return zeros.index_add(axis, torch.tensor(indices, dtype=torch.long) % max(1, side), x)


takes = operation("gathering", "take", take)
for sides, attributes in [((4,), {"indices": [2, 0, 2]}), (A, {"indices": [5, -1, 0]}), (A, {"indices": [1], "axis": 0}),
                          (A, {"indices": [-1, -3, 0, 0], "axis": -1}), (A, {"indices": [], "axis": 1}),
                          ((0, 3), {"indices": [1, 1], "axis": 1}), ((2, 3, 2), {"indices": [2, 0], "axis": 1})]:
    takes(draw(*sides), **attributes)
takes(ODD, indices=[4, 2, 3])
adds = operation("gathering", "scatter_add", scatter_add)
for sides, attributes in [((3,), {"indices": [2, 0, 2], "side": 3}), ((3,), {"indices": [0, 0, 0], "side": 1}),
                          (A, {"indices": [3, -1, 0], "side": 4, "axis": 1}), (A, {"indices": [1, -2], "side": 2}),
                          ((2, 3, 2), {"indices": [1, 0, 1], "side": 2, "axis": -2}), ((0, 2), {"indices": [], "side": 2}),
                          ((2, 0), {"indices": [1, 1], "side": 3})]:
    adds(draw(*sides), **attributes)
adds([1, inf, nan, 1e-300], indices=[0, 1, 2, 0], side=4)

for name, function in [("tril", torch.tril), ("triu", torch.triu)]:
    triangle = operation("triangular", name, lambda x, k=0, f=function: f(x, k))
    for sides, k in [((3, 3), 0), ((3, 3), 1), ((3, 3), -1), ((2, 3), 2), ((3, 2), -2), ((2, 2, 3), 0), ((2, 3), 9), ((2, 3), -9), ((0, 3), 0)]:
        triangle(draw(*sides), k=k)
    triangle([[1, nan], [nan, inf]])

diagonal = operation("diagonals", "diagonal", lambda x, offset=0, axis1=0, axis2=1: x.diagonal(offset, axis1, axis2) * 1)
for sides, attributes in [((3, 3), {}), (A, {}), ((3, 2), {"offset": -1}), (A, {"offset": 2}), (A, {"offset": 9}),
                          ((2, 3, 2), {}), ((2, 3, 2), {"axis1": -1, "axis2": 0, "offset": 1}), ((2, 3, 2), {"axis1": 1, "axis2": 2}),
                          ((0, 3), {})]:
    diagonal(draw(*sides), **attributes)


def diag_embed(x, rows=None, columns=None, offset=0, axis1=0, axis2=1):
    square = x.shape[-1] + abs(offset)
    sides = list(x.shape[:-1])
    rank = x.dim() + 1
    for at, side in sorted([(axis1 % rank, rows), (axis2 % rank, columns)]):
        sides.insert(at, square if side is None else side)
    return torch.zeros(sides).diagonal_scatter(x, offset, axis1, axis2)


embed = operation("diagonals", "diag_embed", diag_embed)
for sides, attributes in [((3,), {}), ((2,), {"offset": 1}), ((2,), {"offset": -2}), ((2,), {"rows": 2, "columns": 3}),
                          ((2,), {"rows": 4, "columns": 2}), (A, {}), (A, {"axis1": -1, "axis2": 0, "offset": 1}),
                          (A, {"axis1": 1, "axis2": 2}), ((0,), {}), ((0, 2), {})]:
    embed(draw(*sides), **attributes)

hot = operation("indexing", "one_hot", lambda t, classes: F.one_hot(t.long(), classes).double() if t.numel() else torch.zeros(*t.shape, classes))
hot([0, 2, 1], classes=3)
hot(1, classes=2)
hot([[0, 1], [3, 3]], classes=4)
hot([0, 0], classes=1)
hot(EMPTY, classes=2)
hot(-0.0, classes=2)

embedding = operation("lookup", "embedding", lambda w, t: F.embedding(t.long(), w))
embedding(draw(3, 2), [2, 0, 2])
embedding(draw(3, 2), [[0, 1], [1, 1]])
embedding(draw(4, 1), 3)
embedding(draw(2, 3), [0, 0, 0])
embedding([[nan, 1], [2, inf]], [1, 0])
embedding(draw(2, 3), torch.zeros(0))


def embedding_spread(x, t, rows):
    row = x.shape[t.dim():]
    return torch.zeros(rows, *row).index_add(0, t.long().reshape(-1), x.reshape(t.numel(), *row))


embedding_spread_case = operation("lookup", "embedding_spread", embedding_spread)
embedding_spread_case(draw(3, 2), [2, 0, 2], rows=3)
embedding_spread_case(draw(2, 2, 3), [[0, 1], [1, 1]], rows=4)
embedding_spread_case(draw(3), [1, 1, 1], rows=2)
embedding_spread_case(draw(2), 1, rows=2)
embedding_spread_case(torch.zeros(0, 2), torch.zeros(0), rows=2)

drop = operation("masking", "dropout", lambda x, m, rate=0.5: torch.where(m != 0, x / (1 - rate), torch.zeros(())))
drop(draw(4), [1, 0, 1, 1])
drop(draw(2, 3), [1, 0, 1], rate=0.25)
drop(draw(2, 3), [[1], [0]], rate=0)
drop(draw(2, 3), 1, rate=0.75)
drop(draw(2, 3), 0, rate=0.1)
drop(EMPTY, [1, 0, 1])
drop([nan, inf, 1, 1e300], [0, 0, 1, 1])
