"""What each measure of a text is: the value of today, the value aimed at, an amount of change, a whole, or none of these."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from agent.calendar.patterns import regex
from agent.goals.baselines import baselines
from agent.goals.promised.measures import Kind, Measure, measures
from agent.goals.promised.periods import converted
from agent.goals.scan import Scan

_ARROW = r"(?:→|-+>|=+>|⇒|⇨|›|»|>)"
_FROM_TO_JA = regex(
    rf"(?:程度|ほど|前後|以上|/[^\d\s]{{1,3}}|[^\d。\n、;→]{{1,4}})?(?:{_ARROW}|から|より(?!も))[^\d。\n;→]{{0,14}}"
    r"|[^\d。\n;→]{0,12}?(?:を|が、?|ので、?|のところ(?:を|、)?|ものを|だったのを|のが)[^\d。\n;→]{0,16}"
)
_FROM_TO_EN = regex(
    rf"[^\d.;\n]{{0,18}}?(?: ?{_ARROW} ?| to (?:under |below |about |at most |at least |over )?)[^\d.;,\n]{{0,12}}",
    re.I,
)
_INTO_JA = regex(
    r"(?:程度|以内|以下|未満|以上|台|ほど|[^\d、。\n]{1,4})?(?:に|へ|まで|で|とする|$|[、。)])|\)[にへで]"
)
_TODAY_BEFORE = regex(
    r"(?:今|いま|現在|現状|現行|これまで|従来|導入前|昨年|前年|例年)(?:は|の|で|、|:|平均|約|毎回|時点|で?は)*(?:午前|午後|朝)?$"
    r"|(?<![a-z])(?:from|now|today|currently|at present|was|were|against|instead of|rather than|up from|down from|vs\.?|versus|it is|used to be)(?: the)?(?: present| current)?(?: about| around| at)? ?[$€£¥]?$",
    re.I,
)
_TODAY_BRACKET = regex(
    r"\((?:今|いま|現|従来|これまで|昨|前年|導入前|now|today|currently|at present|was|from|previously)[^()]*$",
    re.I,
)
_TODAY_AFTER = regex(
    r"(?: (?!of )[a-z]+){0,3}?,? ?(?:now(?! ?[$€£]?\d)|today(?!'s| ?[$€£]?\d)|at present|currently|at the moment|is usual|is normal|are usual|last (?:year|season|quarter|month)|as things stand)(?![a-z])"
    r"|[^、。\n\d→]{0,6}(?:だった|であった|していた|かかっていた|かかった)(?!ら)|(?:ほど|程度|も)?(?:かか(?:る|って)|要(?:する|し)|掛か)|のところ|(?:の)?(?:現状|現在)|(?:も|ほど|程度|くらい|ぐらい|前後)*(?:ある|あり|出て(?:いる|おり)?|発生して(?:いる|おり)|起きて(?:いる|おり)|残って(?:いる|おり)|たまって(?:いる|おり)|溜まって(?:いる|おり)|続いて(?:いる|おり))(?=。|が、?|の(?:で|を|が)|ため|状態|、)|から(?!の?\d*[日月年])|\((?:現状|現在|今)\)",
    re.I,
)
_OF_NOW_EN = regex(
    r" (?:a |per |each )?[a-z ]{0,24}(?:brought|cut|taken|reduced|trimmed|pushed|driven|lowered|lifted|raised|shortened) (?:down |up |back )?to ",
    re.I,
)
_WHOLE_BEFORE = regex(
    r"(?:全|総|計|合計)(?:部で)?$|(?<![a-z])(?:out of|all|total of)(?: the| our| their| its)* ?$|[\d%](?: [a-z]+)? of(?: the| our| all| their| its| these)* ?$",
    re.I,
)
_WHOLE_AFTER = regex(r"(?:あまり|余り)?(?:中|のうち|の中|ある(?:うち|中))|(?: in (?:total|all))", re.I)
_NOT_ONE_BEFORE = regex(
    r"(?<![a-z])(?:every|each|for|after|over|during|another|in the (?:first|next|last)|the (?:first|next|last|past))(?: the)? ?$|(?:毎|最初の|直近|(?:毎|翌|各|当|同)月)$",
    re.I,
)
_NOT_ONE_AFTER = regex(
    r"(?:間隔|ごと|おき|毎に|刻み|単位|前|後(?!まで|に)|以降|のまま(?!と|維持|続|運用|で|$|、|。)|を維持|据え置|(?:稼働|営業)日(?:で|あたり))|の(?!削減|短縮|低減|圧縮|減|増|節約|前倒し|改善|向上|時|うち|中|処理|体制|態勢|受注|受付|対応|成約|採用|出荷|登録|利用)[一-龥ァ-ヶ]|(?:あたり|当たり|につき)"
    r"|(?:[ -](?:long|session|sessions|workshop|training|call|meeting|slot|window|test|visit|notice|interval|intervals|history|old|ahead|before|after|of (?:data|history|training|notice|support|free)))(?![a-z])",
    re.I,
)
_CHANGED_AFTER = regex(
    r"(?:ずつ|以上|ほど|程度|分|相当|\(.{0,6}\))?(?:の|を|は)?(?:(?!まで)[^、。\n\dにへ]){0,10}?(?:削減|短縮|低減|圧縮|減|短[いくか縮]|縮[めむま]|詰め|早[いくめま]|速[いくめ]|前倒|繰り上げ|浮[かき]|空[きけ]|改善|向上|増|節約|創出|解消|解放|捻出|カット|アップ|ダウン|伸び|伸ば|稼(?!働)|上げ|下げ)"
    r"|(?: (?!at |in |by |from |to |or )[a-z']+){0,4}? (?:fewer|less|lower|reduction|saved|savings?|cut|off|decrease|increase|improvement|more|higher|faster|quicker|shorter|sooner|earlier|growth|freed|removed)(?![a-z])"
    r"|(?: (?:of|a|per|each|every) [a-z' -]{2,24}?| [a-z]+){0,3} back(?=$|[,.;)]| (?:every|each|per|a|for|to (?:the|each|every|our|their)|by|in|from) )",
    re.I,
)
_CHANGED_BEFORE = regex(
    r"(?<![a-z])(?:sav(?:e|es|ing|ed)|savings? of|cut|cuts|shave|shaves|trim|trims|gain|gains|win|wins|win back|get back|gets back|claw back|free|frees|free up|frees up|knock|reduce|lower|shorten|shorten(?:ed|s)?|cut(?:ting)?)(?: off| out| up| down)?(?: (?!to |under |below |within |at |in |of |from |down |cost |costs )[a-z-]+){0,5}? (?:by )?(?:at least |about |over |around )?[$€£¥]?$"
    r"|(?<![a-z])(?:savings?|reduction|cut|gain|improvement|increase)(?: target| aimed at)?(?: of|:|,)? ?(?:about |at least )?[$€£¥]?$|(?<![a-z])(?:by|down|up|lower|higher|earlier|later|reduced|shortened|falls?|drops?|rises?|grows?)(?: by)? (?:at least |about |over |around )?[$€£¥]?$|[▲△+-]$",
    re.I,
)
_CHANGED_BEFORE_JA = regex(
    r"(?:削減|短縮|低減|圧縮|節約|節減|減少|増加|増|伸び|改善|向上|効果|前倒し|上乗せ|創出|捻出)(?:(?:額|幅|量|分|数|件数|時間|日数|効果|目標|目標値|見込み?)?(?:は|を|:|が|として| |\(目標\))|(?:額|幅|量|数|件数|効果|目標値?|見込み?))[: ]?(?:(?:初年度|1年目|導入後)の? ?)?(?:(?:毎|各)?(?:四半期|半期|月|年|週|1?日)(?:間|額|あたり|平均)?)?(?:約|計|合計)?$"
)
"""手数料の削減:月120万円, 年間削減額180万円."""
_BROUGHT = regex(
    r"(?<![a-z])(?:to|at|within|under|below|than|in|of)(?: (?:under|below|about|around|only|at most|less than))? ?[$€£¥]?$",
    re.I,
)
_LEVEL_AFTER = regex(r"(?:台|程度|ほど)?(?:に|へ|まで|以内|以下|未満|とする)")
_MOST_BEFORE = regex(
    r"(?<![a-z])(?:within|inside|under|below|at most|no more than|not more than|up to|less than|fewer than|maximum(?: of)?|max\.?|no longer than|not longer than|no later than|limit(?:ed)? to|held at|kept to|capped at|fixed at|frozen at|down to)(?: a total of)? ?[$€£¥]?$",
    re.I,
)
_MOST_AFTER = regex(
    r"(?:以内|以下|未満|まで(?=許容|とする|で?(?:抑|収|とど)|$|[。、)(])|(?:に|へ|まで)(?:[^、。\n\d]{0,4})?(?:抑|収|とど|短縮|削減|減ら|圧縮|縮|下げ)|を切|を(?:超え|上回|越え)(?:ない|ず|ません|させない)|より早|前)|(?: [a-z]+){0,3}?,? (?:or (?:less|fewer|under|below|lower)|at most|tops|max(?:imum)?|at the latest)(?![a-z])",
    re.I,
)
_LEAST_BEFORE = regex(
    r"(?<![a-z])(?:at least|no fewer than|no less than|not less than|over|more than|above|minimum(?: of)?|min\.?|exceed(?:s|ing)?) ?[$€£¥]?$",
    re.I,
)
_LEAST_AFTER = regex(
    r"(?:以上|超|を(?:上回|超))|(?: [a-z]+){0,3}? (?:or (?:more|better|higher|above)|and above|minimum|at least)(?![a-z])",
    re.I,
)


@dataclass
class Facts:
    """The measures of one text by what they are."""

    text: str
    now: list[Measure] = field(default_factory=list)
    aims: list[Measure] = field(default_factory=list)
    changes: list[Measure] = field(default_factory=list)
    wholes: list[Measure] = field(default_factory=list)
    others: list[Measure] = field(default_factory=list)

    def aim(self, kind: Kind, unit: str | None = None) -> Measure | None:
        """The one aim of a kind (and unit); None when there is none or more than one that differ."""
        return _only([m for m in self.aims if m.kind == kind and (unit is None or m.unit == unit)])

    def change(self, kind: Kind) -> Measure | None:
        """The one amount of change of a kind."""
        return _only([m for m in self.changes if m.kind == kind])

    def base(self, kind: Kind) -> Measure | None:
        """The one value of today of a kind."""
        return _only([m for m in self.now if m.kind == kind])

    def most(self, measure: Measure) -> bool:
        """At most so much is said of the measure."""
        return bool(
            _MOST_AFTER.match(self.text, measure.end) or _MOST_BEFORE.search(self.text[: measure.start])
        )

    def least(self, measure: Measure) -> bool:
        """At least so much is said of the measure."""
        return bool(
            _LEAST_AFTER.match(self.text, measure.end) or _LEAST_BEFORE.search(self.text[: measure.start])
        )


def _only(found: list[Measure]) -> Measure | None:
    """One measure; the same said twice (1週間(7日)) is one."""
    if not found:
        return None
    first = found[0]
    same = all(
        abs(m.value - first.value) <= 1e-6 * max(1.0, abs(first.value)) or _is_worked_week(m, first)
        for m in found
    )
    return first if same else None


def _is_worked_week(one: Measure, other: Measure) -> bool:
    return one.kind == "time" and {round(one.value / 1440), round(other.value / 1440)} == {5, 7}


@lru_cache(maxsize=16)
def facts_of(scan: Scan) -> Facts:
    """The text's measures, sorted by what they are; asked for several times for one plan and not changed after."""
    found = _with_units(measures(scan), scan)
    facts = Facts(scan.text)
    today = [(q.start, q.end) for q in baselines(scan)]
    firsts = _first_of_pairs(scan, found)
    ends = _seconds_of_pairs(found, firsts)
    for measure in found:
        if measure.start in firsts and measure.start in ends:
            facts.others.append(measure)  # a step on the way: 11→40→64
            continue
        _put(facts, scan, measure, is_now=measure.start in firsts or _is_among(measure, today))
    _take_brackets_apart(facts)
    if not facts.aims and len(facts.now) == 2 and facts.now[0].kind == facts.now[1].kind:
        facts.aims.append(facts.now.pop())
    return facts


