"""What is known of the budget in many layouts: when requests close, who decides, on which day, and who approved last time."""

from __future__ import annotations

from typing import Any

from evals.laid_out.days import day
from evals.laid_out.facts import Facts
from evals.laid_out.writing import Layout


def gold_of_budget(facts: Facts) -> dict[str, Any]:
    """The gold of the budget's four fields."""
    last = facts.people[4]
    return {"budget": {
        "request_window": facts.steps[0].when.isoformat(), "decision_body": facts.steps[-1].by,
        "decision_date_or_month": facts.steps[-1].when.isoformat(), "last_renewal_approver": last[0], "evidence": [],
    }}  # fmt: skip


def _facts(pattern: str, language: str, style: str = "plain", title: bool = False) -> Layout:
    """A layout of a pattern with {r} {b} {d} {l} and {p}, the post of whoever approved last time."""

    def lines(facts: Facts) -> list[str]:
        family, given, post = facts.people[4]
        last = f"{family}様" if language == "ja" else f"{given} {family}"
        return pattern.format(
            r=day(facts.steps[0].when, language, style), b=facts.steps[-1].by,
            d=day(facts.steps[-1].when, language, style), l=last, p=post,
        ).split("\n")  # fmt: skip

    return lines


BUDGET_JA: dict[str, Layout] = {
    "label lines": _facts("予算申請の締切:{r}\n決裁機関:{b}\n決裁日:{d}\n前回の承認者:{l}", "ja"),
    "bullets": _facts("■予算\n・予算申請 {r}まで\n・決裁 {b}\n・決定日 {d}\n・前回更新の承認者 {l}", "ja"),
    "md: bold labels": _facts("## 予算と決裁\n- **予算申請期限:** {r}\n- **決裁者:** {b}\n- **決裁予定日:** {d}\n- **前回の決裁者:** {l}({p})", "ja"),
    "one line with slashes": _facts("予算申請締切:{r} / 最終決裁:{b}({d}) / 前回承認:{l}", "ja", "short"),
    "Markdown table": _facts("| 項目 | 内容 |\n| --- | --- |\n| 予算申請の期限 | {r} |\n| 決裁機関 | {b} |\n| 決裁日 | {d} |\n| 前回更新時の承認者 | {l} |", "ja"),
    "tabs": _facts("項目\t内容\t備考\n予算要求の締め切り\t{r}\t\n決定する会議体\t{b}\t\n決定の時期\t{d}\t\n前回の承認者\t{l}\t", "ja"),
    "question and answer": _facts("Q 来期予算の申請期限は?\nA {r}\nQ 更新を決めるのはどこですか?\nA {b}\nQ それはいつですか?\nA {d}\nQ 前回の更新はどなたが承認しましたか?\nA {l}", "ja"),
    "sentences": _facts("来期の予算申請は{r}が締切。更新は{b}で{d}に決まる。前回の更新は{l}が承認した。", "ja"),
    "equals signs": _facts("予算申請〆={r}\n決裁={b}\n決裁日={d}\n前回承認者={l}", "ja", "short"),
    "csv: form": _facts("設問\t回答\n来期予算の申請期限\t{r}\n更新の最終決裁者\t{b}\n決裁の予定日\t{d}\n前回更新の決裁者\t{l}", "ja", "slash"),
    "docx: table": _facts("予算の申請期限\t{r}\n決裁機関\t{b}\n決裁日\t{d}\n前回の承認者\t{l}", "ja"),
    "headings with values below": _facts("■予算申請の締切\n{r}\n\n■決裁機関\n{b}\n\n■決裁日\n{d}\n\n■前回の承認者\n{l}", "ja"),
    "mail: label lines": _facts("・予算申請の締切:{r}\n・決裁の会議体:{b}\n・開催日:{d}\n・前回の承認者:{l}", "ja", "short"),
    "body and day in one": _facts("予算要求 {r}〆\n決定 {b}({d})\n昨年度は{l}が承認", "ja", "short"),
    "other dates beside": _facts("見積書の提出:2026年11月18日\n予算申請の締切:{r}\n決裁会議:{b}\n開催日:{d}\n導入説明会:2027年4月10日\n前回の承認者:{l}", "ja"),
}  # fmt: skip

BUDGET_EN: dict[str, Layout] = {
    "label lines": _facts("Budget requests due: {r}\nDecided by: {b}\nDecision date: {d}\nLast renewal approved by: {l}", "en"),
    "bullets": _facts("Budget\n- Requests close {r}\n- Decision: {b}\n- Date of decision: {d}\n- Approver last time: {l}", "en"),
    "md: bold labels": _facts("## Budget and approval\n- **Request deadline:** {r}\n- **Decision body:** {b}\n- **Decision date:** {d}\n- **Previous approver:** {l} ({p})", "en"),
    "one line with slashes": _facts("Budget request deadline: {r} / Final decision: {b}, {d} / Last approver: {l}", "en"),
    "Markdown table": _facts("| Item | Answer |\n| --- | --- |\n| Budget request deadline | {r} |\n| Deciding body | {b} |\n| Date of the decision | {d} |\n| Who approved last time | {l} |", "en"),
    "question and answer": _facts("Q: When do budget requests close?\nA: {r}\nQ: Who decides on the renewal?\nA: {b}\nQ: When?\nA: {d}\nQ: Who approved the last renewal?\nA: {l}", "en"),
    "sentences": _facts("Budget requests close on {r}. The {b} decides on {d}. The last renewal was approved by {l}.", "en"),
    "equals signs": _facts("budget deadline = {r}\napproving body = {b}\napproval date = {d}\nprevious approver = {l}", "en"),
    "csv: form": _facts("Question\tAnswer\nDeadline for budget requests\t{r}\nWho decides\t{b}\nWhen is it decided\t{d}\nWho approved last time\t{l}", "en"),
    "headings with values below": _facts("Budget request deadline\n{r}\n\nDecision body\n{b}\n\nDecision date\n{d}\n\nApproved last time by\n{l}", "en"),
    "mail: label lines": _facts("- Budget submission: {r}\n- Approval: {b}\n- Meeting on: {d}\n- Approved last year by: {l}", "en"),
    "other dates beside": _facts("Quotation due: 18 November 2026\nBudget requests due: {r}\nDecision meeting: {b}\nHeld on: {d}\nRollout: 10 April 2027\nLast approver: {l}", "en"),
}  # fmt: skip
