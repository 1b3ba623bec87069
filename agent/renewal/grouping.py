"""Sightings put together to steps: by kind, and where several people or bodies approve, by who approves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.models.plan import KeyPerson
from agent.renewal.agenda import PREPARES
from agent.renewal.clauses import CUES
from agent.renewal.holders import BODY, same_body
from agent.renewal.sighting import Sighting

BY_HOLDER = frozenset({"decide", "hearing", "review"})
"""Kinds that a path may go through more than once, each time with somebody else."""
LEADING = re.compile(r"^(?:the|our|their) ", re.I)

FULL_SCHEDULE = 3
"""Days of a schedule from which steps that only older notes tell, without a day, are superseded by it."""
STALE_DAYS = 45
"""An undated belief about who decides counts beside others that are at most so much newer."""

Group = list[Sighting]


def grouped(sightings: Sequence[Sighting]) -> list[Group]:
    """Groups in the order they were first told.

    A sighting that names nobody joins the group of its kind with the same date, else one without a date, else the
    first; without any it makes its own. A lock is the decision where nothing else dates one.
    """
    kinds: dict[str, Group] = {}
    for sighting in _with_full_bodies(sightings):
        kinds.setdefault(sighting.kind, []).append(sighting)
    for kind, found in kinds.items():
        if any(
            s.when and not s.weak for s in found
        ):  # a bare word beside a date counts with a holder in a note
            kinds[kind] = [s for s in found if not s.weak or (s.holder and s.remark.is_note)]
    _request_within_papers(kinds)
    groups: dict[str, list[Group]] = {
        kind: _by_holder(found) if kind in BY_HOLDER else _by_day(found) for kind, found in kinds.items()
    }
    if "decide" in groups:
        groups["decide"] = _still_valid(_at_their_body(groups["decide"]))
    _lock_as_decision(groups)
    _checks_as_decisions(groups)
    return _without_old_tales([group for found in groups.values() for group in found])


def _without_old_tales(groups: list[Group]) -> list[Group]:
    """Without steps that only an older telling of a sequence names, when a newer one dates its steps."""
    dated = max((s.said_on for g in groups for s in g if s.when), default=None)
    if dated is None:
        return groups
    listed = [s for g in groups for s in g if s.listed]
    if len({s.when.iso for s in listed if s.when}) >= FULL_SCHEDULE:
        newest = max(s.said_on for s in listed)
        groups = [g for g in groups if any(s.when or s.said_on >= newest for s in g)]
    return [
        g for g in groups if any(s.when or not s.chain or (dated - s.said_on).days <= STALE_DAYS for s in g)
    ]


def _with_full_bodies(sightings: Sequence[Sighting]) -> list[Sighting]:
    """A body by its fullest name: "the committee" is the one Committee that the notes name."""
    names = {s.holder for s in sightings if s.holder and BODY.search(s.holder)}
    days: dict[str | None, set[str]] = {}
    for s in sightings:
        days.setdefault(s.holder, set()).update({s.when.iso} if s.listed and s.when else ())
    known = {s.holder: s.approver for s in sightings if s.holder}
    found = []
    for sighting in sightings:
        holder = sighting.holder
        full = _fullest(holder, names) if holder in names and holder else None
        if full and days[holder] and days.get(full) and days[holder].isdisjoint(days[full]):
            full = None  # two bodies of one schedule: 常任理事会, then 理事会
        found.append(replace(sighting, approver=known[full]) if full and full != holder else sighting)
    return found


def _fullest(name: str, names: set[str]) -> str:
    key = _key(name)
    longer = sorted(
        {other for other in names if _key(other).endswith(key) and same_body(key, _key(other))},
        key=lambda n: (-len(_key(n)), n),
    )
    keys = {_key(other) for other in longer if _key(other) != key}
    nested = all(a.endswith(b) or b.endswith(a) for a in keys for b in keys)
    return longer[0] if nested else name


def _key(name: str) -> str:
    return LEADING.sub("", name).replace("&", "and").casefold()


def _by_holder(found: Sequence[Sighting]) -> list[Group]:
    groups: dict[str, Group] = {}
    for sighting in found:
        if sighting.holder:
            groups.setdefault(sighting.holder, []).append(sighting)
    if not groups:
        return [list(found)]
    for sighting in found:
        if not sighting.holder:
            groups[_nearest(sighting, groups)].append(sighting)
    return list(groups.values())


def _by_day(found: Sequence[Sighting]) -> list[Group]:
    """One group; where the newest schedule lists several days of the kind, one for each, and what an older telling
    dates otherwise left out."""
    newest = max((s.said_on for s in found if s.listed), default=None)
    prepares = found[0].kind == PREPARES
    days = list(
        dict.fromkeys(s.when.iso for s in found if s.listed and s.when and (prepares or s.said_on == newest))
    )
    if len(days) < 2:
        return [list(found)]
    groups: dict[str, Group] = {day: [] for day in days}
    for sighting in found:
        iso = sighting.when.iso if sighting.when else days[0]
        if iso in groups:
            groups[iso].append(sighting)
    return list(groups.values())


def _nearest(sighting: Sighting, groups: dict[str, Group]) -> str:
    """The holder with the same date, else the one with no date, else the first named."""
    iso = sighting.when.iso if sighting.when else None
    for holder, group in groups.items():
        if iso and any(s.when and s.when.iso == iso for s in group):
            return holder
    for holder, group in groups.items():
        if iso and not any(s.when for s in group):
            return holder
    return next(iter(groups))


def _at_their_body(groups: list[Group]) -> list[Group]:
    """A person who decides at a body's meeting is one step with it: a remark says who decides and names the body.

    The body approves where a remark says that it decides and none that the person does so in its midst (「役員会で専務が…」).
    """
    people = [g for g in groups if isinstance(g[0].approver, KeyPerson) and g[0].approver.kind == "person"]
    for group in people:
        for other in groups:
            name = other[0].holder or ""
            meets = other is not group and BODY.search(name) and not _on_other_days(name, group, other)
            if meets and any(name in s.remark.text for s in group if s.power and not s.limited):
                decides = any(s.power for s in other) and not any(
                    in_its_midst(name, s.remark.text) for s in group
                )
                whose = other if decides else group
                merged = [replace(s, approver=whose[0].approver) for s in (*group, *other)]
                return _at_their_body([merged, *(g for g in groups if g is not group and g is not other)])
    return groups


def _on_other_days(body: str, group: Group, other: Group) -> bool:
    """Sentences that do not name the body date what the person decides, and no day of theirs is the body's."""
    own = {s.when.iso for s in group if s.when and body not in s.remark.text}
    held = {s.when.iso for s in other if s.when}
    return bool(own and held) and own.isdisjoint(held)


