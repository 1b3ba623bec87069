"""Words that go against a promise: remote where on site was promised, one site for all, put off, less often.

The words are pairs of lists in data/promises.toml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from agent.calendar.alternation import alternation
from agent.calendar.only_where import only_where
from agent.calendar.patterns import regex
from agent.goals.often import times_a_year
from agent.goals.words import data

_NOW = regex(
    r"(?:現在|現状|今(?![期年月週回後度秋春夏冬季次般日朝夜晩]))は?(?:(?!→|から|を)[^、。\n()])*|(?:currently|today|now)(?:(?!->|=>|→| to )[^,.;()])*",
    re.I,
)

_REPLACED = only_where(
    regex(
        r"の代わり|[代替か][えわ]|ではなく|やめ|廃し|取り?止め|[へに](?:切り?替え|置き換え|変更)|instead of|rather than|in place of|as a substitute for|replac|swap|trad(?:e|i|s|p)|exchang|gives? way|makes? way|(?:mov|switch|shift|convert|chang|turn)",
        re.I,
    ),
    regex(
        r"(?P<ja>[^、。\n;]{2,24}?)(?:の代わり|に(?:代え|替え|かえ)て|に(?:代わ|替わ|かわ)る|ではなく|(?:を|は)(?:やめ|廃し|取り止め|取りやめ)て?[、 ]|を(?=[^、。\n;]{2,16}(?:へ|に)(?:切り?替え|置き換え|変更)))"
        r"|(?<![a-z])(?:instead of|rather than|in place of|as a substitute for|to replace|replacing) (?P<en>[^,;.()\n]{3,50}?)(?=,|;|\.|\(|\n|$| by | before | on | until | from | in )"
        r"|(?<![a-z])(?:(?:replac|swap|trad|exchang)(?:e|es|ed|ing|s|ping|ped)|(?:is|are|be) (?:replaced|swapped)) (?P<with>[^,;.()\n]{3,50}?) (?:with|by|for) |(?:^|[,;.] )(?P<way>[^,;.()\n]{3,40}?) (?:gives?|makes?) way to "
        r"|(?<![a-z])(?:mov|switch|shift|convert|chang|turn)(?:e|es|ed|ing|s)? (?P<moved>[^,;.()\n]{3,40}?) (?:to|into|over to) (?=(?:a |an )?(?:phone|video|online|remote|email|e-mail|web|chat|call|recorded|self|shared|pooled|virtual|ticket|portal|form|chatbot|bot)(?![a-z]))",
        re.I,
    ),
)
"""The words around what is replaced."""


@cache
def promise_words() -> dict[str, Any]:
    """The lists of data/promises.toml."""
    return data("promises")


def any_of(listed: list[str], pattern: str = "") -> re.Pattern[str]:
    """Any of the words in any case; Latin words whole, Japanese ones anywhere; never matches when there is none."""
    latin = alternation(word for word in listed if word.isascii())
    others = alternation(word for word in listed if not word.isascii())
    options = [f"(?<![A-Za-z]){latin}(?![A-Za-z])" if latin else "", others, pattern]
    return regex("|".join(option for option in options if option) or r"(?!)", re.I)


@dataclass(frozen=True, slots=True)
class _Pair:
    promised: re.Pattern[str]
    planned: re.Pattern[str]
    not_promised: re.Pattern[str] | None
    not_planned: re.Pattern[str] | None


@cache
def _pairs() -> tuple[_Pair, ...]:
    return tuple(
        _Pair(
            any_of(row["promised"], row.get("promised_pattern", "")),
            any_of(row["planned"], row.get("planned_pattern", "")),
            any_of(row["not_promised"]) if "not_promised" in row else None,
            any_of(row["not_planned"]) if "not_planned" in row else None,
        )
        for row in promise_words()["opposed"]
    )


@cache
def _lists(table: str, name: str) -> re.Pattern[str]:
    return any_of(promise_words()[table][name])


def own_subject(promised: str) -> bool:
    """Promises whose opposite needs no other word in common: no paper, round the clock, all sites."""
    return _lists("subjects", "own").search(promised) is not None


@cache
def _kinds(table: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Languages (`names`) or file formats (`formats`): any of them, and each."""
    listed = promise_words()["languages"][table]
    return any_of([name for names in listed for name in names]), tuple(map(any_of, listed))


def in_other_language(promised: str, planned: str) -> bool:
    """The promise names languages (or file formats) and the plan others only, or only some of those promised."""
    return any(_in_others(promised, planned, *_kinds(table)) for table in ("names", "formats"))


def in_other_channel(promised: str, planned: str) -> bool:
    """Phone calls were promised, and the plan says e-mail only."""
    if not _lists("firm", "only").search(planned):
        return False
    any_kind, kinds = _kinds("channels")
    if not any_kind.search(promised):
        return False
    wanted = {at for at, names in enumerate(kinds) if names.search(promised)}
    named = {at for at, names in enumerate(kinds) if _ALONE.search(planned) and names.search(planned)}
    return bool(named) and not wanted & named