def _seconds_of_pairs(found: list[Measure], firsts: set[int]) -> set[int]:
    return {after.start for before, after in itertools.pairwise(found) if before.start in firsts}


def _with_units(found: list[Measure], scan: Scan) -> list[Measure]:
    """95 minutes today, 75 by July: a bare number takes the unit of the one other figure near its size."""
    named = [m for m in found if m.kind in ("time", "money", "share") and m.unit != "part" and m.number]
    bare = [m for m in found if m.kind == "count" and not m.unit]
    if not bare or len({(m.kind, m.value / m.number) for m in named}) != 1 or len(named) > 2:
        return found
    like = named[0]
    return [
        replace(m, kind=like.kind, value=m.number * like.value / like.number, period=m.period or like.period)
        if m in bare and 0.1 < m.number / like.number < 10 and not _POINTS_AFTER.match(scan.text, m.end)
        else m
        for m in found
    ]


def _is_among(measure: Measure, spans: list[tuple[int, int]]) -> bool:
    """One of the spans is the measure's; of a part of its whole (180人/300人) the span must hold all of it."""
    if measure.kind == "share":
        return any(start <= measure.start and measure.end <= end + 1 for start, end in spans)
    return any(start < measure.end and measure.start < end for start, end in spans)


_POINTS_AFTER = regex(r"[./:]\d|-[a-z]")


