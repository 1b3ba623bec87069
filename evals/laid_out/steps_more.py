"""Further layouts of ways to a decision: other labels, orders and containers, and lists beside them that look alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.laid_out.days import day
from evals.laid_out.facts import Facts, Step
from evals.laid_out.steps import _chain
from evals.laid_out.writing import Layout


def rows(
    header: Sequence[str],
    cells: Callable[[int, Step], Sequence[str]],
    between: str = "\t",
    edge: str = "",
    head: Sequence[str] = (),
) -> Layout:
    """A table, its columns as `cells` gives them."""

    def lines(facts: Facts) -> list[str]:
        table = [list(header), *(list(cells(n, s)) for n, s in enumerate(facts.steps, 1))]
        out = [f"{edge}{edge and ' '}{between.join(row)}{edge and ' '}{edge}" for row in table]
        rule = ["|" + " --- |" * len(header)] if edge else []
        return [*head, out[0], *rule, *out[1:]]

    return lines


def beside(layout: Layout, before: Sequence[str] = (), behind: Sequence[str] = ()) -> Layout:
    """The layout with lines around it that are no steps of the decision."""
    return lambda facts: [*before, *layout(facts), *behind]


def _j(at: Step, style: str = "slash") -> str:
    return day(at.when, "ja", style)


def _e(at: Step, style: str = "plain") -> str:
    return day(at.when, "en", style)


STEPS_JA_MORE: dict[str, Layout] = {
    "md: bold labels": _chain("- **手続き:** {w}\n  **承認者:** {b}\n  **期限:** {d}", "\n", "ja", head="## 更新までの承認プロセス\n{}"),
    "md: numbered, bold act": _chain("{n}. **{w}** — {b}({d})", "\n", "ja", "short", head="## 稟議の流れ\n{}"),
    "numbers of sections": _chain("2.{n} {w}/{b}/{d}", "\n", "ja", head="2. 決裁プロセス\n{}"),
    "labels in their own lines": _chain("手順:{w}\n決裁者:{b}\n予定日:{d}", "\n\n", "ja", head="【契約更新の手続き】\n{}"),
    "labels by equals signs": _chain("段階{n}={w} 主担当={b} 時期={d}", "\n", "ja", head="更新決裁の段取り\n{}"),
    "bars between": _chain("{w} | {b} | {d}", "\n", "ja", "short", head="■社内承認ルート\n{}"),
    "date in front in brackets": _chain("【{d}】{w}({b})", "\n", "ja", "short", head="予算承認スケジュール\n{}"),
    "until before who": _chain("・{d}までに{b}が{w}", "\n", "ja", "short", head="更新の進め方\n{}"),
    "steps named": _chain("STEP{n} {w}({b}) {d}", "\n", "ja", "short", head="先方の決裁ステップ\n{}"),
    "arrows at the lines' beginnings": _chain("→ {w}:{b} {d}", "\n", "ja", "short", head="稟議ルート\n{}"),
    "who, colon, act and date": _chain("・{b}:{w}({d})", "\n", "ja", "short", head="更新契約の社内手続き\n{}"),
    "era dates": _chain("{n}. {w} {b} {d}", "\n", "ja", "era", head="更新稟議の工程\n{}"),
    "a note behind the date": _chain("・{w} {b} {d}(遅れる可能性あり)", "\n", "ja", head="決裁の流れ\n{}"),
    "csv: columns in another order": rows(("No", "期日", "承認者", "手続き", "状況"), lambda n, s: [str(n), _j(s), s.by, s.what, "未"]),
    "docx: table": rows(("ステップ", "主管", "実施日", "備考"), lambda n, s: [s.what, s.by, _j(s), ""], head=["更新の承認手順"]),
    "table with more columns": rows(("#", "フェーズ", "決裁者", "予定", "必要書類"), lambda n, s: [str(n), s.what, s.by, _j(s), "稟議書"], " | ", "|"),
    "columns by blanks": rows(("手順", "担当", "期限"), lambda n, s: [s.what, s.by, _j(s)], "    ", head=["更新の決裁手順"]),
    "mail: numbered": _chain("{n}. {w}({b}、{d})", "\n", "ja", "short", head="貴社内の更新手続きを次のとおり整理いたしました。\n{}"),
    "mail: dates first": _chain("{d} {w} {b}", "\n", "ja", "short", head="■ 契約更新に向けた社内の日程\n{}"),
    "several on one line with slashes": _chain("{n}){w} {b} {d}", " / ", "ja", "short", head="決裁の順:{}"),
    "circled on one line": lambda f: ["更新の承認ルート " + " ".join(f"{'①②③④⑤'[i]}{s.what}({s.by} {_j(s, 'short')})" for i, s in enumerate(f.steps))],
    "attendees and agenda beside": beside(
        _chain("{n}. {w} {b} {d}", "\n", "ja", "short", head="■更新の決裁手順\n{}"),
        ["■議題", "1. 利用状況の報告", "2. 更新の条件", ""], ["", "■次回", "・12月3日(木) 14時 オンライン"],
    ),
    "our own approval beside": beside(
        _chain("・{w}:{b}({d})", "\n", "ja", "short", head="【先方の決裁フロー】\n{}"),
        behind=["", "【当社の承認フロー】", "・値引きの申請:三浦(11/20)", "・値引きの承認:営業会議(12/1)"],
    ),
    "tasks beside": beside(
        _chain("・{w} → {b} → {d}", "\n", "ja", "short", head="更新の稟議手順\n{}"),
        behind=["", "■宿題", "・見積書の送付(三浦、11/18)", "・利用部署の確認(江口、11/20)"],
    ),
    "talk: read out": _chain("{n}番目が{w}、{b}で、{d}です。", "\n", "ja", head="更新の決裁の流れを確認します。\n{}"),
}  # fmt: skip

STEPS_EN_MORE: dict[str, Layout] = {
    "md: bold labels": _chain("- **Step:** {w}\n  **Approver:** {b}\n  **Due:** {d}", "\n", "en", head="## Renewal approval process\n{}"),
    "md: numbered, bold who": _chain("{n}. **{b}** {w} ({d})", "\n", "en", head="## Approval path\n{}"),
    "numbers of sections": _chain("2.{n} {w} / {b} / {d}", "\n", "en", head="2. Decision process\n{}"),
    "labels in their own lines": _chain("Stage: {w}\nOwner: {b}\nDate: {d}", "\n\n", "en", head="Sign-off for the renewal\n{}"),
    "equals signs": _chain("step {n} = {w}, who = {b}, when = {d}", "\n", "en", head="Renewal sign-off\n{}"),
    "bars between": _chain("{w} | {b} | {d}", "\n", "en", head="Approval route\n{}"),
    "date in front in brackets": _chain("[{d}] {b} {w}", "\n", "en", head="Budget approval calendar\n{}"),
    "who, colon": _chain("- {b}: {w} ({d})", "\n", "en", head="How the contract gets renewed\n{}"),
    "steps named": _chain("Step {n}: {w} ({b}, {d})", "\n", "en", head="Their purchasing process\n{}"),
    "greater-than signs": _chain("{b} ({w}, {d})", " > ", "en", head="Approval chain: {}"),
    "down arrows": _chain("{w} - {b} - {d}", "\n↓\n", "en", head="Renewal decision flow\n{}"),
    "by whom behind": _chain("- {d}: {w}, by {b}", "\n", "en", head="Steps to the renewal\n{}"),
    "csv: columns in another order": rows(("No", "Due", "Approver", "Step", "Status"), lambda n, s: [str(n), _e(s, "slash"), s.by, s.what, "open"]),
    "docx: table": rows(("Stage", "Owner", "Date", "Remarks"), lambda n, s: [s.what, s.by, _e(s), ""], head=["Renewal approval steps"]),
    "table with more columns": rows(("#", "Phase", "Decided by", "Planned", "Papers"), lambda n, s: [str(n), s.what, s.by, _e(s), "business case"], " | ", "|"),
    "columns by blanks": rows(("Step", "Who", "When"), lambda n, s: [s.what, s.by, _e(s)], "    ", head=["Renewal decision path"]),
    "mail: numbered": _chain("{n}. {w} ({b}, {d})", "\n", "en", head="How the renewal is approved on your side:\n{}"),
    "numbers on one line": _chain("({n}) {b} {w} {d}", "; ", "en", head="Approval order: {}"),
    "attendees and agenda beside": beside(
        _chain("{n}. {w}, {b}, {d}", "\n", "en", head="Renewal approval steps\n{}"),
        ["Agenda", "1. Usage report", "2. Terms of the renewal", ""], ["", "Next meeting", "- 3 December, 14:00, online"],
    ),
    "our own approval beside": beside(
        _chain("- {w}: {b} ({d})", "\n", "en", head="Customer's approval flow\n{}"),
        behind=["", "Our own approval of the discount", "- request: Robin Steele (20 November)", "- sign-off: sales board (1 December)"],
    ),
}  # fmt: skip
