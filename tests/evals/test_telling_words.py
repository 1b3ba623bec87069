"""Whatever a pattern matches holds one of its telling words; looking at them changes nothing that is found."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.calendar.telling_words import JAPANESE, only_told
from evals.telling_words import Texts, telling_words

TEXTS = Texts(
    [
        "Cut the time to close the books from nine days to five by the end of June",
        "The head of claims checks the log every week and reports it to the board",
        "Every branch is live on the new tool, as shown by the weekly report",
    ]
)
PATTERNS = (
    r"(?<![a-z\d])(?:on hold|(?:kept|put) (?:back|aside)|idl(?:e|ing))(?![a-z])",
    r"(?:^|[,;] ?)(?P<who>[A-Z][a-z]+) (?:'s|will|shall)? ?sign(?:s|ing)? ?off",
    r"(?:once|twice|\d times) (?:a|per) (?=shift|visit)",
    r"[a-z]{3,}ish(?![a-z])|24/7|(?:a|an) \d-star",
    r"(?:two|three)(?:fold|[- ]times)+ (?:\w+ )*?faster",
    r"(?:監査|棚卸)の(?:日|後)|[a-z]+ after the audit",
    r"\bk(?:iln|ey)\b.{0,4}?(?:open|shut)",
    r"(?<![A-Za-z])(?-i:QA|UAT)[ -]pass(?:ed)?",
)


@cache
def _told(text: str) -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]:
    words = telling_words(text, int(re.I), TEXTS)
    plain = re.compile(text, re.I)
    return plain, only_told(plain, words), words


@pytest.mark.parametrize("text", PATTERNS)
def test_each_has_words(text: str) -> None:
    assert _told(text)[2]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_the_same_is_found(data: st.DataObject) -> None:
    plain, told, _ = _told(data.draw(st.sampled_from(PATTERNS)))
    around = st.text("ab kKſıİ\u212aのé1.\n-", max_size=16)
    text = data.draw(around) + data.draw(st.from_regex(plain)) + data.draw(around) + " " * 24
    for start in (0, 3):
        assert [m.span() for m in told.finditer(text, start)] == [
            m.span() for m in plain.finditer(text, start)
        ]
        found, alone = told.search(text, start), plain.search(text, start)
        assert (found and found.span()) == (alone and alone.span())
    found, alone = told.search(text, 0, len(text) - 25), plain.search(text, 0, len(text) - 25)
    assert (found and found.span()) == (alone and alone.span())
    assert told.sub("-", text) == plain.sub("-", text)


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_the_reviews_own_patterns_find_the_same(data: st.DataObject) -> None:
    plain, told = data.draw(st.sampled_from(_of_the_review()))
    text = data.draw(st.from_regex(plain)) + " " * 24
    assert [m.span() for m in told.finditer(text)] == [m.span() for m in plain.finditer(text)]


@cache
def _of_the_review() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    from agent.calendar.patterns import asked, regex
    from agent.goals import owners_en, vagueness_en  # noqa: F401 (ask for patterns when imported)

    pairs = [(re.compile(*one), regex(*one)) for one in sorted(asked)]
    return [(plain, told) for plain, told in pairs if not isinstance(told, re.Pattern)]


def test_a_text_without_the_words_is_not_searched() -> None:
    class Never:
        def __getattr__(self, name: str) -> object:
            return lambda *_: pytest.fail("asked")

    told = only_told(Never(), (" kiln", "ish "))  # type: ignore[arg-type]
    text = "rekilned, dishes and 'publishing' of all that is left"
    assert told.search(text) is None
    assert list(told.finditer(text)) == []
    assert told.sub("", text) == text


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?<![a-z])(?:kiln|oven)s?(?![a-z])", {" kiln ", " kilns ", " oven ", " ovens "}),
        (r"[a-z]* kiln|監査", {" kiln", JAPANESE}),
        (r"[a-z]+ish(?![a-z])", {"ish "}),
        (r"kiln(?:s|ed)? (?:of|in|by|from)", {"kiln ", "kilned ", "kilns "}),
        (r"(?:the )?(?=kiln)", {"kiln"}),
        (r"监?\w+|kiln", set()),
        (r"監査(?:の日)?", set()),
    ],
)
def test_words(pattern: str, words: set[str]) -> None:
    assert set(telling_words(pattern, int(re.I), TEXTS)) == words
