"""The operations that NumPy calls otherwise, or has none of; all others go by NumPy's own names.

A function of one line is written in place: an attribute that is not given goes with its keyword.
"""

import math

import numpy as np


def branch(x): return np.asarray(x)
def asin(x): return np.arcsin(x)
def acos(x): return np.arccos(x)
def atan(x): return np.arctan(x)
def atan2(y, x): return np.arctan2(y, x)
def asinh(x): return np.arcsinh(x)
def acosh(x): return np.arccosh(x)
def atanh(x): return np.arctanh(x)
def softplus(x): return np.logaddexp(x, 0.0)
def softsign(x): return x / (1.0 + np.abs(x))
def silu(x): return x * sigmoid(x)
def mish(x): return x * np.tanh(np.logaddexp(x, 0.0))
def relu(x): return np.maximum(x, 0.0)
def leaky_relu(x, slope=0.01): return np.where(x > 0.0, x, slope * x)
def reshape(x, shape): return np.reshape(x, shape)
def broadcast_to(x, shape): return np.broadcast_to(x, shape)
def repeat(x, count, axis=None): return np.repeat(x, count, axis=axis)
def tile(x, reps): return np.tile(x, reps)
def concatenate(*x, axis=0): return np.concatenate([*x], axis=axis)
def stack(*x, axis=0): return np.stack([*x], axis=axis)
def take(x, indices, axis=None): return np.take(x, np.array(indices, dtype=int), axis=axis)
def one_hot(x, classes): return np.eye(classes)[np.asarray(x, dtype=int)]
def embedding(table, x): return table[np.asarray(x, dtype=int)]
def einsum(*x, equation): return np.einsum(equation, *x)
def trace(x): return np.trace(x, axis1=-2, axis2=-1)
def determinant(x): return np.linalg.det(x)
def inverse(x): return np.linalg.inv(x)
def dropout(x, mask, rate=0.5): return np.where(mask != 0.0, x / (1.0 - rate), 0.0)
def softmax_with_loss(x, target, reduction="mean"): return class_loss(log_softmax(x), target, reduction)
def cross_entropy(x, target, reduction="mean"): return class_loss(np.log(x), target, reduction)
def mean_squared_error(x, target, reduction="mean"): return reduced(np.square(x - target), reduction)
def mean_absolute_error(x, target, reduction="mean"): return reduced(np.abs(x - target), reduction)


def clip(x, min=None, max=None):
    x = x if min is None else np.where(x < min, min, x)
    return x if max is None else np.where(x > max, max, x)


def erf(x):
    return np.vectorize(math.erf, otypes=[float])(x)


def normal_cdf(x):
    return 0.5 * np.vectorize(math.erfc, otypes=[float])(-x * math.sqrt(0.5))


def sigmoid(x):
    small = np.exp(-np.abs(x))  # Never overflows.
    return np.where(x >= 0.0, 1.0, small) / (1.0 + small)


def gelu(x, approximate="none"):
    if approximate == "tanh":
        return x * sigmoid(1.5957691216057308 * x * (1.0 + 0.044715 * x * x))
    return x * normal_cdf(x)


def elu(x, alpha=1.0):
    return np.where(x > 0.0, x, alpha * np.expm1(np.where(x > 0.0, 0.0, x)))


def selu(x):
    return 1.0507009873554805 * elu(x, 1.6732632423543772)


def hard_sigmoid(x):
    return np.where(x <= -3.0, 0.0, np.where(x >= 3.0, 1.0, (x + 3.0) / 6.0))


def var(x, axis=None, keepdims=False, correction=0):
    return np.var(x, axis=axis, keepdims=keepdims, ddof=correction)


def std(x, axis=None, keepdims=False, correction=0):
    square = var(x, axis, keepdims, correction)
    flat = square == 0.0
    return np.where(flat, 0.0, np.sqrt(np.where(flat, 1.0, square)))


def logsumexp(x, axis=None, keepdims=False):
    largest = np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    largest = np.where(np.isfinite(largest), largest, 0.0)
    y = largest + np.log(np.sum(np.exp(x - largest), axis=axis, keepdims=True))
    return y if keepdims else np.squeeze(y, axis=axis)


def norm(x, axis=None, keepdims=False, ord=2):
    if ord == 1:
        return np.sum(np.abs(x), axis=axis, keepdims=keepdims)
    square = np.sum(np.square(x), axis=axis, keepdims=keepdims)
    flat = square == 0.0
    return np.where(flat, 0.0, np.sqrt(np.where(flat, 1.0, square)))


def cumsum(x, axis=None, exclusive=False, reverse=False):
    return accumulated(np.cumsum, 0.0, x, axis, exclusive, reverse)


def cumprod(x, axis=None, exclusive=False, reverse=False):
    return accumulated(np.cumprod, 1.0, x, axis, exclusive, reverse)


