"""Functions of one, two or three numbers, applied to each element."""

import torch
import torch.nn.functional as F
from recorder import draw, operation

nan, inf = float("nan"), float("inf")
SPECIAL = [0.0, -0.0, 1.0, -1.0, 1000.0, -1000.0, 1e300, -1e300, 1e-300, -5e-324, inf, -inf, nan]
ZERO, MINUS_ZERO, ONE, MINUS_ONE, THOUSAND, MINUS_THOUSAND, HUGE, MINUS_HUGE, SMALL, LEAST, INF, MINUS_INF, NAN = range(13)


def unary(family, name, function, low=-2.0, high=2.0, ours=None, attributes=({},)):
    case = operation(family, name, function)
    for some in attributes:
        case(draw(2, 3, low=low, high=high), **some)
        case(draw(low=low, high=high), **some)
        case(draw(1, 4, 1, low=low, high=high), **some)
        case(torch.zeros(0, 3), **some)
        case(SPECIAL, ours=ours, **some)
    return case


unary("algebraic", "negative", torch.neg)
unary("algebraic", "reciprocal", torch.reciprocal)
unary("algebraic", "square", torch.square)
unary("algebraic", "sqrt", torch.sqrt, low=0)
unary("algebraic", "branch", lambda x: x * 1)
unary("algebraic", "abs", torch.abs, ours={0: {NAN: nan}})  # ours: the slope at NaN is NaN
clip = unary("algebraic", "clip", lambda x, min=None, max=None: torch.clamp(x, min, max),
             attributes=[{"min": -1, "max": 1}, {"min": 0}, {"max": 0.5}])
clip([-2, -1, 0, 1, 2], min=-1, max=1)  # The gradient passes at the bounds.
clip([-2, 0, 2], min=1, max=-1)

unary("stepwise", "sign", lambda x: torch.sign(x).detach(), ours={"y": {NAN: nan}})  # ours: NumPy's
unary("stepwise", "floor", lambda x: torch.floor(x).detach(), low=-9, high=9)
unary("stepwise", "ceil", lambda x: torch.ceil(x).detach(), low=-9, high=9)
steps = unary("stepwise", "round", lambda x: torch.round(x).detach(), low=-9, high=9)
steps([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 0.49999999999999994])

unary("exponential", "exp", torch.exp)
unary("exponential", "expm1", torch.expm1)
unary("exponential", "log", torch.log, low=0.01, high=9)
unary("exponential", "log1p", torch.log1p, low=-0.99)
unary("exponential", "log2", torch.log2, low=0.01, high=9)
unary("exponential", "log10", torch.log10, low=0.01, high=9)
unary("trigonometric", "sin", torch.sin, low=-9, high=9)
unary("trigonometric", "cos", torch.cos, low=-9, high=9)
unary("trigonometric", "tan", torch.tan)
unary("inverse_trigonometric", "asin", torch.asin, low=-1, high=1)
unary("inverse_trigonometric", "acos", torch.acos, low=-1, high=1)
unary("inverse_trigonometric", "atan", torch.atan)
unary("hyperbolic", "sinh", torch.sinh)
unary("hyperbolic", "cosh", torch.cosh)
unary("hyperbolic", "tanh", torch.tanh)
unary("hyperbolic", "asinh", torch.asinh)
# ours: below 1, where there is no value, there is no slope
unary("hyperbolic", "acosh", torch.acosh, low=1, high=9,
      ours={0: {MINUS_ONE: nan, MINUS_THOUSAND: nan, MINUS_HUGE: nan, MINUS_INF: nan}})
unary("hyperbolic", "atanh", torch.atanh, low=-1, high=1)
unary("gaussian", "erf", torch.erf)
unary("gaussian", "normal_cdf", torch.special.ndtr, low=-4, high=4)

