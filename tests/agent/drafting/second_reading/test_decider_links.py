"""Who decides, record against correction: the pair in order, of two places, and none where nothing clashes."""

from __future__ import annotations

from pathlib import Path

from agent.pipeline import draft

ACCOUNT = "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-05-20\ncsm: 椎名\n"
HANDOVER = (
    "営業引継ぎ 2025年6月2日\n当社：椎名\n・決裁者は赤羽部長。部長のハンコで決まる\n・製品は気に入っている\n"
)
VISIT = "2026年5月11日 訪問\n先方：浅間様、当社：椎名\n・「部長が決めるんじゃありません。四月に規程が変わって、百万円を超える契約は理事会で決めます」\n"
CALM = "2026年4月3日 定例\n先方：浅間様、当社：椎名\n・操作の説明をした\n・次回は五月\n"


def _contradictions(folder: Path, **notes: str) -> list[tuple[str, str, str]]:
    (folder / "sources").mkdir()
    (folder / "account.yaml").write_text(ACCOUNT, encoding="utf-8")
    for name, note in notes.items():
        (folder / "sources" / f"{name}.txt").write_text(note, encoding="utf-8")
    found = draft(folder).plan.contradictions
    return [(clash.a.quote, clash.b.quote, clash.preferred) for clash in found]


def test_a_record_and_its_correction_are_paired_the_newer_preferred(tmp_path: Path) -> None:
    found = _contradictions(tmp_path, n1_hikitsugi=HANDOVER, n2_teirei=CALM, n3_houmon=VISIT)
    decider = [clash for clash in found if "赤羽部長" in clash[0] or "ハンコ" in clash[0]]
    assert len(decider) == 1
    assert "理事会" in decider[0][1] or "部長が決める" in decider[0][1]
    assert decider[0][2] == "b"


def test_without_a_correction_there_is_no_pair(tmp_path: Path) -> None:
    calm_too = CALM.replace("4月3日", "5月1日").replace("操作の説明をした", "画面の色を変えた")
    assert not _contradictions(tmp_path, n1_hikitsugi=HANDOVER, n2_teirei=CALM, n3_teirei=calm_too)
