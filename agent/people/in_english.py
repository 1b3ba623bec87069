"""English mentions in running text: names beside titles, with Mr or Ms, as subjects, and titles alone."""

from __future__ import annotations

import re
from functools import cache

from agent.people.english_never import NOT_NAME, never_names
from agent.people.latin_letters import LOWER, UPPER
from agent.people.latin_words import is_everyday, is_house
from agent.people.lexicon import alternatives, latin_honorific, table, titles_en
from agent.people.parties import Parties
from agent.people.titles import begins_with, read_english_role
from agent.people.types import Form, Mention, Phrase, Side, Source, Unit
from connectors.interface import BlockKind, DocumentKind, Span

_PART = rf"(?:Mc|Mac|O['’])?[{UPPER}][{LOWER}]+(?:[-'’](?!(?:s|t|d|ve|ll|re|m|san|sama|ji|bhai|garu|sensei)(?![{LOWER}]))[{UPPER}]?[{LOWER}]+)*(?![{LOWER}])"
_NAME = rf"{_PART}(?: (?:(?:bin|binte|van|der|de|da|la|von|al|Mc|O')[ ]?)?{_PART}){{1,3}}"
_WORD = _PART
_VERB = r"(?: (?:said|says|asked|asks|confirmed|confirms|mentioned|mentions|noted|notes|wants|wanted|will|would|has|had|is|was|thinks|thought|agreed|agrees|told|signs|signed|decides|approves|approved|needs|can|cannot|can't|does|doesn't|did|didn't|joined|joins|takes|starts|succeeds|replaces|chairs|heads|manages|handles|covers|steps|moves|left|leaves|reports|runs|owns|leads|likes|uses|raised|explained|replied|wrote|sent|pushed|to (?:send|share|check|confirm|provide|review|ask|set|arrange|follow|prepare|draft|present))\b|'s\b|’s\b)"
_BEFORE = r"(?:(?<=\bwith )|(?<=\bto )|(?<=\bfrom )|(?<=\bby )|(?<=\bask )|(?<=\bmet )|(?<=\band )|(?<=\bcc )|(?<=\bcalled )|(?<=\btold )|(?<=\bcopied )|(?<=\babout )|(?<=\bis )|(?<=: )|(?<=\breplaced by )|(?<=\bsuccessor, )|(?<=\bsuccessor is ))"


@cache
def _titled() -> tuple[re.Pattern[str], ...]:
    title = rf"(?:(?:[A-Z][A-Za-z&\-]*|of|and|&|the) ){{0,4}}?{alternatives(titles_en())}(?: (?:of|for) (?:the )?[A-Z][A-Za-z&\-]*(?:(?: and | & | )[A-Z][A-Za-z&\-]*){{0,2}})?"
    return (
        re.compile(
            rf"(?P<name>{_NAME}|{_WORD}(?=,| -| –| \())(?:,| -| –|) ?\(?(?:is |as |our |the |their |your |new |acting |interim )*(?P<title>{title})(?![A-Za-z])"
        ),
        re.compile(
            rf"(?:[Oo]ur|[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Nn]ew|[Ff]ormer|^|[(,] ?)(?: )?(?P<title>{title}),? \(?(?P<name>{_NAME})"
        ),
        re.compile(
            rf"(?P<title>{title})(?:['’]s name)? ?(?:is|was|will be|:|will now be) (?:now |one |called )?(?P<name>{_NAME})"
        ),
        re.compile(
            rf"(?P<name>{_NAME})(?:,? [^.,\n]{{0,40}},?)? (?:has been |was |is |will be |will |been )?(?:promoted to|appointed(?: as)?|named|join(?:s|ed|ing)?(?: us)? as|start(?:s|ed|ing)? as|stepp?(?:s|ed|ing) up (?:as|to)|becomes?|act as|acting as|take over as|takes over as) (?:the |our |acting |interim |new )?(?P<title>{title}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?)"
        ),
        re.compile(
            r"(?i:the|our|their) (?P<title>(?:(?:finance|operations|managing|it|hr|sales|plant|technical|commercial|medical|quality|marketing|regional|general) )?(?:director|manager|president|head|controller|officer))(?:['’]s name)? ?(?:is|:) (?:one |called )?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?= something|[,.;]|$)"
        ),
        re.compile(rf"(?<![A-Za-z])(?P<hon>{latin_honorific()}) (?P<name>{_NAME}|{_WORD})(?P<title>(?!))?"),
        re.compile(
            rf"(?P<name>{_NAME}|{_WORD})(?:(?=-)| )(?P<hon>{alternatives(table('honorifics')['after_latin'])})(?![A-Za-z-])(?P<title>(?!))?"
        ),
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_BEFORE}(?P<a>{_NAME})|(?P<b>{_NAME})(?={_VERB}| (?:in|from|of|at|over in) (?:the )?[A-Z])|(?:[Tt]his is|I'm|I am|My name is) (?P<c>{_NAME}|{_WORD})(?= from| at| here|,|\.| and)|(?P<d>{_NAME}) here\b|(?:(?<=^)|(?<=[.!?] ))(?P<e>{_NAME})(?=, ))"
    )


