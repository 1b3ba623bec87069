"""The ways people say who decides, drives, blocks, influences and uses: one statement at a time, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]
ROLES = {"EB": "economic_buyer", "CH": "champion", "BL": "blocker", "IN": "influencer", "US": "user"}
LINE = re.compile(r"^(?P<line>.+?)\s+\|\s+(?P<marks>[^|]+)$")
HEAD_JA = "定例 2026年9月3日\n先方：小川課長、内藤様、根岸部長\n当社：江崎\n\n"
HEAD_EN = (
    "# Review 2026-09-03\n\nAttendees:\n"
    "Acme: Helen Marsh (Operations Manager), Tom Birch (VP Finance), Priya Nair (IT Lead)\nUs: Emi Esaki\n\n"
)
NAMES = {
    "ja": {"O": "小川", "N": "根岸", "T": "内藤"},
    "en": {"H": "Helen Marsh", "B": "Tom Birch", "P": "Priya Nair"},
}
ENGLISH: dict[str, Any] = {"name": "Acme Ltd", "csm": "Emi Esaki", "language": "en"}


def sayings(language: str) -> list[tuple[str, str]]:
    """Statement and marks of each line of sayings_<language>.txt."""
    text = (Path(__file__).parent / f"sayings_{language}.txt").read_text(encoding="utf-8")
    found = [LINE.match(line) for line in text.splitlines() if line and not line.startswith("#")]
    assert all(found), "a line without marks"
    return [(f["line"], f["marks"]) for f in found if f]


def weights(reading: PeopleReading) -> dict[tuple[str, str], float]:
    sums: dict[tuple[str, str], float] = {}
    for sign in reading.signs:
        sums[(sign.name, sign.role)] = sums.get((sign.name, sign.role), 0.0) + sign.weight
    return sums


def wrong(marks: str, sums: dict[tuple[str, str], float], names: dict[str, str]) -> Sequence[str]:
    """Which of the marks the reading does not fulfil."""
    faults = []
    for mark in re.findall(r"[+-][^+\-]+", marks):
        who, _, role = mark[1:].strip().rpartition(":")
        weight = sums.get((names.get(who, who), ROLES[role]), 0.0)
        if (mark[0] == "+") != (weight >= 0.4):
            faults.append(f"{mark.strip()} ({weight:.1f})")
    return faults


@pytest.mark.parametrize(("line", "marks"), sayings("ja"))
def test_japanese(read: Read, line: str, marks: str) -> None:
    assert not wrong(marks, weights(read({"m.txt": HEAD_JA + line + "\n"})), NAMES["ja"])


@pytest.mark.parametrize(("line", "marks"), sayings("en"))
def test_english(read: Read, line: str, marks: str) -> None:
    assert not wrong(marks, weights(read({"m.md": HEAD_EN + line + "\n"}, **ENGLISH)), NAMES["en"])
