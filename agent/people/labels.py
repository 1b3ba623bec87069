"""Short texts that hold people: speaker labels, cells, attendee items, signatures, chat profiles.

"経理課杉内課長", "CSセンター長 鎌形真理子様(推進役)", "川上（健）主任", "岩田(情シス)", "Jane Roe (Head of IT, Acme)".
All patterns run over folded text, so that offsets are those of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.people.latin_letters import LOWER, UPPER
from agent.people.lexicon import (
    alternatives,
    department_pattern,
    honorific_pattern,
    latin_honorific,
    not_names,
    table,
    title_pattern,
    titles_en,
)
from agent.people.names import (
    SplitName,
    is_common,
    is_family,
    is_given,
    is_latin_word,
    is_unknown,
    split_name,
)
from agent.people.titles import English, read_english_role
from agent.people.types import Phrase
from connectors.interface import Span

_SEPARATOR = re.compile(r"[\s　_@＠/／|｜,、，・:：\-‐–—]+")
_BRACKET = re.compile(r"[(（\[［【<〈]([^()（）\[\]［］【】<>〈〉]*)[)）\]］】>〉]")
_POST_BEFORE = re.compile(r"(?P<before>[一-龥々ァ-ヶーA-Za-z0-9]{2,12})・(?=[一-龥々])")
_LETTER = f"{UPPER}{LOWER}"
_LATIN_RUN = re.compile(rf"[{_LETTER}][{_LETTER}'’.\-]*(?: (?:v/d|[{_LETTER}][{_LETTER}'’.\-]*)){{0,4}}")
_NOT_LATIN_NAME = re.compile(
    r"\b(?:Attendees|Present|Participants|Regards|Thanks|Team|Group|Committee|Board|Department|Minutes|Notes|Review|Meeting|Zoom|Teams|Online|Office|All|None|TBC|TBD|Everyone|Others?|left|joined|late|online|remote|absent|apologies|until|from|only|part)\b"
)


_KISSES = re.compile(r"(?<=[a-z]) x{1,3}\Z")
"""What some sign with behind their name."""


@dataclass(slots=True)
class Label:
    """A person read from a short text; offsets are those of the text it was cut from plus `base`."""

    start: int
    end: int
    family: str
    given: str | None
    latin: bool
    outer: Span
    honorific: str = ""
    title: Phrase | None = None
    department: Phrase | None = None
    org: str | None = None
    note: str = ""


@cache
def _tail() -> re.Pattern[str]:
    """Title and honorific at the end of a label: "…課長様", "…C長", "…さん"."""
    short = alternatives(table("titles")["abbreviated"]["after_name"], escape=False)
    return re.compile(
        rf"[\s　]*(?P<title>{title_pattern()}|(?<=[一-龥ぁ-んァ-ヶ]){short})?[\s　]*(?P<hon>{honorific_pattern()})?[\s　]*\Z"
    )


@cache
def _dept() -> re.Pattern[str]:
    bare = alternatives(table("departments")["bare"])
    return re.compile(rf"(?:{department_pattern()}|{bare})\Z")


@cache
def _fused() -> re.Pattern[str]:
    """Department and title written as one word: 経営企画部長, CSセンター長."""
    return re.compile(rf"(?P<dept>.*?)(?P<title>(?:{title_pattern()}))(?:[(（][^()（）]*[)）])?\Z")


def read_label(text: str, base: int, loose: bool = True) -> Label | None:
    """The person a short text names, or None. `loose` takes words unknown to the dictionary for names too."""
    main, note, given_mark = _without_brackets(text)
    main = _POST_BEFORE.sub(_apart, main)
    tail = _tail().search(main)
    title_text, honorific = (tail["title"], tail["hon"] or "") if tail else (None, "")
    head_end = tail.start() if tail else len(main)
    anchored = bool(title_text or honorific)
    found = _japanese(main, head_end, loose or anchored, loose and anchored)
    if found is not None and title_text and not honorific and _is_stem(main[found[0] : found[1]]):
        found = None
    run = run_together_post(main, title_text, honorific)
    if run is not None:
        return _of_run(run, main, base, honorific, note)
    if found is None and note and not main[:head_end].strip(" 　") and title_text and tail:
        inner = read_label(note, base + text.find(note), loose)
        if inner is not None and not inner.latin:
            inner.title = Phrase(title_text, base + tail.start("title"), base + tail.end("title"))
            return inner
    if found is None and tail and title_text:
        head_end, title_text = tail.start("hon") if honorific else len(main), None
        found = _japanese(main[:head_end], head_end, loose)
    if found is None:
        return _latin(text, base, note)
    start, end, family, given = found
    if given is None and given_mark:
        given = given_mark
    label = Label(
        base + start,
        base + end,
        family,
        given,
        False,
        Span(base + start, base + max(end, len(main[: tail.end()].rstrip()) if tail and anchored else 0)),
    )
    label.honorific, label.note = honorific, note
    if title_text and tail:
        label.title = Phrase(title_text, base + tail.start("title"), base + tail.end("title"))
    place_part(label, main, 0, start, base)
    place_part(label, main, end, tail.start() if anchored and tail else len(main), base)
    if note:
        at = text.find(note)
        place_part(label, text, at, at + len(note), base)
    return label


LONGEST_FAMILY = 3
"""Characters of a family name that no dictionary has."""


def _is_stem(word: str) -> bool:
    """A long word that is no family name, before a title: the unit that the post is of (業務改革室長)."""
    return len(word) > LONGEST_FAMILY and not is_family(word) and split_name(word) is None


def run_together_post(main: str, title: str | None, honorific: str) -> tuple[int, int, int, str] | None:
    """Start and end of a family name with a unit and its head run onto it ("石川経営企画部長"): with the end of all and the title."""
    found = re.fullmatch(
        r"\s*(?P<word>[一-龥々ァ-ヶー]{4,14})", main[: len(main.rstrip()) - len(honorific)].rstrip()
    )
    if found is None or not title or title not in _SHORT - {"店長", "所長", "支店長"}:
        return None
    word = found["word"]
    if not word.endswith(title):
        return None
    stem = word[: -len(title)]
    if _dept().fullmatch(stem) or (_dept().fullmatch(word[:-1]) and not is_family(stem[:2])):
        return None
    for size in (4, 3, 2, 1):
        family, rest = stem[:size], stem[size:]
        if (
            len(rest) >= 2
            and is_family(family)
            and not is_common(family)
            and _dept().fullmatch(rest + title[:-1])
        ):
            start = found.start("word")
            return start, start + size, found.end("word"), title
    return None


def _of_run(run: tuple[int, int, int, str], main: str, base: int, honorific: str, note: str) -> Label:
    start, split, end, _ = run
    label = Label(
        base + start,
        base + split,
        main[start:split],
        None,
        False,
        Span(base + start, base + len(main.rstrip())),
    )
    label.honorific, label.note = honorific, note
    place_part(label, main, split, end, base)
    return label


def _apart(found: re.Match[str]) -> str:
    """ "生産管理・…" names a post and who holds it; two names with a dot between stay one text."""
    word = found["before"]
    return found[0] if is_family(word) and not (is_post(word) or is_common(word)) else f"{word}、"


def _without_brackets(text: str) -> tuple[str, str, str | None]:
    """Text with brackets blanked out, the longest bracket's words, and a bracketed given name ("（亮）").

    Behind a post stands a house or site ("主任(みずほ)"), though a given name is written the same.
    """
    note, mark = "", None

    def blank(found: re.Match[str]) -> str:
        nonlocal note, mark
        inner = found[1].strip()
        before = text[: found.start()].rstrip()
        behind_post = len(inner) > 1 and re.search(rf"{title_pattern()}\Z", before)
        if (
            len(inner) <= 3
            and is_given(inner)
            and before
            and not inner.isascii()
            and inner != "記"
            and not behind_post
        ):
            mark = inner
        elif len(inner) > len(note):
            note = inner
        return " " * len(found[0])

    return _BRACKET.sub(blank, text), note, mark


def _japanese(
    main: str, end: int, loose: bool, anchored: bool = False
) -> tuple[int, int, str, str | None] | None:
    """The name in `main[:end]`: the last two words, the last word, its end behind a unit, or any piece."""
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[^\s　_@＠/／|｜,、，:：\-‐–—]+", main[:end])]
    if not pieces:
        return None
    for first, second in zip(reversed(pieces[:-1]), reversed(pieces[1:]), strict=True):
        joined = main[first[0] : second[1]]
        if re.fullmatch(r"\S+[\s　]+\S+", joined):
            whole = split_name(joined)
            if whole is None and loose and is_given(main[second[0] : second[1]]):
                head = main[first[0] : first[1]]
                rare = (
                    re.fullmatch(r"[一-龥々]{1,3}", head)
                    and not is_family(main[second[0] : second[1]])
                    and is_callable(head)
                    and not is_post(head)
                )
                whole = SplitName(head, main[second[0] : second[1]]) if rare else None
            if whole and whole.given and not is_post(main[first[0] : first[1]]):
                return first[0], second[1], whole.family, whole.given
    for start, stop in (pieces[-1], *pieces[:-1]):
        word = main[start:stop]
        if is_post(word):
            continue
        whole = split_name(word)
        if whole:
            return start, stop, whole.family, whole.given
        inner = _behind_unit(word)
        if inner is not None:
            whole = split_name(word[inner:])
            if whole:
                return start + inner, stop, whole.family, whole.given
    start, stop = pieces[-1]
    word = main[start:stop]
    kana = anchored and re.fullmatch(r"[ァ-ヶー]{3,6}|[ぁ-ん]{2,5}", word)
    if anchored and re.fullmatch(r"[一-龥々]{1,4}", word) and not is_post(word) and is_callable(word):
        return start, stop, word, None
    if loose and (kana or re.fullmatch(r"[一-龥々]{2,4}", word)) and is_unknown(word) and not is_post(word):
        return start, stop, word, None
    return None


def is_callable(word: str) -> bool:
    """True for a word that an honorific or title behind it makes somebody's name, though everyday language has it
    too: no trade, post, unit or place of work ("業者さん", "工場さん")."""
    return word not in not_names() and not _TRADE.search(word)


_TRADE = re.compile(
    r"[屋者員師士手方主家人工社店局部課室会院校場所庁省県市町村区駅業務科側々名達]\Z|[御皆誰何]"
)


def is_unit(word: str) -> bool:
    """True for the whole name of an organisational unit."""
    return bool(re.fullmatch(department_pattern(), word))


def is_post(word: str) -> bool:
    """True for a unit or a title, which some families share as a name (本部, 主任)."""
    if is_family(word) and not is_common(word):
        return False
    if re.fullmatch(r"[一-龥]部", word) and word not in not_names() and not is_common(word):
        return False
    return bool(_dept().fullmatch(word) or _fused().fullmatch(word))


@cache
def _ends_unit() -> re.Pattern[str]:
    data = table("departments")
    return re.compile(rf".{alternatives([*data['suffixes'], *data['places']])}\Z")


def _behind_unit(word: str) -> int | None:
    """Where the name begins in "経理課杉内", "千葉支店の小川", "管理部の内藤"."""
    at = word.rfind("の")
    if 0 < at < len(word) - 1:
        return at + 1
    for size in (2, 3, 1, 4, 5, 6):
        head = word[:-size]
        is_unit = head and (_dept().fullmatch(head) or re.search(title_pattern() + r"\Z", head))
        if is_unit and split_name(word[-size:]):
            return len(word) - size
    return None


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z]){latin_honorific()} (?=[A-Z])|(?<=[a-z]){alternatives(['-' + w.strip('-') for w in table('honorifics')['after_latin']])}(?![A-Za-z-])"
    )


def _latin(text: str, base: int, note: str) -> Label | None:
    main, note, _ = _without_brackets(text)
    called = _called().search(main)
    main = _called().sub(lambda found: " " * len(found[0]), main)
    ahead = _title_ahead().match(main)
    if ahead:
        name = read_label(main[ahead.end() :], base + ahead.end(), False)
        if name is not None and name.latin and name.given:
            place_part(name, main, 0, ahead.end(), base)
            return name
    for found in _LATIN_RUN.finditer(main):
        run = _KISSES.sub("", found[0])
        role = read_english_role(run)
        words = [w for w in run.split() if w.strip(".-")]
        if (
            role
            or _NOT_LATIN_NAME.search(found[0])
            or not words
            or len(words) > 4
            or not all(is_latin_word(w.strip(".")) or len(w) <= 3 for w in words)
        ):
            continue
        if not any(w[0].isupper() for w in words) and len(words) > 1:
            continue
        if (
            len(words) == 1
            and (words[0].isupper() or len(words[0]) < 3)
            and len(main.strip()) > len(words[0])
        ):
            continue
        given = " ".join(words[:-1]) or None
        label = Label(
            base + found.start(), base + found.start() + len(run.rstrip(" .-")), words[-1], given, True,
            Span(base + found.start(), base + len(text.rstrip())),
        )  # fmt: skip
        label.note = note
        if called is not None:
            label.honorific = called[0].strip(" -")
            label.outer = Span(min(label.start, base + called.start()), label.outer.end)
        place_part(label, main, 0, found.start(), base)
        place_part(label, main, found.end(), len(main), base)
        if note:
            at = text.find(note)
            first = re.split(r"[,;/]", note)[0].strip()
            if english_unit(first) and not read_english_role(first):
                label.department = Phrase(first, base + at, base + at + len(first))
            else:
                place_part(label, text, at, at + len(note), base)
        return label
    return None


@cache
def english_unit_pattern() -> re.Pattern[str]:
    """One organisational unit as English lists name it, whole: "QA", "the Finance team"."""
    return re.compile(
        rf"(?:the )?{alternatives(table('departments')['english'])}(?: team| department| dept\.?)?",
        re.IGNORECASE,
    )


def english_unit(text: str) -> bool:
    """True for the whole name of an English unit."""
    return bool(english_unit_pattern().fullmatch(text))


@cache
def _title_ahead() -> re.Pattern[str]:
    """A title before the name: "VP of Finance Jane Roe", "IT Manager Bob Low"."""
    units = alternatives(table("departments")["english"])
    return re.compile(
        rf"\s*(?:(?:{units}|[A-Z][a-z]+) )?{alternatives(titles_en())}(?: (?:of|for) (?:the )?{units}(?:(?: and | & ){units})?)? (?=[A-Z][a-zà-ÿ]+(?:[ -][A-Z]))"
    )


def place_part(label: Label, text: str, start: int, end: int, base: int) -> None:
    """Sort the words beside the name into department, title and affiliation."""
    words = text[start:end]
    english: English | None = None if re.search(r"[一-龥]", words) else read_english_role(words)
    if english:
        label.title = label.title or phrase_at(english.title, text, start, base)
        if english.department and not label.department:
            label.department = phrase_at(english.department, text, start, base)
        rest = english.rest
        if rest and not label.org:
            label.org = rest
        return
    units: list[tuple[int, int]] = []
    titles: list[tuple[int, int]] = []
    others: list[str] = []
    for word in re.finditer(r"[^\s　_@＠/／|｜,、，:：]+", text[start:end]):
        at, stop = start + word.start(), start + word.end()
        value = word[0].strip("-‐–—※.。")
        if value.endswith("の") and len(value) > 1:
            value, stop = value[:-1], stop - 1
        fused = _fused().fullmatch(value)
        if fused and fused["dept"].endswith("の") and _ends_unit().search(fused["dept"][:-1]):
            units.append((at, at + len(fused["dept"]) - 1))  # "3階病棟の師長"
            titles.append((at + len(fused["dept"]), stop))
        elif fused:
            titles.append((at, stop))
            unit = _unit_of(fused["dept"], fused["title"]) if fused["dept"] else None
            if unit:
                above = _RANKS.match(unit)
                units.append((at + (above.end() if above else 0), at + len(unit)))
        elif _dept().fullmatch(value):
            units.append((at, stop))
        elif value in {"兼", "前", "元"}:
            continue
        elif value:
            others.append(value)
    if titles and not label.title:
        first, last = titles[0][0], titles[-1][1]
        fused = _fused().fullmatch(text[first:last])
        rank = (
            fused["title"]
            if fused and len(titles) == 1 and fused["dept"] and fused["title"] in _SHORT
            else None
        )
        begin = last - len(rank) if rank else first
        label.title = Phrase(text[begin:last], base + begin, base + last)
    if units and not label.department:
        first, last = units[0][0], units[-1][1]
        label.department = Phrase(text[first:last], base + first, base + last)
    if others and not label.org:
        label.org = " ".join(others)


_RANKS = re.compile(r"(?:代表取締役|取締役|(?:上席|常務|専務)?執行役員|常務|専務|理事)+(?=.)")
_SHORT = {"部長", "課長", "室長", "係長", "店長", "所長", "支店長", "次長", "工場長", "局長"}


def _unit_of(dept: str, title: str) -> str | None:
    """Name of the unit in a fused title: 経営企画 + 部長 → 経営企画部."""
    if title.endswith("長") and len(title) >= 2:
        stem = title[:-1]
        return dept + stem if _dept().fullmatch(dept + stem) else None
    return dept if _dept().fullmatch(dept) else None


def phrase_at(words: str, text: str, start: int, base: int) -> Phrase:
    at = text.find(words, start)
    return Phrase(words, base + at, base + at + len(words))


def place_words(label: Label, text: str, base: int) -> None:
    """Sort a line that holds no name into the label's department, title and affiliation."""
    place_part(label, text, 0, len(text), base)