def _take_brackets_apart(facts: Facts) -> None:
    """8% (12% in May): what the bracket opens with is today's; 1週間(7日): the bracket says the same again."""
    for inner in [m for m in (*facts.now, *facts.aims) if facts.text[: m.start].rstrip(" ").endswith("(")]:
        outer = [m for m in (*facts.now, *facts.aims) if m.kind == inner.kind and m.end < inner.start]
        if not outer or (
            inner.kind == "count" and inner.unit != outer[-1].unit and not (inner.period and outer[-1].period)
        ):
            continue
        said = outer[-1]
        if said.value == inner.value:
            (facts.now if inner in facts.now else facts.aims).remove(inner)
        elif inner in facts.aims and said in facts.now and not any(m.start < said.start for m in facts.now):
            facts.aims[facts.aims.index(inner)], facts.now[facts.now.index(said)] = said, inner


def _put(facts: Facts, scan: Scan, measure: Measure, *, is_now: bool) -> None:
    text = scan.text
    before, after = text[: measure.start], text[measure.end : measure.end + 40]
    if (measure.kind == "count" and _is_name(scan, measure)) or (
        measure.kind == "clock" and _is_hours(text, measure)
    ):
        facts.others.append(measure)
    elif measure.kind == "count" and (_WHOLE_BEFORE.search(before) or _WHOLE_AFTER.match(after)):
        facts.wholes.append(measure)
    elif (
        is_now
        or _TODAY_BRACKET.search(before[-40:])
        or _TODAY_BEFORE.search(before[-40:])
        or _TODAY_AFTER.match(after)
        or (scan.language == "en" and _OF_NOW_EN.match(after))
    ):
        facts.now.append(measure)
    elif (
        measure.kind not in ("clock", "rank")
        and measure.unit != "speed"
        and _is_change(before, after, scan.language)
    ):
        facts.changes.append(measure)
    elif _DAYS_A_WEEK.search(text[max(0, measure.start - 1) : measure.end]):
        facts.others.append(measure)  # 週7日
    elif measure.kind == "time" and _KEPT_FOR.search(before[-40:]):
        facts.aims.append(measure)
    elif (
        measure.kind in ("time", "count", "money")
        and measure.unit != "history"
        and (_NOT_ONE_BEFORE.search(before[-24:]) or _NOT_ONE_AFTER.match(after))
    ):
        facts.others.append(measure)
    else:
        facts.aims.append(measure)


