"""The operations that PyTorch calls otherwise, or has none of; all others go by its own names.

A function of one line is written in place: an attribute that is not given goes with its keyword.
"""

import math

import torch
import torch.nn.functional as F


def branch(x): return x.clone()
def softplus(x): return torch.logaddexp(x, torch.zeros_like(x))
def softsign(x): return F.softsign(x)
def silu(x): return F.silu(x)
def mish(x): return x * torch.tanh(torch.logaddexp(x, torch.zeros_like(x)))
def gelu(x, approximate="none"): return F.gelu(x, approximate=approximate)
def leaky_relu(x, slope=0.01): return F.leaky_relu(x, negative_slope=slope)
def elu(x, alpha=1.0): return F.elu(x, alpha=alpha)
def selu(x): return F.selu(x)
def hard_sigmoid(x): return F.relu6(x + 3.0) / 6.0
def sum_(x, axis=None, keepdims=False): return torch.sum(x, dim=axis, keepdim=keepdims)
def mean(x, axis=None, keepdims=False): return torch.mean(x, dim=axis, keepdim=keepdims)
def max_(x, axis=None, keepdims=False): return torch.amax(x, dim=axis, keepdim=keepdims)
def min_(x, axis=None, keepdims=False): return torch.amin(x, dim=axis, keepdim=keepdims)
def softmax(x, axis=-1): return torch.softmax(x, axis)
def log_softmax(x, axis=-1): return torch.log_softmax(x, axis)
def reshape(x, shape): return torch.reshape(x, shape)
def broadcast_to(x, shape): return torch.broadcast_to(x, shape)
def repeat(x, count, axis=None): return torch.repeat_interleave(x, count, dim=axis)
def tile(x, reps): return torch.tile(x, reps)
def concatenate(*x, axis=0): return torch.cat([*x], dim=axis)
def stack(*x, axis=0): return torch.stack([*x], dim=axis)
def tril(x, k=0): return torch.tril(x, diagonal=k)
def triu(x, k=0): return torch.triu(x, diagonal=k)
def diagonal(x, offset=0, axis1=0, axis2=1): return torch.diagonal(x, offset=offset, dim1=axis1, dim2=axis2)
def one_hot(x, classes): return torch.eye(classes)[x.detach().long()]
def outer(a, b): return torch.outer(torch.ravel(a), torch.ravel(b))
def embedding(table, x): return table[x.detach().long()]
def einsum(*x, equation): return torch.einsum(equation, *x)
def determinant(x): return torch.linalg.det(x)
def inverse(x): return torch.linalg.inv(x)
def conv2d(x, w, stride=1, padding=0, dilation=1, groups=1): return F.conv2d(x, w, stride=stride, padding=padding, dilation=dilation, groups=groups)
def conv_transpose2d(g, w, stride=1, padding=0, output_padding=0, dilation=1, groups=1): return F.conv_transpose2d(g, w, stride=stride, padding=padding, output_padding=output_padding, dilation=dilation, groups=groups)
def max_pool2d(x, size, stride=None, padding=0): return F.max_pool2d(x, size, stride=stride, padding=padding)
def avg_pool2d(x, size, stride=None, padding=0): return F.avg_pool2d(x, size, stride=stride, padding=padding)
def softmax_with_loss(x, target, reduction="mean"): return class_loss(torch.log_softmax(x, -1), target, reduction)
def cross_entropy(x, target, reduction="mean"): return class_loss(torch.log(x), target, reduction)
def mean_squared_error(x, target, reduction="mean"): return F.mse_loss(x, target, reduction=reduction)
def mean_absolute_error(x, target, reduction="mean"): return F.l1_loss(x, target, reduction=reduction)
def sigmoid_with_loss(x, target, reduction="mean"): return F.binary_cross_entropy_with_logits(x, target, reduction=reduction)


def clip(x, min=None, max=None):
    return x.clone() if min is None and max is None else torch.clamp(x, min=min, max=max)


def normal_cdf(x):
    return 0.5 * torch.erfc(-x * math.sqrt(0.5))


def axes(x, axis):
    """The axes, counted from 0, ascending."""
    chosen = range(x.dim()) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    return sorted(i % x.dim() for i in chosen)


def without(x, gone):
    return x.reshape([side for i, side in enumerate(x.shape) if i not in gone])


def prod(x, axis=None, keepdims=False):
    y = x
    for i in axes(x, axis):
        y = torch.prod(y, dim=i, keepdim=True)
    return y if keepdims else without(y, axes(x, axis))


