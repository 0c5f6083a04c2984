"""How far predictions are from their targets."""

import torch
import torch.nn.functional as F
from recorder import draw, operation

nan, inf = float("nan"), float("inf")
NONE = torch.zeros(())


def reduced(losses, reduction):
    return {"mean": losses.mean, "sum": losses.sum, "none": losses.clone}[reduction]()


def rows(logarithms):
    """A loss of rows of classes; the target is class indices, or a row of probabilities each."""

    def loss(x, t, reduction="mean"):
        logs = logarithms(x)
        if t.dim() < x.dim():
            return reduced(-logs.gather(-1, t.long()[..., None])[..., 0], reduction)
        return reduced(-(t * logs).sum(-1), reduction)

    return loss


def without_nothing(logarithms):
    """The same where classes with target 0 are left out."""
    return lambda x, t, reduction="mean": reduced(
        -torch.where(t == 0, NONE, t * logarithms(torch.where(t == 0, NONE + 1, x))).sum(-1), reduction)


softmax = operation("class_loss", "softmax_with_loss", rows(lambda x: torch.log_softmax(x, -1)))
cross = operation("class_loss", "cross_entropy", rows(torch.log))
for reduction in ["mean", "sum", "none"]:
    for case, low in [(softmax, -2), (cross, 0.1)]:
        case(draw(3, 4, low=low), [0, 3, 1], reduction=reduction)
        case(draw(2, 3, low=low), draw(2, 3, low=0.1, high=1), reduction=reduction)
        case(draw(2, 2, 3, low=low), [[0, 2], [1, 1]], reduction=reduction)
        case(draw(4, low=low), 2, reduction=reduction)
        case(draw(3, low=low), draw(3, low=0.1, high=1), reduction=reduction)
        case(draw(2, 1, low=low), [0, 0], reduction=reduction)
        case(torch.zeros(0, 3), torch.zeros(0), reduction=reduction)
softmax([[1000, -1000, 0], [-1000, -1000, -1000]], [1, 2])
softmax([[1000, -1000, 0]], [[0.25, 0.5, 0.25]])
softmax([[1, 2, 3]], [[0, 1, 0]])
softmax([[1, nan, 3]], [0])
# ours: a class of probability 0 adds nothing at -Infinity
softmax([[-inf, 0, 1]], [[0, 0.5, 0.5]], ours={"y": {0: 0.8132616875182228}})
softmax([[-inf, 0, 1]], [1])
cross([[0.5, 0.25, 0.25]], [[0, 1, 0]])
cross([[0, 0.5]], [[0, 1]], by=without_nothing(torch.log), ours={1: {0: inf}})  # ours: the slope of a target is -log p
cross([[0, 1]], [0])
cross([[-1, 1]], [0])


def entropy(z, t, reduction="mean"):
    return F.binary_cross_entropy_with_logits(z, t, reduction=reduction)


def divergence(p, t, reduction="mean"):
    return reduced(t * (t.log() - p.log()), reduction)


def known_divergence(p, t, reduction="mean"):
    """The same where elements with target 0 are left out."""
    safe = torch.where(t == 0, NONE + 1, t)
    return reduced(torch.where(t == 0, NONE, safe * (safe.log() - torch.where(t == 0, NONE + 1, p).log())), reduction)


for family, name, function, low, more in [
    ("probability_loss", "sigmoid_with_loss", entropy, -2, {}),
    ("probability_loss", "kl_divergence", divergence, 0.1, {}),
    ("regression_loss", "mean_squared_error", lambda p, t, reduction="mean": F.mse_loss(p, t, reduction=reduction), -2, {}),
    ("regression_loss", "mean_absolute_error", lambda p, t, reduction="mean": F.l1_loss(p, t, reduction=reduction), -2, {}),
    ("regression_loss", "huber", lambda p, t, delta=1.0, reduction="mean":
     F.huber_loss(p, t, delta=delta, reduction=reduction), -2, {"delta": 0.5}),
]:
    case = operation(family, name, function)
    for reduction in ["mean", "sum", "none"]:
        for shape in [(2, 3), (4,), (), (0, 2)]:
            case(draw(*shape, low=low), draw(*shape, low=max(low, -1), high=1), reduction=reduction, **more)
    case(draw(2, 2, low=low), draw(2, 2, low=0.1, high=1))
    if name == "sigmoid_with_loss":
        case([1000, -1000, 1000, -1000, 0], [1, 0, 0, 1, 0.5], reduction="none")
        case([1000, -1000], [0.25, 0.5])
        case([40, -40], [1, 0], reduction="none")
        # ours: a class of target 0 adds nothing, at ±Infinity too
        case([inf, -inf], [1, 0], reduction="none", ours={"y": {0: 0, 1: 0}})
        case([nan], [1])
    elif name == "kl_divergence":
        case([0.25, 0.5, 0.25], [0, 0.5, 0.5], by=known_divergence)  # ours: a target of 0 adds, gets and gives 0
        case([0, 1], [0, 1], reduction="sum", by=known_divergence)
        case([0, 0.5], [0.5, 0.5], reduction="none")
        case([-0.5, 0.5], [0.5, nan], reduction="none")
    else:
        case([1, 2, 3, 0], [1, 2.5, 2, -0.0], reduction="none")
        case([1000, -1000, 1e200], [-1000, 1000, 1], reduction="sum")
        case([inf, 1, -inf], [1, inf, -inf], reduction="none")
        case([2, -3, 0.5], [1.5, -3.5, 0], reduction="none", **more)  # At delta itself.
        # ours: the comparisons that make the slope are false for NaN
        case([nan, 1], [1, 2], reduction="none")