def _is_change(before: str, after: str, language: str) -> bool:
    if language == "en":
        if _CHANGE_OF.search(before[-40:]):
            return True
        if _BROUGHT.search(before[-24:]):
            return False
        taken_out = _TAKEN.search(before[-40:]) and _OUT.match(after)
        return bool(taken_out or _CHANGED_AFTER.match(after) or _CHANGED_BEFORE.search(before[-60:]))
    if _CHANGED_BEFORE_JA.search(before[-24:]) and not _LEVEL_AFTER.match(after):
        return True
    return bool(
        before.endswith(("▲", "△"))
        or _PLUS.search(before) is not None
        or (_CHANGED_AFTER.match(after) and not _LEVEL_AFTER.match(after))
    )


_KEPT_FOR = regex(
    r"(?<![a-z])(?:kept|keep|keeps|stored|store|stores|retained|retain|retains|archived|held|saved|available|valid|guaranteed|supported|searchable)(?: [a-z]+){0,2} for (?:at least |up to |only )?$",
    re.I,
)
"""Photos kept for one year."""
_CHANGE_OF = regex(
    r"(?<![a-z])(?:savings?|reductions?|cuts?|drop|fall|decrease|increase|rise|gain|improvement)(?: target)? (?:of|worth)(?: about| over| at least| around)? ?[$€£¥]?$",
    re.I,
)
"""Annual savings of $240k, a drop of 12."""
_PLUS = regex(r"(?<![\d一-龥])\+$")
"""+5%; in 18+14拠点 the sign adds one number to another."""


