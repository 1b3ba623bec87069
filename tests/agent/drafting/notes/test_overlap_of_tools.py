"""Whether a tool overlaps with ours: where a sentence about that tool says so, else by a kind of work that is not what our product is named after."""

from __future__ import annotations

import pytest

OVERLAP = [
    # language, sentences, name, overlap
    ("ja", "勤怠はタイムナミを使っている。", "タイムナミ", False),
    ("ja", "シフトはシフトモリで管理している。", "シフトモリ", None),
    ("ja", "チャットはChimeboardを使っている。", "Chimeboard", None),
    ("ja", "連絡はTeamsを使っている。", "Teams", None),
    ("ja", "勤怠はタイムナミを使っている。機能がうちと丸かぶりだ。", "タイムナミ", False),
    ("ja", "勤怠はタイムナミを使っている。そちらとは二重入力になっている。", "タイムナミ", True),
    ("ja", "勤怠はタイムナミを使っていて、ミチシルベと二重入力になっている。", "タイムナミ", True),
    ("ja", "勤怠はタイムナミを使っている。これはうちとは用途が違う。", "タイムナミ", False),
    ("ja", "勤怠はタイムナミを使っている。部長は同じことを先月も聞いた。", "タイムナミ", False),
    ("en", "We run payroll on Paytrellis.", "Paytrellis", False),
    ("en", "We run orders on Orderly. Their app crashed twice in May.", "Orderly", False),
    ("en", "We run payroll on Paytrellis. Hugo asked twice for training.", "Paytrellis", False),
    ("en", "We run payroll on Paytrellis, which crashed twice in May.", "Paytrellis", False),
    ("en", "We run payroll on Paytrellis and the price doubled, double last year's.", "Paytrellis", False),
    ("en", "We run payroll on Paytrellis and enter every shift twice.", "Paytrellis", True),
    ("en", "We run payroll on Paytrellis. It means double entry for the depot.", "Paytrellis", True),
    ("en", "We run payroll on Paytrellis. That is separate from you.", "Paytrellis", False),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentences", "name", "overlap"), OVERLAP)
def test_overlap_rests_on_words_about_the_tool(
    notes, language: str, sentences: str, name: str, overlap: bool | None
) -> None:
    head = "# 訪問メモ 2026-09-01" if language == "ja" else "# Visit notes 2026-07-01"
    tools = {t.name: t for t in notes(language, {"m.md": f"{head}\n\n- {sentences}\n"}).reading.tools}
    assert tools[name].overlap_with_us is overlap
