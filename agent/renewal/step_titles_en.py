"""What a step is called in English: what happens, without the speaker and the day."""

from __future__ import annotations

import re
from collections.abc import Sequence

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
NUMBER = r"(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b(?! (?:week|half|time|draft|one|round|quarter))"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri)(?:day)?\b"
DATE = re.compile(
    rf"(?:,? ?\b(?:by|on|before|until|till|from|is|in|at|due|for|of|no later than) )?(?:\b(?:the )?(?:end|middle|first|second|third|fourth|last|start|beginning) (?:week |half )?(?:of|in) (?:the )?)?(?:(?:noon|close|\d{{1,2}}(?::\d\d)? ?[ap]m) (?:on )?)?(?:{WEEKDAY},? )?(?:the )?"
    rf"(?:{NUMBER} (?:of )?{MONTH}(?:,? 20\d\d)?|{MONTH}(?: (?:the )?{NUMBER})?(?:,? 20\d\d)?|(?<=the ){NUMBER}|{WEEKDAY}|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)",
    re.I,
)
LEAD = re.compile(
    r"^(?:[\s\-*•>“\"'(]|\d+[.)]\s|[A-Z][\w'’.]+ [A-Z][\w'’.]*: |(?:and|so|then|also|but|now|well|yes|ok|first|finally|normally|usually|how it works|it works like this|order of play)\b[,:]? ?)+",
    re.I,
)
TAIL = re.compile(
    r"(?:[\s,.;:\"”'(]|['’]s\b|\b(?:by|on|in|at|before|until|from|the|to|for|is|are|of|and|then|due|noon|next|so|or|back|not|no later than|due to)$)+$",
    re.I,
)
PAPER = re.compile(
    r"\b(?:(?:board|committee|renewal|budget|cost|opt-in|one-page|covering|council|levy|business|written|first|final|purchase|approval|comparison) ){0,2}(?:papers?|packs?|forms?|requests?|applications?|submissions?|bids?|case|proposals?|reports?|sheets?|pages?|one-pagers?|drafts?|comparisons?|slips?|figures|budgets?|numbers|quotes?|lists?|recommendations?|comments?|statements?|agendas?|notes?|answers?|letters?|wish(?:es)?)\b",
    re.I,
)
RECEIVER = re.compile(
    r"\b(?:to|with|reach) (?P<to>(?:the )?(?!20\d\d)[A-Z][\w'’&-]*(?: (?:of |and |& )?[A-Z][\w'’&-]*){0,3}(?:(?:['’]s)? (?:office|desk|team|tray))?|(?:the )?(?:finance|procurement|accounting|legal|purchasing|secretariat|secretary|controller|board|committee|council|panel)(?: \w+ecretary)?|me|us)\b"
)
EVENT = re.compile(
    r"\b(?:(?:[A-Z][\w&'’-]*|budget|planning|annual|security|technical|supplier|legal|cloud|board|first|second|final|and) ){0,4}(?:meeting|review|hearing|vote|sign-?off|approval|countersignature|audit|assessment|announcement|release|briefing|walk-?through|demo|signatures?|supper|lunch|inspection|freeze|close)\b"
)
NO_NAME = re.compile(
    r"\b(?:I|I['’]\w+|me|my|we|us|our|you|your|she|he|they|it|its|her|his|their|this|that|there|would|should|could|if|because|so|let|want|wants|said|told|says|think|normally|it['’]s|n['’]t|who|what|where|when|alone)\b|['’](?:ll|d|ve|re|m)\b|n['’]t\b|[?!\"“”:;]|['’]s (?:the|of|in|on)\b|,[^,]*,|^(?:after|before|at|in|on|by|with|from|to|for|and|or|not|the (?:\d|of))\b",
    re.I,
)
DECIDES = re.compile(
    r"\b(?:decid|decision|approv|sign|vote|settle|authori[sz]|lock|freez|frozen|close|agree|rank)\w*", re.I
)
LABEL = re.compile(
    r"^[\s\-*]*(?P<label>(?:Release|Clos\w+|Submi\w+|Deadline|Decision|Vote|Meeting|Review|Hearing|Award|Announcement|Shortlist|Evaluation|Opening|Approval)(?: [a-z]+){0,2}): "
)
LEFT = frozenset(
    {"decide", "lock", "hearing", "review", "legal", "security", "procurement", "announce", "contract"}
)
"""Kinds that what is handed in does not name."""
SHORTEST, LONGEST = 6, 60


def title_en(words: str, told: Sequence[str], kind: str | None, approver: str | None) -> str | None:
    """The name, of the words themselves where they can be one, else of what the sentences tell; None where they tell nothing."""
    label = LABEL.match(told[0] if told else words)
    if label and DATE.match(told[0] if told else words, label.end()):
        return label["label"]
    fits = {"decide": DECIDES, "lock": DECIDES, "papers": PAPER}.get(kind or "")
    for text in (words, *told[:1]):
        name = _plain(text)
        if _is_name(name) and (fits is None or fits.search(name)):
            return name[0].upper() + name[1:]
    if kind in LEFT:
        return None
    parts = (part for text in (*told[:1], words, *told[1:]) if (part := _of_parts(text, approver)))
    return next((part[0].upper() + part[1:] for part in parts), None)


def _plain(text: str) -> str:
    name = re.sub(
        r"^((?:the )?(?:deadline|cut-?off) for [\w ]{3,30}?) (?:is|are)\b.*",
        r"\1",
        LEAD.sub("", text),
        flags=re.I,
    )
    name = re.sub(r"\s+", " ", DATE.sub("", name)).strip()
    name = re.sub(r"^the (?=\w+ (?:\w+ )?(?:meeting|review|vote|hearing|budget)\b)", "", name, flags=re.I)
    while name != (shorter := TAIL.sub("", name)):
        name = shorter
    return re.split(r", (?:back|and|so|which|because|but|not)\b", name)[0].strip()


def _is_name(name: str) -> bool:
    return (
        SHORTEST <= len(name) <= LONGEST
        and " " in name
        and NO_NAME.search(name) is None
        and name.count("(") == name.count(")")
    )


def _of_parts(text: str, approver: str | None) -> str | None:
    said = DATE.sub("", text)
    paper = PAPER.search(said)
    if paper:
        receiver = RECEIVER.search(said, paper.start())
        to = receiver["to"] if receiver else None
        to = approver if to in ("me", "us") else to
        return f"{paper[0]} to {to}" if to else f"{paper[0]} handed in"
    event = EVENT.search(said)
    if event and " " in event[0]:
        return event[0]
    return (
        "Deadline"
        if re.match(r"\W*(?:by|due|until|no later than)\b", text, re.I)
        or re.search(r"\bdeadline\b", text, re.I)
        else None
    )
