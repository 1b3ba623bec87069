"""What the lines around a goal add to it: where things stand, until when, and who answers for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.frames import frames
from agent.drafting.notes.goals.dates import dates_in
from agent.drafting.notes.goals.due_told import says_no_date
from agent.drafting.notes.goals.figures import Figure, read_figures
from agent.drafting.notes.goals.owner import names_an_owner, owned_by_nobody
from agent.drafting.notes.goals.series import is_item
from agent.goals import GoalContext
from agent.renewal.remarks import Remark
from connectors.language import JAPANESE

BEFORE, AFTER = 3, 6
"""Lines around a goal's own that may speak of it: notes tell one matter in a few lines."""
FAR = 2  # lines before the goal in which its date or owner may stand
SURE = 2  # a target by more than a wish alone
SHORT = 30  # characters of a line that is the whole answer to a question

TITLED = re.compile(r"^\s*(?:\*\*[^*]{2,40}\*\*|【[^】]{1,20}】)")
"""Opens a point of its own: points of one list do not give each other's parts."""
Line = Sequence[Remark]


def says_of_goals(key: str, text: str) -> bool:
    """True when the words hold a pattern of around.toml in the text's language."""
    language = "ja" if JAPANESE.search(text) else "en"
    return any(p.search(text) for p in frames("agent.drafting.notes.goals", "around", language, key))


def completed(
    found: Sequence[Remark], lines: Sequence[Line], taken: set[int], context: GoalContext
) -> tuple[Remark, ...]:
    """The goal's own sentences with those of lines near it that give a part it lacks, in order.

    `lines` are the note's lines, `taken` the blocks of other goals: nothing is looked for in them or beyond.
    """
    own = {remark.block for remark in found}
    titled = any(TITLED.match(remark.text) for remark in found)
    places = [
        i for i, line in enumerate(lines) if line[0].block in own and line[0].document is found[0].document
    ]
    if not places:
        return tuple(found)
    first, last = min(places), max(places)
    back = _reach(lines[max(0, first - BEFORE) : first][::-1], taken, context, titled)
    ahead = _reach(lines[last + 1 : last + 1 + AFTER], taken, context, titled)
    added = [
        *_baseline(found, back, ahead, context),
        *_due(found, back, ahead, context),
        *_owner(found, back, ahead),
    ]
    # a line before the goal may only name what is measured
    whole = {(remark.start, remark.end): remark for remark in (*found, *added)}
    return tuple(sorted(whole.values(), key=lambda remark: remark.start))


def owned_after(found: Sequence[Remark], ahead: Sequence[Line]) -> Sequence[Remark]:
    """The sentences of the lines right after a goal's own that say who answers for it, the question first; none where
    another point begins before."""
    near: list[Line] = []
    for line in ahead[:AFTER]:
        if TITLED.match(line[0].text) or is_item(line[0].text) or any(owned_by_nobody(r.text) for r in line):
            break
        near.append(line)
    return _owner(found, (), near)


def _reach(lines: Sequence[Line], taken: set[int], context: GoalContext, titled: bool) -> list[Line]:
    """The lines up to the first that belongs to another goal, sets a figure of its own, or opens a point beside the
    goal's own."""
    near: list[Line] = []
    for line in lines:
        reached = _figures(line, context)[1]
        if titled and TITLED.match(line[0].text):
            break
        if line[0].block in taken or (reached is not None and reached.target >= SURE and reached.unit):
            break
        near.append(line)
    return near


def _figures(
    remarks: Sequence[Remark], context: GoalContext
) -> tuple[Figure | None, Figure | None, tuple[Figure, ...]]:
    here = replace(context, as_of=remarks[0].day or context.as_of)
    language = "ja" if any(JAPANESE.search(r.text) for r in remarks) else "en"
    read = read_figures([r.text for r in remarks], language, here)
    return read.baseline, read.target, read.found


def _baseline(
    found: Sequence[Remark], back: Sequence[Line], ahead: Sequence[Line], context: GoalContext
) -> Sequence[Remark]:
    baseline, target, _ = _figures(found, context)
    if baseline is not None or target is None:
        return ()
    for line in (*back, *ahead[:FAR]):
        told = [r for r in line if not _apart(r.text)]
        for remark in told:
            stands, reached, figures = _figures([remark], context)
            same = [f for f in figures if f.unit == target.unit]
            if (
                len(same) > 1
            ):  # a series: which of them stood when the goal was set is for its measure to tell
                continue
            level = stands or (figures[0] if line in back and len(figures) == 1 else None)
            if level is None or reached is not None or level.change:
                continue
            if level.unit == target.unit or (target.value is None and level.unit):
                return [r for r in told if r.start <= remark.start][-2:]
    return ()


def _due(
    found: Sequence[Remark], back: Sequence[Line], ahead: Sequence[Line], context: GoalContext
) -> Sequence[Remark]:
    if any(_dated(remark, context) and says_of_goals("until", remark.text) for remark in found):
        return ()
    if any(says_no_date(remark.text) for remark in (*found, *(r for line in ahead[:1] for r in line))):
        return ()
    asked = False
    for line in (*ahead, *back[:FAR]):
        dated = [
            r
            for r in line
            if _dated(r, context) and not _apart(r.text) and not says_of_goals("not_due", r.text)
        ]
        fits = [
            r
            for r in dated
            if asked
            or says_of_goals("due_word", r.text)
            or (says_of_goals("until", r.text) and len(r.text) <= SHORT)
        ]
        if fits:
            right = [r for r in fits if says_of_goals("corrects", r.text)]
            return right[-1:] or fits[:1]
        asked = any(says_of_goals("asks_due", r.text) for r in line)
        if not asked and any(says_of_goals("asks_else", r.text) for r in line):
            break
    return ()


def _owner(found: Sequence[Remark], back: Sequence[Line], ahead: Sequence[Line]) -> Sequence[Remark]:
    if any(names_an_owner(remark.text) for remark in found):
        return ()
    asked: list[Remark] = []
    for line in (*ahead, *back[:FAR]):
        for remark in line:
            if not _apart(remark.text) and (names_an_owner(remark.text) or asked):
                return [*asked, *[r for r in line if r.start <= remark.start][-2:]]
        asked = [r for r in line if says_of_goals("asks_owner", r.text)][-1:]
    return ()


def _dated(remark: Remark, context: GoalContext) -> bool:
    anchor = Anchor(
        as_of=context.as_of,
        fiscal_year_end_month=context.customer_fiscal_year_end_month,
        contract_start=context.contract_start,
        contract_end=context.contract_end,
    )
    dates = dates_in(remark.text, remark.day, anchor)
    return any(when.last > (remark.day or context.as_of) for when in dates)


def _apart(text: str) -> bool:
    """Of other times, other companies, or said in fun."""
    return (
        says_of_goals("old_times", text) or says_of_goals("of_others", text) or says_of_goals("in_fun", text)
    )
