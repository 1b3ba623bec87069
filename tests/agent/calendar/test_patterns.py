"""Patterns made ready find what compiled ones find, and nothing depends on their being ready."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.calendar import patterns
from agent.calendar.patterns import asked, key_of, regex

TEXTS = ("2026年9月末までに12件", "by the end of Q3 2026: 40 % (12/31)", "令和8年度上期、毎週月曜", "")
SHOWN = 60


def _kept() -> list[re.Pattern[str]]:
    """Some of the ready patterns that modules of the calendar hold."""
    import agent.calendar.absolute as absolute
    import agent.calendar.fold as folding
    import agent.calendar.relative as relative

    held = [value for module in (absolute, folding, relative) for value in vars(module).values()]
    return [value for value in held if hasattr(value, "groupindex")][:SHOWN]


def test_ready_patterns_find_what_compiled_ones_find() -> None:
    held = _kept()
    assert len(held) > 10
    for ready in held:
        again = re.compile(ready.pattern, ready.flags)
        assert (again.groups, again.groupindex, again.flags) == (ready.groups, ready.groupindex, ready.flags)
        for text in TEXTS:
            assert [m.groupdict() for m in again.finditer(text)] == [
                m.groupdict() for m in ready.finditer(text)
            ]


def test_a_pattern_that_is_not_ready_is_compiled() -> None:
    text = "only in this test (?P<number>[0-9]+)"
    assert regex(text, re.I).fullmatch("ONLY IN THIS TEST 12")["number"] == "12"  # type: ignore[index]
    assert (text, int(re.I)) in asked


def test_a_ready_group_of_words_is_the_one_that_would_be_made() -> None:
    import agent.goals.owners_ja  # noqa: F401 (asks for groups when imported)
    from agent.calendar.alternation import alternation, grouped

    lists = [listed for listed in patterns.asked_groups.values() if patterns.ready_group(listed)]
    assert len(lists) > 5
    assert all(alternation(listed) == grouped(listed) for listed in lists)
    assert alternation(["only here", "only there"]) == "only\\ (?:here|there)"


def test_keys_tell_flags_apart() -> None:
    assert key_of("a", 0) != key_of("a", int(re.I))


@pytest.mark.parametrize("reason", ["absent", "another compiler"])
def test_without_a_fitting_file_everything_is_compiled(
    reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reason == "absent":
        monkeypatch.setattr(patterns, "READY", tmp_path / "none.bin")
    monkeypatch.setattr(patterns, "COMPILER", "of another day")
    patterns._ready.cache_clear()
    try:
        assert not patterns._ready().patterns
        assert regex(r"\d+").search("12 件") is not None
    finally:
        patterns._ready.cache_clear()


def test_a_ready_table_is_what_its_text_says() -> None:
    import tomllib

    from agent.goals.words import data

    assert data("en")["cadence"]["units"]
    tables = {text: patterns.ready_table(text) for text in sorted(patterns.asked_tables)}
    assert tables
    assert all(table in (None, tomllib.loads(text)) for text, table in tables.items())
    assert patterns.ready_table("only_here = 1") is None
    patterns.asked_tables.discard("only_here = 1")
