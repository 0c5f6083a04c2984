"""What JAX differentiates better, or cannot write, as numpy.py has it; all else is as there."""

import jax
import jax.numpy as jnp


def relu(x): return jax.nn.relu(x)
def sigmoid(x): return jax.nn.sigmoid(x)
def erf(x): return jax.scipy.special.erf(x)
def normal_cdf(x): return jax.scipy.special.ndtr(x)


def logsumexp(x, axis=None, keepdims=False):
    return jax.scipy.special.logsumexp(x, axis=axis, keepdims=keepdims)


def softmax(x, axis=-1):
    return jax.nn.softmax(x, axis=axis)


def log_softmax(x, axis=-1):
    return jax.nn.log_softmax(x, axis=axis)


def scatter_add(x, indices, side, axis=0):
    x = jnp.moveaxis(x, axis, 0)
    y = jnp.zeros((side,) + x.shape[1:]).at[jnp.array(indices, dtype=int)].add(x)
    return jnp.moveaxis(y, 0, axis)


def embedding_spread(x, places, rows):
    places = jnp.asarray(places, dtype=int)
    return jnp.zeros((rows,) + x.shape[places.ndim:]).at[places].add(x)


def diag_embed(x, rows=None, columns=None, offset=0, axis1=0, axis2=1):
    n = x.shape[-1]
    rows = n + abs(offset) if rows is None else rows
    columns = n + abs(offset) if columns is None else columns
    i = jnp.arange(n)
    y = jnp.zeros(x.shape[:-1] + (rows, columns))
    y = y.at[..., i + max(-offset, 0), i + max(offset, 0)].set(x)
    return jnp.moveaxis(y, (-2, -1), (axis1, axis2))
