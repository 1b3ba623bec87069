"""Loose words in English: by list, by form (-ly, as … as possible), and by predicates that name nothing checkable."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.clauses import QUOTED_SPEECH
from agent.goals.compounds_en import is_name_part
from agent.goals.deliverables import concrete_act, names_output
from agent.goals.felt_en import felt
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.verbs_en import idioms
from agent.goals.words import compiled, lazily, pattern_of, words

Span = tuple[int, int]

_MODIFIES = regex(
    r" (?!(?:of|in|on|at|to|for|from|by|with|and|or|across|among|between|through|within|over|under|as|is|are|was|that|which|while|so|than|via|per|this|next|more|better|everywhere)(?![a-z]))[a-z]{3,}"
)
"""quality manual, adoption workshop: a noun before a noun only says which."""
_STATE_OF_A_THING = regex(
    r"(?:renewed|revised|refreshed|updated|new|final|full) (?:[A-Za-z]+ ){0,2}?(?:certificate|licen[cs]e|contract|password|key|badge|passport|version|template|manual|form|list|plan|price list|sheet|file|sop|policy|logo|label|sign|map|index|key card)s?(?![a-z])"
)
"""the renewed certificate: which one it is, not how good."""
_TAKES_EFFECT = regex(rf"effective (?:from |as of |on |by |immediately )?[{MASK}\d]", re.I)
"""effective 1 October: from when it holds."""
_LY = regex(r"(?<![a-z])[a-z]{3,}ly(?![a-z])", re.I)
_CHECKABLE_LY = frozenset(words("en", "checkable", "manner"))
_HEDGE_EN = lazily(
    lambda: regex(
        r"(?<![a-z])(?:(?:some |a )(?:kind|sort) of|ideally|if at all possible|or thereabouts|give or take|to (?:the|some|a|an|any) (?:[a-z]+ ){0,2}(?:extent|degree)(?: [a-z]+ [a-z]+)?|as (?:many|much|few|little|often|far|long) (?:[a-z-]+ )?as [a-z]+(?: [a-z]+)?|as [a-z]+ as (?:possible|practicable|we can|they can|needed|required|ever)|as (?:far|much|well|long|soon) as [a-z]+"
        r"|with (?:enough|sufficient|adequate|due|more|greater|full|proper|appropriate|a sense of|flexibility|care|ease|confidence|ownership|attention)(?: [a-z]+){0,2}|with(?:out) (?:undue |unnecessary |any |much )?(?:delay|friction|effort|stress|hassle|trouble|problems|issues)"
        r"|in (?:an? |our |their |its |your )?(?:[a-z]+ ){1,3}(?:way|manner|fashion|spirit|mindset)|(?:matching|keeping(?: up)?|going|staying|moving|walking|working|in step|in line) (?:at |in |to |with )?(?:(?:each other|one another|everyone|everybody)(?:'s)?|(?:our|their|its) own (?:pace|speed|time|rhythm|terms|way|stride))(?: [a-z]+)?|with (?:a )?(?:long|deep|steady|fresh) breath|so that (?:it|they|nobody|no one|everyone|everybody|people|others) (?!can )[a-z]+(?: [a-z']+){0,3}|on an? [a-z-]+ basis|(?:when|where|if|whenever|wherever) (?:it |this |that |they |things )?(?:makes? sense|fits?|helps?|suits?|pays? off|matters?|counts?)|(?:when|where|if|whenever|wherever) (?:[a-z]+ ){0,3}(?:possible|needed|necessary|appropriate|right|required|up|applicable|feasible|suitable)"
        r"|at an? [a-z]+ (?:pace|speed|rate|frequency|rhythm)|for (?:the time being|now|a start)|(?:if|when|as) [a-z]+ (?:allows?|permits?)|(?:time|weather|capacity|budget|budgets|resources|funds|funding|staffing|schedules?|workload|space|conditions|diary|diaries|health|bandwidth|circumstances|demand|cash) permitting|[a-z]+ speaking|just about|not too (?:much|often|many)"
        r"|in (?:earnest|moderation|depth|good [a-z]+|harmony|unison|principle|spirit)|without [a-z]+ing(?: [a-z]+)?|with (?:an? )?(?:[a-z'-]+ )?(?:touch|hand|eye|view|mindset|approach|attitude|tone|flair|passion|energy|courage|patience|rigou?r|resolve|determination|zeal|zest|heart|smile|grace|tact|poise|vigou?r|gusto|verve|drive|devotion|dedication|commitment|diligence|discipline|curiosity|empathy|humility|warmth|sincerity|sensitivity|conviction|fervou?r|enthusiasm|goodwill|bang|twist|mind|head|will|grip|stance|posture|frame of mind|sense of [a-z]+|pinch of [a-z]+|grain of [a-z]+)|(?:not )?so (?:much|far|often|loud|hard|fast|bold) as to [a-z]+(?: [a-z]+)?|(?:taking|making|plugging|pressing) (?:our|its|their|away|headway|on)(?: [a-z]+)?"
        r"|within reason|step by step|bit by bit|little by little|from time to time|time to time|as before|as usual|as we go|in consultation|depending on [a-z]+(?: [a-z]+)?|while (?:watching|keeping|looking)(?: [a-z]+){0,3}"
        r"|more than (?:ever|before|sufficient\w*|enough|usual)|even (?:more|better|further)|still (?:more|better|further)|rather (?:more|better)|somehow|somewhat|quite|fairly|pretty|at an early stage|early on|ahead of (?:others|the curve)|across the board|in general|by and large|more or less|and the like|without fail|that does not hurt [a-z]+)(?![a-z])",
        re.I,
    )
)
"""Hedges by their form: as … as possible, to some extent, in a … manner, where appropriate."""


def is_idiom(scan: Scan, span: Span) -> bool:
    """The loose words are a set phrase of the list: no opinion overrules it."""
    return scan.language == "en" and idioms().fullmatch(scan.without_dates, *span) is not None


def loose_in_english(scan: Scan, told: list[Span], produces: bool) -> list[Span]:
    text = scan.without_dates
    found: list[Span] = list(scan.unanchored_times)
    for name in ("degree", "verbs", "nouns", "adjectives", "comparatives"):
        for match in pattern_of("en", "vague", name).finditer(text):
            if (name != "comparatives" and is_name_part(text, match)) or _STATE_OF_A_THING.match(
                text, match.start()
            ):
                continue
            if name == "nouns" and _MODIFIES.match(text, match.end()):
                continue
            if name == "verbs" and _DRIVEN_DOWN_EN.match(text, match.start()):
                continue
            if _ANY_MORE_EN.search(text, 0, match.end()) or _of_the_teller(scan, match, told):
                continue
            if name == "adjectives" and not _MODIFIES.match(text, match.end()):
                continue
            if _TAKES_EFFECT.match(text, match.start()):
                continue
            if name == "comparatives" and re.match(r" (?:[a-z]+ )?than (?:\d|half|a )", text[match.end() :]):
                continue
            if (
                name == "nouns"
                and not re.search(
                    r"(?:build|create|foster|gain|get|drive|increase|improve|raise|boost|better|more|strong|stronger|deepen|grow|enhance|of|secure|win|earn|deliver|achieve|ensure|for|the|and|realize|good|great|effective)[ ](?:the |a |an |our |their |user |team |internal |customer |sense of )*$",
                    text[: match.start()],
                    re.I,
                )
                and match.start() > 0
            ):
                continue
            if (
                name == "degree"
                and re.match(r"more|better|higher|greater|less", match.group(), re.I)
                and re.match(r" than \d| than half", text[match.end() :])
            ):
                continue
            found.append(match.span())
    found += [
        match.span()
        for match in idioms().finditer(text)
        if not any(first <= match.start() < stop for first, stop in told)
        and not _of_the_teller(scan, match, told)
    ]
    found += [match.span() for match in _HEDGE_EN.finditer(text)]
    found += felt(text)
    found += [match.span() for match in _LY.finditer(text) if match.group().lower() not in _CHECKABLE_LY]
    return found if produces else found + _empty_predicate_en(scan, found, told)


_DRIVEN_DOWN_EN = regex(r"(?:driv|push|bring|forc|edg|nudg|inch)(?:e|es|ing|s)? (?:down|up)(?![a-z])", re.I)
"""Drive down vacancy days: to reduce, which is no loose word on a measure."""
_ANY_MORE_EN = regex(r"(?<![a-z])(?:any|no|once) ?(?:more|better)$", re.I)
"""no named contact any more: no degree."""
_LOOKED_AT_EN = regex(
    r"(?:look|looks|looking|see|sees|check|checks|monitor|monitors|discuss|discusses|follow|follows|track|tracks|watch|watches|consider|considers|examine|examines|explore|explores|assess|assesses|evaluate|evaluates|address|addresses|handle|handles)(?: (?:at|into|over|on|up|through))?",
    re.I,
)


_LOOKED_AT_THEN_EN = regex(
    rf"(?:look|looks|looking|check|checks|checking|go|goes|going|talk|talks|sit|sits|see|sees|discuss|discusses|revisit|revisits|come back|comes back)(?: (?:at|in|on|over|into|about|through|back|to|down))* (?:it|this|them|that|these|the (?:number|figure|trend|result|score|count)s?)(?: (?:together|again|over|through))? (?:every|each|weekly|monthly|quarterly|fortnightly|daily|once|twice|on the (?:first|second|third|last)|in the|at the|{MASK})",
    re.I,
)
"""we look at it every other Tuesday: a review, whatever the verb."""


def _of_the_teller(scan: Scan, match: re.Match[str], told: list[Span]) -> bool:
    """What the meeting, the record or the owner named does: the Monday call looks at it; Vendor support opens …"""
    text = scan.without_dates
    for start, end in told:
        if start <= match.start() and match.end() <= end and len(text[start:end].split()) <= 4 and start == 0:
            return True  # inside the owner's name at the head
        if end <= match.start() <= end + 2 and scan.quantities and _LOOKED_AT_EN.fullmatch(match.group()):
            return True
    return scan.is_goal and _LOOKED_AT_THEN_EN.match(text, match.start()) is not None


_PLAIN_CONTACT_EN = compiled(tuple(words("en", "deliverable", "plain_contacts")), "en")
_ABSTRACT_END_EN = regex(
    r"(?:(?:fences?|walls|hurdles|silos|drawbridges?|temperature)(?: (?:between|among|around|within|across|to|for) [a-z' -]+)?|degree of [a-z]+|level of [a-z]+|bar|game|profile|spirits?|standards?|awareness|engagement|utili[sz]ation|motivation|morale)(?: by)?$",
    re.I,
)
_PLAIN_EN = regex(
    r"(?<![a-z])(?<!what )(?:calls?|contacts?|asks?|meets?|reduces?|increases?|cuts?|lowers?|raises?|grows?|fewer|higher|lower|shorter)(?![a-z])",
    re.I,
)


def _empty_predicate_en(scan: Scan, known: list[Span], told: list[Span]) -> list[Span]:
    """A goal or action in English whose clause neither counts nor produces anything."""
    if scan.not_metric or QUOTED_SPEECH.search(scan.text):
        return []
    if scan.quantities:
        return _second_demand_en(scan, known, told)
    opened = max((end for start, end in told if start == 0 and end < len(scan.text)), default=0)
    rest = _ACTS_EN.match(scan.without_dates, opened) if opened else None
    if rest is not None and concrete_act(scan, scan.without_dates[rest.end() :]):
        return []  # Depot operations rolls the scanner out to …
    if _NAMED_LEVEL_EN.match(scan.text):
        return []
    clause = (
        re.split(r"[;(\n]|, |\. ", scan.without_dates, maxsplit=1)[0] if scan.is_goal else scan.without_dates
    )
    if any(span[0] < len(clause) for span in known):
        return []
    first = re.match(r"\s*(?P<verb>[A-Za-z-]+)", clause)
    if first is not None and not scan.is_goal and not _PLAIN_EN.fullmatch(first["verb"]):
        first = re.match(r"\s*(?:To |[A-Z][\w&.()-]*(?: [\w&.()-]+){0,4}? to )?(?P<verb>[A-Za-z-]+)", clause)
    if first is not None and _PLAIN_CONTACT_EN.fullmatch(first["verb"]):
        return []
    if first is None or re.match(
        r"\s*(?:(?:zero|no|none)(?![a-z])|(?:level|phase|stage|lv) ?\d)", clause, re.I
    ):
        return []
    if scan.is_goal:
        checkable: object = names_output(clause) or (
            _PLAIN_EN.fullmatch(first["verb"]) and not _ABSTRACT_END_EN.search(clause.rstrip(MASK + " "))
        )
    else:
        checkable = concrete_act(scan, clause) or _PLAIN_EN.search(clause) or _PLAINLY_DONE_EN.search(clause)
    if checkable or re.search(r"(?<![a-z])(?<!what )(?:is|are|was|were|has)(?![a-z])", clause):
        return []
    return [first.span("verb")]


_PLAINLY_DONE_EN = regex(
    r"reviews?|checks?|reports?|(?<![a-z])(?:revisits?|re-?reads?|talks? to|speaks? (?:to|with)|sits? in|visits?|interviews?|observes?|shadows?|accompan(?:y|ies)|phones?|rings?|emails?|briefs?|tells?|informs?|attends?|joins?|walks? (?:the |our |all |[a-z]+ )?[a-z]+ through|goes? through|looks? through|on[- ]site (?:on|for|from|every|each|mon|tue|wed|thu|fri|\d))(?![a-z])",
    re.I,
)
"""What leaves nothing behind and can still be seen to have been done."""
_ACTS_EN = regex(r" (?=[a-z]+s (?:the|a|an|all|our|its|their|every|each|\d))")
_NAMED_LEVEL_EN = regex(
    r"\W*(?:to )?(?:reach|attain|get to|hit|achieve|earn|gain|move (?:up )?to|become|make it to|be at|arrive at|climb to) (?:the )?(?:['\"“‘][A-Z][\w +-]{1,20}['\"”’]|(?:Gold|Silver|Bronze|Platinum|Diamond|Green|Amber|Level [A-Z]|Tier [A-Z]|Grade [A-Z])(?![a-z]))",
    re.I,
)
"""Reach "Gold" account health: a level somebody named, undefined but no loose word."""
_SECOND_EN = regex(
    r"(?:, and|; also|, also|[;.] also,?|, plus|, while|; and| and also|, as well as) (?P<verb>[a-z-]+)(?P<rest>(?: [\w'/-]+){1,10})",
    re.I,
)


def _second_demand_en(scan: Scan, known: list[Span], told: list[Span]) -> list[Span]:
    """A second clause without a number after a measured one: …, and sharpen service levels."""
    found: list[Span] = []
    last = max(quantity.end for quantity in scan.quantities)
    for match in _SECOND_EN.finditer(scan.without_dates, scan.quantities[0].end):
        inside = any(match.start() <= span[0] < match.end() for span in known)
        inside = inside or any(first < match.end() and match.start() < stop for first, stop in told)
        clause = match.group()
        if (
            inside
            or match.start() < last
            or _FIELD_EN.match(match["verb"] + match["rest"])
            or names_output(clause)
        ):
            continue
        found.append(match.span("verb"))
    return found


_FIELD_EN = regex(
    r"(?:owner|owned|measured|tracked|reviewed|checked|reported|verified|calculated|judged|by|the|a|an|our|in|on|at|per|no|all|that|this|these|those|it|which|who|there|nobody|nothing|none|not|he|she|they|\w+ly|(?:\w+ )?(?:reviews?|owns?|tracks?|reports?|checks?|signs?|approves?))(?![a-z])",
    re.I,
)
