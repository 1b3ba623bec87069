"""What was told in confidence is marked in every format, and in what repeats it."""

from __future__ import annotations

from pathlib import Path

from agent.export.compose import compose
from agent.export.confidence import Marks, marked
from agent.export.layout import Cell, Section, Table
from agent.export.markdown import markdown
from agent.models.evidence import Citation
from agent.pipeline import draft

MARKS = Marks("[secret] ", "[partly] ")


def _cited(quote: str, condition: str | None = None) -> Citation:
    return Citation(source_id="s1", start=0, end=len(quote), quote=quote, in_confidence=condition)


def test_marks_of_claims_of_what_repeats_them_and_of_what_also_rests_on_them() -> None:
    told = _cited("Amy: They will close the Leeds workshop in May.", "off the record")
    open_ = _cited("Logins fell to 40 per cent.")
    rows = (
        (Cell("They will close the Leeds workshop in May.", (1,)),),
        (Cell("Logins fell to 40 per cent.", (2, 1)),),
        (Cell("Logins fell to 40 per cent.", (2,)),),
        (Cell("By when will “They will close the Leeds workshop…” be done?", unknown=True),),
        (Cell(),),
    )
    (shown,) = marked([(Section("policy", "Policy", (Table(rows),)),)], [told, open_], MARKS)
    marks = [row[0].text[:8] for row in shown[0].tables[0].rows]
    assert marks == ["[secret]", "[partly]", "Logins f", "[secret]", ""]


def test_nothing_is_marked_where_nothing_is_secret() -> None:
    part = (Section("policy", "Policy", (Table(((Cell("All is well.", (1,)),),)),)),)
    assert marked([part], [_cited("All is well.")], MARKS) == (part,)


def test_a_plan_shows_the_condition(tmp_path: Path) -> None:
    (tmp_path / "account.yaml").write_text(
        "id: A1\nname: 株式会社みなと食品\nproduct: 発注くん\ncontract_start: 2026-04-01\ncontract_end: 2027-03-31\n"
        "as_of: 2026-10-01\nvendor: {name: 発注くん株式会社, people: [野田 光]}\n",
        encoding="utf-8",
    )
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "20260915_面談.md").write_text(
        "# 9月15日 面談\n\n参加: 購買部 課長 森口 亮様 / 野田\n\n"
        "- オフレコですが、森口様は来年1月に大阪へ異動されます\n- 購買部で週3回使っている\n",
        encoding="utf-8",
    )
    plan = draft(tmp_path).plan
    shown = markdown(compose(plan))
    line = next(line for line in shown.splitlines() if "チャンピオンの異動" in line or "大阪へ異動" in line)
    assert "口外不可" in line
    assert "口外しない条件で聞いた話：「オフレコ」" in shown
    assert any(finding.rule == "told_in_confidence" for finding in plan.findings)
