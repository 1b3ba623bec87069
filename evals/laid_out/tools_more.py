"""Further layouts of tools: other labels, orders and containers, and lists beside them that look alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.laid_out.facts import Facts, Tool
from evals.laid_out.tasks_more import beside
from evals.laid_out.tools import _tools
from evals.laid_out.writing import Layout


def rows(
    header: Sequence[str],
    cells: Callable[[int, Tool], Sequence[str]],
    between: str = "\t",
    edge: str = "",
    head: Sequence[str] = (),
) -> Layout:
    """A table, its columns as `cells` gives them."""

    def lines(facts: Facts) -> list[str]:
        table = [list(header), *(list(cells(n, t)) for n, t in enumerate(facts.tools, 1))]
        out = [f"{edge}{edge and ' '}{between.join(row)}{edge and ' '}{edge}" for row in table]
        rule = ["|" + " --- |" * len(header)] if edge else []
        return [*head, out[0], *rule, *out[1:]]

    return lines


TOOLS_JA_MORE: dict[str, Layout] = {
    "md: bold name": _tools("- **{t}** — {p}({k})", "\n", "## 利用システム\n{}"),
    "md: bold labels": _tools("- **システム:** {t}\n  **用途:** {p}\n  **利用部門:** {k}", "\n", "## システム環境\n{}"),
    "numbers of sections": _tools("2.{n} {t}/{p}/{k}", "\n", "2. 既存システム\n{}"),
    "labels in their own lines": _tools("ツール名:{t}\n使用部署:{k}\n使用目的:{p}", "\n\n", "【他ツール】\n{}"),
    "used for, arrow": _tools("・{p} → {t}({k})", "\n", "■業務とシステム\n{}"),
    "bars between": _tools("{t} | {k} | {p}", "\n", "■導入済みツール\n{}"),
    "equals signs": _tools("{n}) システム={t} 部門={k} 目的={p}", "\n", "お使いのシステム\n{}"),
    "brackets of corners": _tools("・「{t}」:{p}({k})", "\n", "併用しているツール\n{}"),
    "slash line": _tools("・{t} / {p} / {k}", "\n", "現在ご利用のサービス\n{}"),
    "users behind": _tools("・{t} 用途:{p} 利用者:{k}", "\n", "利用中の他社サービス\n{}"),
    "csv: columns in another order": rows(("No", "用途", "利用部門", "製品名", "備考"), lambda n, t: [str(n), t.purpose, t.team, t.name, ""]),
    "docx: table": rows(("業務", "使用システム", "主管部署"), lambda n, t: [t.purpose, t.name, t.team], head=["システム構成"]),
    "docx: list": _tools("・{t}:{p}。{k}が利用", "\n", "利用システム\n{}"),
    "mail: bullets": _tools("・{t}({p}、{k})", "\n", "お聞きした利用ツールは以下のとおりです。\n{}"),
    "sentences, name first": _tools("{t}は{k}が{p}に使っている。", "", "{}"),
    "sentences, by purpose": _tools("{p}は{t}で、使っているのは{k}。", "\n", "{}"),
    "one line, middle dots": _tools("{p}({k})は{t}", "、", "使っているシステム:{}"),
    "agenda beside": beside(_tools("・{t}({k}、{p})", "\n", "■利用ツール\n{}"), ["■議題", "・更新の条件", "・利用状況の報告", ""], ["", "■次回", "・12月3日 14時"]),
    "teams beside": beside(_tools("・{t} {p} {k}", "\n", "■他システム\n{}"), ["■体制", "・推進事務局:総務部", "・現場:営業部、購買部", ""]),
    "table with more columns": rows(("#", "システム", "区分", "利用部署", "利用目的", "契約満了"), lambda n, t: [str(n), t.name, "SaaS", t.team, t.purpose, "2027年3月"], " | ", "|"),
    "columns by blanks": rows(("ツール", "部署", "用途"), lambda n, t: [t.name, t.team, t.purpose], "    ", head=["利用ツール一覧"]),
    "nested hyphens, labels": _tools("- {t}\n  - 使っている部署: {k}\n  - 何に: {p}", "\n", "ツール\n{}"),
    "nested, no labels": _tools("- {t}\n  - {k}\n  - {p}", "\n", "## 利用ツール\n{}"),
    "by department, heads": _tools("■{k}\n・{t}({p})", "\n", "利用システム(部門別)\n{}"),
    "square brackets": _tools("[{p}] {t} - {k}", "\n", "現行ツール\n{}"),
}  # fmt: skip

TOOLS_EN_MORE: dict[str, Layout] = {
    "md: bold name": _tools("- **{t}** - {p} ({k})", "\n", "## Systems in use\n{}"),
    "md: bold labels": _tools("- **System:** {t}\n  **Used for:** {p}\n  **Team:** {k}", "\n", "## Tech stack\n{}"),
    "numbers of sections": _tools("2.{n} {t} / {p} / {k}", "\n", "2. Existing systems\n{}"),
    "labels in their own lines": _tools("Tool: {t}\nUsers: {k}\nUse: {p}", "\n\n", "Other tools\n{}"),
    "used for, arrow": _tools("- {p} -> {t} ({k})", "\n", "Tools today\n{}"),
    "bars between": _tools("{t} | {k} | {p}", "\n", "Software they use\n{}"),
    "equals signs": _tools("tool={t}, team={k}, purpose={p}", "\n", "Tools in use\n{}"),
    "slash line": _tools("- {t} / {p} / {k}", "\n", "Current tools\n{}"),
    "users behind": _tools("- {t}, used by the {k} for {p}", "\n", "Their tools\n{}"),
    "csv: columns in another order": rows(("No", "Use", "Department", "Product", "Remarks"), lambda n, t: [str(n), t.purpose, t.team, t.name, ""]),
    "docx: table": rows(("Work", "System used", "Owned by"), lambda n, t: [t.purpose, t.name, t.team], head=["Systems"]),
    "docx: list": _tools("- {t}: {p}, {k}", "\n", "Systems\n{}"),
    "mail: bullets": _tools("- {t} ({p}, {k})", "\n", "These are the tools you told me about:\n{}"),
    "sentences, name first": _tools("{t} is used by the {k} for {p}.", " ", "{}"),
    "sentences, by purpose": _tools("For {p} the {k} works in {t}.", "\n", "{}"),
    "one line": _tools("{t} ({p}, {k})", ", ", "Tools: {}"),
    "agenda beside": beside(_tools("- {t} ({k}, {p})", "\n", "Tools in use\n{}"), ["Agenda", "- renewal terms", "- usage report", ""], ["", "Next meeting", "- 3 December 2026, 2 pm"]),
    "teams beside": beside(_tools("- {t}: {p} ({k})", "\n", "Other systems\n{}"), ["Teams", "- project office: general affairs", "- users: sales department", ""]),
    "table with more columns": rows(("#", "System", "Type", "Team", "Used for", "Contract end"), lambda n, t: [str(n), t.name, "SaaS", t.team, t.purpose, "March 2027"], " | ", "|"),
    "columns by blanks": rows(("Tool", "Department", "Purpose"), lambda n, t: [t.name, t.team, t.purpose], "    ", head=["Tools"]),
    "nested hyphens, labels": _tools("- {t}\n  - team: {k}\n  - used for: {p}", "\n", "Tools in use\n{}"),
    "nested, no labels": _tools("- {t}\n  - {k}\n  - {p}", "\n", "## Tools in use\n{}"),
    "by department, heads": _tools("{k}\n- {t} ({p})", "\n", "Systems by department\n{}"),
    "square brackets": _tools("[{p}] {t} - {k}", "\n", "Current systems\n{}"),
    "department first": _tools("- {k}: {t} ({p})", "\n", "Which tools they use\n{}"),
}  # fmt: skip
