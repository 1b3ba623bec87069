"""Layouts of tasks and tools written last and measured once, before anything was mended for them."""

from __future__ import annotations

from evals.laid_out.tasks import _by_side, _tasks
from evals.laid_out.tasks_more import beside
from evals.laid_out.tasks_more import rows as task_rows
from evals.laid_out.tools import _tools
from evals.laid_out.tools_more import rows as tool_rows
from evals.laid_out.writing import Layout

TASKS_JA_THIRD: dict[str, Layout] = {
    "mail: labels in brackets": _tasks(
        "・{t}(担当:{w}/期限:{d})", "\n", "ja", "short", head="ご対応事項\n{}"
    ),
    "who in front in corners": _tasks(
        "【{w}】{t}(〜{d})", "\n", "ja", "short", head="■ネクストアクション\n{}"
    ),
    "letters": _tasks("T{n}. {t} ⇒ {w}({d})", "\n", "ja", "short", head="タスク一覧\n{}"),
    "era dates": _tasks("・{t} {w} {d}まで", "\n", "ja", "era", head="宿題\n{}"),
    "csv: side and name": task_rows(
        ("いつまでに", "誰が", "何を", "備考"), lambda n, t: [f"{t.due:%Y/%m/%d}", t.who, t.text, ""]
    ),
    "md: table with bold": task_rows(
        ("やること", "オーナー", "デッドライン"),
        lambda n, t: [f"**{t.text}**", t.who, f"{t.due.month}/{t.due.day}"],
        " | ",
        "|",
    ),
    "three lines with bars": _tasks("{t}\n　┗ {w} | {d}", "\n", "ja", "short", head="アクションプラン\n{}"),
    "sides as bullets": _by_side("　- {t} / {w} / {d}", "ja", ("・弊社", "・先方")),
}
TASKS_EN_THIRD: dict[str, Layout] = {
    "mail: labels in brackets": _tasks("* {t} [owner: {w} / due: {d}]", "\n", "en", head="Action items from today:\n{}"),
    "who in capitals": _tasks("{w}: {t}. Due {d}.", "\n", "en", head="ACTIONS\n{}"),
    "letters": _tasks("A{n}. {t} => {w} ({d})", "\n", "en", head="Action register\n{}"),
    "csv: what by when": task_rows(("By when", "Who", "What", "Notes"), lambda n, t: [f"{t.due.isoformat()}", t.who, t.text, ""]),
    "md: table with bold": task_rows(("To do", "Assigned to", "Deadline"), lambda n, t: [f"**{t.text}**", t.who, t.due.isoformat()], " | ", "|"),
    "our own beside": beside(_tasks("- {t} ({w}) - {d}", "\n", "en", head="Actions agreed with the customer\n{}"), behind=["", "Internal notes", "- checked the discount limit with the team", "- nobody mentioned the competition"]),
    "dates first": _tasks("{d}: {t} - {w}", "\n", "en", head="Key dates and owners\n{}"),
}  # fmt: skip
TOOLS_JA_THIRD: dict[str, Layout] = {
    "mail: purpose in corners": _tools("【{p}】{t}({k})", "\n", "貴社でお使いのシステム\n{}"),
    "users in angle": _tools("・{t}<{k}> {p}用", "\n", "■既存ツール\n{}"),
    "csv: labels": tool_rows(("使用部門", "ソフト名", "使用目的"), lambda n, t: [t.team, t.name, t.purpose]),
    "sentence a line": _tools("{k}は{p}を{t}で行っている。", "\n", "{}"),
    "md: nested bold": _tools("- **{t}**\n    - 部門:{k}\n    - 用途:{p}", "\n", "### 利用ツール\n{}"),
    "commas": _tools("・{t}、{k}、{p}", "\n", "その他の利用システム\n{}"),
    "docx: bars": _tools("{n}. {t}|{p}|{k}", "\n", "業務システム一覧\n{}"),
    "arrow from unit": _tools("{k}→{t}({p})", "\n", "部門ごとのツール\n{}"),
}
TOOLS_EN_THIRD: dict[str, Layout] = {
    "mail: purpose in brackets": _tools("[{p}] {t}, {k}", "\n", "Systems you use at the moment:\n{}"),
    "angle": _tools("* {t} <{k}>: {p}", "\n", "Existing tools\n{}"),
    "csv: labels": tool_rows(("Team", "Software", "Purpose"), lambda n, t: [t.team, t.name, t.purpose]),
    "sentence a line": _tools("The {k} does {p} in {t}.", "\n", "{}"),
    "md: nested bold": _tools("- **{t}**\n    - Department: {k}\n    - Purpose: {p}", "\n", "### Software in use\n{}"),
    "commas": _tools("- {t}, {k}, {p}", "\n", "Other tools\n{}"),
    "docx: bars": _tools("{n}. {t} | {p} | {k}", "\n", "System landscape\n{}"),
}  # fmt: skip
