"""Whose words stand inside quotation marks: the person named right before or behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.people.types import Unit
from connectors.interface import BlockKind

_OPEN = {"「": "」", "“": "”", '"': '"'}
_BULLETS = " 　・-–—*●○■◆>"
LEAST = 6
"""A quotation of fewer characters is a word that is named, not something said."""
_BEFORE_JA = re.compile(
    r"(?:[(（][^)）]*[)）])?[ 　]*(?:ご?(?:自身|本人)(?:から)?)?(?:さん|様|氏)?(?:(?:は|が|も|より|から|いわく|曰く|によると|によれば|談|の話では|に聞くと|に聞いたら|に尋ねると)[^。「」\ue000-\uf8ff]{0,14})?[、,:：]?[ 　]*\Z"
)
_BEHIND_JA = re.compile(r"[。]?[ 　]*(?:[(（][ 　]*|と(?:いう|の)?、?(?:のは|は)?[ 　]*)\Z")
_TELLS_JA = re.compile(r"(?:[ 　]*(?:談|より|から|の弁|コメント))?(?:[)）]|[ 　]*(?:[。が、は]|\Z|談|さん))")
_BEFORE_EN = re.compile(
    r"(?: ?\([^)]*\))?(?:,|:| -| –| —)?(?: (?:himself|herself|themselves))?(?: (?:also |then |just |always |openly |told me |told us )?(?:says?|said|told|tells|adds?|added|replied|replies|answers?|answered|laughed|laughs|smiled|joked|jokes|admits?|admitted|reckons|thinks|goes|went|was like|wrote|writes|mails|mailed|asked|asks|insists?|insisted|explained|explains|calls|called|put it|confirmed|confirms|complained|complains|grumbled|muttered|whispered|shrugged|quipped|quips|neither|about)\b[^.\"“”\ue000-\uf8ff]{0,40})?[,:]? ?\Z"
)
_BEHIND_EN = re.compile(
    r",? ?(?:\(|(?:says?|said|adds?|added|according to|was|quoth|-|–|—)[^.\"“”]{0,12} ?|,? ?)\Z"
)
_TELLS_EN = re.compile(r"(?:\)| said| says| told| added| adds|[.,;]|\Z)")
_LABEL = re.compile(r" ?[:：] ?['‘’]?")
_HERSELF = re.compile(r"(?:ご?本人|ご?自身|彼|彼女|[Ss]he|[Hh]e)[^。.「」\"“]{0,18}。?\Z")
_REPORTED = re.compile(
    r"[。]?[ 　]*と(?:まで|も|の|か)?[ 　]*(?:言われ|おっしゃ|仰|話し|語|言って|こぼし|苦笑|笑|の(?:こと|由|返事|回答|話))|\.? (?:he|she|was the|is what (?:he|she))\b"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Quoted words of one unit: offsets of what stands between the marks, and the person who says it, if known."""

    start: int
    end: int
    person: int | None
    alone: bool  # nothing stands before the quotation on its line


def voices(text: str, marks: Sequence[tuple[int, int, int]], spoken_of: int | None) -> list[Voice]:
    """Quotations of a unit. `marks`: (start, end, person) of the people in it; `spoken_of`: whom the line is about."""
    out: list[Voice] = []
    for begin, end in quotations(text):
        person = _before(text, begin, marks)
        if person is None:
            person = _behind(text, min(end + 1, len(text)), marks)
        alone = not text[:begin].strip(_BULLETS)
        if person is None and (
            alone or _HERSELF.search(text[:begin]) or _REPORTED.match(text, min(end + 1, len(text)))
        ):
            person = spoken_of
        out.append(Voice(begin + 1, end, person, alone))
    return out


def quotations(text: str) -> list[tuple[int, int]]:
    """Offsets of the opening and closing mark of each outermost quotation; one left open ends with the text."""
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        close = _OPEN.get(text[at])
        if close is None:
            at += 1
            continue
        depth, end = 1, at + 1
        while end < len(text) and depth:
            if text[end] == close:
                depth -= 1
            elif text[end] == text[at]:
                depth += 1
            end += 1
        stop = end - 1 if not depth else len(text)
        if stop - at > LEAST:
            out.append((at, stop))
        at = end
    return out


def _before(text: str, begin: int, marks: Sequence[tuple[int, int, int]]) -> int | None:
    """The nearest person before the opening mark, with nothing but a particle or a verb of saying between."""
    nearest = max((m for m in marks if m[1] <= begin), key=lambda m: m[1], default=None)
    if nearest is None:
        return None
    between = text[nearest[1] : begin]
    fits = _BEFORE_JA.match(between) or _BEFORE_EN.match(between)
    return nearest[2] if fits else None


def _behind(text: str, end: int, marks: Sequence[tuple[int, int, int]]) -> int | None:
    """The next person behind the closing mark: 「…」（田中）, 「…」と田中さん, "…", says Tom."""
    nearest = min((m for m in marks if m[0] >= end), key=lambda m: m[0], default=None)
    if nearest is None:
        return None
    between, after = text[end : nearest[0]], text[nearest[1] :]
    if _BEHIND_JA.fullmatch(between) and _TELLS_JA.match(after):
        return nearest[2]
    return (
        nearest[2] if between.strip() and _BEHIND_EN.fullmatch(between) and _TELLS_EN.match(after) else None
    )


def labelled(unit: Unit, marks: Sequence[tuple[int, int, int]]) -> list[Voice]:
    """Cells of a table row that begin with a person and a colon: the rest of the cell is what they say."""
    out: list[Voice] = []
    for cell in unit.block.cells if unit.block.kind is BlockKind.TABLE_ROW else ():
        begin, end = cell.start - unit.start, cell.end - unit.start
        for start, stop, person in marks:
            colon = _LABEL.match(unit.text, stop, max(stop, end))
            if begin <= start <= begin + LEAST and colon:
                out.append(Voice(colon.end(), end, person, True))
    return out
