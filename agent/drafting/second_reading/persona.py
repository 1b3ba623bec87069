"""The decider's persona from sentences that no rule saw."""

from __future__ import annotations

from agent.drafting.notes.claims import claim_of
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim

MOST = 5
"""Sentences in one persona (as agent.renewal.persona quotes)."""


def weighed_persona(weighed: Weighed, persona: Claim | None) -> Claim | None:
    """The persona the rules read where it is believed, with the likeliest other sentences behind it."""
    believed = persona if persona and weighed.believed("persona", persona.citations) else None
    room = MOST - (len(believed.citations) if believed else 0)
    likeliest = sorted(
        weighed.added("persona", believed.citations if believed else ()), key=lambda pair: -pair[1]
    )
    told = [remark for remark, _ in likeliest[: max(room, 0)]]
    more = claim_of("persona", 1, told, " ".join(remark.text for remark in told)) if told else None
    if believed is None or more is None:
        return believed or more
    days = [day for day in (believed.as_of, more.as_of) if day]
    citations = [*believed.citations, *more.citations]
    return believed.model_copy(
        update={
            "text": f"{believed.text} {more.text}",
            "citations": citations,
            "as_of": max(days, default=None),
            "single_source": len({citation.source_id for citation in citations}) == 1,
        }
    )
