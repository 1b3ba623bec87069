"""Who decides, as a hand-over, a form or somebody's belief has it, and as a later or more direct statement has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from agent.drafting.notes.contradictions.pairs import Pair, stand_apart
from agent.drafting.notes.contradictions.said import EARLY, Said, comes_before
from agent.drafting.notes.frames import SLOT, frames, with_slots
from agent.drafting.notes.predicates import is_japanese
from agent.models.plan import KeyPerson
from agent.renewal.remarks import Remark
from agent.renewal.sides import HONORIFIC, Sides

PACKAGE, FILE = "agent.drafting.notes.contradictions", "decider_words"
NAME_LIKE = re.compile(
    r"\b[A-Z][a-z]+(?: [A-Z][a-z’'-]+)?\b(?=[^.;]{0,12}(?:sign|decid|approv|own|hold|can |has |told|=|is the))|(?<=[:=] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
)
PRONOUN = re.compile(r"(?:この方|この人|その方|彼|彼女|He|She|They)\b")
FIRST_PERSON = re.compile(
    r"(?<![一-龥])(?:私|わたし|わたくし|僕|ぼく|ボク|俺|おれ|オレ|わし|ワシ|うち|自分|当職|小職)(?=が(?:決|判|一人|全部|最終|OK|よし|うん|いい|通|ハンコ)|(?:の|だけ)(?:一存|判断|決裁|判|ハンコ|印|裁量|枠|専決)|に(?:任|一任)|のところで(?:決|止))"
)
OUTRIGHT = re.compile(r"決裁者|決め(?:る|ま)|decision[- ]maker|decider|decides", re.I)
POSSESSIVE = re.compile(r"[’']s$")
BARE, CLOSING = " 　.。,、!！-–—~*_/|\t", ' 　」』"”)）'
"""What may stand around a bare name, which says who decides only where that was asked, and behind a question."""
ID = "#"
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """Whom the sentence makes the decider, or says not to be one; `strong` where it leaves nobody else."""

    who: frozenset[str]
    not_who: frozenset[str]
    strong: bool
    said: Said

    @property
    def remark(self) -> Remark:
        return self.said.remark


def disputed_deciders(testimony: Sequence[Said], people: Sequence[KeyPerson], sides: Sides) -> Iterator[Pair]:
    """One pair: a plain claim that somebody decides, and the newest statement that it is not so or that another does."""
    said = [found for before, s in _with_previous(testimony) if (found := _read(s, before, people, sides))]
    claims = [s for s in said if s.strong and s.who and not _has("bygone", s.remark.text)]
    against: list[tuple[_Said, _Said]] = []
    for claim in claims:
        for other in said:
            if other.remark is claim.remark or not _refutes_in_time(claim.said, other.said):
                continue
            if _has("bygone", other.remark.text) or _has("asked", other.remark.text):
                continue
            bounded = _has("bounded", claim.remark.text)
            if _any_same(claim.who, other.not_who) or (
                not bounded and other.who and not _any_same(claim.who, other.who) and _outranks(other, claim)
            ):
                against.append((claim, other))
    best = max(
        against,
        key=lambda pair: (
            *_weight(pair[1]),
            bool(OUTRIGHT.search(pair[0].remark.text)),
            _is_record(pair[0].remark),
        ),
        default=None,
    )
    if best:
        yield Pair(
            "decider",
            best[0].remark,
            best[1].remark,
            "direct" if best[1].remark.side == "customer" else "newer",
        )


def _refutes_in_time(claim: Said, other: Said) -> bool:
    """Said later, or by the customer where the claim is our own."""
    return comes_before(claim, other) or (claim.remark.side == "us" and other.remark.side == "customer")


def _weight(other: _Said) -> tuple[bool, bool, bool]:
    """A denial before another name, the customer's voice before ours, what is said to be new before what is not."""
    return bool(other.not_who), other.remark.side == "customer", bool(NEW.search(other.remark.text))


def _outranks(other: _Said, claim: _Said) -> bool:
    """Another document, and said by the customer, said plainly, or said to be new."""
    if not stand_apart(other.remark, claim.remark):
        return False
    return (
        other.remark.side == "customer"
        or claim.remark.side == "us"
        or _is_record(claim.remark)
        or other.strong
        or bool(NEW.search(other.remark.text))
    )


