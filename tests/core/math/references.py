"""Writes references.json: values of the elementary functions at 50 digits, rounded to float64: python3 references.py.

Needs mpmath. Arguments are float64s, taken exactly. Each row is [x, f(x)] or [x, y, pow(x, y)], and beside it what the
rounding of the value lost, in ulps, so that a test can measure its error to better than a thousandth of an ulp.
"""
import json
import math
import random
import sys

from mpmath import mp, mpf
import mpmath

mp.dps = 50
if len(sys.argv) > 1:
    random.seed(int(sys.argv[1]))
    MORE = 20
else:
    random.seed(20)
    MORE = 1


def row(value, *args):
    """Arguments, the float64 nearest to the value, and (value - nearest) / ulp(nearest)."""
    try:
        near = float(value)
    except OverflowError:
        return None
    if math.isinf(near) or near == 0:
        return None
    return [*args, near, round(float((value - mpf(near)) / mpf(math.ulp(near))), 5)]


def uniform(low, high, n):
    return [random.uniform(low, high) for _ in range(n * MORE)]


def powers(low, high, n, signed=False):
    """Numbers whose binary exponents are spread evenly."""
    return [random.uniform(1, 2) * 2.0 ** random.randint(low, high) * (random.choice([1, -1]) if signed else 1) for _ in range(n * MORE)]


near_one = [1 + s * random.uniform(1, 2) * 2.0**-k for k in range(1, 52) for s in (1, -1)]
turns = [float(n * mp.pi / 2) for n in [1, 2, 3, 4, 5, 7, 10, 100, 355, 710, 5215, 636619, 10**7, 10**12, 10**20]]
ends = [5e-324, 1e-310, 2.2250738585072014e-308, 1.7976931348623157e308]
angles = (
    uniform(-0.8, 0.8, 40) + uniform(-10, 10, 80) + uniform(-1e6, 1e6, 60) + powers(-60, 1023, 80, True)
    + powers(40, 73, 40, True) + turns + [1e22, 6381956970095103 * 2.0**797, 5.3e300, 2.0**1023, 1e-300]
)
logs = powers(-1022, 1023, 60) + uniform(0.1, 4, 80) + near_one + ends + [2.0**k for k in (-1074, -20, 1, 3, 64)] + [10.0**k for k in range(-5, 23)]
points = {
    "exp": uniform(-1, 1, 80) + uniform(-708, 709.7, 100) + uniform(-745.1, -708, 40) + powers(-60, -1, 40, True) + [709.782712893384, -745.1332191019411, 1.0],
    "expm1": uniform(-1, 1, 100) + uniform(-40, 60, 80) + powers(-1074, -1, 60, True) + [0.34657359027997264, -0.34657359027997264, 709.7],
    "log": logs,
    "log2": logs,
    "log10": logs,
    "log1p": uniform(-0.999, 3, 100) + powers(-1074, -1, 60, True) + powers(-10, 1023, 40) + [-0.9999999999999999],
    "tanh": uniform(-1, 1, 80) + uniform(-22, 22, 80) + powers(-1074, 0, 40, True),
    "sin": angles,
    "cos": angles,
    "tan": angles,
    "erf": uniform(-1.2, 1.2, 100) + uniform(-6.5, 6.5, 100) + powers(-1020, 0, 40, True),
}
functions = {
    "exp": mpmath.exp, "expm1": mpmath.expm1, "log": mpmath.log, "log2": lambda x: mpmath.log(x) / mpmath.log(2),
    "log10": lambda x: mpmath.log(x) / mpmath.log(10), "log1p": mpmath.log1p, "tanh": mpmath.tanh, "sin": mpmath.sin,
    "cos": mpmath.cos, "tan": mpmath.tan, "erf": mpmath.erf,
}
result = {"about": "made by references.py with mpmath at 50 digits (400 for sin, cos, tan): arguments, nearest float64, rest in ulps"}
for name, xs in points.items():
    mp.dps = 400 if name in ("sin", "cos", "tan") else 60
    result[name] = [r for x in xs if (r := row(functions[name](mpf(x)), x)) is not None]

mp.dps = 60
pairs = (
    [(x, y) for x, y in zip(powers(-300, 300, 150), powers(-12, 1, 150, True))]
    + [(x, y) for x, y in zip(near_one, powers(0, 58, 102, True))]
    + [(x, float(n)) for x in (2.0, 3.0, 10.0, 0.1, 1.1, 1.5) for n in (-30, -3, -1, 2, 3, 5, 7, 22, 30)]
    + [(x, 0.5) for x in (2.0, 4.0, 1e-310, 1e300)] + [(0.999, float(n)) for n in (1, 10, 100, 1000, 10000, 700000)]
    + [(10.0, -320.5), (2.0, -1074.0), (2.0, -1073.5), (2.0, 1023.99)]
)
result["pow"] = [r for x, y in pairs if (r := row(mpf(x) ** mpf(y), x, y)) is not None]
with open("references.json" if MORE == 1 else sys.argv[2], "w") as file:
    file.write("{\n")
    file.write(",\n".join(f"{json.dumps(k)}: {json.dumps(v) if isinstance(v, str) else '[' + ', '.join(map(json.dumps, v)) + ']'}" for k, v in result.items()))
    file.write("\n}\n")
