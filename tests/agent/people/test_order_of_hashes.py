"""The people of an account come out in one order whatever order a set of words would be walked in."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

READS = """
from agent.people.identity import Identity
from types import SimpleNamespace as Mention
names = "一郎 健太 美咲 大輔 直樹 友香 亮介 千尋".split()
print(Identity._givens(None, [Mention(given=name) for name in names]))
"""


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_given_names_of_one_length_stay_in_the_order_they_were_met(seed: str) -> None:
    here = os.environ | {"PYTHONHASHSEED": seed}
    told = subprocess.run([sys.executable, "-c", READS], env=here, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "['一郎', '健太', '美咲', '大輔', '直樹', '友香', '亮介', '千尋']"
