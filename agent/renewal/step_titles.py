"""What a listed step is called in the plan: a name a reader knows it by; the words it was read from stay its citation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.messages import text as message
from agent.models.plan import DecisionStep
from agent.renewal.holders import BODY, body_in
from agent.renewal.step_titles_en import title_en
from agent.renewal.step_titles_ja import title_ja
from connectors.language import JAPANESE

_ONLY_TOLD = re.compile(
    r"報告(?:事項|案件|のみ|だけ|に留|にとど|扱い)|(?:承認|決裁|決議)(?:事項)?で(?:は|も)な[いく]|\b(?:for (?:information|noting) only|to note only|noted only|only (?:noted|informed|told|reported)|not (?:a|for) (?:decision|approval))\b",
    re.I,
)
"""The body is only told of it."""
RENAMED = ("request", "papers")
"""Kinds whose own name says less than the paper that is handed in."""


def title_of(
    step: DecisionStep, kind: str | None, clauses: Sequence[str], language: str, decides: bool
) -> str:
    """The step's name: of its words or its clauses where they tell one, else its kind's with who approves.

    `clauses` are the places it was read from, the one that dates it first; `kind` is None where a likely sentence made it.
    """
    told = [*clauses, *(citation.quote for citation in step.citations)]
    body = step.approver if step.approver and BODY.search(step.approver) else None
    if body and told and all(_ONLY_TOLD.search(words) for words in told):
        return message("renewal.step.report_to", language, body=body)
    if body and (kind == "decide" or (kind is None and (decides or step.step == body))):
        return message("renewal.step.decide_at", language, body=body)
    words = step.step
    if kind == "decide" and body_in(words) == words:
        return message("renewal.step.decide_at", language, body=words)
    if kind is not None and words == message(f"renewal.step.{kind}", language):
        if kind not in RENAMED:
            return (
                message("renewal.step.decide_by", language, who=step.approver)
                if kind == "decide" and step.approver
                else words
            )
        words = told[0] if told else words
    called = (title_ja if JAPANESE.search(words) else title_en)(words, told, kind, step.approver)
    if called:
        return called
    if kind == "decide" and step.approver:
        return message("renewal.step.decide_by", language, who=step.approver)
    if kind is not None:
        return message(f"renewal.step.{kind}", language)
    return (
        message("renewal.step.meeting", language, body=body)
        if body
        else message("renewal.step.prepare", language)
    )