_ALONE = regex(
    r"(?:電話|コール|メール|チャット|FAX|ファクス|フォーム|訪問|郵送|郵便|窓口|店頭)(?:のみ|だけ|に限|限定)|(?<![a-z])(?:only (?:by|via|through|over|on) |(?:phone|e-?mail|chat|fax|form|post|counter|desk|call|letter|visit)s? (?:only|alone))",
    re.I,
)
"""メールだけ, by chat only: the word for only stands by the way."""


def _in_others(
    promised: str, planned: str, any_kind: re.Pattern[str], kinds: tuple[re.Pattern[str], ...]
) -> bool:
    if not any_kind.search(promised):
        return False
    wanted = {at for at, names in enumerate(kinds) if names.search(promised)}
    named = {at for at, names in enumerate(kinds) if _named(names, planned)}
    if not named:
        return False
    return not wanted & named or (not wanted <= named and _lists("firm", "only").search(planned) is not None)


def _named(names: re.Pattern[str], planned: str) -> bool:
    return any(not _LEFT_OUT.match(planned, match.end()) for match in names.finditer(planned))


_LEFT_OUT = regex(
    r"版?[^、。\n]{0,8}(?:作らず|作らない|後回し|先送り|次回|次期|来期|未定|延期|まだ|なくす|削る|やめ|なし|せず|しない|見送|除く|対象外|省)"
)


def replaced(planned: str) -> str:
    """What the plan puts something else in place of: 講師派遣 of 講師派遣の代わりに録画; "" when it replaces nothing."""
    found = _REPLACED.search(planned)
    return next((part for part in found.groups() if part), "") if found else ""


def without_replaced(planned: str) -> str:
    """The plan less what it replaces."""
    return _REPLACED.sub("", planned)


def goes_on(promised: str) -> bool:
    """The promise is of something that stays as it is until a day: prices, support, a weekly meeting."""
    return _lists("ended", "goes_on").search(promised) is not None


def is_loosened(planned: str, promised: str) -> bool:
    """The plan leaves it open, or as it was: as capacity allows, 各自の判断で, これまで通り."""
    found = _lists("loosened", "words").search(planned)
    return found is not None and _lists("loosened", "not_promised").search(promised) is None


def stops(planned: str) -> bool:
    """The plan brings something to its end."""
    return _lists("ended", "words").search(planned) is not None


def lasts(promised: str) -> bool:
    """The promise says until when, or for how long, something is given."""
    return _lists("ended", "lasting").search(_BY_THEN.sub("", promised)) is not None


_BY_THEN = regex(r"まで\)?に")


def ends_something(promised: str) -> bool:
    """What is promised is itself that something ends: paper applications gone by September."""
    return _lists("ended", "itself").search(promised) is not None


def is_put_off(planned: str, promised: str = "") -> bool:
    """The plan postpones, drops or leaves out; not what the promise itself speaks of (cancelled orders)."""
    said = _lists("put_off", "words").search(_lists("put_off", "not_words").sub("", planned))
    return said is not None and said.group()[:6].lower() not in promised.lower()


def less_often(planned: str, promised: str) -> bool:
    """研修は年1回 where 年4回 was promised; quarterly reports where monthly ones were."""
    now, then = times_a_year(planned), times_a_year(promised)
    return now is not None and then is not None and now < then


def without_present(text: str) -> str:
    """The text less what it says of today: 現在は本社のみ."""
    return _NOW.sub("", text)


_DENIED_AFTER = regex(
    r"(?:は|を|も|が|に|で)?(?:し|行わ|さ|とは|に)?(?:せず|ない|なし|無し|不要|ゼロ|廃止|やめ|なく|ずに|禁止|要らず|いらず)"
    r"|[^、。\n()]{0,6}(?:を|は|も)(?:[^、。\n()]{0,10}(?:で|に|、))?(?:全廃|廃止|撤廃|終了|終える|打ち切|取りやめ|やめる|やめ、|なくす|なくし|ゼロに)"
)
_DENIED_BEFORE = regex(
    r"(?<![a-z])(?:no|not|never|without|avoid(?:s|ing)?|instead of|rather than|stop(?:s|ping)?|end(?:s|ing)?|retires?|no more|nothing)(?: be| any| the| all| an?)? $",
    re.I,
)


def _is_denied(planned: str, match: re.Match[str]) -> bool:
    """The plan says that there will be none of it: 手入力なし, no pilot."""
    return bool(_DENIED_AFTER.match(planned, match.end()) or _DENIED_BEFORE.search(planned[: match.start()]))


_DENIED_ACT = regex(r"(?<=[一-龥])(?:は|を|も)(?=(?:一切|行わ|し)(?:ない|ません)|せず)")
"""増員はしない is 増員しない."""


def is_opposed(promised: str, planned: str) -> bool:
    """The plan says the opposite of what was promised, and does not say the promised thing as well."""
    promised = _DENIED_ACT.sub("", promised)
    promised += "\n" + promised.replace("-", " ") if "-" in promised else ""  # round-the-clock
    for pair in _pairs():
        meant = pair.not_promised.sub("", promised) if pair.not_promised else promised
        if not pair.promised.search(meant):
            continue
        said = pair.not_planned.sub("", planned) if pair.not_planned else planned
        if not any(not _is_denied(said, match) for match in pair.planned.finditer(said)):
            continue
        rest = pair.planned.sub("", said)
        if not pair.promised.search(rest) or _lists("firm", "words").search(planned):
            return True
    return False