unary("activation", "sigmoid", torch.sigmoid)
unary("activation", "softplus", lambda x: torch.logaddexp(x, torch.zeros(())))
# ours: the limits at ±Infinity
unary("activation", "softsign", F.softsign, ours={"y": {INF: 1, MINUS_INF: -1}, 0: {INF: 0, MINUS_INF: 0}})
unary("gated_activation", "silu", F.silu, ours={"y": {MINUS_INF: 0}, 0: {MINUS_INF: 0}})  # ours: the limit
unary("gated_activation", "mish", F.mish, ours={"y": {MINUS_INF: 0}})  # ours: the limit
unary("gated_activation", "gelu", lambda x, approximate="none": F.gelu(x, approximate=approximate),
      attributes=[{}, {"approximate": "tanh"}], ours={"y": {MINUS_INF: 0}})  # ours: the limit
unary("piecewise_activation", "relu", F.relu, ours={0: {NAN: 0}})  # ours
unary("piecewise_activation", "leaky_relu", lambda x, slope=0.01: F.leaky_relu(x, slope), attributes=[{}, {"slope": 0.3}])
unary("piecewise_activation", "elu", lambda x, alpha=1.0: F.elu(x, alpha), attributes=[{}, {"alpha": 1.5}],
      ours={0: {NAN: nan}})  # ours: the slope at NaN is NaN
unary("piecewise_activation", "selu", F.selu, ours={0: {NAN: nan}})  # ours: the slope at NaN is NaN
# Not F.hardsigmoid, whose slope is the 1/6 of single precision.
hard = unary("piecewise_activation", "hard_sigmoid", lambda x: F.relu6(x + 3) / 6, ours={0: {NAN: 0}},  # ours
             low=-4, high=4)
hard([-3, 3])


NUMBERS = [0.0, -0.0, 1.0, -1.0, -2.0, 1000.0, -1000.0, 1e-300, inf, -inf, nan]
PAIRS = [(a, b) for a in NUMBERS for b in NUMBERS]
NOTHING_AT_NAN = {place: 0 for place, (a, b) in enumerate(PAIRS) if a != a or b != b}


def binary(family, name, function, low=-2.0, high=2.0, ours=None):
    case = operation(family, name, function)
    for a, b in [((2, 3), (2, 3)), ((2, 3), (3,)), ((1, 3), (2, 1)), ((), (4,)), ((), ()), ((0, 3), (1, 3)), ((2, 1), (2, 0))]:
        case(draw(*a, low=low, high=high), draw(*b, low=low, high=high))
    case([a for a, _ in PAIRS], [b for _, b in PAIRS], ours=ours)
    return case


binary("arithmetic", "add", torch.add)
binary("arithmetic", "subtract", torch.sub)
binary("arithmetic", "multiply", torch.mul)
binary("arithmetic", "divide", torch.div)
power = binary("arithmetic", "power", torch.pow, low=0.1)
power([-2, -2, -1.5, -3], [3, -2, 2, 0])
binary("extremum", "maximum", torch.maximum, ours={0: NOTHING_AT_NAN, 1: NOTHING_AT_NAN})  # ours
binary("extremum", "minimum", torch.minimum, ours={0: NOTHING_AT_NAN, 1: NOTHING_AT_NAN})  # ours
binary("transcendental", "logaddexp", torch.logaddexp)
binary("transcendental", "atan2", torch.atan2)
for name in ["greater", "greater_equal", "less", "less_equal", "equal"]:
    torch_name = {"equal": "eq"}.get(name, name)
    compare = binary("comparison", name, lambda x, y, f=getattr(torch, torch_name): f(x, y).double())
    compare([1, 2, 3], 2)

where = operation("choice", "where", lambda c, a, b: torch.where(c != 0, a, b))
where([[1, 0, 1], [0, 1, 1]], draw(2, 3), draw(2, 3))
where([1, 0, 2], draw(2, 1), draw())
where([[1], [0]], draw(), draw(3))
where(0, draw(2), draw(2))
where(torch.zeros(0, 2), draw(2), draw(1, 2))
where([nan, -0.0, inf, 5e-324, -1], draw(5), draw(5))  # NaN is not 0.
where([1, 0, 1, 0], [1, nan, inf, nan], [nan, 2, nan, -inf])  # What was not chosen does not spoil the gradient.