def in_its_midst(body: str, text: str) -> bool:
    """The text says of somebody what he does at the body's meeting or as its chair, not what the body does."""
    name = re.escape(body)
    return bool(
        re.search(
            rf"{name}(?:で|にて|の(?:場|席|中|最後))(?!決|承認|諮|審議|議決|可決|了承)|{name}[^。]{{0,8}}(?:座長|議長|委員長)"
            rf"|\b(?:at|in|chairs?|chairing|before) (?:the )?{name}",
            text,
            re.I,
        )
    )


def _still_valid(groups: list[Group]) -> list[Group]:
    """Without those who decide only up to a bound when a remark says that it goes beyond, and without an older
    undated belief about who decides where a newer remark names another."""
    beyond = any(CUES["beyond"].search(s.remark.text) for g in groups for s in g)
    unbound = [g for g in groups if not any(s.ceiling or s.limited for s in g)]
    dated = any(s.when and s.when.first == s.when.last for g in unbound for s in g)
    if unbound and beyond:
        groups = unbound
    elif dated:  # who may sign less, told beside the day of those who decide this
        groups = [g for g in groups if g in unbound or any(s.when or s.floor for s in g)]
    newest = max((s.said_on for g in groups for s in g), default=None)
    return [
        g
        for g in groups
        if newest is None or any(s.when or s.chain or (newest - s.said_on).days <= STALE_DAYS for s in g)
    ] or groups


def _lock_as_decision(groups: dict[str, list[Group]]) -> None:
    """The day the budget is locked dates the one undated decision, or is the decision where none is told."""
    lock = groups.get("lock")
    if not lock:
        return
    decided = groups.get("decide", [])
    day = next((s.when for s in lock[0] if s.when), None)
    dated = [s.when for group in decided for s in group if s.when]
    if dated and not (day and len(decided) == 1 and all(w.iso == day.iso[:7] for w in dated)):
        return
    approver = decided[0][0].approver if len(decided) == 1 else None
    moved = [replace(s, kind="decide", approver=approver or s.approver) for s in lock[0]]
    groups["decide"] = [[*decided[0], *moved]] if len(decided) == 1 else [*decided, moved]
    del groups["lock"]


def _checks_as_decisions(groups: dict[str, list[Group]]) -> None:
    """Whoever is said to decide does so on the day given for their check: one step, undated on one side or on the same day."""
    for kind in ("review", "hearing"):
        for check in list(groups.get(kind, [])):
            holder = next((s.holder for s in check if s.holder), None)
            days = {s.when.iso for s in check if s.when}
            for decision in groups.get("decide", []) if holder else []:
                decided = {s.when.iso for s in decision if s.when}
                same = any(s.holder == holder for s in decision)
                if same and (not decided or not days or days & decided) and (decided or days):
                    decision += [replace(s, kind="decide") for s in check]
                    groups[kind].remove(check)
                    break


def _request_within_papers(kinds: dict[str, Group]) -> None:
    """A request told without a date in the remark that dates the papers is the same step."""
    papers = kinds.get("papers", [])
    dated = {(s.remark.document.source_id, s.remark.start) for s in papers if s.when}
    request = kinds.get("request", [])
    same = [s for s in request if (s.remark.document.source_id, s.remark.start) in dated]
    if request and len(same) == len(request) and not any(s.when for s in request):
        kinds["papers"] = [*papers, *(replace(s, kind="papers") for s in request)]
        del kinds["request"]