@cache
def _bare_title() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[Tt]he )|(?<=[Oo]ur )|(?<=[Tt]heir )|(?<=[Yy]our )|(?<=[Hh]er )|(?<=[Hh]is )|(?<=\bby )|(?<=\band )|(?<=, )|(?<=: ))(?P<title>(?:(?:[A-Z][A-Za-z&]*|group|finance|hr|it|head|plant|regional|country|commercial|operations|sales|marketing|procurement|managing|legal|technical) ){{0,3}}?{alternatives([*titles_en(), *[t.lower() for t in titles_en() if not t.isupper()]])}(?: of [A-Za-z]+)?)(?![A-Za-z])(?! (?i:committee|board|panel|team|council|meeting|group|forum|session|sponsor|office|floor|summary|level|approval|assistant|search|suite|class|role|post|job)s?\b)",
    )


def english_mentions(source: Source, parties: Parties, known: list[Mention]) -> list[Mention]:
    """Named mentions in English prose that `known` does not cover."""
    taken = [Span(m.start, m.end) for m in known]
    out: list[Mention] = []
    for unit in source.units:
        if unit.block.kind is BlockKind.FIELD and source.document.kind is DocumentKind.MAIL:
            continue
        for pattern in _titled():
            for found in pattern.finditer(unit.text):
                called = bool(found.groupdict().get("hon"))
                mention = _mention(
                    source, parties, unit, found.start("name"), found.end("name"), taken, called
                )
                if mention is None:
                    continue
                if found["title"]:
                    at = unit.start + found.start("title")
                    role = read_english_role(found["title"])
                    mention.title = Phrase(found["title"].strip(), at, at + len(found["title"].strip()))
                    if role and role.department:
                        begin = unit.text.find(role.department, found.start("title"))
                        mention.department = Phrase(
                            role.department, unit.start + begin, unit.start + begin + len(role.department)
                        )
                    mention.outer = Span(
                        min(mention.start, at), max(mention.end, at + len(found["title"].strip()))
                    )
                else:
                    mention.honorific = found["hon"]
                    begin, end = unit.start + found.start("hon"), unit.start + found.end("hon")
                    mention.outer = Span(min(mention.start, begin), max(mention.end, end))
                out.append(mention)
        for found in _plain().finditer(unit.text):
            group = next(g for g in "abcde" if found[g])
            mention = _mention(source, parties, unit, found.start(group), found.end(group), taken)
            if mention is not None:
                mention.form = Form.SELF if group in "cd" else Form.PROSE
                out.append(mention)
    return out


def _no_name(word: str) -> bool:
    return bool(NOT_NAME.search(word)) or word.casefold() in never_names()


def _mention(
    source: Source,
    parties: Parties,
    unit: Unit,
    start: int,
    end: int,
    taken: list[Span],
    called: bool = False,
) -> Mention | None:
    words = unit.text[start:end]
    while called and " " in words and _no_name(words.rpartition(" ")[2]):
        words = words.rpartition(" ")[0]
    while words.count(" ") > 1 and _ROLE_WORDS.fullmatch(words.rpartition(" ")[2]):
        words = words.rpartition(" ")[0]
    end = start + len(words)
    if not called and words.count(" ") == 1 and is_everyday(words.split()[0]) and _opens(unit.text[:start]):
        return None
    span = Span(unit.start + start, unit.start + end)
    if (
        NOT_NAME.search(words)
        or read_english_role(words)
        or parties.of_words(words) is not Side.UNKNOWN
        or parties.is_company(words)
        or is_house(words)
    ):
        return None
    if any(span.start < t.end and t.start < span.end for t in taken):
        return None
    if re.search(r"\b" + alternatives(table("departments")["english"]) + r"\b", words):
        return None
    if any(w.casefold() in never_names() for w in re.split(r"[ '’]", words)):
        return None
    taken.append(span)
    parts = words.split()
    mention = Mention(
        doc=source.index, start=span.start, end=span.end, surface=source.document.text[span.start : span.end], form=Form.PROSE,
        family=parts[-1], given=" ".join(parts[:-1]) or None, latin=True, outer=span, day=unit.day, unit=unit.index,
    )  # fmt: skip
    _words_behind(mention, parties, unit)
    return mention


