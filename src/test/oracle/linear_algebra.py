"""Matrices, sums of products, convolutions and pools."""

import torch
import torch.nn.functional as F
from recorder import draw, operation

nan, inf = float("nan"), float("inf")


def turned(x, turn):
    return x.mT if turn else x


matmul = operation("linear_algebra", "matmul", lambda a, b, transpose_a=False, transpose_b=False:
                   turned(a, transpose_a) @ turned(b, transpose_b))
for a, b in [((2, 3), (3, 2)), ((2, 3), (3,)), ((3,), (3, 2)), ((3,), (3,)), ((2, 2, 3), (3, 2)), ((2, 1, 2, 3), (3, 3, 1)),
             ((2, 2, 3), (3,)), ((2,), (3, 2, 2)), ((2, 0), (0, 3)), ((0, 2), (2, 2)), ((1, 1), (1, 1))]:
    matmul(draw(*a), draw(*b))
matmul(draw(3, 2), draw(3, 2), transpose_a=True)
matmul(draw(2, 3), draw(2, 3), transpose_b=True)
matmul(draw(3, 2), draw(2, 3), transpose_a=True, transpose_b=True)
matmul(draw(2, 3, 2), draw(1, 4, 3), transpose_a=True, transpose_b=True)
matmul([[1e300, 1], [nan, inf]], [[1, 0], [2, 1e10]])
matmul(draw(5, 40), draw(40, 4))


def dot(a, b):
    if a.dim() == 0 or b.dim() == 0:
        return a * b
    return torch.tensordot(a, b, ([a.dim() - 1], [max(0, b.dim() - 2)]))


dots = operation("product", "dot", dot)
for a, b in [((3,), (3,)), ((2, 3), (3, 2)), ((2, 3), (3,)), ((3,), (3, 2)), ((), (2, 2)), ((2,), ()), ((2, 2, 3), (3, 2)),
             ((2, 3), (2, 3, 2)), ((2, 1, 3), (2, 3, 2)), ((0,), (0,)), ((2, 0), (0, 2))]:
    dots(draw(*a), draw(*b))
outer = operation("product", "outer", lambda a, b: torch.outer(a.reshape(-1), b.reshape(-1)))
for a, b in [((3,), (2,)), ((2, 2), (3,)), ((), (3,)), ((2,), (2, 1, 2)), ((0,), (2,)), ((1,), (1,))]:
    outer(draw(*a), draw(*b))
einsum = operation("product", "einsum", lambda *x, equation: torch.einsum(equation, *x) * 1)
for equation, *many in [
    ("ij,jk->ik", (2, 3), (3, 2)), ("ij,jk", (2, 3), (3, 2)), ("bij,bjk->bik", (2, 2, 3), (2, 3, 2)), ("ij->ji", (2, 3)),
    ("ij->", (2, 3)), ("ij->j", (2, 3)), ("ii->i", (3, 3)), ("ii", (3, 3)), ("i,i->", (3,), (3,)), ("i,j->ij", (2,), (3,)),
    ("ij,ij,ij->i", (2, 3), (2, 3), (2, 3)), ("ij,k->j", (2, 3), (2,)), ("ba", (2, 3)), ("aB", (2, 3)), ("iij,j->i", (2, 2, 3), (3,)),
    ("ij,jk->ik", (2, 0), (0, 3)), ("i,j,k->kji", (2,), (3,), (1,)), (",i->i", (), (3,)), ("iii->", (2, 2, 2)),
]:
    einsum(*(draw(*sides) for sides in many), equation=equation)


def matrices(*shape):
    """Well away from singular."""
    return draw(*shape) + 5 * torch.eye(shape[-1])


def minors(a):
    """The cofactors by their definition, which holds for singular matrices too."""
    side = a.shape[-1]
    rest = [[i for i in range(side) if i != left] for left in range(side)]
    rows = [
        torch.stack([(-1) ** (i + j) * expansion(a[..., rest[i], :][..., rest[j]]) for j in range(side)], -1)
        for i in range(side)
    ]
    return torch.stack(rows, -2)


def expansion(a):
    """The determinant by Laplace's expansion, which holds for singular matrices too."""
    if a.shape[-1] == 0:
        return torch.ones(a.shape[:-2])
    side = a.shape[-1]
    rest = [[i for i in range(side) if i != left] for left in range(side)]
    return sum((-1) ** j * a[..., 0, j] * expansion(a[..., 1:, :][..., rest[j]]) for j in range(side))


