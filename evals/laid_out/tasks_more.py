"""Further layouts of tasks: other labels, orders and containers, and lists beside them that look alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.laid_out.days import day
from evals.laid_out.facts import Facts, Task
from evals.laid_out.tasks import _by_side, _tasks
from evals.laid_out.writing import Layout


def rows(
    header: Sequence[str],
    cells: Callable[[int, Task], Sequence[str]],
    between: str = "\t",
    edge: str = "",
    head: Sequence[str] = (),
) -> Layout:
    """A table, its columns as `cells` gives them."""

    def lines(facts: Facts) -> list[str]:
        table = [list(header), *(list(cells(n, t)) for n, t in enumerate(facts.tasks, 1))]
        out = [f"{edge}{edge and ' '}{between.join(row)}{edge and ' '}{edge}" for row in table]
        rule = ["|" + " --- |" * len(header)] if edge else []
        return [*head, out[0], *rule, *out[1:]]

    return lines


def beside(layout: Layout, before: Sequence[str] = (), behind: Sequence[str] = ()) -> Layout:
    """The layout with lines around it that are no tasks of the two houses."""
    return lambda facts: [*before, *layout(facts), *behind]


def _j(at: Task, style: str = "slash") -> str:
    return day(at.due, "ja", style)


TASKS_JA_MORE: dict[str, Layout] = {
    "md: bold labels": _tasks("- **内容:** {t}\n  **担当:** {w}\n  **期限:** {d}", "\n", "ja", head="## アクション\n{}"),
    "md: bold owner before": _tasks("- **{w}**: {t}({d}まで)", "\n", "ja", "short", head="### 宿題\n{}"),
    "numbers of sections": _tasks("3.{n} {t}/担当:{w}/期日:{d}", "\n", "ja", head="3. ToDo\n{}"),
    "labels in their own lines": _tasks("やること:{t}\nだれが:{w}\nいつまでに:{d}", "\n\n", "ja", head="【宿題一覧】\n{}"),
    "responsible and deadline, comma": _tasks("・{t}、責任者 {w}、締切 {d}", "\n", "ja", "short", head="今後の対応\n{}"),
    "bars between": _tasks("{t} | {w} | {d}", "\n", "ja", "short", head="■対応事項\n{}"),
    "equals signs": _tasks("{n}) 内容={t} 担当={w} 期限={d}", "\n", "ja", head="ToDo\n{}"),
    "due in front in brackets": _tasks("【{d}】{t}({w})", "\n", "ja", "short", head="次回までにやること\n{}"),
    "at sign": _tasks("- {t} @{w} ~{d}", "\n", "ja", "short", head="TODO\n{}"),
    "several in one paragraph": _tasks("{w}:{t}({d})", "、", "ja", "short", head="宿題は次のとおり。{}。"),
    "note behind the date": _tasks("・{t} {w} {d}(前回からの持ち越し)", "\n", "ja", head="持ち帰り事項\n{}"),
    "csv: columns in another order": rows(("No", "期日", "対応者", "アクション", "状況"), lambda n, t: [str(n), _j(t), t.who, t.text, "未着手"]),
    "docx: table": rows(("項目", "主担当", "納期", "備考"), lambda n, t: [t.text, t.who, _j(t), ""], head=["アクションアイテム"]),
    "mail: numbered": _tasks("{n}. {t}({w}、{d})", "\n", "ja", "short", head="宿題を整理いたします。\n{}"),
    "mail: by side": _by_side("・{t}({w}、{d}まで)", "ja", ("<弊社>", "<貴社>")),
    "nested under who": _by_side("　・{t} {d} {w}", "ja", ("■当社側のタスク", "■お客様側のタスク")),
    "attendees and agenda beside": beside(
        _tasks("・{t} / {w} / {d}", "\n", "ja", "short", head="■アクションアイテム\n{}"),
        ["■議題", "・更新の条件", "・利用状況の報告", ""], ["", "■次回", "・12月3日(木) 14時 オンライン"],
    ),
    "our own beside": beside(
        _tasks("・{t}({w}、{d})", "\n", "ja", "short", head="【お客様との宿題】\n{}"),
        behind=["", "【社内メモ】", "・値引きの上限を上長に聞いた", "・競合の話は出なかった"],
    ),
    "table with more columns": rows(("#", "区分", "タスク", "オーナー", "いつまで", "優先度"), lambda n, t: [str(n), "当社" if t.ours else "先方", t.text, t.who, _j(t), "高"], " | ", "|"),
    "table, side only": rows(("宿題", "どちら", "担当", "〆切"), lambda n, t: [t.text, "当社" if t.ours else "お客様", t.who, _j(t)], " | ", "|"),
    "columns by blanks": rows(("タスク", "担当", "期限"), lambda n, t: [t.text, t.who, _j(t)], "    ", head=["やることリスト"]),
    "without a head, check boxes": _tasks("□{t} 担当 {w} 期限 {d}", "\n", "ja"),
    "when, who, what with labels": _tasks("・いつ:{d} だれ:{w} 何を:{t}", "\n", "ja", "short", head="決定事項/宿題\n{}"),
    "until before who": _tasks("・{d}までに{w}が{t}", "\n", "ja", "short", head="次のステップ\n{}"),
    "dash, who behind": _tasks("* {t} -- {w}, {d}", "\n", "ja", "short", head="アクション:\n{}"),
}  # fmt: skip

TASKS_EN_MORE: dict[str, Layout] = {
    "md: bold labels": _tasks("- **Task:** {t}\n  **Owner:** {w}\n  **Deadline:** {d}", "\n", "en", head="## Action items\n{}"),
    "md: bold owner before": _tasks("- **{w}** - {t} (due {d})", "\n", "en", head="### Next steps\n{}"),
    "numbers of sections": _tasks("3.{n} {t} / Responsible: {w} / By: {d}", "\n", "en", head="3. Actions\n{}"),
    "labels in their own lines": _tasks("What: {t}\nWho: {w}\nWhen: {d}", "\n\n", "en", head="Agreed actions\n{}"),
    "assignee and deadline, comma": _tasks("- {t}, assigned to {w}, deadline {d}", "\n", "en", head="Follow-ups\n{}"),
    "bars between": _tasks("{t} | {w} | {d}", "\n", "en", head="Action points\n{}"),
    "due in front in brackets": _tasks("[{d}] {t} ({w})", "\n", "en", head="To do before we next speak\n{}"),
    "at sign": _tasks("- {t} @{w} by {d}", "\n", "en", head="TODO\n{}"),
    "several in one paragraph": _tasks("{w} - {t} by {d}", "; ", "en", head="Actions: {}."),
    "note behind the date": _tasks("- {t} - {w} - {d} (carried over)", "\n", "en", head="Open items\n{}"),
    "csv: columns in another order": rows(("ID", "Due date", "Assignee", "Task", "Status"), lambda n, t: [str(n), t.due.isoformat(), t.who, t.text, "open"]),
    "docx: table": rows(("Action", "Lead", "Target date", "Comment"), lambda n, t: [t.text, t.who, day(t.due, "en"), ""], head=["Action log"]),
    "mail: numbered": _tasks("{n}. {t} ({w}, {d})", "\n", "en", head="To recap the actions:\n{}"),
    "mail: by side": _by_side("- {t} ({w}, by {d})", "en", ("On our side:", "On your side:")),
    "attendees and agenda beside": beside(
        _tasks("- {t} / {w} / {d}", "\n", "en", head="Actions\n{}"),
        ["Agenda", "- renewal terms", "- usage report", ""], ["", "Next meeting", "- 3 December 2026, 2 pm, online"],
    ),
    "table with more columns": rows(("#", "Side", "Action item", "DRI", "ETA", "Priority"), lambda n, t: [str(n), "us" if t.ours else "customer", t.text, t.who, t.due.isoformat(), "high"], " | ", "|"),
    "columns by blanks": rows(("Task", "Owner", "Due"), lambda n, t: [t.text, t.who, t.due.isoformat()], "    ", head=["Actions"]),
    "without a head, check boxes": _tasks("[ ] {t} - owner {w} - due {d}", "\n", "en"),
    "who, arrow": _tasks("{w} -> {t} -> {d}", "\n", "en", head="Who does what\n{}"),
    "until before who": _tasks("- By {d}, {w} will {t}", "\n", "en", head="Next steps\n{}"),
    "owner at the end": _tasks("{n}) {t} [{d}] - owner: {w}", "\n", "en", head="Homework\n{}"),
    "nested hyphens": _tasks("- {t}\n  - assignee: {w}\n  - target: {d}", "\n", "en", head="Tasks\n{}"),
    "nested without labels": _tasks("- {t}\n  - {w}\n  - {d}", "\n", "en", head="Action items\n{}"),
    "equals signs": _tasks("task={t}, owner={w}, due={d}", "\n", "en", head="Action items\n{}"),
    "will": _tasks("- {w} will {t} by {d}.", "\n", "en", head="What we agreed\n{}"),
}  # fmt: skip
