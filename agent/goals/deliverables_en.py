"""What will exist after an action in English: a named event or output, or something done to a thing.

The verb of the action decides: what makes or moves something (`acts` of data/verbs_en.toml) leaves an output when
it has an object that can be shown; contacts, checks and loose verbs leave nothing (rubric, ruling 8).
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.compounds_en import loose_verb
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.subjects_en import subjects_en
from agent.goals.verbs_en import bases, idioms, states, third_persons, verb_lists
from agent.goals.words import alternation, compiled, pattern_of, words

_ACT_EN = pattern_of("en", "deliverable", "acts")
_CONTACT_EN = pattern_of("en", "deliverable", "contacts")
_EVENT_EN = pattern_of("en", "deliverable", "events")
_ARTIFACT_EN = compiled(
    tuple(name for word in words("en", "deliverable", "artifacts") for name in (word, word + "s")), "en"
)
_NOUN_USE_EN = regex(
    r"(?<![a-z])(?:the|a|an|our|their|your|of|new|first|weekly|monthly|quarterly|better|good|open|test|on|in|for|and|-) $",
    re.I,
)


def concrete_in_english(clause: str) -> bool:
    """The clause makes or holds something, contacts somebody, or looks at results."""
    return bool(
        _ACT_EN.search(clause)
        or _EVENT_EN.search(clause)
        or re.search(
            r"(?<![a-z])(?:call|contact|email|meet|ask|review|check|report)s?(?![a-z])", clause, re.I
        )
    )


def output_in_english(clause: str) -> bool:
    """A named event, or a named document that something is done to."""
    return bool(_EVENT_EN.search(clause) or (_ARTIFACT_EN.search(clause) and _ACT_EN.search(clause)))


def deliverable_in_english(scan: Scan) -> tuple[int, int] | None:
    """Where the output or event is named in folded English text."""
    text = scan.without_dates
    subject = next((end for _, _, end in subjects_en(text, False)), 0)
    if idioms().match(text, subject + len(text[subject:]) - len(text[subject:].lstrip(" "))):
        return None
    for match in _ACT_EN.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _NOUN_USE_EN.search(before) or not re.match(r"[ ,.;:)-]|$", after):
            continue
        if _CONTACT_EN.search(before[-40:]) and re.search(
            r"(?<![a-z])(?:to|and|how to|on|leveraging|with) $", before
        ):
            continue
        thing = after[:80]
        if _LOOSE_THING_EN.match(text, match.end() + 1):
            continue
        if not (
            re.search(r"[a-z]{3,}", thing, re.I) or _ARTIFACT_EN.search(before) or _EVENT_EN.search(before)
        ):
            continue
        if match.group().lower() in (
            "share",
            "shares",
            "shared",
            "present",
            "presents",
            "close",
            "closes",
            "order",
            "test",
            "map",
            "record",
            "document",
            "email",
            "post",
            "complete",
            "run",
            "train",
            "report",
        ) and not re.match(r" \S+", after):
            continue
        return match.span()
    held = _OF_RESULTS_EN.search(text)
    if held is not None and not _head_is_soft(text):
        return held.span()
    loosening = _LOOSENING_EN.search(text)
    contact = min(
        filter(None, (_CONTACT_EN.search(text), loosening)), key=lambda found: found.start(), default=None
    )
    event = next(
        (
            m
            for m in _EVENT_EN.finditer(text)
            if not re.search(
                r"(?<![a-z])(?:in|at|after|before|during|from|following) (?:the |our |next |weekly |monthly |this )*$",
                text[: m.start()],
                re.I,
            )
        ),
        None,
    )
    if event and not (contact and contact.start() <= event.start()):
        return event.span()
    if _LASTING_EN.search(text):
        return _LASTING_EN.search(text).span()  # type: ignore[union-attr]
    if _head_is_soft(text):
        return _act_upon_thing(text, coordinated=True)
    found_all = list(_ARTIFACT_EN.finditer(text))
    artifact = found_all[-1] if found_all else None
    if (
        artifact is not None
        and contact is None
        and not _NO_ACT_EN.search(text[:40])
        and loose_verb(text) is None
    ):
        return artifact.span()
    return _act_upon_thing(text) or _done_to_something(scan, text)


_VERB_EN = regex(
    rf"[ ,{MASK}]*(?:(?:please|kindly|to|will|shall|must|should|{alternation(verb_lists()['between'])}) )*(?P<verb>[A-Za-z-]+)(?P<rest>[^.;\n]*)",
    re.I,
)
_OPENS_EN = regex(rf"(?:^|[.;:\n{MASK}] ?|, )(?=[A-Za-z])")


def _act_upon_thing(text: str, coordinated: bool = False) -> tuple[int, int] | None:
    """A verb of making or moving with an object that can be shown: opens the firewall ports, hang the posters.

    `coordinated` looks only at second verbs: reviews the list and returns comments.
    """
    if coordinated:
        places = [match.end() for match in re.finditer(r" and (?:to |then )?", text)]
    else:
        places = [end for _, _, end in subjects_en(text, False)] + [m.end() for m in _OPENS_EN.finditer(text)]
    for place in places:
        match = _VERB_EN.match(text, place)
        if match is None:
            continue
        word = match["verb"].lower()
        base = third_persons().get(word) or (word if word in bases() else "")
        start = match.start("verb")
        if not base or base in verb_lists()["soft"] or base in states() or _is_soft(text, start):
            continue
        thing = re.match(
            r" (?:up |out |off |down |over |in |on |back )?(?:(?:the|a|an|our|their|its|all|each|both|any|some|this|that|new|\d[\d,]*) )*(?P<thing>[A-Za-z][\w'-]{2,})",
            match["rest"],
        )
        if thing is None or _LOOSE_THING_EN.match(match["rest"], thing.start("thing")):
            continue
        return start, match.end()
    return None


def _head_is_soft(text: str) -> bool:
    """The action's own verb only contacts, checks or cares: firm up the plan, chase whatever is outstanding."""
    subject = next((end for _, _, end in subjects_en(text, False)), 0)
    match = _VERB_EN.match(text, subject)
    if match is None:
        return False
    if idioms().match(text, match.start("verb")):
        return True
    word = match["verb"].lower()
    base = third_persons().get(word, word)
    lists = verb_lists()
    return base in lists["soft"] and base not in lists["light"] and (subject > 0 or word in bases())


