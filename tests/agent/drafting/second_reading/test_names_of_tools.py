"""Words that may name a tool are found in every form; only likely ones become tools, and people and our product never."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from agent.drafting.second_reading import tools as module
from agent.drafting.second_reading.parts.fitted import Model
from agent.drafting.second_reading.parts.products import products_in
from agent.pipeline import draft


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("入庫の控えは「くらばん」で別につけている", "くらばん"),
        ("検針の予定は紙の台帳のまま", "紙の台帳"),
        ("配車はハイシャナビくんに入っている", "ハイシャナビくん"),
        ("勤怠システムは親会社のもの", "勤怠システム"),
        ("Rosters still live in Shiftwell, no plan to move", "Shiftwell"),
        ("the night crew write it all in a green logbook", "logbook"),
        ("Then there is QuoteDesk 365 for the small lots", "QuoteDesk 365"),
    ],
)
def test_candidates_of_every_form(sentence: str, name: str) -> None:
    found = products_in(sentence)
    assert any(name in product.text for product in found)
    assert all(sentence[product.start : product.end] == product.text for product in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


def _names(folder: Path, note: str) -> list[str]:
    (folder / "sources").mkdir()
    (folder / "account.yaml").write_text(
        "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-05-20\ncsm: 椎名\n", encoding="utf-8"
    )
    (folder / "sources" / "0518.txt").write_text(
        "5/18 定例\n先方:赤羽様、当社:椎名\n" + note, encoding="utf-8"
    )
    return [tool.name for tool in draft(folder, as_of=dt.date(2026, 5, 20)).plan.cs_setup.tools]


def test_a_likely_name_becomes_a_tool_with_its_quote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "model_of", lambda *_: Model({}, 9.0))
    monkeypatch.setattr(module, "TOLD", 0.0)
    names = _names(tmp_path, "・入庫の控えは「くらばん」で別につけている\n・ナギの画面はきれいだと赤羽様\n")
    assert "くらばん" in names
    assert not {"ナギ", "赤羽", "赤羽様"} & set(names)


def test_unlikely_names_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "model_of", lambda *_: Model({}, -9.0))
    assert _names(tmp_path, "・昼は「くらばん」という店でそばを食べた\n") == []
