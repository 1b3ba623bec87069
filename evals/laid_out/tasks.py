"""Layouts of tasks: who does what until when."""

from __future__ import annotations

from collections.abc import Sequence

from evals.laid_out.days import day
from evals.laid_out.facts import Facts
from evals.laid_out.writing import Layout


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
