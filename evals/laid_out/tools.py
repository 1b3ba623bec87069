"""Layouts of the tools a customer uses: by whom and what for."""

from __future__ import annotations

from collections.abc import Sequence

from evals.laid_out.facts import Facts
from evals.laid_out.writing import Layout


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
