"""Levels of a scale as a goal's target: grades the text says there is a scale for, and levels it defines itself.

A level that is only named (成熟度「シルバー」, Gold status) is no target, for nobody can tell when it is reached; but it
is no loose word either (rubric, ruling 3).
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.quantities import Found
from agent.goals.scan import Scan

_DEFINED_LEVEL = regex(
    r"(?P<level>(?:lv\.?|level|レベル|ステージ|stage|ランク|tier|フェーズ|phase|ステップ) ?-?[1-9])[」』]?(?: maturity| 到達| ?に?到達)?(?: ?[(:=]| ?とは| ?の定義は| ?\(=)[^、。\n)]{6,}"
    r"|(?P<own>「[^」]{2,30}」)(?=[^。\n]{0,40}[(、。:])(?=.{0,60}(?:[2-7二三四五六七]段階|尺度|レベル定義|ルーブリック)[:(=は][^)。]{2,}[/、・→<|][^)。]{2,})",
    re.I | re.S,
)
"""A level with its definition in the same text: Level 2 (= every branch files its own report)."""
_NO_DEFINITION = regex(
    r"[(:](?:[^()]*(?:部|課|室|係|長|様|さん|氏|チーム|担当|事務局|委員会|まで|月末|年度末|期末|\d月|\d日|by [A-Za-z0-9 ]+|team|manager|lead|owner[^()]*))$",
    re.I,
)
"""レベル3に到達(教務・人事の両課): whose it is or by when, no definition."""
_LEVEL_WORDS = (
    "「",
    "lv",
    "level",
    "レベル",
    "ステージ",
    "stage",
    "ランク",
    "tier",
    "フェーズ",
    "phase",
    "ステップ",
)
"""One of them stands in whatever `_DEFINED_LEVEL` finds."""


_SCALE_WORD = regex(
    r"段階|評定|格付|等級|判定|ランク|グレード|評価|認定|級|スコアカード|信用|(?<![a-z])(?:rating|rated|grade|grades|graded|scale|audit|score|band|class|label|rag|status|tier|level)(?![a-z])",
    re.I,
)
_GRADE = r"(?:[A-E][+-]?|AA+|BB+|[SＳ]|[甲乙丙丁]|[優良可]|[松竹梅]|★+|[赤黄緑青](?=信号|[^一-龥]|$))"
_GRADES_JA = regex(
    rf"(?<![A-Za-z一-龥])「?(?P<low>{_GRADE})」?(?:ランク|級|判定|評価|等級|グレード|格|クラス)?(?:から|→|を|より)「?(?P<high>{_GRADE})」?(?![A-Za-z])(?:ランク|級|判定|評価|等級|グレード|格|クラス)?(?=[へにまで、。\s]|$)"
)
_COLOUR = r"(?:red|amber|yellow|green|bronze|silver|gold|platinum)"
_GRADES_EN = regex(
    rf"(?<![A-Za-z])(?:from )?(?:(?:an?|grade|band|class|level|rating|label|rated) )*['\"]?(?P<low>(?-i:[A-F][+-]?|[AB]{{2,3}})|{_COLOUR})['\"]? ?(?:to|->|→|into) ?(?:(?:an?|grade|band|class|level|rating|label) )*['\"]?(?P<high>(?-i:[A-F][+-]?|[AB]{{2,3}})|{_COLOUR})['\"]?(?![A-Za-z])",
    re.I,
)
"""CからBランクへ, from amber to green: two steps of a scale the text names."""


def grades(scan: Scan) -> tuple[Found | None, Found] | None:
    """Baseline and target on a scale of letters, colours or names of steps, when the text says that there is one."""
    if not scan.is_goal:
        return None
    own = _on_its_own_scale(scan.text)
    if own is not None:
        return own
    found = (_GRADES_EN if scan.language == "en" else _GRADES_JA).search(scan.without_dates)
    if found is not None and _SCALE_WORD.search(scan.text):
        return _level(found, "low"), _level(found, "high")
    listed = _LISTED.search(scan.text)
    if listed is None or not _SCALE_WORD.search(scan.text):
        return None
    return (_level(listed, "low") if listed["low"] else None), _level(listed, "high")


def _level(match: re.Match[str], group: str) -> Found:
    return Found(*match.span(group), 1.0 if group == "high" else 0.0, "", "level")


_LISTED = regex(
    r"(?<![A-Za-z/])(?-i:[A-E](?:[/・|,-][A-E]){1,4})[)]?(?: ?(?:の(?:うち)?|で|は|:|-|,|、))? ?(?:grade |a )?(?-i:(?P<high>[A-E][+-]?))(?![A-Za-z/])(?:判定|評価|ランク|級)?"
    r"(?:[^A-Za-z\d]{0,3}(?:was|now|today|currently|from|up from|現状は?|現在は?|今は?|いまは?|前回は?|昨年は?)[ :]*(?-i:(?P<low>[A-E][+-]?))(?![A-Za-z]))?",
    re.I,
)
"""Grade in the yearly audit (A/B/C): A, was C."""
_DEFINITION = regex(
    r"(?:^|(?<=[\s(（:、,/・;|。]))「?(?P<name>[A-Za-z]{1,12}|[一-龥々ァ-ヶーぁ-ん]{1,8})」? ?(?:=|means (?:that )?) ?(?P<says>[^/、・;|,=\n。)]{2,60})"
)
_FIELD = regex(
    r"担当者?|責任者?|期限|期日|目標値?|現状値?|指標|方法|対象|主管|条件|単位|分母|分子|母数|計|合計|owner|due|target|goal|source|baseline|metric|kpi|judge|review",
    re.I,
)
_NOW_BEFORE = regex(
    r"(?:現状|現在|今|いま|前回|昨年|従来|was|now|today|currently|from)(?:は|の|が|、|:|,)? ?「?$", re.I
)
_LEFT_BEHIND = regex(r"」?(?:から|より|→| ?->| to )")
_GOES_ON = regex(
    r"」?(?:に|へ|を|で|が|まで|以上|判定|評価|ランク|級|レベル|段階|$|[、。,;.:)(]| ?(?:by|before|in|at|on|from|now|today|or)(?![a-z]))",
    re.I,
)


def _on_its_own_scale(text: str) -> tuple[Found | None, Found] | None:
    """A level the text defines beside others: 定着度をBに(A=全員が毎日使う/B=半数/C=一部のみ)."""
    if "=" not in text and " means " not in text:
        return None
    steps = [match for match in _DEFINITION.finditer(text) if not _FIELD.fullmatch(match["name"])]
    names = {match["name"] for match in steps}
    if len(names) < 2:
        return None
    any_name = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    name = re.compile(rf"(?<![A-Za-z一-龥々ァ-ヶー])(?:{any_name})(?![A-Za-z一-龥々ァ-ヶー])")
    spans = [match.span() for match in steps]
    low = high = None
    for match in name.finditer(text):
        if any(start <= match.start() < end for start, end in spans):
            continue
        if _NOW_BEFORE.search(text[: match.start()]) or _LEFT_BEHIND.match(text, match.end()):
            low = low or Found(*match.span(), 0.0, "", "level")
        elif _GOES_ON.match(text, match.end()):
            high = high or Found(*match.span(), 1.0, "", "level")
    return (low, high) if high else None


def defined_level(text: str) -> Found | None:
    """A numbered or quoted level with its definition: Level 2 (= every branch files its own report)."""
    if not any(map(text.lower().__contains__, _LEVEL_WORDS)):
        return None
    level = _DEFINED_LEVEL.search(text)
    if level is None or _NO_DEFINITION.search(level.group()):
        return None
    return Found(*level.span("level" if level["level"] else "own"), 0.0, "", "level")


_NAMED_EN = regex(
    r"(?<![a-z])(?:(?:tier|level|band|grade|stage|status|rank|class|badge|rung|maturity|milestone)s? ?(?:['\"“‘](?-i:[A-Z][\w+ -]{0,18})['\"”’]|(?-i:[A-F](?![A-Za-z'])|(?:Gold|Silver|Bronze|Platinum|Diamond|Green|Amber)(?![a-z])))"
    r"|['\"“‘](?-i:[A-Z][\w+ -]{0,18})['\"”’] ?(?:tier|level|band|grade|stage|status|rank|class|badge|readiness|maturity|health|account health|standard)(?![a-z])"
    r"|(?-i:Gold|Silver|Bronze|Platinum|Diamond) (?:tier|level|status|badge|rank|standing|league)(?![a-z]))",
    re.I,
)
_NAMED_JA = regex(
    r"(?:成熟|熟練|習熟|定着|活用|浸透|到達|貢献|健全|信頼|準備)度(?:合い|ランク|レベル)?(?:を|が|は|で|の|、|:|、?目標は)?「[^」]{1,12}」|(?:ランク|レベル|ステージ|段階|等級|グレード|ティア|クラス|バンド|ステータス|級)(?:を|が|は|で|の|、|:)?「[^」]{1,12}」"
    r"|「[^」]{1,12}」(?:ランク|レベル|ステージ|段階|クラス|ティア|等級|グレード|バンド|級)|(?:ランク|レベル|等級|グレード|ステージ|クラス|フェーズ|段階|級|判定)(?:を|は|が|:|で)?「?(?:[A-ES]|[1-9])[+-]?」?(?=に|へ|まで|以上|とする|[、。\n ]|$)|(?<![A-Za-z])[A-ES][+-]?(?:ランク|級|クラス|判定|等級|グレード)(?:に|へ|を|まで|以上|$)|(?:プラチナ|ゴールド|シルバー|ブロンズ|ダイヤモンド|ダイヤ)(?:ランク|レベル|ステージ|クラス|ステータス|ティア|会員|級|認定)"
)


_TO_A_LEVEL = regex(
    r"(?:lv\.?|レベル|ステージ|フェーズ|ランク|等級|グレード|クラス)[ -]?「?[1-9A-ES]」?[^、。\n]{0,10}(?:に|へ)[^、。\n]{0,8}$",
    re.I,
)


def leads_to_a_level(text: str) -> bool:
    """Lv.3の活用フェーズに(移行): what follows only says that a level is reached that nobody defines."""
    return _TO_A_LEVEL.search(text) is not None


def named_level(text: str, language: str) -> tuple[int, int] | None:
    """Where a level is named that nothing defines: tier "Gold", 成熟度「シルバー」; whoever named it knows more."""
    found = (_NAMED_EN if language == "en" else _NAMED_JA).search(text)
    return found.span() if found else None