def accumulated(scan, first, x, axis, exclusive, reverse):
    x = np.reshape(x, (-1,)) if axis is None else x
    x = np.moveaxis(x, axis or 0, 0)
    x = x[::-1] if reverse else x
    x = np.concatenate([np.full(x[:1].shape, first), x[:-1]]) if exclusive else x
    y = scan(x, axis=0)
    return np.moveaxis(y[::-1] if reverse else y, 0, axis or 0)


def linear_recurrence(a, b, axis=-1, reverse=False):
    a, b = np.moveaxis(a, axis, 0), np.moveaxis(b, axis, 0)
    y = []
    for i in reversed(range(len(b))) if reverse else range(len(b)):
        y.append(a[i] * y[-1] + b[i] if y else b[i])
    y = y[::-1] if reverse else y
    return np.moveaxis(np.stack(y) if y else b, 0, axis)


def softmax(x, axis=-1):
    power = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=-np.inf))
    return power / np.sum(power, axis=axis, keepdims=True)


def log_softmax(x, axis=-1):
    x = x - np.max(x, axis=axis, keepdims=True, initial=-np.inf)
    return x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))


def sum_to_shape(x, shape):
    sides = (1,) * (np.ndim(x) - len(shape)) + tuple(shape)
    axes = tuple(i for i, side in enumerate(sides) if side == 1 and np.shape(x)[i] != 1)
    return np.reshape(np.sum(x, axis=axes), shape)


def pad(x, widths, value=0.0):
    return np.pad(x, widths, constant_values=value) if np.ndim(x) else x


def scatter_add(x, indices, side, axis=0):
    x = np.moveaxis(x, axis, 0)
    y = np.zeros((side,) + x.shape[1:])
    np.add.at(y, np.array(indices, dtype=int), x)
    return np.moveaxis(y, 0, axis)


def diag_embed(x, rows=None, columns=None, offset=0, axis1=0, axis2=1):
    n = x.shape[-1]
    rows = n + abs(offset) if rows is None else rows
    columns = n + abs(offset) if columns is None else columns
    y = np.zeros(x.shape[:-1] + (rows, columns))
    i = np.arange(n)
    y[..., i + max(-offset, 0), i + max(offset, 0)] = x
    return np.moveaxis(y, (-2, -1), (axis1, axis2))


def embedding_spread(x, places, rows):
    places = np.asarray(places, dtype=int)
    y = np.zeros((rows,) + x.shape[places.ndim:])
    np.add.at(y, places, x)
    return y


def logdet(x):
    sign, logarithm = np.linalg.slogdet(x)
    return np.where(sign < 0.0, np.nan, logarithm)


def cofactors(x):
    n = x.shape[-1]
    if n < 2:
        return np.ones_like(x)
    rows = []
    for i in range(n):
        minors = [np.delete(np.delete(x, i, axis=-2), j, axis=-1) for j in range(n)]
        signed = [(-1.0) ** (i + j) * np.linalg.det(minor) for j, minor in enumerate(minors)]
        rows.append(np.stack(signed, axis=-1))
    return np.stack(rows, axis=-2)


def solve(a, b):
    if np.ndim(b) == 1:
        return solve(a, np.reshape(b, (-1, 1)))[..., 0]
    return np.linalg.solve(a, np.reshape(b, (1,) * (np.ndim(a) - np.ndim(b)) + np.shape(b)))


def cholesky(x):
    return np.linalg.cholesky((x + np.swapaxes(x, -1, -2)) / 2.0)


def pair(size):
    return size if isinstance(size, tuple) else (size, size)


def windows(x, size, stride, padding, dilation=1, fill=0.0):
    """What each element of a window meets at each of its places, one after another."""
    (height, width), (down, across) = pair(size), pair(stride)
    (top, left), (below, right) = pair(padding), pair(dilation)
    x = np.pad(x, ((0, 0), (0, 0), (top, top), (left, left)), constant_values=fill)
    rows = (x.shape[2] - below * (height - 1) - 1) // down + 1
    columns = (x.shape[3] - right * (width - 1) - 1) // across + 1
    return np.stack([
        x[:, :, k * below:k * below + (rows - 1) * down + 1:down,
          l * right:l * right + (columns - 1) * across + 1:across]
        for k in range(height) for l in range(width)])


