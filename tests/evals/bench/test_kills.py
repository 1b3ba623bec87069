"""A writer killed in the middle of indexing costs nothing. BANSO_KILLS=50 runs the series of the benchmark."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evals.bench.kills import survive

KILLS = int(os.environ.get("BANSO_KILLS", "3"))


@pytest.mark.parametrize("seed", range(KILLS))
def test_the_next_run_answers_right(tmp_path: Path, seed: int) -> None:
    result = survive(tmp_path, seed, span=1.0)
    assert result.wrong == ""
