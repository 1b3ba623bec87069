"""Ways to a decision in many layouts."""

from __future__ import annotations

from collections.abc import Sequence

from evals.laid_out.days import day
from evals.laid_out.facts import Facts
from evals.laid_out.writing import Layout


def _chain(pattern: str, joint: str, language: str, style: str = "plain", head: str = "{}") -> Layout:
    def lines(facts: Facts) -> list[str]:
        steps = [
            pattern.format(n=n, w=s.what, b=s.by, d=day(s.when, language, style))
            for n, s in enumerate(facts.steps, 1)
        ]
        return head.format(joint.join(steps)).split("\n")

    return lines


def _rows(header: Sequence[str], language: str, left: str, between: str, right: str, rule: bool) -> Layout:
    def lines(facts: Facts) -> list[str]:
        rows = [
            list(header),
            *([str(n), s.what, s.by, day(s.when, language)] for n, s in enumerate(facts.steps, 1)),
        ]
        out = [left + between.join(row) + right for row in rows]
        return [out[0], *(["| --- | --- | --- | --- |"] if rule else []), *out[1:]]

    return lines


STEPS_JA: dict[str, Layout] = {
    "arrows on one line": _chain("{w}({b}、{d})", " → ", "ja", "short", "更新の決裁フロー:{}"),
    "numbered lines": _chain("{n}. {w}:{b}({d})", "\n", "ja", head="更新の決裁の流れ\n{}"),
    "bullets, who first": _chain("・{b} {w} {d}", "\n", "ja", head="■更新の稟議\n{}"),
    "Markdown table": _rows(("順", "内容", "承認者", "時期"), "ja", "| ", " | ", " |", True),
    "tabs with a header": _rows(("順", "手順", "担当", "期日"), "ja", "", "\t", "", False),
    "sentences": _chain("{d}に{b}が{w}をする。", "", "ja", head="更新は次のように進む。{}"),
    "dates first": _chain("{d} {w}({b})", "\n", "ja", "slash", "【決裁スケジュール】\n{}"),
    "circled, dash": _chain("{n}) {w} - {b} - {d}まで", "\n", "ja", head="更新の手順\n{}"),
    "down arrows": _chain("{w} {b} {d}", "\n↓\n", "ja", head="決裁ルート\n{}"),
    "nested parts": _chain("・{w}\n  担当: {b}\n  期日: {d}", "\n", "ja", head="更新の決裁手順\n{}"),
    "greater-than signs": _chain("{b}({w} {d})", ">", "ja", "short", "決裁ルート:{}"),
    "by and then": _chain("{b}が{d}に{w}", "、次に", "ja", head="更新の決裁は、{}という順。"),
}  # fmt: skip

STEPS_EN: dict[str, Layout] = {
    "arrows on one line": _chain("{b} {w} ({d})", " -> ", "en", head="How the renewal is approved: {}"),
    "numbered lines": _chain("{n}. {b} {w}, {d}", "\n", "en", head="Approval steps for the renewal\n{}"),
    "bullets": _chain("- {d}: {b} {w}", "\n", "en", head="Renewal approval\n{}"),
    "Markdown table": _rows(("#", "Step", "Approver", "When"), "en", "| ", " | ", " |", True),
    "tabs with a header": _rows(("No.", "Step", "Who", "Date"), "en", "", "\t", "", False),
    "sentences": _chain("{b} {w} on {d}.", " Then ", "en", head="The renewal goes like this. {}"),
    "nested parts": _chain("- {w}\n  who: {b}\n  when: {d}", "\n", "en", head="Steps of the renewal decision\n{}"),
    "dates first": _chain("{d} - {w} - {b}", "\n", "en", "slash", "Decision timetable\n{}"),
}  # fmt: skip