def var(x, axis=None, keepdims=False, correction=0):
    count = math.prod(x.shape[i] for i in axes(x, axis))
    y = x
    for i in axes(x, axis):
        y = torch.mean(y, dim=i, keepdim=True)
    y = torch.square(x - y)
    for i in axes(x, axis):
        y = torch.sum(y, dim=i, keepdim=True)
    y = y / max(0, count - correction) if count > correction else y / torch.tensor(0.0)
    return y if keepdims else without(y, axes(x, axis))


def std(x, axis=None, keepdims=False, correction=0):
    square = var(x, axis, keepdims, correction)
    flat = square == 0.0
    one = torch.ones_like(square)
    return torch.where(flat, 0.0 * one, torch.sqrt(torch.where(flat, one, square)))


def logsumexp(x, axis=None, keepdims=False):
    return torch.logsumexp(x, dim=axes(x, axis), keepdim=keepdims) if x.dim() else x.clone()


def norm(x, axis=None, keepdims=False, ord=2):
    return torch.linalg.vector_norm(x, ord=ord, dim=axes(x, axis), keepdim=keepdims) if x.dim() else torch.abs(x)


def cumsum(x, axis=None, exclusive=False, reverse=False):
    return accumulated(torch.cumsum, torch.zeros, x, axis, exclusive, reverse)


def cumprod(x, axis=None, exclusive=False, reverse=False):
    return accumulated(torch.cumprod, torch.ones, x, axis, exclusive, reverse)


def accumulated(scan, first, x, axis, exclusive, reverse):
    x = torch.reshape(x, (-1,)) if axis is None else x
    x = torch.movedim(x, axis or 0, 0)
    x = torch.flip(x, (0,)) if reverse else x
    x = torch.cat([first(x[:1].shape), x[:-1]]) if exclusive else x
    y = scan(x, 0)
    return torch.movedim(torch.flip(y, (0,)) if reverse else y, 0, axis or 0)


def linear_recurrence(a, b, axis=-1, reverse=False):
    a, b = torch.movedim(a, axis, 0), torch.movedim(b, axis, 0)
    y = []
    for i in reversed(range(len(b))) if reverse else range(len(b)):
        y.append(a[i] * y[-1] + b[i] if y else b[i])
    y = y[::-1] if reverse else y
    return torch.movedim(torch.stack(y) if y else b, 0, axis)


def transpose(x, axes=None):
    return torch.permute(x, tuple(reversed(range(x.dim()))) if axes is None else axes)


def expand_dims(x, axis):
    new = axis if isinstance(axis, tuple) else (axis,)
    rank = x.dim() + len(new)
    for i in sorted(i % rank for i in new):
        x = torch.unsqueeze(x, i)
    return x


def squeeze(x, axis=None):
    return without(x, [i for i in axes(x, axis) if x.shape[i] == 1])


def flip(x, axis=None):
    return torch.flip(x, axes(x, axis))


def roll(x, shift, axis=None):
    return torch.roll(x, shift) if axis is None else torch.roll(x, [shift] * len(axes(x, axis)), axes(x, axis))


def sum_to_shape(x, shape):
    sides = (1,) * (x.dim() - len(shape)) + tuple(shape)
    for i, side in enumerate(sides):
        x = torch.sum(x, dim=i, keepdim=True) if side == 1 else x
    return torch.reshape(x, shape)


def slice_(x, axis=0, start=None, stop=None, step=1):
    places = torch.tensor(range(x.shape[axis])[start:stop:step], dtype=torch.long)
    return torch.index_select(x, axis, places)


def pad(x, widths, value=0.0):
    widths = widths * x.dim() if len(widths) == 1 else widths
    return F.pad(x, [width for pair in reversed(widths) for width in pair], value=value) if x.dim() else x.clone()


def take(x, indices, axis=None):
    x = torch.reshape(x, (-1,)) if axis is None else x
    side = x.shape[axis or 0]
    return torch.index_select(x, axis or 0, torch.tensor([i % side for i in indices], dtype=torch.long))


def scatter_add(x, indices, side, axis=0):
    shape = list(x.shape)
    shape[axis] = side
    return torch.zeros(shape).index_add(axis, torch.tensor([i % side for i in indices], dtype=torch.long), x)


def embedding_spread(x, places, rows):
    zeros = torch.zeros((rows,) + x.shape[places.dim():])
    return zeros.index_put((places.detach().long(),), x, accumulate=True)


