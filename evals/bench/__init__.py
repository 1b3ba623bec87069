"""Benchmarks: how fast the readers are, and how much memory they take, beside other programs in the same run."""
