"""Matters told piece by piece: where a measure stands in one sentence, what it is to reach in another, who and when in a third."""
