"""Words of a sentence that may be a tool's name: quoted, coined or Latin names and the few common nouns that are tools."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.drafting.notes.tools.words import is_coined, is_surname
from agent.people.names import is_common, is_unknown
from agent.renewal.cues import cues

CUES = cues("agent.drafting.notes.tools", "words")
WORK = CUES["work_noun"]
COMMON = cues("agent.drafting.notes.tools", "tools")["common"]
QUOTED = re.compile(r"[「『](?P<name>[^「」『』]{2,20})[」』]|[\"“](?P<english>[^\"“”]{2,24})[\"”]")
JAPANESE = re.compile(
    r"[ァ-ヴーA-Za-z](?:[ァ-ヴーA-Za-z0-9.&-]|\+(?![ァ-ヴーA-Za-z]))*(?: [A-Z](?:[A-Za-z0-9.&-]|\+(?![A-Za-z]))*){0,2}(?:(?<=[ァ-ヴーa-z])(?:くん|君|ちゃん|丸|盤|帳|番|便|箱|号|匠|侍|楽|館|蔵)(?![一-龠]))?"
)
ENGLISH = re.compile(r"\b[A-Z][A-Za-z0-9&]*(?:[-.][A-Za-z0-9]+)*(?: (?:[A-Z][A-Za-z0-9&-]+|365|\d{2,4}))*")
KATAKANA = re.compile(r"[ァ-ヴー]+")
SENTENCE = re.compile(r"[。、！？]|(?:ます|です|ない|たい|した|する|せん|だ)$|[をがはへ](?![ァ-ヴー])")
PERSON = re.compile(
    r"\s*(?:さん|様|さま|氏|部長|課長|係長|主任|社長|専務|常務|室長|所長|店長|先生|支店|支社|工場|店|市|県|区|町|事業部)"
)
OPENS = re.compile(r"(?:^|[.!?;] |[-–•*] |\")$")
SUBJECT = re.compile(
    r" (?:is (?:the|their|our|used|where)|holds?|handles|covers|stores|hosts|tracks)\b|(?:,| -| –)? (?:for|the|their|our) [a-z]| ?[(+]"
)
"""An English word with a capital may only open its sentence; as a name it is then the subject of one of these."""
FEWEST = 2
LONGEST_COINED = 5


@dataclass(frozen=True, slots=True)
class Name:
    """`start`/`end` run over the name with its quotation marks; `sure` where the word can hardly be anything else."""

    start: int
    end: int
    text: str
    sure: bool


def names_of(text: str) -> list[Name]:
    """Candidates in order, none inside another. Common words of the language, people and acronyms are left out."""
    japanese = not text.isascii() and bool(re.search(r"[ぁ-んァ-ヴ一-龠]", text))
    found = [
        Name(*match.span(), match[0].removeprefix("the ").removeprefix("a ").removeprefix("の"), True)
        for match in CUES["known"].finditer(text)
    ]
    for match in QUOTED.finditer(text):
        name = match["name"] or match["english"]
        if not SENTENCE.search(name) and not CUES["acronym"].search(name) and not is_surname(name):
            found.append(Name(*match.span(), name, _is_proper(name)))
    for match in JAPANESE.finditer(text) if japanese else ENGLISH.finditer(text):
        found += _japanese(match, text) if japanese else _english(match, text)
    found.sort(key=lambda name: (name.start, -name.end))
    kept: list[Name] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def is_common_word(word: str) -> bool:
    """True for acronyms and words every company has (API, 基本ソフト) that are no known product."""
    return bool(CUES["acronym"].search(word) or COMMON.search(word)) and not CUES["known"].fullmatch(word)


def _is_proper(quoted: str) -> bool:
    """Quoted words that are a name and no phrase: katakana or Latin in them, nothing counted, no の between two nouns."""
    coined = 2 <= len(quoted) <= LONGEST_COINED and is_unknown(quoted)
    return (coined or bool(re.search(r"[ァ-ヴーA-Za-z]", quoted))) and not re.search(
        r"の|[×=]|\d\s*(?:年|件|%|円|回|日|人|名|月|時)", quoted
    )


def _japanese(match: re.Match[str], text: str) -> list[Name]:
    word = match[0].rstrip(".&-・ ")
    end = match.start() + len(word)
    if len(word) < FEWEST or CUES["acronym"].search(word) or COMMON.search(word):
        return []
    if PERSON.match(text, end):
        return []
    kana = KATAKANA.findall(word)
    if kana and "".join(kana) == word:
        if len(word) < 3 or is_common(word) or CUES["kind"].search(word[-4:]):
            return []
        return [Name(match.start(), end, word, is_coined(word))]
    if kana:  # a name in two scripts (ミチビキSFA)
        latin = re.sub(r"[ァ-ヴー]+", "", word)
        coined = any(is_coined(piece) for piece in kana if len(piece) >= 3) or latin.isdigit()
        return [Name(match.start(), end, word, coined)] if len(word) >= 4 else []
    return [Name(match.start(), end, word, len(word) >= 3)] if not word.isdigit() else []


def _english(match: re.Match[str], text: str) -> list[Name]:
    words = match[0].split(" ")
    start = match.start()
    if len(words) == 1 and OPENS.search(text[:start]) and not SUBJECT.match(text, match.end()):
        return []
    while words and CUES["no_name"].search(words[0]):
        start += len(words[0]) + 1
        words = words[1:]
    while words and CUES["no_name"].search(words[-1]):
        words = words[:-1]
    name = " ".join(words).rstrip(".-")
    if len(name) < 3 or (name.isupper() and len(name) <= 3) or len(words) > 3 or WORK.fullmatch(name):
        return []
    return [Name(start, start + len(name), name, True)]
