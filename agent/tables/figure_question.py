"""A question for one figure of a period, in Japanese or English: which figure, of which year or part of it, forecast or not."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from agent.tables.plain_words import SCOPE, TAIL
from agent.tables.words import plain
from connectors.dates import MONTHS

YearKind = Literal["ending", "fiscal", "plain", "day", ""]

_ERA = {"昭和": 1925, "平成": 1988, "令和": 2018}
_YEAR_JA = re.compile(
    r"(?:(?P<era>昭和|平成|令和)(?P<nth>元|\d{1,2})|(?P<west>(?:19|20)\d\d))年(?:(?P<fiscal>度)|(?P<month>\d{1,2})月(?P<end>期|(?=中間期|第2四半期))|(?![間月]))"
    r"|FY(?P<fy>(?:19|20)\d\d)"
)
_LATEST_JA = re.compile(
    r"(?:当|今)(?:連結会計年度|事業年度|年度|期)|(?:直近|最新)(?:の(?:年度|期|決算))?|通期|年間"
)
_PART_JA = re.compile(
    r"(?:第([1-4])四半期|([1-4])Q|(中間(?:期|連結会計期間)?|上半?期|半期))(?:連結)?(?P<alone>会計期間)?(?:連結)?(?:累計期間|累計)?(?:\(累計\))?"
)
_FORECAST_JA = re.compile(r"(?:業績)?(?:予想|見通し|見込み?)(?:値|数値)?")
_REPLACED_JA = re.compile(r"修正前(?:の)?|前回(?:発表)?(?:の)?")
_REVISED_JA = re.compile(r"修正後(?:の)?|今回(?:修正|発表)?(?:の)?")
_GIVE_UP_JA = re.compile(
    r"下半?期|月次|前期|来期|前年|翌|四半期(?<!第.四半期)|計画|目標|誰|いつ|なぜ|どこ|どの|どんな"
)
_NOTHING_JA = frozenset(
    {
        "",
        "末",
        "時点",
        "実績",
        "金額",
        "業績",
        "決算",
        "会社",
        "当社",
        "同社",
        "全社",
        "お客様",
        "期間",
        "累計",
    }
)

_DAY_EN = re.compile(rf"(?P<month>{'|'.join(MONTHS).lower()}) (?P<day>\d{{1,2}}),? (?P<year>(?:19|20)\d\d)")
_YEAR_EN = re.compile(
    r"(?:(?P<fiscal>fiscal(?: year)?|financial year|fy) ?'?)?(?P<year>(?:19|20)\d\d)(?![\d-])|\bfy ?'?(?P<short>\d\d)\b"
)
_PART_EN = re.compile(
    r"\b(?:(first|second|third|fourth) (?:fiscal )?quarter|q([1-4])|(first half|half year|(?:six|6) months)|(nine|9) months|(three|3) months)\b"
)
_FORECAST_EN = re.compile(r"\b(?:forecast(?:ed)?|guidance|outlook|projected|expected|projection)\b")
_GIVE_UP_EN = re.compile(
    r"\b(?:why|who|when|where|which|growth|increased?|decreased?|changed?|per|between|percent(?:age)?|ratio)\b|\bfrom (?:fiscal )?(?:fy)?\d"
)
"""Questions for more than one figure, or for none."""
_STOP_EN = frozenset(
    ["what", "whats", "was", "is", "were", "are", "the", "of", "in", "for", "a", "an", "total", "company", "companys", "its", "their", "they", "did", "do", "does", "have", "has", "had", "report", "reported", "reports", "how", "much", "many", "year", "years", "ended", "ending", "end", "at", "as", "on", "fiscal", "consolidated", "group", "please", "tell", "me", "show", "amount", "by", "and", "generate", "generated", "earn", "earned", "during", "quarter", "s"]
)  # fmt: skip
_KEEP_JOINED = "and"


@dataclass(frozen=True, slots=True)
class FigureQuestion:
    """`key` is a figure of the plan's table, or "" where `words` must be the label a filing prints or tags.

    `months` is the length of the period from the fiscal year's start: 3, 6, 9 or 12. `kind` says how `year` (with
    `month` and `day` where said) is meant: "ending" the month a fiscal year ends in, "fiscal" a fiscal year's name, "plain" a
    year, "day" the last day, "" none said: the latest.
    """

    text: str
    key: str
    words: str
    language: Literal["ja", "en"]
    kind: YearKind = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 12
    forecast: bool = False
    replaced: bool = False
    consolidated: bool | None = None
    balance: bool = False  # English: at a day, so no figure of a period

    @property
    def is_of_a_part(self) -> bool:
        """Asks for a part of a year or for what is expected: no plain figure of a year."""
        return self.months != 12 or self.forecast


def read_figure_question(text: str, names: Iterable[str] = ()) -> FigureQuestion | None:
    """What is asked for; None where it is no single figure of one period. `names` are the company's own."""
    ascii_ = sum(character.isascii() for character in text)
    return _english(text, names) if ascii_ > 0.9 * len(text) else _japanese(text, frozenset(names))