def _is_hours(text: str, measure: Measure) -> bool:
    """One end of a stretch of hours: 8~18時."""
    return bool(_RANGE_BEFORE.search(text[: measure.start]) or _RANGE_AFTER.match(text, measure.end))


_RANGE_BEFORE = regex(r"\d(?:時|:\d\d)?(?: ?[ap]m)? ?[-~〜–] ?$")
_RANGE_AFTER = regex(r" ?[-~〜–] ?\d")


_DAYS_A_WEEK = regex(r"週\d日$")
_TAKEN = regex(r"(?<![a-z])(?:tak(?:e|es|ing)|took|strip|strips|squeeze|squeezes)(?: [a-z]+){0,2} $", re.I)
_OUT = regex(r" (?:[a-z]+ ){0,2}?(?:out|off|away)(?![a-z])", re.I)


def _is_name(scan: Scan, measure: Measure) -> bool:
    """A number that measures nothing (Lv2, 第3回), a denominator (1件), a year."""
    if any(start < measure.end and measure.start < end for start, end in scan.not_metric):
        return True
    return measure.value == 1.0 and scan.language != "en"


def _first_of_pairs(scan: Scan, found: list[Measure]) -> set[int]:
    """Where the first of two of a kind stands that moves to the second: 9:40から9:20へ, from 1 h 50 to 1 h 35."""
    firsts = set()
    for first, second in itertools.pairwise(found):
        if first.kind != second.kind or (
            first.kind == "count" and second.unit != first.unit and scan.language != "en"
        ):
            continue
        gap = scan.text[first.end : second.start]
        if scan.language == "en":
            if _FROM_TO_EN.fullmatch(gap):
                firsts.add(first.start)
        elif _FROM_TO_JA.fullmatch(gap) and (
            re.search(_ARROW + "|から|より", gap) or _INTO_JA.match(scan.text, second.end)
        ):
            firsts.add(first.start)
    return firsts


def alike(own: Measure, other: Measure) -> tuple[float, float]:
    """The own value in the other's period, least and most; a week is five working days."""
    value = own.value
    if own.kind == "time" and (own.unit == "working") != (other.unit == "working"):
        weeks = own if own.unit != "working" else other
        if (weeks.number and round(weeks.value / weeks.number) == 10080) or weeks.value % 10080 == 0:
            value *= 5 / 7 if own.unit != "working" else 7 / 5
    return converted(value, own.period, other.period)
