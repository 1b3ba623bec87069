"""A plan that does one part of what was promised and says that the rest is left out: the other 20 wait for 2028.

Two forms, each a list of words in data/promises.toml: the rest as the subject of words that put it off (the remaining
sites follow later, 残る4路線は対応しない), and a thing named only to be denied (Łódź and Radom not planned, no French
version). A rest that has a day of its own before the promise's end is only later, not left out.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from agent.calendar.patterns import regex
from agent.goals.opposites import promise_words
from agent.goals.scan import Scan
from agent.goals.words import alternation

_CLAUSE = regex(r"[;。\n()]|, (?=(?:but |and |with |while |whereas )?(?:the |all )?[a-z])|、|\. |\.$| while | whereas | but | and (?=the (?:other|rest|remain))")  # fmt: skip


@cache
def _rest_en() -> re.Pattern[str]:
    of = promise_words()["left_out"]
    return regex(
        rf"(?<![a-z])(?:{alternation(of['rest_en'])})(?![a-z])[^.;\n]{{0,48}}?(?<![a-z])(?:{alternation(of['put_off_en'])})(?![a-z])",
        re.I,
    )


@cache
def _rest_ja() -> re.Pattern[str]:
    of = promise_words()["left_out"]
    return regex(
        rf"(?:{alternation(of['rest_ja'])}|[2-9二三四五](?:拠点|店舗?|工場|社|つ|校|棟|台|期|言語|班|部門|路線|施設)目)[^、。\n;]{{0,20}}?(?:は|も|については|に関しては|:|、)[^。\n;]{{0,16}}?(?:{alternation(of['put_off_ja'])})"
    )


@cache
def _denied_en() -> re.Pattern[str]:
    of = promise_words()["left_out"]
    return regex(
        rf"(?:^|[,;:(–] ?|\. | and | but )(?P<what>[A-Z\u00c0-\u024f0-9][^,;.()\n]{{1,40}}?|(?:the )?[a-z][a-z0-9 -]{{2,30}}?) (?:(?:is|are|will be|to be|shall be) )?(?P<denied>{alternation(of['denied_en'])})(?![a-z])"
    )


@cache
def _no_en() -> re.Pattern[str]:
    nouns = alternation(promise_words()["left_out"]["versions_en"])
    return regex(
        rf"(?<![a-z])(?:no|without(?: an?| any)?) (?P<what>[A-Za-z][A-Za-z -]{{2,40}}?) (?:{nouns})s?(?![a-z])"
    )


_WITHOUT_EN = regex(
    r"(?<![a-z])without (?:the |any |an? )?(?P<what>[A-Z][\w-]+|[a-z][a-z-]{3,}(?: [a-z][a-z-]{3,})?)(?= on | at | in | by | for now|,|;|\.|$)"
)
"""Go live without SSO: a thing the promise names, left out."""


def leaves_out(scan: Scan, promised: str, until: dt.date | None) -> bool:
    """The plan says outright that part of what was promised is not done, or not before `until`."""
    text = scan.text
    found = [*_rest_en().finditer(text), *_rest_ja().finditer(text)]
    for match in found:
        if not _in_time(scan, match, until):
            return True
    if any(_shared(match["what"], promised) for match in _WITHOUT_EN.finditer(text)):
        return _WITHOUT_EN.search(promised) is None
    for match in (*_denied_en().finditer(text), *_no_en().finditer(text)):
        said = match.groupdict().get("denied")
        if said and said.lower() in promised.lower():
            continue  # 26 berths kept for visitors, as promised
        if _shared(match["what"], promised) and not _in_time(scan, match, until):
            return True
    return False


def _in_time(scan: Scan, match: re.Match[str], until: dt.date | None) -> bool:
    """The rest has a day of its own that the promise still allows: the other 20 follow by 31 May."""
    end = _CLAUSE.search(scan.text, match.end())
    stop = end.start() if end else len(scan.text)
    begin = match.end() if (match.groupdict().get("denied") or "").startswith("not") else match.start()
    days = [m.last for m in scan.mentions if begin <= m.start < stop and m.last is not None]
    return bool(days) and (until is None or max(days) <= until)


def _shared(what: str, promised: str) -> bool:
    """The denied thing is named in the promise (French), or the promise is of all and the thing a name (Łódź)."""
    words = [word.lower() for word in re.findall(r"[A-Z]{2,}|[^\W\d_]{4,}", what)]
    if any(word[:5] in promised.lower() for word in words):
        return True
    named = all(word[0].isupper() for word in what.split() if word not in ("and", "or", "the"))
    return named and _ALL.search(promised) is not None


_ALL = regex(r"(?<![a-z])(?:all|every|each|both|entire|whole|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)(?![a-z])", re.I)  # fmt: skip
