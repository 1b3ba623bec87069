"""Renewal: the decision path and its persona, the three clocks, the schedule and the half-term inventory."""

from agent.renewal.read import RenewalReading, read_renewal

__all__ = ["RenewalReading", "read_renewal"]
