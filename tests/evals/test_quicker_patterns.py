"""Patterns made quicker find what Python's own compiler makes them find."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.quicker_patterns import codes_of, first_letters
from evals.ready_patterns import made

PATTERNS = (
    (r"(?<![a-z\d])(?:in|k(?:ept|now)|the (?:set|s[ea]t)s?|[tx]e)(?![a-z])", re.I),
    (r"(?:^|\n)(?P<word>[a-z]+)(?= is| are)", re.I),
    (r"(?<!\d)(?P<n>\d{1,3})(?:件|か月)?(?:まで|以内)", 0),
    (r"(?:[A-Z]\.)+|[^,;a]{2}s", re.I),
    (r"(?-i:[A-F])[+-]?(?P<low>é|ü|k)?", re.I),
    (r"(?P<a>s|i)(?P=a)?x*?(?:y|$)", re.I),
    (r"[^、。\n]{1,4}?(?:で|より)", 0),
    (r"\w+ly|(?<=の)[一-龥]|\s", re.I),
    (r"x*", re.I),
    (r"", 0),
)
LETTERS = "aAbBkK\u212asSſiIıİtThHeExXyYéÉüÜ.,;+-\n \t12件か月まで以内のに一二よりで、。lyLY"


def _quick(text: str, flags: int) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]
    from array import array

    all_flags, codes, groups, by_name, names, _ = made(text, flags)
    found: re.Pattern[str] = _sre.compile(text, all_flags, array("I", codes).tolist(), groups, by_name, names)
    return found


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(PATTERNS), st.text(LETTERS, max_size=14))
def test_the_same_is_found(given_pattern: tuple[str, int], text: str) -> None:
    plain, quick = re.compile(*given_pattern), _quick(*given_pattern)
    assert (quick.flags, quick.groups, quick.groupindex) == (plain.flags, plain.groups, plain.groupindex)
    for way in ("finditer", "match", "fullmatch"):
        spans = []
        for pattern in (plain, quick):
            found = getattr(pattern, way)(text)
            spans.append([m.regs for m in (found if way == "finditer" else [found]) if m])
        assert spans[0] == spans[1], way


def test_what_the_review_asks_for_is_found_the_same() -> None:
    from agent.calendar.patterns import asked
    from agent.goals import owners_en, owners_ja, vagueness_en  # noqa: F401 (ask for patterns when imported)

    texts = (
        "SİTE managers ſhip 12 reports by 30 Sep; weekly review",
        "営業部長が9月末までに回答率を80%へ引き上げる",
    )
    for text, flags in sorted(asked)[::7]:
        plain, quick = re.compile(text, flags), _quick(text, flags)
        for one in texts:
            assert [m.regs for m in plain.finditer(one)] == [m.regs for m in quick.finditer(one)], text


@pytest.mark.parametrize(
    ("pattern", "flags", "letters"),
    [
        (r"(?<!\d)[ab]c|(?:d)?e", 0, "abde"),
        (r"(?<![a-z])(?:of|by)", re.I, "oObB"),
        (r"(?=x)y", 0, "y"),
        (r"k", re.I, "kK\u212a"),
    ],
)
def test_first_letters(pattern: str, flags: int, letters: str) -> None:
    found = first_letters(_parser.parse(pattern, flags), bool(flags & re.I))
    assert found is not None
    assert {chr(letter) for _, letter in found} == set(letters)


@pytest.mark.parametrize("pattern", [r"a?", r"[^a]b", r".x", r"(?:a|)b*", r"^"])
def test_without_first_letters(pattern: str) -> None:
    assert first_letters(_parser.parse(pattern, 0), False) is None


def test_places_where_nothing_begins_are_passed_over() -> None:
    quick = codes_of(_parser.parse(r"(?<![a-z])(?:of|by)", re.I), int(re.I))
    plain = re._compiler._code(_parser.parse(r"(?<![a-z])(?:of|by)", re.I), int(re.I))  # type: ignore[attr-defined]
    assert quick[2] != plain[2]  # the codes say which letters a match begins with
