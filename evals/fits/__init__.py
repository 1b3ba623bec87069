"""Fits of the shipped weights, one command each: `python -m evals.fits.<name>`; `make fit` runs those of notes and goals.

All are logistic regressions over named features, fitted by scikit-learn's liblinear (deterministic, dependency group
`fit`) on labelled material by many writers, and applied by plain sums in agent/. `--scores` leaves one writer after
another out, which is the only honest figure: what a reader was fitted on it reads too well.
"""
