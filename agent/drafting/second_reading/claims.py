"""Promises and expansion hints: entries in the sentence's own words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.claims import claim_of
from agent.drafting.second_reading.anothers_growth import is_anothers
from agent.drafting.second_reading.candidates import Form
from agent.drafting.second_reading.entries import listed
from agent.drafting.second_reading.growth import SIGNS, expansion_form
from agent.drafting.second_reading.promised import may_be_promised
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim
from agent.renewal.remarks import Remark


def weighed_promises(weighed: Weighed, promises: Sequence[Claim]) -> list[Claim]:
    """The promises a careful reader would list, numbered anew."""
    return _numbered("promise", listed(weighed, promises, promise_form(weighed)))


def promise_form(weighed: Weighed) -> Form[Claim]:
    """How promises at purchase are looked at."""

    def made_of(remark: Remark, kind: str) -> Claim | None:
        return claim_of(kind, 1, [remark]) if may_be_promised(remark, weighed) else None

    return Form(
        name="promises",
        kinds=("promise",),
        kind_of=lambda _claim: "promise",
        text_of=lambda claim: claim.text,
        citations_of=lambda claim: claim.citations,
        parts_of=lambda claim: {},
        made_of=made_of,
    )


def weighed_expansion(
    weighed: Weighed, claims: Sequence[Claim], product: str | None = None, tools: Sequence[str] = ()
) -> list[Claim]:
    """The expansion hints a careful reader would list, numbered anew: none of another house's use, nor of `tools` that
    are not our `product`."""
    found = listed(weighed, claims, expansion_form(weighed))
    own = [claim for claim in found if not is_anothers(claim.text, product, tools, SIGNS["want"])]
    return _numbered("expansion", own)


def _numbered(prefix: str, claims: Sequence[Claim]) -> list[Claim]:
    return [claim.model_copy(update={"id": f"{prefix}-{number}"}) for number, claim in enumerate(claims, 1)]
