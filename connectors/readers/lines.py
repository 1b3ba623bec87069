"""Lines of plain text and Markdown as headings, list items, paragraphs and table rows.

A note's line breaks are of two kinds: the writer's own (a new statement) and those of a wrapped paragraph.
A line is taken as wrapped only when it is about as long as the longest ones and its sentence has not ended.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from connectors.readers.line_forms import begins_a_part, same_form

MARKER = re.compile(
    r"(?P<bullet>[-*+]\s+(?=\S))"
    r"|(?P<printed>[・･•‣◦▪◎○●◇◆□■▶►→⇒☆★✓✔]\s*(?=\S)"
    r"|[(（](?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,2}|[ｱ-ﾝア-ン]|[a-zA-Z]|[ivx]{1,4})[)）]\s*(?=\S)"
    r"|[①-⑳㉑-㉟❶-❿⓪]\s*(?=\S)"
    r"|(?:\d{1,2}|[０-９]{1,2})[.．)）](?![\d０-９])\s*(?=\S)|[a-z][.)]\s+(?=\S)"
    r"|\[[ xX✓]\]\s+(?=\S)"
    r"|[０-９]{1,2}[ \u3000]+(?=\S)"
    r"|[アイウエオカキクケコサシスセソイロハニホヘトチリヌルヲ][ \u3000]+(?=\S)"
    r"|[一二三四五六七八九十]{1,2}(?:[、．.]|[ \u3000])\s*(?![一二三四五六七八九十\d]*[年月日人件回つ度割])(?=\S))"
)
HEADING_MARK = re.compile(
    r"[■□◆◇●○◎▼▽▶]\s*\S|【[^】]{1,40}】$|＜[^＞]{1,40}＞$|《[^》]{1,40}》$|\d(?:\.\d){1,3}[.．]?\s+\S"
)
RULE = re.compile(r"[-=_＝－―─━＿]{2,}\s*$|[*~#ー＊～.・]{3,}\s*$")
LABEL = re.compile(
    r"[【［\[<＜]|[(（][^)）]{1,12}[)）]|\S{1,8}(?: {2,}|\u3000)\S|[^\s：:、。「」]{1,14}[：:](?!//)"
)
_ENDED = re.compile(r"[。．.!?！？…:：;；>＞]$")
_CLOSED = re.compile(r"[」』】）)]$")
_PARTICLE = re.compile(r"[とをはがにのでもやへ]|など|から|まで|より")
_UNFINISHED = re.compile(
    r"[、，にをがはでとのもへて]$|(?:ため|ので|から|より|まで|など|ではなく|による|における|に関する|という|ような|および|又は|または|及び)$"
)
_REPORTED = re.compile(r"(?:という|との|とのこと|と[^、。]{1,12}(?:ました|います|いました|った|そう))")
_LATIN_LINE = 60  # columns from which a Latin line without its end was wrapped: editors wrap at 65 to 80
_SENTENCE = 30  # columns from which a line without its end is one line of a longer sentence
_END_OF_NOTE = re.compile(r"以\s*上$")
_FAR_INDENT = 20  # columns from which a line is set to the right: a date, a writer, 以上
_SHORT_HEADING = 32  # display columns: 16 kanji


class Line(NamedTuple):
    """One line of the file: text without indentation, indentation and width in columns (kanji are two wide).

    `cells`: what stands between its tabs, where it has some behind its first word.
    """

    text: str
    indent: int
    width: int
    cells: tuple[str, ...] = ()
    turn: bool = False  # begins with who speaks, as other lines of the text do

    @property
    def blank(self) -> bool:
        return not self.text


def split_lines(text: str) -> list[Line]:
    """All lines, measured."""
    lines = []
    for raw in text.split("\n"):
        body = raw.expandtabs(4).rstrip(" \u3000") if "\t" in raw else raw.rstrip(" \u3000\x0b\x0c")
        words = body.lstrip(" \u3000\x0b\x0c")
        indent = columns(body[: len(body) - len(words)])
        cells = (
            tuple(cell.strip() for cell in raw.strip(" \u3000\r").split("\t")) if "\t" in raw.lstrip() else ()
        )
        lines.append(Line(words, indent, indent + columns(words), cells))
    return _with_turns(lines)


_WHO = re.compile(
    r"(?:[\[(（]?(?:(?:20\d\d[-/.])?\d{1,2}[-/.]\d{1,2}|[A-Z][a-z]{2,8}\.? \d{1,2})?[ T,]*(?:\d{1,2}:\d{2}(?::\d{2})?)?[\])）]?[ \t]+)?"
    r"(?P<who>[^\s:：。、,「」|#>*-][^:：。、「」|]{0,23}?)[ \t]*[:：](?!//|\d)[ \t\u3000]*\S"
)
"""Who speaks, as a line of pasted talk begins, with or without the time before it."""


_TIMED = re.compile(
    r"(?:[^\s:：。、]{1,16}[ \t]+)??[\[(（]?(?:(?:20\d\d[-/.])?\d{1,2}[-/.]\d{1,2}[ T,]+|[A-Z][a-z]{2,8}\.? \d{1,2},?[ \t]+)?\d{1,2}:\d{2}(?::\d{2})?[\])）]?[ \t]+\S"
)
"""A line that begins with the time it was written at, or with who wrote it and when."""
_TALK = 3
"""Lines with their time that make talk."""


def _with_turns(lines: list[Line]) -> list[Line]:
    """The lines, marked where one name begins several of them or many give their time: each is what somebody said next."""
    names = [found["who"] if (found := _WHO.match(line.text)) else None for line in lines]
    often = {name for name, times in Counter(names).items() if name is not None and times > 1}
    timed = [_TIMED.match(line.text) is not None for line in lines]
    talk = sum(timed) >= _TALK
    if not often and not talk:
        return lines
    told = zip(lines, names, timed, strict=True)
    return [line._replace(turn=name in often or (talk and at)) for line, name, at in told]


def columns(text: str) -> int:
    """Width on a terminal: wide and full-width characters are two columns."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def wrap_width(lines: Sequence[Line]) -> int:
    """Column at which the writer's editor wrapped: the 90th percentile of long lines, 0 when few are long."""
    long = sorted(line.width for line in lines if line.width >= 40)
    return long[int(len(long) * 0.9)] if len(long) >= 2 else 0


