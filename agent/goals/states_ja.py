"""Yes-or-no states a Japanese goal may ask for: 本番稼働している, 旧ホストの電源断, 登録証が出ている.

The words are lists of data/states_ja.toml: what happens once with a form that says it has happened, and things
that are there when all is done.
"""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.alternation import alternation
from agent.calendar.patterns import regex
from agent.goals.levels import leads_to_a_level
from agent.goals.quantities import MASK
from agent.goals.uncounted import NOT_COUNTED
from agent.goals.words import data, pattern_of

_ENDS = rf"(?=する(?!る)|し?、|して|$|[、。():=\n{MASK} /]|を?(?:目標|目指|期限|予定|迎))"
_NOT_WHOLE = regex(
    r"(?:状況|率|数|件数|時間|期間|方法|手順|計画|案|支援|準備|推進|検討|促進|前|後|中|用|向け|日数|費|コスト)"
)


_AIMED_AT = regex(r"を?目指")
_LOOSELY = regex(r"(?:な|的な|的に|よい|良い|ない)[一-龥ァ-ヶーA-Za-z]{0,8}$")
"""円滑なデータ移行を目指す: how it is to be done is what is wanted, and nobody can tell."""
_SAYS_WHICH = regex(r"(?:済|(?<=済)み)(?=[一-龥ァ-ヶーA-Za-z])")
"""登録済み品番: which ones, no state to reach."""


@cache
def _states() -> tuple[re.Pattern[str], ...]:
    of = _lists()
    return (
        regex(rf"{of['events']}{of['done']}"),
        regex(r"[一-龥]{2}済み?(?:の状態)?(?:に|と)(?=する|なる|なって|して|し、|$|[、。])"),
        regex(rf"{of['alone']}{_ENDS}"),
        regex(
            rf"{of['things']}(?:の電源|の運用|の利用|の稼働)?を(?:[^、。\n]{{0,6}}?)(?:落とし|止め|切っ|外し|撤去し|片付け|移し|閉じ|返し|返却し|取り外し|取得し|交わし|結び|結ん|掲げ|備え|置い)て(?:いる|ある|おく)"
        ),
        regex(rf"{of['kept_things']}(?:[^、。\n]{{0,6}}?)(?:を|も|は|と)(?:[^、。\n]{{0,4}}?){of['kept']}"),
        regex(rf"{of['things']}(?:が|も|は)(?:[^、。\n]{{0,12}}?){of['there']}"),
        regex(
            rf"{of['kept_things']}(?:[^、。\n]{{0,8}}?)(?:を|も|は|に|と|から)(?:[^、。\n]{{0,4}}?){of['dropped']}"
        ),
        regex(rf"{of['running']}(?:を|も|は|が){of['unbroken']}(?=$|[、。()\n{MASK}]|で|に)"),
    )


@cache
def _over() -> re.Pattern[str]:
    return regex(
        rf"(?:が|は|も|を)(?:完全に|全面的に|一斉に|すでに|既に|{MASK}+までに|{MASK}+に|[^、。\nにく]{{0,6}}?){_lists()['over']}(?=$|[、。()\n{MASK}]|状態|こと)"
    )


@cache
def _lists() -> dict[str, str]:
    return {name: alternation(found) for name, found in data("states_ja").items()}


@cache
def _changed() -> re.Pattern[str]:
    """給与計算を共同センターへ移す, 保冷庫にセンサーを取り付ける: a thing is somewhere else, there or gone."""
    return regex(
        rf"(?P<thing>[^、。\n()を]{{2,24}})を(?P<where>[^、。\n()を]{{0,20}}?(?:に|へ|から|と))?(?:完全に|全面的に|一斉に|すべて|全て|{MASK}+までに|{MASK}+に)*{_lists()['changes']}(?=$|[、。()\n{MASK} /]|こと|ようにする)"
    )


_QUALITY = regex(
    r"より|もっと|さらに|うまく|(?:考え方|やり方|働き方|進め方|在り方|あり方|見方|発想|気持ち|目線|視点|方針|姿勢|意欲|雰囲気|関係|連携|方向|距離|流れ|裾野|(?<![一-龥])(?:話|声|目|手|心|頭|耳|口|腹|溝|扉|門|窓|道|幕|輪|幅|風|風穴|波風|新風|橋|種|芽|根|火|旗|舵|殻|楔|くさび|布石|先鞭|礎|土台|足場|突破口|糸口|活路|可能性|余地|夢|希望|空気|流儀)|の声)(?:を|に|へ|の|な|$)|[的]な"
)


_GOES_ON = frozenset("のなをにしで")


def _loose_thing(thing: str) -> bool:
    """データ活用, 改善の取り組み: a loose word of its own; not 推進担当."""
    loose = pattern_of("ja", "vague", "degree", "verbs", "nouns").finditer(thing)
    alone = any(match.end() == len(thing) or thing[match.end()] in _GOES_ON for match in loose)
    return alone or NOT_COUNTED.search(thing + "を") is not None


def _is_changed(text: str) -> list[re.Match[str]]:
    """Of things alone: not of what is felt, nor of a way of thinking (発想を切り替える, 心をつなぐ)."""
    return [
        match
        for match in _changed().finditer(text)
        if not _QUALITY.search(match["thing"] + "を" + (match["where"] or ""))
        and not _loose_thing(match["thing"])
        and not _loose_thing(re.sub(r"[にへと]$|から$", "", match["where"] or ""))
    ]


def _is_over(text: str) -> list[re.Match[str]]:
    """FAX受注が終わっている: said of any thing, but of nothing that is only felt (部門の壁が…)."""
    return [match for match in _over().finditer(text) if not NOT_COUNTED.search(text[: match.start()])]


def state_of_goal_ja(text: str) -> re.Match[str] | None:
    """The first state named in folded text with its dates masked; None when there is none."""
    found = [
        match
        for pattern in _states()
        for match in pattern.finditer(text)
        if not _NOT_WHOLE.match(text, match.end())
        and not _SAYS_WHICH.match(text, match.end() - 1)
        and not leads_to_a_level(text[: match.start()])
        and not (_AIMED_AT.match(text, match.end()) and _LOOSELY.search(text[: match.start()]))
    ] + _is_over(text)
    found = found or _is_changed(text)
    return min(found, key=lambda match: match.start(), default=None)
