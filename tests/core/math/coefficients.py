"""The constants of lib/core/math, made from their definitions: python3 coefficients.py (needs mpmath).

Polynomials are Chebyshev interpolants at 60 digits, within a small factor of the best polynomial of their degree.
"""
from mpmath import mp, mpf, chebyfit, exp, log, sin, cos, erf, erfc, sqrt, pi, floor, factorial

mp.dps = 60


def nearly(f, low, high, terms):
    """Coefficients, constant first, of a polynomial that is close to f on [low, high], and its largest error."""
    found, error = chebyfit(f, [low, high], terms, error=True)
    return [float(c) for c in reversed(found)], float(error)


def show(name, f, low, high, terms):
    coefficients, error = nearly(f, low, high, terms)
    print(f"{name}  error {error:.1e}")
    for c in coefficients:
        print(f"  {c!r}")


def series(z, first, terms=60):
    """sum of z^n / (2 (n + first) + 1)."""
    return sum(mpf(z) ** n / (2 * (n + first) + 1) for n in range(terms))


def split(name, value, bits):
    """Leading parts of so many bits each, then the rest rounded."""
    rest, parts = mpf(value), []
    for b in bits:
        scale = mpf(2) ** (b - 1 - floor(log(abs(rest), 2)))
        part = floor(rest * scale) / scale
        parts.append(float(part))
        rest -= part
    parts.append(float(rest))
    print(name, *map(repr, parts))


half_ln2 = log(2) / 2 * mpf("1.0001")
widest = (sqrt(2) - 1) ** 2 / (sqrt(2) + 1) ** 2 * mpf("1.0001")
quarter = (pi / 4) ** 2 * mpf("1.0001")

show("exp: (e^r - 1 - r) / r^2", lambda r: sum(mpf(r) ** n / factorial(n + 2) for n in range(40)), -half_ln2, half_ln2, 11)
show("log: (log((1+s)/(1-s)) / s - 2) / s^2 in s^2", lambda z: 2 * series(z, 1), 0, widest, 8)
show("log, pair: beyond 1/3 in s^2", lambda z: series(z, 2), 0, widest, 9)
show("sin: (sin(r) / r - 1) / r^2 in r^2", lambda z: sum((-1) ** (n + 1) * mpf(z) ** n / factorial(2 * n + 3) for n in range(30)), 0, quarter, 7)
show("cos: (cos(r) - 1 + r^2/2) / r^4 in r^2", lambda z: sum((-1) ** n * mpf(z) ** n / factorial(2 * n + 4) for n in range(30)), 0, quarter, 7)
show("erf: erf(x) / x - 1 in x^2", lambda z: 2 / sqrt(pi) * sum((-1) ** n * mpf(z) ** n / factorial(n) / (2 * n + 1) for n in range(50)) - 1, 0, 1, 14)
show("erf: e^(x^2) erfc(x) in 1 / (x + 2)", lambda t: exp((1 / t - 2) ** 2) * erfc(1 / t - 2), mpf(1) / 8, mpf(1) / 3, 16)

split("ln2", log(2), [40])
split("1/ln2", 1 / log(2), [53])
split("log10(e)", 1 / log(10), [53])
split("log10(2)", log(2) / log(10), [40])
split("pi/2", pi / 2, [33, 33])
split("1/3", mpf(1) / 3, [53])
print("2/pi", repr(float(2 / pi)))
mp.dps = 400
print("2/pi * 2^1216 hex", "%x" % int(floor(2 / pi * mpf(2) ** 1216)))
print("pi/2 * 2^192 hex", "%x" % int(floor(pi / 2 * mpf(2) ** 192)))
