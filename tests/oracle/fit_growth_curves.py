#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits logistic, Gompertz and Richards curves to the points on standard input (time value) with SciPy; prints kind K b t0 RSS."""
import sys

import numpy as np
from scipy.optimize import least_squares

points = np.array([[float(word) for word in line.split()] for line in sys.stdin])
times, values = points[:, 0], points[:, 1]
middle = times.mean()


def logistic(p):
    return p[0] / (1 + np.exp(-p[1] * (times - middle - p[2])))


def gompertz(p):
    return p[0] * np.exp(-np.exp(-p[1] * (times - middle - p[2])))


def richards(p):
    shape = np.exp(p[3])
    return p[0] * (1 + shape * np.exp(-p[1] * (times - middle - p[2]))) ** (-1 / shape)


for kind, curve, more in (("logistic", logistic, [[]]), ("gompertz", gompertz, [[]]), ("richards", richards, [[-2.0], [0.0], [1.0]])):
    best = None
    for capacity in (1.1, 2.0):
        for extra in more:
            start = [capacity * values.max(), 0.2, 0.0, *extra]
            fit = least_squares(lambda p: curve(p) - values, start, method="lm", xtol=1e-14, ftol=1e-14, gtol=1e-14, max_nfev=20000)
            if best is None or fit.cost < best.cost:
                best = fit
    print(kind, *(f"{x:.12g}" for x in (best.x[0], best.x[1], best.x[2] + middle, 2 * best.cost)))