def overlapped(parts, size, stride, padding, dilation, shape):
    """The way back: what each element of a window sends, added up where it came from."""
    (height, width), (down, across) = pair(size), pair(stride)
    (top, left), (below, right) = pair(padding), pair(dilation)
    n, c, rows, columns = parts.shape[1:]
    all_rows = max((rows - 1) * down + below * (height - 1) + 1, shape[0] + 2 * top)
    all_columns = max((columns - 1) * across + right * (width - 1) + 1, shape[1] + 2 * left)
    y = np.zeros((n, c, all_rows, all_columns))
    for i, part in enumerate(parts):
        k, l = i // width * below, i % width * right
        part = np.pad(part[:, :, :, None, :, None], ((0, 0),) * 3 + ((0, down - 1), (0, 0), (0, across - 1)))
        part = part.reshape((n, c, rows * down, columns * across))
        part = part[:, :, :(rows - 1) * down + 1, :(columns - 1) * across + 1]
        after = (all_rows - k - part.shape[2], all_columns - l - part.shape[3])
        y = y + np.pad(part, ((0, 0), (0, 0), (k, after[0]), (l, after[1])))
    return y[:, :, top:top + shape[0], left:left + shape[1]]


def conv2d(x, w, stride=1, padding=0, dilation=1, groups=1):
    o, i, height, width = w.shape
    x = windows(x, (height, width), stride, padding, dilation)
    k, n, c, rows, columns = x.shape
    x = x.reshape((k, n, groups, i, rows, columns))
    w = w.reshape((groups, o // groups, i, k))
    return np.einsum("kngihw,goik->ngohw", x, w).reshape((n, o, rows, columns))


def conv_transpose2d(g, w, stride=1, padding=0, output_padding=0, dilation=1, groups=1):
    o, i, height, width = w.shape
    n, o, rows, columns = g.shape
    sides = zip((rows, columns), (height, width), *map(pair, (stride, padding, output_padding, dilation)))
    shape = [(side - 1) * s - 2 * p + d * (size - 1) + 1 + more for side, size, s, p, more, d in sides]
    g = g.reshape((n, groups, o // groups, rows, columns))
    w = w.reshape((groups, o // groups, i, height * width))
    parts = np.einsum("ngohw,goik->kngihw", g, w).reshape((height * width, n, groups * i, rows, columns))
    return overlapped(parts, (height, width), stride, padding, dilation, shape)


def conv2d_weight(x, g, size, stride=1, padding=0, dilation=1, groups=1):
    (n, o, rows, columns), (height, width) = g.shape, pair(size)
    i = x.shape[1] // groups
    x = windows(x, size, stride, padding, dilation).reshape((height * width, n, groups, i, rows, columns))
    g = g.reshape((n, groups, o // groups, rows, columns))
    return np.einsum("kngihw,ngohw->goik", x, g).reshape((o, i, height, width))


def max_pool2d(x, size, stride=None, padding=0):
    return max_pool2d_pick(x, x, size, stride, padding)


def max_pool2d_pick(a, x, size, stride=None, padding=0):
    stride = size if stride is None else stride
    best = np.argmax(windows(x, size, stride, padding, fill=-np.inf), axis=0)  # The first of a tie.
    return np.take_along_axis(windows(a, size, stride, padding), best[None], axis=0)[0]


def max_pool2d_spread(g, x, size, stride=None, padding=0):
    stride = size if stride is None else stride
    seen = windows(x, size, stride, padding, fill=-np.inf)
    best = np.argmax(seen, axis=0)
    parts = np.stack([np.where(best == k, g, 0.0) for k in range(len(seen))])
    return overlapped(parts, size, stride, padding, 1, x.shape[2:])


def avg_pool2d(x, size, stride=None, padding=0):
    return np.mean(windows(x, size, size if stride is None else stride, padding), axis=0)


def layer_norm(x, axis=-1, eps=1e-5):
    centred = x - np.mean(x, axis=axis, keepdims=True)
    return centred / np.sqrt(np.mean(np.square(centred), axis=axis, keepdims=True) + eps)


def batch_norm(x, eps=1e-5):
    return layer_norm(x, (0,) + tuple(range(2, np.ndim(x))), eps)


def reduced(losses, reduction):
    return losses if reduction == "none" else np.sum(losses) if reduction == "sum" else np.mean(losses)


def class_loss(logarithms, target, reduction):
    if np.shape(target) == np.shape(logarithms):
        losses = -np.sum(np.where(target == 0.0, 0.0, target * logarithms), axis=-1)
    else:
        places = np.asarray(target, dtype=int)[..., None]
        losses = -np.take_along_axis(logarithms, places, axis=-1)[..., 0]
    return reduced(losses, reduction)


def huber(x, target, delta=1.0, reduction="mean"):
    far = np.abs(x - target)
    losses = np.where(far <= delta, 0.5 * np.square(x - target), delta * (far - 0.5 * delta))
    return reduced(losses, reduction)


def sigmoid_with_loss(x, target, reduction="mean"):
    losses = target * np.logaddexp(0.0, -x) + (1.0 - target) * np.logaddexp(0.0, x)
    return reduced(losses, reduction)


def kl_divergence(x, target, reduction="mean"):
    nothing = target == 0.0
    quotient = np.log(np.where(nothing, 1.0, target)) - np.log(np.where(nothing, 1.0, x))
    return reduced(target * quotient, reduction)