NEW = re.compile(
    r"もう|今は|いまは|いまの|今の|現在|変わ|にな(?:っ|る|り)|今年(?:度)?から|今期から|今月から|先月|この春|新しい|新任|後任|\b(?:now|no longer|any ?more|since|these days|this year|new|taken over|took over)\b",
    re.I,
)


def _is_record(remark: Remark) -> bool:
    document = remark.document
    return remark.kind.value == "table_row" or bool(EARLY.search(f"{document.title} {document.path}"))


def _with_previous(testimony: Sequence[Said]) -> Iterator[tuple[Said | None, Said]]:
    before: Said | None = None
    for said in testimony:
        beside = (
            before is not None
            and before.remark.document is said.remark.document
            and before.remark.block == said.remark.block
        )
        yield before if beside else None, said
        before = said


def _read(said: Said, before: Said | None, people: Sequence[KeyPerson], sides: Sides) -> _Said | None:
    remark = said.remark
    text = _in_third_person(said, sides)
    if before is not None and (pronoun := PRONOUN.match(text)):  # "This one decides everything." after a name
        text = before.remark.text.rstrip("。. ") + text[pronoun.end() :]
    if remark.kind.value == "table_row" and remark.label != remark.text:
        text = f"{remark.label}: {text}"
    spans = _mentions(text, people)
    masked = with_slots(text, spans)
    if masked.strip(BARE) == SLOT and not said.before.rstrip(CLOSING).endswith(("?", "？")):
        return None  # a signature, an entry of a list
    names = [_identity(text[start:end], sides) for start, end in spans]
    language = "ja" if is_japanese(text) else "en"
    strong = _named("strong", masked, names, language)
    denied = _named("denies", masked, names, language)
    if said.voice and remark.side != "us" and _has("denies_self", remark.text):
        speaker = sides.person(said.voice)
        denied |= {f"{ID}{speaker.id}"} if speaker else {_identity(said.voice, sides)}
    if _has("unreal", text):
        strong.clear()
        who: set[str] = set()
    else:
        who = (strong | _named("decides", masked, names, language)) - denied
    if not who and not denied:
        return None
    return _Said(frozenset(who), frozenset(denied), bool(strong - denied), said)


def _in_third_person(said: Said, sides: Sides) -> str:
    """The sentence with the customer's speaker in the place of "I": 私が決める of somebody is that they decide."""
    person = sides.person(said.voice) if said.voice and said.remark.side != "us" else None
    if person is None:
        return said.remark.text
    name = HONORIFIC.sub("", person.name)
    return FIRST_PERSON.sub(name, said.remark.text)


def _named(key: str, masked: str, names: Sequence[str], language: str) -> set[str]:
    found = set()
    for frame in _frames(key, language):
        for match in frame.finditer(masked):
            before = masked.count(SLOT, 0, match.start())
            inside = match[0].count(SLOT)
            found |= set(names[before : before + inside])
    return found


def _mentions(text: str, people: Sequence[KeyPerson]) -> list[tuple[int, int]]:
    """Spans of people, titles and bodies, the longest first, none overlapping."""
    tokens = {HONORIFIC.sub("", name) for person in people for name in (person.name, *person.aliases)}
    tokens = {POSSESSIVE.sub("", token) for token in tokens}
    tokens |= {piece for token in tokens for piece in re.split(r"[\s　]+", token)}
    spans = [
        m.span() for token in tokens if len(token) >= SHORTEST for m in re.finditer(re.escape(token), text)
    ]
    language = "ja" if is_japanese(text) else "en"
    spans += [m.span() for frame in _frames("who", language) for m in frame.finditer(text)]
    if language == "en":
        spans += [(m.start(), m.start() + len(POSSESSIVE.sub("", m[0]))) for m in NAME_LIKE.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(kept):
        if joined and not text[joined[-1][1] : start].strip(" 　"):  # a name and its title are one
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _identity(words: str, sides: Sides) -> str:
    person = sides.person(words)
    return f"{ID}{person.id}" if person is not None else words.casefold().removeprefix("the ")


def _any_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(a == b or (not (_is_id(a) or _is_id(b)) and (a in b or b in a)) for a in one for b in other)


def _is_id(who: str) -> bool:
    """A known person or body, and no words of a source."""
    return who.startswith(ID)


def _has(key: str, text: str) -> bool:
    return any(frame.search(text) for frame in _frames(key, "ja" if is_japanese(text) else "en"))


@cache
def _frames(key: str, language: str) -> tuple[re.Pattern[str], ...]:
    return frames(PACKAGE, FILE, language, key)
