"""A step is called by what happens, whatever way somebody said it."""

from __future__ import annotations

import pytest

from agent.models.evidence import Citation
from agent.models.plan import DecisionStep
from agent.renewal.step_titles import title_of


def _title(words: str, kind: str | None, approver: str | None, language: str) -> str:
    quote = Citation(source_id="s", start=0, end=len(words), quote=words)
    step = DecisionStep(order=1, step=words, approver=approver, citations=[quote])
    return title_of(step, kind, [], language, decides=False)


@pytest.mark.parametrize(
    ("words", "kind", "approver", "title"),
    [
        ("その前に、10月6日に購買部のヒアリングがあり", "hearing", None, "購買部のヒアリング"),
        ("一、その後、法務部の合議を経まして", "review", None, "法務部の合議"),
        ("資料は10月8日までに総務の早瀬に出します。", None, "早瀬", "資料を総務の早瀬に出す"),
        ("資料は10月8日に私のところへ。", None, "早瀬", "資料を早瀬に提出"),
        ("各課の紙は10月27日まで。", None, None, "各課の紙の提出"),
        ("提出期限は10月24日です。", None, None, "提出期限"),
        ("私がまとめて、26日に社長に出します", "compile", "早瀬", "まとめて社長に出す"),
        ("次の更新は専務決裁になります", "decide", "早瀬", "専務決裁"),
        ("うち84万なので専務コース", "decide", "早瀬", "早瀬の決裁"),
        ("10月8日の投資会議で、来期の継続を諮ります。", None, None, "投資会議で来期の継続を諮る"),
        ("10月の回は22日です。", None, "経営会議", "経営会議"),
        ("結果は10月27日の週に各課に返します。", None, None, "結果を各課に返す"),
    ],
)
def test_japanese(words: str, kind: str | None, approver: str | None, title: str) -> None:
    assert _title(words, kind, approver, "ja") == title


@pytest.mark.parametrize(
    ("words", "kind", "approver", "title"),
    [
        ("Papers to me by the 6th.", "prepare", "Ann Lowe", "Papers to Ann Lowe"),
        ("Papers go to Ann's office by 11 October.", "papers", "Ann Lowe", "Papers go to Ann's office"),
        ("And the slips go out on 4 October, back by the 20th.", None, None, "The slips go out"),
        ("By the fourth of September, then I can put it on the sheet.", None, None, "Sheet handed in"),
        ("I want it on the 25th of October.", "decide", "Spend Committee", "Decision at Spend Committee"),
        ("She decides alone", "decide", "Ann Lowe", "Decision by Ann Lowe"),
        ("The planning meeting is the fourth of October.", None, None, "planning meeting"),
        ("By the twenty-sixth of October.", None, None, "Deadline"),
    ],
)
def test_english(words: str, kind: str | None, approver: str | None, title: str) -> None:
    assert _title(words, kind, approver, "en").casefold() == title.casefold()