def _japanese(text: str, names: frozenset[str]) -> FigureQuestion | None:
    body = TAIL.sub("", plain(text), count=1)
    if "「" in body:
        return None
    replaced, body = _taken(_REPLACED_JA, _REVISED_JA.sub("", body))
    forecast, body = _taken(_FORECAST_JA, body)
    label = next((label for label, of_forecast in _ja() if label in body and forecast >= of_forecast), None)
    if label is None:
        return None
    body = body.replace(label, "の", 1)
    if _GIVE_UP_JA.search(body):
        return None
    years = list(_YEAR_JA.finditer(body))
    parts = list(_PART_JA.finditer(body))
    if len(years) > 1 or len(parts) > 1 or (replaced and not forecast):
        return None
    months = 12
    if parts:
        number = int(parts[0][1] or parts[0][2] or 2)
        months = 3 * number
        if parts[0]["alone"] and number > 1 and "累計" not in parts[0][0]:
            return None
    scope = SCOPE.search(body)
    rest = SCOPE.sub("", _LATEST_JA.sub("", _PART_JA.sub("", _YEAR_JA.sub("", body))))
    if any(
        p not in _NOTHING_JA and p not in names for p in re.split(r"における|について|[のはを、,()]", rest)
    ):
        return None
    key = _ja()[label, False] if (label, False) in _ja() else _ja()[label, True]
    kind: YearKind = ""
    year = month = None
    if years:
        kind, year, month = _year_ja(years[0])
    if kind == "day":
        months = 6
    return FigureQuestion(
        text, key, label, "ja", kind, year, month, None, months, forecast, replaced,
        None if scope is None else scope[0].startswith("連結"),
    )  # fmt: skip


def _taken(pattern: re.Pattern[str], body: str) -> tuple[bool, str]:
    rest = pattern.sub("", body)
    return rest != body, rest


def _year_ja(match: re.Match[str]) -> tuple[YearKind, int, int | None]:
    if match["fy"]:
        return "fiscal", int(match["fy"]), None
    if match["era"]:
        year = _ERA[match["era"]] + (1 if match["nth"] == "元" else int(match["nth"]))
    else:
        year = int(match["west"])
    if match["fiscal"]:
        return "fiscal", year, None
    if match["month"]:
        return ("ending" if match["end"] else "day"), year, int(match["month"])
    return "plain", year, None


def _english(text: str, names: Iterable[str]) -> FigureQuestion | None:
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
    for name in sorted((name.casefold() for name in names if name.isascii()), key=len, reverse=True):
        folded = re.sub(rf"(?<![a-z]){re.escape(name)}(?:'s)?(?![a-z])", " ", folded)
    forecast, body = _taken(_FORECAST_EN, folded)
    days, parts = list(_DAY_EN.finditer(body)), list(_PART_EN.finditer(body))
    bare = _PART_EN.sub(" ", _DAY_EN.sub(" ", body))
    years = list(_YEAR_EN.finditer(bare))
    if len(days) + len(years) > 1 or len(parts) > 1 or _GIVE_UP_EN.search(bare):
        return None
    words = concept_words(_YEAR_EN.sub(" ", bare))
    if not words:
        return None
    kind: YearKind = ""
    year = month = day = None
    if days:
        kind, year = "day", int(days[0]["year"])
        month, day = MONTHS.index(days[0]["month"].capitalize()) + 1, int(days[0]["day"])
    elif years:
        kind = "fiscal" if years[0]["fiscal"] or years[0]["short"] else "plain"
        year = int(years[0]["year"] or f"20{years[0]['short']}")
    months = _months_en(parts[0]) if parts else 12
    if months == 0 or (not parts and re.search(r"\bquarter\b", bare)):
        return None
    scope = (
        False
        if re.search(r"\b(?:non-consolidated|unconsolidated|parent company)\b", folded)
        else True
        if "consolidated" in folded
        else None
    )
    return FigureQuestion(
        text, _en().get(words, ""), words, "en", kind, year, month, day, months, forecast, False, scope,
        re.search(r"\b(?:as of|at|at the end of|(?:year|period)-?end)\b", folded) is not None,
    )  # fmt: skip


def _months_en(part: re.Match[str]) -> int:
    """Months from the year's start; 0 for a later quarter, which stands alone in English and not in its year's sum."""
    if part[1] or part[2]:
        return 3 if (part[1] or part[2]) in ("first", "1") else 0
    return 6 if part[3] else 9 if part[4] else 3


def concept_words(text: str) -> str:
    """A label's words in one form: lower case, without the, total and other words that say nothing, and marks."""
    bare = re.sub(r"\(.*?\)", lambda found: f" {found[0][1:-1]} ", text.casefold().replace("’", "'"))
    tokens = re.findall(r"[a-z0-9&]+", re.sub(r"'s?\b", "", bare.replace("-", " ")))
    kept = [token for token in tokens if token not in _STOP_EN or token == _KEEP_JOINED]
    return re.sub(r"^(?:and )+|(?: and| by)+$", "", " ".join(kept))


@cache
def _ja() -> dict[tuple[str, bool], str]:
    found: dict[tuple[str, bool], str] = {}
    for key, row in _table().items():
        found |= {(plain(word), False): key for word in row["ja"]}
        found |= {(plain(word), True): key for word in row.get("forecast", ())}
    return dict(sorted(found.items(), key=lambda item: -len(item[0][0])))


@cache
def _en() -> dict[str, str]:
    return {concept_words(word): key for key, row in _table().items() for word in row["en"]}


def words_for(question: FigureQuestion) -> frozenset[str]:
    """What a sentence may call the figure, lower case without spaces."""
    row = _table().get(question.key, {})
    words = (*row.get(question.language, ()), *row.get("forecast", ()), question.words)
    return frozenset("".join(word.casefold().split()) for word in words)


def unless(key: str) -> frozenset[str]:
    """Elements that the words for a figure may mean as well."""
    return frozenset(_table().get(key, {}).get("unless", ()))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    text = files(__package__).joinpath("figure_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
