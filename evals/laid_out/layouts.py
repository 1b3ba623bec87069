"""The layouts facts are written in: each takes facts and gives the lines of one note. `LAYOUTS` lists them by theme and language.

A layout is a way in which people set out what they know, with plain words: what fails here fails for its form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.laid_out.budget import BUDGET_EN, BUDGET_JA
from evals.laid_out.days import day
from evals.laid_out.facts import Facts
from evals.laid_out.goals import GOALS_EN, GOALS_JA
from evals.laid_out.people import PEOPLE_EN, PEOPLE_JA
from evals.laid_out.people_more import PEOPLE_EN_MORE, PEOPLE_JA_MORE
from evals.laid_out.steps import STEPS_EN, STEPS_JA
from evals.laid_out.steps_more import STEPS_EN_MORE, STEPS_JA_MORE
from evals.laid_out.third_batch import (
    BUDGET_EN_THIRD,
    BUDGET_JA_THIRD,
    PEOPLE_EN_THIRD,
    PEOPLE_JA_THIRD,
    STEPS_EN_THIRD,
    STEPS_JA_THIRD,
)

Layout = Callable[[Facts], list[str]]

# Tasks ----------------------------------------------------------------------------------------------------------------


def _tasks(
    pattern: str,
    joint: str,
    language: str,
    style: str = "plain",
    head: str = "{}",
    sides: tuple[str, str] = ("当社", "先方"),
) -> Layout:
    def lines(facts: Facts) -> list[str]:
        tasks = [
            pattern.format(
                n=n, w=t.who, t=t.text, d=day(t.due, language, style), s=sides[0] if t.ours else sides[1]
            )
            for n, t in enumerate(facts.tasks, 1)
        ]
        return head.format(joint.join(tasks)).split("\n")

    return lines


def _by_side(pattern: str, language: str, heads: tuple[str, str]) -> Layout:
    def lines(facts: Facts) -> list[str]:
        out: list[str] = []
        for head, ours in zip(heads, (True, False), strict=True):
            mine = [t for t in facts.tasks if t.ours == ours]
            out += (
                [head, *(pattern.format(w=t.who, t=t.text, d=day(t.due, language)) for t in mine)]
                if mine
                else []
            )
        return out

    return lines


def _task_table(
    header: Sequence[str], language: str, left: str, between: str, right: str, rule: bool
) -> Layout:
    def lines(facts: Facts) -> list[str]:
        rows = [list(header), *([t.text, t.who, day(t.due, language, "slash")] for t in facts.tasks)]
        out = [left + between.join(row) + right for row in rows]
        return [out[0], *(["| --- | --- | --- |"] if rule else []), *out[1:]]

    return lines


TASKS_JA: dict[str, Layout] = {
    "who, colon, date in brackets": _tasks("・{w}:{t}({d})", "\n", "ja", "short", "■ToDo\n{}"),
    "check boxes": _tasks("- [ ] {t} 担当:{w} 期限:{d}", "\n", "ja", head="## 宿題\n{}"),
    "square boxes": _tasks("□ {t}({w}、{d}まで)", "\n", "ja", "short", "次回までの宿題\n{}"),
    "by side": _by_side("・{t}({w}、{d})", "ja", ("【当社】", "【お客様】")),
    "Markdown table": _task_table(("内容", "担当", "期限"), "ja", "| ", " | ", " |", True),
    "tabs with a header": _task_table(("タスク", "担当者", "期日"), "ja", "", "\t", "", False),
    "sentences": _tasks("{w}は{d}までに{t}。", "\n", "ja", head="決まったこと\n{}"),
    "arrow to who": _tasks("{t} → {w} {d}", "\n", "ja", "short", "アクション\n{}"),
    "name in square brackets": _tasks("[{w}] {t} {d}迄", "\n", "ja", "short", "AI(アクションアイテム)\n{}"),
    "date first": _tasks("{d} {t} {w}", "\n", "ja", "short", "今後の予定(やること)\n{}"),
    "numbered, labels": _tasks("{n}. {t}\n   担当 {w}\n   期限 {d}", "\n", "ja", head="アクションアイテム\n{}"),
    "side, name and date in one bracket": _tasks("・{t}【{s} {w} {d}】", "\n", "ja", "short", "確認事項と宿題\n{}"),
}  # fmt: skip

TASKS_EN: dict[str, Layout] = {
    "who, colon, date in brackets": _tasks("- {w}: {t} ({d})", "\n", "en", head="Actions\n{}"),
    "check boxes": _tasks("- [ ] {t} (owner: {w}, due: {d})", "\n", "en", head="## To do\n{}"),
    "by side": _by_side("- {t} ({w}, by {d})", "en", ("Our actions", "Customer actions")),
    "Markdown table": _task_table(("Action", "Owner", "Due"), "en", "| ", " | ", " |", True),
    "tabs with a header": _task_table(("Action", "Owner", "Due"), "en", "", "\t", "", False),
    "sentences": _tasks("{w} to {t} by {d}.", "\n", "en", head="Agreed\n{}"),
    "name in square brackets": _tasks("[{w}] {t} - {d}", "\n", "en", head="Action items\n{}"),
    "numbered, labels": _tasks("{n}. {t}\n   Owner: {w}\n   Due: {d}", "\n", "en", head="Action items\n{}"),
    "AP mark": _tasks("AP {w} - {t} - {d}", "\n", "en", head="Next steps\n{}"),
}  # fmt: skip


# Tools ----------------------------------------------------------------------------------------------------------------


def _tools(pattern: str, joint: str, head: str = "{}") -> Layout:
    def lines(facts: Facts) -> list[str]:
        named = [pattern.format(n=n, t=t.name, p=t.purpose, k=t.team) for n, t in enumerate(facts.tools, 1)]
        return head.format(joint.join(named)).split("\n")

    return lines


def _tool_table(header: Sequence[str], left: str, between: str, right: str, rule: bool) -> Layout:
    def lines(facts: Facts) -> list[str]:
        rows = [list(header), *([t.name, t.team, t.purpose] for t in facts.tools)]
        out = [left + between.join(row) + right for row in rows]
        return [out[0], *(["| --- | --- | --- |"] if rule else []), *out[1:]]

    return lines


TOOLS_JA: dict[str, Layout] = {
    "colon, brackets": _tools("・{t}({k}、{p})", "\n", "■利用中のツール\n{}"),
    "purpose first": _tools("{p}:{t}({k})", "\n", "他に使っているシステム\n{}"),
    "Markdown table": _tool_table(("ツール", "部門", "用途"), "| ", " | ", " |", True),
    "tabs with a header": _tool_table(("システム名", "利用部署", "用途"), "", "\t", "", False),
    "sentences": _tools("{k}では{p}に{t}を使っている。", "", "{}"),
    "one line": _tools("{t}={p}({k})", "、", "利用ツール:{}"),
    "department first": _tools("- {k}:{t}({p})", "\n", "## 使っているツール\n{}"),
    "nested": _tools("・{t}\n  部門 {k}\n  用途 {p}", "\n", "ツール一覧\n{}"),
}
TOOLS_EN: dict[str, Layout] = {
    "colon, brackets": _tools("- {t} ({k}, {p})", "\n", "Tools in use\n{}"),
    "purpose first": _tools("{p}: {t} ({k})", "\n", "Other systems they use\n{}"),
    "Markdown table": _tool_table(("Tool", "Department", "Purpose"), "| ", " | ", " |", True),
    "tabs with a header": _tool_table(("System", "Used by", "For"), "", "\t", "", False),
    "sentences": _tools("The {k} uses {t} for {p}.", " ", "{}"),
    "nested": _tools("- {t}\n  department: {k}\n  purpose: {p}", "\n", "Tools\n{}"),
}


LAYOUTS: dict[str, dict[str, dict[str, Layout]]] = {
    "goals": {"ja": GOALS_JA, "en": GOALS_EN},
    "steps": {
        "ja": STEPS_JA | STEPS_JA_MORE | STEPS_JA_THIRD,
        "en": STEPS_EN | STEPS_EN_MORE | STEPS_EN_THIRD,
    },
    "budget": {"ja": BUDGET_JA | BUDGET_JA_THIRD, "en": BUDGET_EN | BUDGET_EN_THIRD},
    "tasks": {"ja": TASKS_JA, "en": TASKS_EN},
    "tools": {"ja": TOOLS_JA, "en": TOOLS_EN},
    "people": {
        "ja": PEOPLE_JA | PEOPLE_JA_MORE | PEOPLE_JA_THIRD,
        "en": PEOPLE_EN | PEOPLE_EN_MORE | PEOPLE_EN_THIRD,
    },
}
