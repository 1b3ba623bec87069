"""Beliefs about who decides that must expire: what was true at purchase, and what only a hand-over says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from agent.evidence.cite import cite
from agent.messages import text
from agent.models.evidence import Claim, Value
from agent.renewal.inventory import STALE_AFTER_DAYS
from agent.renewal.labelled import Answer

DECIDER_LABEL = re.compile(
    r"決裁(?:者|ルート|権)?$|^決裁|決定者|承認者|意思決定|decision[- ]maker|economic buyer|approver", re.I
)


def read_assumptions(
    answers: Sequence[Answer], last: Value[str] | None, as_of: dt.date, language: str
) -> list[Claim]:
    """Claims of kind assumption with the day they expire: half a year after they were written.

    A purchase-time approval never counts as current evidence (PRACTICES 0.22); a form's "decider" is what
    somebody of ours believed on the day it was filled in (0.06).
    """
    claims: list[Claim] = []
    if last is not None:
        words = text("renewal.assumption.purchase_approval", language, text=last.citations[0].quote)
        claims.append(
            Claim(
                id="assumption-1",
                text=words,
                kind="assumption",
                citations=last.citations,
                expires_on=as_of,
            )
        )
    for answer in answers:
        if answer.is_empty or not DECIDER_LABEL.search(answer.label):
            continue
        citation = cite(answer.remarks[0].document, answer.start, answer.end)
        day = answer.remarks[0].day
        if citation is None or not answer.remarks[0].is_note:
            continue
        key = "decider_claim" if day else "undated_decider_claim"
        words = text(f"renewal.assumption.{key}", language, date=day or "", text=answer.value)
        expires = (day or as_of) + dt.timedelta(days=STALE_AFTER_DAYS)
        claims.append(
            Claim(
                id=f"assumption-{len(claims) + 1}",
                text=words,
                kind="assumption",
                citations=[citation],
                as_of=day,
                expires_on=expires,
            )
        )
    return claims
