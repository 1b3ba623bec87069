"""Words of texts of any length: what the dictionary's own limit would refuse is cut in pieces, offsets hold."""

from __future__ import annotations

from agent.dictionary import PIECE, morphemes

SENTENCE = "来期の予算は経営会議で決めます。"


def test_a_text_beyond_the_dictionarys_limit_is_cut_like_its_sentences() -> None:
    text = SENTENCE * (4 * PIECE // len(SENTENCE))
    words = [(m.begin(), m.end(), m.surface()) for m in morphemes(text)]
    assert all(text[start:end] == surface for start, end, surface in words)
    assert "".join(surface for _, _, surface in words) == text
    assert [surface for _, _, surface in words[:20]] == [m.surface() for m in morphemes(text[:200])][:20]


def test_a_line_without_any_break_is_read_to_its_end() -> None:
    text = "稟議" * 30_000
    assert morphemes(text)[-1].end() == len(text)
