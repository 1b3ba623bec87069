"""Risks that only question and answer show together: "who signs?" and "I could not tell you"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.drafting.notes.risks.signs import asks_who_decides, does_not_know
from agent.renewal.remarks import Remark

REACH = 3
"""Remarks after a question within which its answer stands."""


def unknown_decider_in_answers(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Answers by which nobody knows who decides, each after the question that asks for it."""
    for place, question in enumerate(remarks):
        if not question.is_note or not asks_who_decides(question.text):
            continue
        for answer in remarks[place + 1 : place + 1 + REACH]:
            other_voice = answer.speaker != question.speaker or answer.kind is not question.kind
            same_note = answer.document is question.document
            if same_note and (other_voice or answer.block != question.block) and does_not_know(answer.text):
                yield answer
                break