def diag_embed(x, rows=None, columns=None, offset=0, axis1=0, axis2=1):
    n = x.shape[-1]
    rows = n + abs(offset) if rows is None else rows
    columns = n + abs(offset) if columns is None else columns
    y = torch.zeros(x.shape[:-1] + (rows, columns))
    i = torch.arange(n)
    y[..., i + max(-offset, 0), i + max(offset, 0)] = x
    return torch.movedim(y, (-2, -1), (axis1, axis2))


def dot(a, b):
    if a.dim() == 0 or b.dim() == 0:
        return a * b
    return torch.tensordot(a, b, dims=([a.dim() - 1], [max(0, b.dim() - 2)]))


def trace(x):
    return torch.sum(torch.diagonal(x, dim1=-2, dim2=-1), -1)


def cofactors(x):
    n = x.shape[-1]
    if n < 2:
        return torch.ones_like(x)
    rows = []
    for i in range(n):
        signed = []
        for j in range(n):
            down = torch.tensor([k for k in range(n) if k != i])
            across = torch.tensor([k for k in range(n) if k != j])
            minor = torch.index_select(torch.index_select(x, -2, down), -1, across)
            signed.append((-1.0) ** (i + j) * torch.linalg.det(minor))
        rows.append(torch.stack(signed, -1))
    return torch.stack(rows, -2)


def solve(a, b):
    if b.dim() == 1:
        return solve(a, torch.reshape(b, (-1, 1)))[..., 0]
    return torch.linalg.solve(a, torch.reshape(b, (1,) * (a.dim() - b.dim()) + b.shape))


def cholesky(x):
    return torch.linalg.cholesky((x + torch.swapaxes(x, -1, -2)) / 2.0)


def pair(size):
    return size if isinstance(size, tuple) else (size, size)


def conv2d_weight(x, g, size, stride=1, padding=0, dilation=1, groups=1):
    (n, o), (height, width) = g.shape[:2], pair(size)
    i = x.shape[1] // groups
    x = F.unfold(x, (height, width), stride=stride, padding=padding, dilation=dilation)
    x = torch.reshape(x, (n, groups, i * height * width, -1))
    g = torch.reshape(g, (n, groups, o // groups, -1))
    return torch.reshape(torch.einsum("ngkl,ngol->gok", x, g), (o, i, height, width))


def best(x, size, stride, padding):
    """For each window the place of its largest element among those of its plane."""
    return F.max_pool2d(x, size, stride=stride, padding=padding, return_indices=True)[1]


def max_pool2d_pick(a, x, size, stride=None, padding=0):
    places = best(x, size, stride, padding)
    return torch.reshape(torch.gather(a.flatten(2), 2, places.flatten(2)), places.shape)


def max_pool2d_spread(g, x, size, stride=None, padding=0):
    places = best(x, size, stride, padding)
    return torch.zeros_like(x).flatten(2).scatter_add(2, places.flatten(2), g.flatten(2)).reshape(x.shape)


def layer_norm(x, axis=-1, eps=1e-5):
    axis = axes(x, axis)
    centred = x - torch.mean(x, dim=axis, keepdim=True)
    return centred / torch.sqrt(torch.mean(torch.square(centred), dim=axis, keepdim=True) + eps)


def batch_norm(x, eps=1e-5):
    return layer_norm(x, (0,) + tuple(range(2, x.dim())), eps)


def dropout(x, mask, rate=0.5):
    return torch.where(mask != 0.0, x / (1.0 - rate), torch.zeros_like(x))


def reduced(losses, reduction):
    return losses if reduction == "none" else torch.sum(losses) if reduction == "sum" else torch.mean(losses)


def class_loss(logarithms, target, reduction):
    if target.shape == logarithms.shape:
        nothing = target == 0.0
        losses = -torch.sum(torch.where(nothing, torch.zeros_like(target), target * logarithms), -1)
    else:
        places = target.detach().long().unsqueeze(-1)
        losses = -torch.gather(logarithms, -1, places).squeeze(-1)
    return reduced(losses, reduction)


def huber(x, target, delta=1.0, reduction="mean"):
    return F.huber_loss(x, target, delta=delta, reduction=reduction)


def kl_divergence(x, target, reduction="mean"):
    nothing, one = target == 0.0, torch.ones_like(target)
    quotient = torch.log(torch.where(nothing, one, target)) - torch.log(torch.where(nothing, one, x))
    return reduced(target * quotient, reduction)
