"""Who of ours wrote a note: the names its head or foot gives as writer, or as those who hand the account over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from agent.people.english_never import never_names
from agent.people.in_talk import mention_of
from agent.people.labels import is_callable, is_post, read_label
from agent.people.latin_words import is_everyday, is_house
from agent.people.lexicon import table
from agent.people.names import is_common, is_place, split_name
from agent.people.parties import Parties
from agent.people.types import Form, Mention, Side, Source, Unit
from connectors.interface import BlockKind, DocumentKind

HEAD_LINES, FOOT_LINES = 4, 2
"""Lines at the beginning and end of a note that may say who wrote it; headings always may."""
_JA = r"(?P<{0}>[一-龥々ヶ]{{1,4}}(?:[ 　][一-龥々ぁ-ん]{{1,3}})?|[ァ-ヶー]{{2,6}}|[ぁ-ん]{{2,5}})"
_EN = r"(?P<{0}>[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+){{0,2}}|[A-Z][a-zà-ÿ]+ [A-Z]\.?|[A-Z]\. ?[A-Z][a-zà-ÿ]+)"
_HANDOVER = re.compile(
    r"引継|引き継|ひきつぎ|申し送り|ハンドオーバー|交代|担当(?:変更|替え)|hand-?over|handoff|transition",
    re.IGNORECASE,
)


_ADDRESSED = re.compile(r"(?:さん|様|さま|くん|君|先輩|殿)へ|\A\s*(?:Dear|Hi|Hello) [A-Z]|^(?:拝啓|前略)")
_SIGNED = re.compile(
    r"\A[ 　]*(?:(?:\d{4}[年/.\-]|令和\d+年)[\d月/.\-]+日?(?:[(（].[)）])?)?[ 　]*(?P<n>[一-龥々ヶ]{1,3}[ 　][一-龥々ぁ-ん]{1,3})(?:より|拝|記)?[ 　]*\Z"
)
"""A day and a full name, or the name alone, on a line of its own: who signs a letter."""


_SIGNED_EN = re.compile(r"(?:\A|\n|[,.!] ?)[ \-–—~]*(?P<n>[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ'’\-]+)?)[ .!x]*\Z")
_DEAR = re.compile(
    r"(?:Dear|Hi|Hello|Hey|For|To)[:,]? (?P<n>[A-Z][a-zà-ÿ'’\-]+)|\A(?P<m>[A-Z][a-zà-ÿ]+),\s*\Z"
)


def _to_us(line: str, parties: Parties) -> bool:
    """The line opens a letter to one of our people whom account.yaml names."""
    found = _DEAR.match(line.strip())
    name = (found["n"] or found["m"]).casefold() if found else ""
    return any(name == words[0] for words in parties.our_names)


def author_mentions(source: Source, parties: Parties, known: Sequence[Mention]) -> list[Mention]:
    """One mention of our side for each writer; nobody whom a list of the same document has already."""
    if source.public or source.document.kind in (
        DocumentKind.MAIL,
        DocumentKind.CHAT,
        DocumentKind.TRANSCRIPT,
    ):
        return []
    english = source.document.language == "en"
    out: list[Mention] = []
    last = len(source.units) - FOOT_LINES
    letter = any(_ADDRESSED.search(unit.text) for unit in source.units[:HEAD_LINES])
    to_us = english and any(_to_us(unit.text, parties) for unit in source.units[:HEAD_LINES])
    for number, unit in enumerate(source.units):
        if not (number < HEAD_LINES or number >= last or unit.block.kind is BlockKind.HEADING):
            continue
        signed = _SIGNED.match(unit.text) if letter and not english else None
        if to_us and number >= last:
            signed = _SIGNED_EN.search(unit.text)
        if signed and (english or split_name(signed["n"]) is not None):
            out += _mention(source, parties, unit, signed, "n", [*known, *out])
        for pattern in _patterns(english, bool(_HANDOVER.search(unit.text))):
            for found in pattern.finditer(unit.text):
                if english and unit.block.kind is BlockKind.LIST_ITEM and found[0].startswith("("):
                    continue  # whose task it is
                for group in ("n", "n2", "m"):
                    if group in found.groupdict() and found[group]:
                        out += _mention(source, parties, unit, found, group, [*known, *out])
    return out


def _mention(
    source: Source, parties: Parties, unit: Unit, found: re.Match[str], group: str, known: Sequence[Mention]
) -> list[Mention]:
    words, start = found[group], unit.start + found.start(group)
    if not _is_name(words) or parties.is_company(words):
        return []
    for listed in known:
        if listed.start < start + len(words) and start < listed.end:
            if not listed.honorific and listed.side is not Side.OURS:
                listed.side, listed.why_side, listed.form = Side.OURS, found[0].strip(), Form.AUTHOR
            return []
    after = source.folded[start + len(words) : start + len(words) + 2]
    if re.match(r"様|さん|氏|さま", after):
        return []
    label = read_label(words, start)
    if label is None:
        return []
    mention = mention_of(label, source, Form.AUTHOR, unit)
    mention.side, mention.why_side = Side.OURS, found[0].strip()
    return [mention]


def _is_name(words: str) -> bool:
    if words[0].isascii():
        if any(w.casefold() in never_names() or is_everyday(w) for w in words.split()):
            return False
        return not is_house(words) and not is_place(words.casefold())
    if is_post(words) or not is_callable(words):
        return False
    return split_name(words) is not None or not is_common(words)


@cache
def _patterns(english: bool, handover: bool) -> tuple[re.Pattern[str], ...]:
    data = table("authors")
    kinds = (
        (["handover_en"] if handover else []) + ["en"]
        if english
        else (["handover_ja"] if handover else []) + ["ja"]
    )
    name = _EN if english else _JA
    return tuple(
        re.compile(
            pattern.replace("{P}", data["post"], 1)
            .replace("{N}", name.format("n"), 1)
            .replace("{N}", name.format("n2"))
            .replace("{M}", name.format("m"))
        )
        for kind in kinds
        for pattern in data[kind]
    )
