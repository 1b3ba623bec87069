"""What only sounds like the customer's goal: ours, our proposal, another company's, of old times, given up, or said in fun."""

from __future__ import annotations

from collections.abc import Sequence

from agent.drafting.notes.goals.neighbours import says_of_goals
from agent.renewal.remarks import Remark

ABOVE, BELOW = 1, 4
"""Lines around a goal in which a proposal is called one, or a wish is refused as a goal."""


def is_set_aside(seed: Sequence[Remark], note: Sequence[Sequence[Remark]], main: Remark) -> bool:
    """The goal is none of the customer's own for now. `note` are the lines of its document, `main` the sentence that states it.

    A customer who says 弊社 or "our target" means themselves, so their own words are only asked for old times, other
    companies and jokes.
    """
    theirs = main.side == "customer"
    if not theirs and any(
        says_of_goals(key, words)
        for words in (main.text, main.heading)
        for key in ("ours", "proposal")
        if words
    ):
        return not says_of_goals("recorded", main.text)
    if any(says_of_goals(key, main.text) for key in ("of_others", "old_times", "in_fun")):
        return True
    own = {remark.block for remark in seed if remark.document is main.document}
    after = [r for r in seed if r.block == main.block and r.start > main.start]
    if _is_dropped(main) or any(_is_dropped(r) for r in after[:1]):
        return True
    at = next((i for i, line in enumerate(note) if line[0].block in own), 0)
    above = [r for line in note[max(0, at - ABOVE) : at] for r in line if line[0].block not in own]
    below = [r for line in note[at + 1 : at + BELOW] for r in line if line[0].block not in own]
    if any(says_of_goals("not_called", r.text) for r in below):
        return True
    offered = any(r.side != "customer" and says_of_goals("proposal", r.text) for r in above)
    return not theirs and (offered or any(says_of_goals("only_ours", r.text) for r in below))


def _is_dropped(remark: Remark) -> bool:
    """Given up, and not put into another form in the same sentence (「半減」を撤回し「10件以下」に)."""
    return says_of_goals("dropped", remark.text) and not says_of_goals("changed", remark.text)
