"""Qualitative without a scale: nothing is counted, no state is named, or a loose demand stands beside what is."""

from __future__ import annotations

from agent.calendar.patterns import regex
from agent.goals.scan import Scan
from agent.goals.targets import Targets
from agent.goals.words import pattern_of


def is_unscaled(
    scan: Scan, targets: Targets, metric: tuple[int, int] | None, vague: list[tuple[int, int]]
) -> bool:
    """Qualitative without a scale everybody reads alike: nothing counted and no state, or a loose second demand."""
    if metric is None and targets.target is None and targets.state is None:
        return True
    measured = targets.target is not None or targets.state is not None
    if not measured:
        return _second_demand(scan, metric, vague)
    return any(_is_demand(scan, span) for span in vague)


def _second_demand(scan: Scan, metric: tuple[int, int] | None, vague: list[tuple[int, int]]) -> bool:
    """A metric to move, and beside it something loose: 回答率を上げて、声を拾える組織へ."""
    if metric is None:
        return False
    degree = pattern_of(scan.language, "vague", "degree")
    after = [
        span
        for span in vague
        if span[0] > metric[1]
        and not (degree.fullmatch(scan.text, *span) and not scan.text[span[1] :].strip(" .。"))
    ]
    before = [span for span in vague if span[1] <= metric[0]]
    return any(_JOINS.search(scan.text[metric[1] : span[0]]) for span in after) or any(
        _JOINED.search(scan.text[span[1] : metric[0]]) for span in before
    )


_JOINS = regex(r"[いきぎしちにびみりえけげせてでねべめれ]、|[。\n;①-⑳]|, | and ")
"""高め、提案力も底上げする: the first demand is said, and another comes after it."""
_JOINED = regex(r"(?:ならびに|並びに|および|及び|と(?:ともに|共に|合わせて|あわせて)|かつ)、?$")
"""雰囲気づくりならびに返信率の向上: a loose demand before the measured one."""


def _is_demand(scan: Scan, span: tuple[int, int]) -> bool:
    """Loose words that ask for something, other than a loose date."""
    return not pattern_of(scan.language, "vague", "time").fullmatch(scan.text[span[0] : span[1]])
