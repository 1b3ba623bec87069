"""Times hung on an event or a season: after the election, 次の役員会, by spring, 夏頃. They never resolve.

The words are lists in data/events.toml; what ties them to a time (after, before, once; 後, 前, 明け, 次の) is here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from agent.calendar.alternation import alternation
from agent.calendar.anchor import Anchor, DateMention
from agent.calendar.patterns import regex


@cache
def _lists(language: str) -> dict[str, str]:
    """Each list of a language as one alternation."""
    text = files("agent.calendar").joinpath("data", "events.toml").read_text(encoding="utf-8")
    return {name: alternation(found) for name, found in tomllib.loads(text)[language].items()}


@cache
def _english() -> re.Pattern[str]:
    en = _lists("en")
    whose = r"(?:(?:the|our|their|your|its) |[a-z]+'s )?"
    tie = r"(?:after|before|post|until|till|following|prior to|ahead of|upon|once|when|around|near|past)"
    count = r"(?:(?:\d{1,3}|a|one|two|three|six) (?:day|week|month)s? )?"
    return regex(
        rf"(?<![a-z])(?:{count}{tie}[ -]{whose}(?:next |new |coming )?(?:{en['events']})(?: (?:closes?|ends?|starts?|begins?|is (?:in|over|done|live|signed|approved|finished|through)))?"
        rf"|(?:\d{{1,3}}|a|one|two|three|six) (?:day|week|month)s? (?:from|of|into|past)[ -](?:the )?(?:{en['events']})"
        rf"|(?:(?:{tie}|by|at|in|for|to|with) )?(?:{whose})(?:next|upcoming|coming|following) (?:{en['meetings']})"
        rf"|(?:{tie}|by|at|in|this|next|early|late|mid|come|over|during|the start of|the end of|by the start of|by the end of|before the end of)[ -](?:{whose})(?:{en['seasons']})"
        rf"|(?:(?:by|before|at|until) )?(?:the )?(?:end|start|beginning|close|turn) of (?:the |this |next )?(?:phase|stage|wave|season|semester|school year|academic year|pilot|trial|rollout|project|implementation|year(?<=turn of the year))(?: \d| one| two| three)?"
        rf"|(?:over|during|through) (?:the )?(?:summer|winter|autumn|spring|holidays|break|vacation|pilot|rollout)|(?:once|when|as soon as) (?:it is |they are |we are |all is )?(?:live|ready|stable|signed|approved|in place)|(?:in|within) (?:a few|a couple of|several|some|a handful of) (?:days|weeks|months|quarters|years)|(?:in|within|over|during) the first (?:\d{{1,3}}|ten|thirty|sixty|ninety|hundred|one hundred|few|couple of|two|three|four|six) (?:days|weeks|months)"
        rf"|(?:once|when|before|after|until|as soon as) (?:the |our |their |a )?(?:[a-z-]+ ){{1,3}}?(?:starts|begins|arrives|joins|leaves|is (?:in|set|done|over|live|signed|approved|finished|agreed|decided|hired)|are (?:in|set|done|over|live|signed|approved|finished|agreed|decided|hired)|has (?:started|settled|been [a-z]+)|have (?:started|settled|been [a-z]+)|settles?|calms? down)"
        r")(?![a-z-])",
        re.I,
    )


@cache
def _japanese() -> re.Pattern[str]:
    ja = _lists("ja")
    return regex(
        rf"(?:{ja['events']})(?:の?(?:完了|終了|実施|開始|決定|開催|通過|確定))?(?:(?:の)?(?:後|前後?|明け|以降|時(?!間|代|期|給|刻|短|差|節)|中)|までに?|次第|から(?=\d)|以前)(?:の?(?:\d{{1,3}}(?:か月|カ月|ケ月|箇月|週間?|日|営業日|年)|半年)(?:以内|後|前|間)?)?"
        rf"|(?:{ja['events']})(?:から|より|後)?の?\d{{1,2}}(?:か月|カ月|週間|日|年)(?:で|以内|後|前|目|時点)?"
        rf"|(?:{ja['events']}|予算|決算期?|体制|担当)(?:が|の)?(?:始まる|終わる|終わっ(?!て)|済ん(?!で)|済む|決まる|決まっ(?!て)|完了する|固まる|固まっ(?!て)|動き出す)(?:前|後|まで|たら|だら|次第)?(?:に)?|決算期(?:前|後|まで)|(?:来期|次年度|来年度)?の?予算(?:策定|編成|申請|化)?に間に合"
        rf"|(?<![一-龥])ご?(?:契約|着任|就任|調印|(?:契約|サービス|提供|業務)(?:の)?(?:開始|締結))(?:日|時)?(?:から|後)の?(?:半年|\d{{1,2}}(?:か月|カ月|ケ月|週間|日|年))(?:以内|後|のうち|目|で)(?:に|まで)?"
        rf"|(?:{ja['events']})から(?:半年|\d{{1,2}}(?:か月|カ月|週間|日|年))"
        rf"|(?<![月週年期日順一二三四五六七八九十\d])次(?:回|の|)の?(?:{ja['meetings']})(?:(?:の)?(?:終了時|終了後|後|前|時))?(?:まで)?"
        rf"|(?<![一-龥])(?:{ja['seasons']})(?:頃|ごろ|まで(?:に)?|には|に(?=[^、。]{{0,2}}[はも、]|\d|[一-龥ァ-ヶー]{{2,8}}[をが\d])|中に|のうちに|開始時|スタート|(?=$|[、。)/]))"
    )


_TIE = r"(?:after|before|post|until|till|following|prior to|ahead of|upon|around|near|past|by|in time for)"
_FEASTS = regex(
    rf"(?<![a-z]){_TIE} (?:holi|diwali|nowruz|hanukkah|passover|carnival|bastille day|tet)(?![a-z-])", re.I
)
_TERMS = regex(
    rf"(?<![a-z])(?:(?:{_TIE}|in|during|from|for|at) )?(?:the )?(?:(?:start|end|beginning|middle|close) of )?term (?:[1-4]|one|two|three|four)(?![a-z-])|(?<![a-z])(?:{_TIE}|at|over) (?:the )?half[ -]term(?![a-z-])",
    re.I,
)
_FEAST_NAMES = ("holi", "diwali", "nowruz", "hanukkah", "passover", "carnival", "bastille", "tet")
"""Terms of schools, and feasts: Term 3, before half term, by Diwali."""
_MAY_ENGLISH = regex(
    r"after|before|post|until|till|following|prior|ahead|upon|once|when|around|near|past|next|coming|spring|summer|autumn|winter|fall|season|holiday|year|term|over|during|through|first|end of|start of|as soon|harvest|couple of|few |several ",
    re.I,
)
_MAY_JAPANESE = regex(
    r"[後前時中次春夏秋冬節]|[かカケ箇]月|週|日|年|明け|以降|まで|から|始ま|終わ|済|決ま|固ま|間に合|年度|新期|学期|繁忙|替わり"
)


def event_dates(text: str, anchor: Anchor) -> Iterator[DateMention]:
    """Unresolved mentions in folded text; they may overlap others, the caller keeps the longest."""
    patterns = [_english()] if _MAY_ENGLISH.search(text) else []
    low = text.lower()
    patterns += [_TERMS] if "term" in low else []
    patterns += [_FEASTS] if any(feast in low for feast in _FEAST_NAMES) else []
    if not text.isascii() and _MAY_JAPANESE.search(text):
        patterns.append(_japanese())
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield DateMention(*match.span(), match.group(), None, None, "day", "ambiguous", "event", "event")
