"""Expansion hints as whole entries: who else, how many, on top of what there is, asked for by whom, and when.

No single word tells that a customer thinks of wider use; several beside one another do, often in neighbouring
sentences ("The garden centres want in. Nothing before April."). Each sign is told of a sentence and of it with the
sentences beside it; fitted weights (`data/entries/expansion.tsv`) say what they are worth together.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from agent.drafting.notes.claims import claim_of
from agent.drafting.second_reading.candidates import Form
from agent.drafting.second_reading.weighed import Weighed
from agent.models.evidence import Claim
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

SIGNS = cues("agent.drafting.second_reading", "growth")
TOGETHER = ("unit", "count", "also", "want", "later", "grow", "seat")
"""Signs that count in pairs."""
LOWEST = 0.02
"""Chance from which on a sentence may be one: the reader of kinds sees single sentences, the signs those beside it."""
BESIDE = 0.5
"""What a sign counts that may stand in a sentence beside it."""


def expansion_form(weighed: Weighed) -> Form[Claim]:
    """How expansion hints are looked at."""

    def made_of(remark: Remark, kind: str) -> Claim | None:
        return claim_of(kind, 1, [remark])

    def parts_of(claim: Claim) -> Mapping[str, float]:
        return _signs(weighed, claim)

    return Form(
        name="expansion",
        kinds=("expansion",),
        kind_of=lambda _claim: "expansion",
        text_of=lambda claim: claim.text,
        citations_of=lambda claim: claim.citations,
        parts_of=parts_of,
        made_of=made_of,
        goes_on=lambda _claim: True,
        lowest=LOWEST,
    )


def _signs(weighed: Weighed, claim: Claim) -> dict[str, float]:
    places = weighed.places(claim.citations)
    own = " ".join(weighed.remark(place).text for place in places) or claim.text
    beside = [remark.text for remark in weighed.around(places[0]) if remark] if places else []
    return {
        **{f"own {name}": 1.0 for name in _seen(own)},
        **{f"near {name}": BESIDE for name in _seen(" ".join([own, *beside]))},
    }


def _seen(text: str) -> list[str]:
    """Signs of the text, and pairs of those that tell together."""
    seen = [name for name in sorted(SIGNS) if SIGNS[name].search(text)]
    paired = combinations([name for name in seen if name in TOGETHER], 2)
    return [*seen, *(f"{first} {second}" for first, second in paired)]
