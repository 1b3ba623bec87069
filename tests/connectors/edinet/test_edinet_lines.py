"""Collapsing and placing: offsets of tagged places agree with the collapsed text, whatever the pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from connectors.readers.ixbrl_lines import BREAK, collapse, placed
from connectors.readers.ixbrl_model import Contexts, Mark, RawFact

PIECES = st.lists(st.text(alphabet="あ1,△ \n\t\xa0\u3000" + BREAK, max_size=4), max_size=8)


@given(PIECES)
def test_collapsing_twice_changes_nothing(pieces: list[str]) -> None:
    text = collapse("".join(pieces))
    assert collapse(text) == text
    assert text == text.strip()
    assert not set(text) & set("\n\t\xa0" + BREAK)
    assert "  " not in text


def test_an_ideographic_space_before_a_place_counts() -> None:
    fact = RawFact("a:Fact", {}, False, Contexts())
    pieces = ["1\u3000", "\xa01"]
    text = collapse("".join(pieces))
    assert placed(pieces, [(1, fact, False), (2, fact, True), (2, fact, True)], text)[0][0] == 3


@given(PIECES, st.data())
def test_a_place_holds_its_own_words(pieces: list[str], data: st.DataObject) -> None:
    places = data.draw(
        st.lists(
            st.tuples(*[st.integers(0, len(pieces))] * 2).map(lambda pair: tuple(sorted(pair))), max_size=3
        )
    )
    facts = [RawFact("a:Fact", {}, False, Contexts()) for _ in places]
    marks: list[Mark] = []
    for fact, (begin, end) in zip(facts, places, strict=True):
        marks += [(begin, fact, False), (end, fact, True)]
    marks.sort(key=lambda mark: mark[0])
    text = collapse("".join(pieces))
    found = placed(pieces, marks, text)
    for fact, (begin, end) in zip(facts, places, strict=True):
        start = next(at for at, other, is_end in found if other is fact and not is_end)
        stop = next(at for at, other, is_end in found if other is fact and is_end)
        words = collapse("".join(pieces[begin:end]))
        assert text[start:stop].strip() == words
        if words:
            assert text[start:stop] == words
