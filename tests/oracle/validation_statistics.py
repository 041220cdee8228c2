#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Statistics of the rows on standard input (outcome prediction other) by SciPy and, where installed, scikit-learn; prints name value."""
import sys

import numpy as np
from scipy import optimize, special, stats

rows = np.array([[float(word) for word in line.split()] for line in sys.stdin])
outcome, prediction, other = rows.T
found = {}

u = stats.mannwhitneyu(prediction[outcome == 1], prediction[outcome == 0]).statistic
found["area"] = u / (outcome.sum() * (1 - outcome).sum())

tau = stats.kendalltau(prediction, other, method="asymptotic")
found["tau"], found["tau_p"] = tau.statistic if hasattr(tau, "statistic") else tau.correlation, tau.pvalue

log_odds = special.logit(prediction)
design = np.column_stack([np.ones_like(log_odds), log_odds])


def loss(b):
    return np.logaddexp(0, np.where(outcome == 1, -1, 1) * (design @ b)).sum()


def gradient(b):
    return design.T @ (special.expit(design @ b) - outcome)


def information(b):
    p = special.expit(design @ b)
    return design.T @ (design * (p * (1 - p))[:, None])


fit = optimize.minimize(loss, [0.0, 1.0], jac=gradient, hess=information, method="trust-exact", options={"gtol": 1e-10})
errors = np.sqrt(np.diag(np.linalg.inv(information(fit.x))))
found["intercept"], found["slope"] = fit.x
found["intercept_error"], found["slope_error"] = errors
found["line_p"] = stats.chi2.sf(2 * (loss(np.array([0.0, 1.0])) - fit.fun), 2)

try:
    from sklearn import metrics

    found["area_again"] = metrics.roc_auc_score(outcome, prediction)
    found["average_precision"] = metrics.average_precision_score(outcome, prediction)
    found["brier"] = metrics.brier_score_loss(outcome, prediction)
except ImportError:
    pass

for name, value in found.items():
    print(name, f"{value:.15g}")