SQUARES = [(3, 3), (2, 2), (1, 1), (2, 3, 3), (2, 1, 2, 2), (5, 5), (0, 2, 2)]
RANK_ONE = [[1, 2], [2, 4]]
FAR = [[0, 1e-3], [1000, 5]]  # Not without exchanging rows.

trace = operation("matrix_number", "trace", lambda a: a.diagonal(0, -2, -1).sum(-1))
for sides in [*SQUARES, (2, 3), (3, 2), (0, 0)]:
    trace(draw(*sides))
determinant = operation("matrix_number", "determinant", torch.linalg.det)
logdet = operation("matrix_number", "logdet", torch.logdet)
inverse = operation("matrix_factor", "inverse", torch.linalg.inv)
cofactors = operation("matrix_factor", "cofactors", minors)
for sides in SQUARES:
    determinant(matrices(*sides))
    logdet(matrices(*sides))
    inverse(matrices(*sides))
    if sides[-1] < 5 and sides[0]:
        cofactors(matrices(*sides))
cofactors(torch.zeros(0, 2, 2), by=lambda a: a * 1)
determinant(draw(3, 3))
determinant(FAR)
determinant(RANK_ONE, by=expansion)
determinant([[0, 0], [0, 0]], by=expansion)
determinant([[1, 2, 3], [2, 4, 6], [1, 1, 1]], by=expansion)
determinant([[1e200, 0], [0, 1e-200]])
logdet([[1e200, 0], [0, 1e200]])
logdet([[0, 1], [-1, 0]])
logdet([[0, 1], [1, 0]], ours={0: {1: 1, 2: 1}})  # ours: the inverse, though the logarithm is NaN
logdet(RANK_ONE, ours={0: dict.fromkeys(range(4), nan)})  # ours: NaN, where there is no inverse
inverse(FAR)
inverse(RANK_ONE, by=lambda a: a * nan)  # ours: NaN, where PyTorch refuses.
cofactors(FAR)
cofactors(RANK_ONE)
cofactors([[0]])
cofactors([[1, 2, 3], [0, 4, 5], [1, 0, 6]])


def solve(a, b):
    return torch.linalg.solve(*broadcast(a, b[..., None]))[..., 0] if b.dim() == 1 else torch.linalg.solve(*broadcast(a, b))


def broadcast(a, b):
    batch = torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    return a.expand(*batch, *a.shape[-2:]), b.expand(*batch, *b.shape[-2:])


solves = operation("matrix_factor", "solve", solve)
for a, b in [((3, 3), (3,)), ((3, 3), (3, 2)), ((2, 3, 3), (3,)), ((2, 3, 3), (3, 2)), ((3, 3), (2, 3, 1)), ((2, 1, 2, 2), (3, 2, 2)),
             ((1, 1), (1,)), ((5, 5), (5,)), ((2, 2), (2, 0))]:
    solves(matrices(*a), draw(*b))
solves(FAR, [1, 2])
solves(RANK_ONE, [1, 2], by=lambda a, b: a @ b * nan)  # ours: NaN, where PyTorch refuses.


def positive(*shape):
    a = draw(*shape)
    return (a @ a.mT + torch.eye(shape[-1])).mul(1000).round().div(1000)


cholesky = operation("matrix_factor", "cholesky", lambda a: torch.linalg.cholesky((a + a.mT) / 2))
for sides in [(3, 3), (2, 2), (1, 1), (2, 3, 3), (4, 4), (0, 2, 2)]:
    cholesky(positive(*sides))
cholesky(matrices(3, 3))  # ours: the symmetric part.
cholesky([[1, 2], [2, 1]], by=lambda a: a * nan)  # ours: NaN, where PyTorch refuses.


def both(pair):
    return (pair, pair) if isinstance(pair, int) else tuple(pair)


def options(stride=1, padding=0, dilation=1, groups=1):
    return {"stride": both(stride), "padding": both(padding), "dilation": both(dilation), "groups": groups}