def continues(line: Line, following: Line, width: int, hanging: int | None) -> bool:
    """True when `following` goes on with the sentence of `line`.

    `width` is the column the writer wrapped at; `hanging` is the indentation of the list item `line` belongs
    to, None in a paragraph. Both lines must begin near the same column, and `line` must be about full.
    """
    if following.blank or following.turn or _starts_anew(following) or _is_next_numbered(line, following):
        return False
    if _are_alike(line, following) or same_form(line.text, following.text) or begins_a_part(following.text):
        return False
    if max(line.indent, following.indent) >= _FAR_INDENT:
        return False
    full = width > 0 and line.width >= 0.85 * width
    if hanging is not None:
        if following.indent <= hanging:
            return False
        if full or line.text.endswith(("、", "，", ",")):
            return True
        long = line.width >= _SENTENCE or _UNFINISHED.search(line.text)
        return bool(width == 0 and long and not _ENDED.search(line.text))
    if not -4 <= following.indent - line.indent <= 2:
        return False
    if _ENDED.search(line.text):
        return False
    if line.text.isascii() and line.width + 1 + len(following.text.split(maxsplit=1)[0]) <= width:
        return False  # an editor would have set the next word on this line
    if line.width >= _LATIN_LINE and line.text.isascii():
        return True
    if line.width >= _SENTENCE and (_UNFINISHED.search(line.text) or _REPORTED.match(following.text)):
        return True
    if _CLOSED.search(line.text) and not _PARTICLE.match(following.text):
        return False
    return full


_NUMBERED = re.compile(r"(?P<name>[^\W\d_]{1,8}) ?(?P<number>\d{1,2})(?=[\s.)）:：、,=＝])")
"""A word with a number that names a line (目標1, Q2)."""


def _is_next_numbered(line: Line, following: Line) -> bool:
    """`following` begins with the word that `line` begins with and the next number: the second of a writer's list."""
    first, second = _NUMBERED.match(line.text), _NUMBERED.match(following.text)
    same = first is not None and second is not None and first["name"] == second["name"]
    return bool(same and first and second and int(second["number"]) == int(first["number"]) + 1)


_SIGNS = re.compile(r"[/／:：|｜→⇒=＝・;；(（]|->|=>")
_FEWEST_SIGNS = 2


def _are_alike(line: Line, following: Line) -> bool:
    """Both lines are set out with the same signs in the same order: two entries of one list, not a sentence and its rest."""
    first, second = _SIGNS.findall(line.text), _SIGNS.findall(following.text)
    return len(first) >= _FEWEST_SIGNS and first == second


_SPEAKER = re.compile(
    r"(?:\[?\d{1,2}:\d{2}\]? )?[A-Z][\w'’-]*\.?(?: [A-Z(][\w'’()-]*\.?){0,4}: \S"
    r"|[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}[ \t]+\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t]+\S"
)
"""A name of up to five capitalised words with a colon or a time: the next speaker of pasted talk, not the rest of a line."""


_STAMP = re.compile(
    r"[\[(（]?(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T\u3000]+)?\d{1,2}:\d{2}(?::\d{2})?[\])）]?\s+\S"
    r"|[\[(（]?20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[(（][月火水木金土日][)）])?[\])）]?[ \t\u3000:：]+\S"
)
"""The day or time at which the next line of a log or of pasted talk was written."""


def _starts_anew(line: Line) -> bool:
    text = line.text
    if _STAMP.match(text):
        return True
    if RULE.match(text) or HEADING_MARK.match(text) or MARKER.match(text) or _END_OF_NOTE.match(text):
        return True
    return bool(LABEL.match(text) or _SPEAKER.match(text)) or text.startswith(("#", ">", "|", "```", "※"))


def join_wrapped(first: str, second: str) -> str:
    """Both pieces of a wrapped line: no space between Japanese letters, one space elsewhere."""
    wide = (
        unicodedata.east_asian_width(first[-1:] or " ") in "WF"
        or unicodedata.east_asian_width(second[:1] or " ") in "WF"
    )
    return first + second if wide else f"{first} {second}"


def is_heading(line: Line, before: Line | None, after: Line | None) -> bool:
    """A short line that names what follows: marked (■, 【…】, 3.1) or standing above an indented part or a list."""
    text = line.text
    if columns(text) > 2 * _SHORT_HEADING or text.endswith(("。", "、", ".", ",", "！", "？")):
        return False
    if HEADING_MARK.match(text):
        return not text.startswith(("●", "○", "◎", "▶")) or (
            columns(text) <= _SHORT_HEADING and _opens(line, after)
        )
    if columns(text) > _SHORT_HEADING or MARKER.match(text) or re.search(r"[：:]|\s{2,}|\d$", text):
        return False
    starts = before is None or before.blank or before.indent > line.indent
    return line.indent == 0 and (
        (starts and _opens(line, after)) or (after is not None and after.indent > 0 and starts)
    )


def _opens(line: Line, after: Line | None) -> bool:
    return (
        after is not None
        and not after.blank
        and (after.indent > line.indent or bool(MARKER.match(after.text)))
    )