_BEHIND = re.compile(
    r",? (?:from|at|of|with) (?P<org>(?:the )?[A-Za-z][A-Za-z&]*(?: [A-Z][A-Za-z&]*){0,3})|[ ,]*\((?P<paren>[^()]{2,40})\)"
    r"|(?:,| is| was) (?:our|the|their|your|my|now the)? ?(?P<role>[A-Za-z][A-Za-z&,\- ]{2,50})"
)


def _opens(head: str) -> bool:
    """A sentence begins here: its first word has its capital letter from that."""
    return not head.strip() or head.rstrip(" \"'“‘(")[-1:] in ".!?:\n"


_ROLE_WORDS = re.compile(
    r"economic|budget|decision|approver|champion|sponsor|blocker|advocate", re.IGNORECASE
)
"""Words for what somebody does in the deal: no titles ("is the economic buyer")."""


def _words_behind(mention: Mention, parties: Parties, unit: Unit) -> None:
    """ "… from finance", "… (Acme)", "… is the CFO": unit, house or title behind the name."""
    end = mention.end - unit.start
    found = _BEHIND.match(unit.text[end:])
    if not found:
        return
    if found["role"]:
        role = None if _ROLE_WORDS.search(found["role"]) else read_english_role(found["role"])
        if role and mention.title is None and begins_with(found["role"], role):
            at = mention.end + found.start("role") + found["role"].find(role.title)
            mention.title = Phrase(role.title, at, at + len(role.title))
            mention.outer = Span(mention.start, mention.title.end)
        return
    words = found["org"] or found["paren"]
    side = parties.of_words(words)
    mention.note = words
    if side is not Side.UNKNOWN:
        mention.org, mention.side, mention.why_side = words, side, words
    elif _department().fullmatch(words):
        at = mention.end + found.start("org" if found["org"] else "paren")
        mention.department = Phrase(words, at, at + len(words))


@cache
def _department() -> re.Pattern[str]:
    names = table("departments")["english"]
    return re.compile(
        rf"(?:the )?{alternatives([*names, *[n.lower() for n in names]])}(?: team| department)?"
    )


def bare_english(source: Source, parties: Parties, names: set[str], known: list[Mention]) -> list[Mention]:
    """First names, family names and full names known from elsewhere."""
    usable = {n for n in names if len(n) >= 2 and n[0].isupper() and not NOT_NAME.fullmatch(n)}
    if not usable:
        return []
    pattern = re.compile(r"(?<![A-Za-z@.])" + alternatives(sorted(usable)) + r"(?![A-Za-z@])")
    taken = [Span(m.start, m.end) for m in known]
    out: list[Mention] = []
    for unit in source.units:
        if unit.block.kind is BlockKind.FIELD and source.document.kind is DocumentKind.MAIL:
            continue
        for found in pattern.finditer(unit.text):
            span = Span(unit.start + found.start(), unit.start + found.end())
            if any(span.start < t.end and t.start < span.end for t in taken):
                continue
            parts = found[0].split()
            mention = Mention(
                doc=source.index, start=span.start, end=span.end, surface=found[0], form=Form.PROSE, family=parts[-1],
                given=" ".join(parts[:-1]) or None, latin=True, outer=span, day=unit.day, unit=unit.index,
            )  # fmt: skip
            _words_behind(mention, parties, unit)
            out.append(mention)
    return out


def english_titles(source: Source, known: list[Mention]) -> list[Mention]:
    """ "the CFO", "our HR director": titles without a name."""
    taken = [m.outer for m in known] + [Span(m.title.start, m.title.end) for m in known if m.title]
    out: list[Mention] = []
    for unit in source.units:
        if unit.block.kind is BlockKind.FIELD and source.document.kind is DocumentKind.MAIL:
            continue
        for found in _bare_title().finditer(unit.text):
            span = Span(unit.start + found.start("title"), unit.start + found.end("title"))
            if any(span.start < t.end and t.start < span.end for t in taken):
                continue
            mention = Mention(
                doc=source.index, start=span.start, end=span.end, surface=found["title"], form=Form.TITLE_ONLY, outer=span,
                day=unit.day, unit=unit.index,
            )  # fmt: skip
            mention.title = Phrase(found["title"], span.start, span.end)
            out.append(mention)
    return out