def weight(x, g, size, **attributes):
    """What a convolution that is linear in its weights sends to them."""
    w = torch.zeros(g.shape[1], x.shape[1] // attributes.get("groups", 1), *both(size), requires_grad=True)
    return torch.autograd.grad(F.conv2d(x, w, **options(**attributes)), w, g, create_graph=True)[0]


convolution = operation("convolution", "conv2d", lambda x, w, **attributes: F.conv2d(x, w, **options(**attributes)))
transposed = operation("convolution", "conv_transpose2d", lambda g, w, output_padding=0, **attributes:
                       F.conv_transpose2d(g, w, output_padding=both(output_padding), **options(**attributes)))
weights = operation("convolution", "conv2d_weight", weight)
for x, w, attributes in [
    ((1, 1, 3, 3), (1, 1, 2, 2), {}),
    ((2, 2, 4, 3), (3, 2, 2, 2), {}),
    ((1, 2, 4, 5), (2, 2, 3, 2), {"padding": 1}),
    ((1, 1, 5, 5), (1, 1, 2, 2), {"stride": 2}),
    ((1, 1, 6, 5), (2, 1, 2, 3), {"stride": [2, 1], "padding": [0, 1]}),
    ((1, 1, 5, 6), (1, 1, 2, 2), {"dilation": [2, 3]}),
    ((1, 4, 3, 3), (4, 2, 2, 2), {"groups": 2}),
    ((2, 2, 5, 4), (4, 1, 3, 2), {"groups": 2, "stride": 2, "padding": 1, "dilation": [1, 2]}),
    ((1, 1, 2, 2), (1, 1, 1, 1), {}),
]:
    y = F.conv2d(draw(*x), draw(*w), **options(**attributes)).shape
    convolution(draw(*x), draw(*w), **attributes)
    transposed(draw(*y), draw(*w), **attributes)
    weights(draw(*x), draw(*y), size=list(w[2:]), **attributes)
transposed(draw(1, 1, 2, 2), draw(1, 1, 2, 2), stride=2, output_padding=[1, 0])


def pooled(x, size, stride=None, padding=0):
    return {"kernel_size": both(size), "stride": both(size if stride is None else stride), "padding": both(padding)}


def largest(x, **attributes):
    return F.max_pool2d(x.detach(), return_indices=True, **pooled(x, **attributes))[1].flatten(2)


def pick(a, x, **attributes):
    places = largest(x, **attributes)
    shape = F.max_pool2d(x, **pooled(x, **attributes)).shape
    return a.flatten(2).gather(2, places).reshape(shape)


def spread(g, x, **attributes):
    return torch.zeros(x.shape).flatten(2).scatter_add(2, largest(x, **attributes), g.flatten(2)).reshape(x.shape)


maximum = operation("max_pooling", "max_pool2d", lambda x, **attributes: F.max_pool2d(x, **pooled(x, **attributes)))
spreads = operation("max_pooling", "max_pool2d_spread", spread)
picks = operation("max_pooling", "max_pool2d_pick", pick)
average = operation("average_pooling", "avg_pool2d", lambda x, **attributes: F.avg_pool2d(x, **pooled(x, **attributes)))
TIES = [[[[1, 1, 0, 2], [1, 1, 2, 2], [0, -0.0, -5, -5]]]]
for planes, attributes in [
    (draw(1, 1, 4, 4), {"size": 2}),
    (draw(2, 2, 3, 5), {"size": [1, 2]}),
    (draw(1, 1, 5, 4), {"size": 2, "stride": 1}),
    (draw(1, 2, 4, 4), {"size": 3, "stride": 2, "padding": 1}),
    (draw(1, 1, 4, 5), {"size": [3, 2], "stride": [1, 2], "padding": [1, 0]}),
    (draw(1, 1, 2, 2), {"size": 1, "stride": 2}),
    (torch.tensor(TIES), {"size": 2, "stride": 1}),
    (torch.tensor([[[[1.0, nan], [3.0, 2.0]]]]), {"size": 2}),
    (torch.tensor([[[[-inf, -inf], [-inf, inf]]]]), {"size": [1, 2]}),
]:
    y = F.max_pool2d(planes, **pooled(planes, **attributes)).shape
    maximum(planes, **attributes)
    average(planes, **attributes)
    spreads(draw(*y), planes, **attributes)
    picks(draw(*planes.shape), planes, **attributes)
# ours: the first NaN, where PyTorch takes the last
NANS = [[[[1, nan], [nan, 2]]]]
maximum(NANS, size=2, ours={0: {1: 1, 2: 0}})
spreads([[[[5]]]], NANS, size=2, ours={"y": {1: 5, 2: 0}})
picks([[[[1, 2], [3, 4]]]], NANS, size=2, ours={"y": {0: 2}, 0: {1: 1, 2: 0}})
