"""What success means: in a sentence, or under a label of a sheet that asks for it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "ja",
            "項目,回答\n成功の定義,月末に棚の数が一度で合うこと\n予算,未定\n",
            "月末に棚の数が一度で合うこと",
        ),
        (
            "en",
            "Question,Answer\nWhat does success look like?,No pallets left on the dock at night\nBudget,unknown\n",
            "No pallets left on the dock at night",
        ),
    ],
)
def test_under_a_label(notes, language: str, text: str, wanted: str) -> None:
    claim = notes(language, {"sheet.csv": text}).reading.success_definition
    assert claim is not None
    assert claim.text == wanted


def test_nothing_under_the_label(notes) -> None:
    text = "項目,回答\n成功の定義,未回答\n予算,未定\n"
    assert notes("ja", {"sheet.csv": text}).reading.success_definition is None


def test_a_task_with_a_day_to_come_is_not_done(notes) -> None:
    text = "# 定例 2026-10-01\n\n## 宿題\n- 野々村：見積書を12/1までに提出\n- 野々村：手順書を9/28に送付\n"
    found = {c.text: c.done for c in notes("ja", {"m.md": text}).reading.commitments}
    assert [done for words, done in found.items() if "見積書" in words] == [False]