def _is_soft(text: str, place: int) -> bool:
    return idioms().match(text, place) is not None or any(
        pattern.match(text, place) for pattern in (_VAGUE_VERB_EN, _CONTACT_EN, _NO_ACT_EN, _LOOSENING_EN)
    )


_OF_RESULTS_EN = compiled(
    tuple(
        f"{of} {name}"
        for of in words("en", "review", "of_results")
        for name in ("review", "check-in", "checkpoint", "stock-take", "readout", "retrospective", "debrief")
    ),
    "en",
)
_LASTING_EN = regex(
    r"(?<![a-z])\d+[- ](?:min|minute|hour|hr)s?(?:-long)? (?:[a-z-]+ )?(?:call|session|meeting|slot|briefing|talk|demo)s?(?![a-z])",
    re.I,
)
"""30-minute call: something held."""
_DONE_EN = regex(
    r"(?<![a-z])(?!required|needed|expected|related|concerned|involved|interested|based|desired|wanted|warranted)[a-z]{3,}(?:ed|wn|lt|nt|pt|id)(?: up| out| in| off| over)?(?= ?(?:$|[,;.)\n(]| by | on | in | for | to | at | and | with ))",
    re.I,
)
_IMPERATIVE_EN = regex(
    r"^\W*(?:(?:Could|Can|Would|Will|May) [A-Z][\w. ]{1,24}? (?:please |kindly )?)?(?:(?:[A-Z][\w.()&-]*(?: [\w.()&-]+){0,3}? (?:to|will) )|(?:Please |Let [A-Z]\w+ |Have [A-Z]\w+ ))?(?P<verb>[A-Za-z-]+)(?P<rest>.*)",
    re.S,
)
_LOOSENING_EN = pattern_of("en", "deliverable", "loosening")
_LOOSE_THING_EN = pattern_of("en", "deliverable", "loose_things")
_NO_ACT_EN = compiled(tuple(words("en", "deliverable", "no_acts")), "en")
_VAGUE_VERB_EN = pattern_of("en", "vague", "verbs")


def _done_to_something(scan: Scan, text: str) -> tuple[int, int] | None:
    """Any other act upon a thing, said as done (filmed, typed up) or as an order (Tag 1,500 alerts, Give admins a sandbox)."""
    done = _DONE_EN.search(text)
    if done and done.start() > 3 and loose_verb(text) is None and not _NO_ACT_EN.search(text[: done.end()]):
        return done.span()
    ordered = _IMPERATIVE_EN.match(text)
    if ordered is None or not re.search(r"[a-z]{3,}", ordered["rest"]) or _CONTACT_EN.search(text[:40]):
        return None
    start, end = ordered.span("verb")
    loose = (
        _VAGUE_VERB_EN.match(text, start) or _CONTACT_EN.match(text, start) or _NO_ACT_EN.match(text, start)
    )
    if loose or not (_ARTIFACT_EN.search(ordered["rest"]) or any(q.start > start for q in scan.quantities)):
        return None
    return start, end
