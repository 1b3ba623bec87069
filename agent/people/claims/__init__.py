"""Who does what in one sentence: frames (data/frames_*.toml) read with subject, negation, condition and wish."""

from agent.people.claims.types import Claim, Frame

__all__ = ["Claim", "Frame"]
