"""The due date of a goal: which of the dates in the text it is, whether one day follows, and its problem."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from agent.calendar import DateMention, add_months
from agent.calendar.patterns import regex
from agent.goals.dates_told import tells_what_was
from agent.goals.reading import Due, DueProblem
from agent.goals.scan import Scan

_AFTER_MARK = regex(
    r" ?(?:頃|ごろ|いっぱい|中)?(?:まで|迄|期限|〆|締切|締め切り|〆切|必着|納期|目途|目処|を期限|時点で(?!の)|までに|に(?!比)|付|完了|実施|完成|達成|着手|開始|開催|提出|納品|\))"
)
_BEFORE_MARK_JA = regex(
    r"(?:期限|期日|納期|〆切?|締切|締め切り|目標日|達成時期|完了予定|予定日|実施日|日程|時期|いつまでに|due|by|until)[日は:=は、]*$",
    re.I,
)
_BEFORE_MARK_EN = regex(
    r"(?<![A-Za-z])(?:by|before|until|due(?: date)?|on|no later than|not later than|deadline|through|till|target(?: date)?|in|end|at|for|eta|during|within|of|starting)[ :(=]*(?:the |end of |our |their |close of )*$",
    re.I,
)
_NOT_DUE_AFTER = regex(
    r" ?(?:時点(?!で\d[^)]*$|で\d[^()]*(?:$|\())|の[^、。\n\d目標期限締切]{1,10}(?:は|で|が|:)\d[\d,.]*(?!日|月|年)[^、。\n\dにへま]{0,6}(?:[、。)]|$)|現在|比|対比|実績|の実績|と比|に比(?:べ|し)|水準|から開始|締結|導入(?:済|時)|開始の|付けの|版|の予算|予算|度?の現状|の(?:データ|結果|アンケート結果|議事録|資料|合意|報告)|(?:作成|改訂|発売|発行|公開)の)"
)
_NOT_DUE_BEFORE_JA = regex(
    r"\((?:両社|両者|双方|いずれも|共に|どちらも)(?:とも|共に)?(?:の?決算は?)?$|(?:基準|起点|時点|比較|現状|実績|前年|昨年|対|計測開始|開始)[日は:=は、]*$|(?:直近|前回|最新|前々回|初回|先回|最後)の?[^、。\n()\d]{0,8}(?:は|:|が)$"
)
_NOT_DUE_BEFORE_EN = regex(
    r"(?<![A-Za-z])(?:vs\.?|versus|both|compared (?:to|with)|since|as of|baseline(?: of| from| in|:)?|from|against|(?<!later )than(?: in)?|was)[ :(=]*(?:the )?$",
    re.I,
)
_MODIFIES_NOUN_EN = regex(
    r" (?:usage |sales |status |quarterly |performance |financial |business )*(?:report|reports|numbers|results|figures|data|deck|plan|review|budget|forecast|targets?|okrs|levels?|actuals?|baseline|average)(?![a-z])",
    re.I,
)
_COMPARED_WITH = regex(r"より|は|の|に比|と比|比|から|平均|実績|[:(]|約?\d")
"""導入前は40時間: what it is compared with."""
_BYGONE = regex(r"(?:前々?|昨|先)(?:期|年度|四半期|半期)|(?:the )?(?:last|previous|prior) ", re.I)
_TODAY = regex(r"(?:today|now|本日|今日)", re.I)
_WHO_ANCHOR = frozenset(("customer", "vendor", "fiscal", "contract", "calendar"))


def read_due(scan: Scan) -> Due:
    """The due date. Relative words resolve only when their calendar gives exactly one day (rubric, ruling 6)."""
    mentions = [mention for mention in scan.mentions if not _is_other(scan, mention)]
    if not mentions:
        return _loose(scan)
    absolute = [mention for mention in mentions if mention.resolution == "absolute" or _names_month(mention)]
    chosen = _chosen(scan, absolute or mentions)
    if not absolute:
        early = _ABOUT_JA.match(scan.text, chosen.end) is not None
        kind = "relative_resolved" if _resolves(chosen) and not early else "relative_ambiguous"
    else:
        kind = "relative_ambiguous" if _some_time_after(scan, chosen) else "absolute"
        if kind != "absolute":
            return Due("relative_ambiguous", None, None, None, chosen.rule, chosen.anchor)
    due = Due(kind, chosen.first, chosen.last, None, chosen.rule, chosen.anchor)  # type: ignore[arg-type]
    problem = _problem(scan, due)
    if (
        problem == "past"
        and due.first is not None
        and due.last is not None
        and due.last >= scan.context.as_of
    ):
        due = replace(due, first=add_months(due.first, -12), last=add_months(due.last, -12))
    return replace(due, problem=problem)


_ABOUT_JA = regex(
    r"(?:の)?(?:早々|早め|早い(?:時期|段階|うち)|半ば|なかば|中頃|中ごろ|なかごろ|序盤|中盤|終盤|頃|ごろ|あたり)"
)
"""下期早々: some day of a period."""


def _names_month(mention: DateMention) -> bool:
    """来年3月, 来年3/31: a year told by a word, and its month."""
    return (
        mention.rule == "calendar_year"
        and mention.last is not None
        and mention.precision in ("month", "day")
        and any(map(str.isdigit, mention.text))
    )


def due_span(scan: Scan, due: Due) -> tuple[int, int] | None:
    """Where the due date stands in the folded text."""
    if due.rule == "loose":
        return scan.loose_times[0] if scan.loose_times else None
    for mention in scan.mentions:
        days = (mention.first, mention.last), _a_year_before(mention)
        if mention.rule == due.rule and (due.first, due.last) in days and not _is_other(scan, mention):
            return mention.start, mention.end
    return None


def _a_year_before(mention: DateMention) -> tuple[dt.date | None, dt.date | None]:
    if mention.first is None or mention.last is None:
        return None, None
    return add_months(mention.first, -12), add_months(mention.last, -12)


def _loose(scan: Scan) -> Due:
    if all(_FOR_NOW.fullmatch(scan.text, *span) for span in scan.loose_times):
        return Due("none")
    return Due("relative_ambiguous", rule="loose")


def unset_times(scan: Scan) -> list[tuple[int, int]]:
    """折を見て, as and when: words that set no time at all."""
    return [match.span() for match in _FOR_NOW.finditer(scan.text)]


def _some_time_after(scan: Scan, mention: DateMention) -> bool:
    """after Easter, past Christmas: a day is named, and nobody knows how long after it."""
    named = not any(map(str.isdigit, mention.text))
    return named and _AFTER_EN.search(scan.text[: mention.start]) is not None


_AFTER_EN = regex(
    r"(?<![a-z])(?:(?:some time |shortly |soon |right |just )?after|past|post|beyond|following)[ -]$", re.I
)
_FOR_NOW = regex(
    r"折りを見|折を見|時機を見|しかるべき(?:時期|時|タイミング)|然るべき(?:時期|時|タイミング)|as and when|down the line|当面|当分|しばらく|暫く|さしあたり|差し当たり|for now|for the time being|(?:going|moving) forward|as [a-z]+ (?:permits?|allows?)",
    re.I,
)
"""How long or under what condition something goes on, not by when anything is to be there."""


def _resolves(mention: DateMention) -> bool:
    if mention.rule == "calendar_year" and mention.last is not None:
        named = mention.precision == "month" and not re.search(r"明け|始", mention.text)
        whole = mention.text in ("今年中", "本年中", "今年内", "本年内")
        return named or whole or mention.anchor == "calendar" or mention.text.endswith("末")
    return mention.last is not None and mention.anchor in _WHO_ANCHOR


def _is_other(scan: Scan, mention: DateMention) -> bool:
    """A date that is not the due date: the baseline's day, a period compared with, a report's quarter."""
    text = scan.text
    if mention.rule == "month" and text.startswith("曜", mention.end):
        return True  # 第1・第3月曜
    if _OF_A_LOOK.match(text, mention.end) or _LOOK_ON_EN.search(
        text[max(0, mention.start - 48) : mention.start]
    ):
        return scan.is_goal
    if any(match.start() < mention.end and mention.start < match.end() for match in scan.cadences):
        if mention.text in ("月初", "月末") and not text.startswith("まで", mention.end):
            return True  # 月初の会議で共有
        if mention.rule == "event" and _EACH_EN.search(mention.text):
            return True  # after every close
        return mention.precision == "month" and (scan.language == "en" or _months_named(scan, mention))
    if _WEEKDAY_EN.fullmatch(mention.text) and _EVERY_TIME_EN.search(text):
        return True  # weekly numbers out by Monday noon
    if mention.text == "May" and _MAY_EN.match(text, mention.start):
        return True
    if _PERIOD_END_EN.fullmatch(mention.text) and _EPITHET_EN.search(text[: mention.start]):
        return True
    after, before = text[mention.end : mention.end + 24], text[max(0, mention.start - 24) : mention.start]
    if mention.text in ("翌日", "翌営業日") or _BYGONE.match(mention.text):
        return True
    if _TODAY.fullmatch(mention.text):
        return not re.search(r"(?:by|due|まで|中に)", before[-6:] + after[:4])
    if (
        mention.last is not None
        and mention.anchor in ("as_of", "customer", "vendor", "fiscal")
        and mention.last < scan.context.as_of
    ):
        return True  # 前期, last quarter: what it is compared with
    if mention.rule == "calendar_year" and mention.last is not None and mention.last < scan.context.as_of:
        return True  # 4 % in 2025
    if _says_which(scan, mention, before, after) or tells_what_was(scan, mention):
        return True
    if mention.rule == "event" and mention.text.endswith("前") and _COMPARED_WITH.match(after):
        return True
    if scan.language == "en":
        if (
            len(scan.mentions) > 1
            and _DATED_FIGURE_EN.search(text[max(0, mention.start - 48) : mention.start])
            and re.match(r" ?(?:[):]|, | \d)", after)
        ):
            return True
        if _NOT_DUE_BEFORE_EN.search(before) and not _starts_then(scan, mention, before):
            return True
        if _OF_A_NOUN_EN.search(before) and re.match(r" [a-z]{3,}", after) and mention.precision != "day":
            return True  # about the June shutdown
        return bool(
            mention.rule in ("quarter", "half", "fiscal_year", "fy_name", "month")
            and _MODIFIES_NOUN_EN.match(after)
            and len(scan.mentions) > 1
        )
    before = _RANGE_JA.sub("", before)
    if mention.rule == "duration" and _is_amount(scan, mention):
        return True
    if _OPEN_JA.match(text, mention.start):
        return True
    if _AS_OF_JA.match(after):
        return True
    if _STARTS_JA.match(after) and len(scan.mentions) == 1 and not scan.is_goal:
        return mention.last is not None and mention.last < scan.context.as_of
    if (
        before.endswith(("(", "/", "、", " "))
        and (before.endswith("(") or text[mention.end : mention.end + 1] in "はで")
        and _DATED_FIGURE_JA.match(text, mention.end)
        and not re.match(r"(?:末)?(?:まで|に)", after)
        and len(scan.mentions) > 1
    ):
        return True
    if _REVIEWED_JA.match(after) and len(scan.mentions) > 1:
        return True
    if (_BY_THEN_JA.match(after) or (len(scan.mentions) == 1 and _LEVEL_THEN_JA.match(after))) and (
        mention.last is None or mention.last > scan.context.as_of
    ):
        return False
    return bool(_NOT_DUE_AFTER.match(after) or _NOT_DUE_BEFORE_JA.search(before))


def _months_named(scan: Scan, mention: DateMention) -> bool:
    """毎年4月と10月に: the months something is looked at in, year after year."""
    over = (c for c in scan.cadences if c.start() < mention.end and mention.start < c.end())
    return any(re.match(r"(?:毎年の?)?\d{1,2}月", cadence.group()) for cadence in over)


_OF_A_LOOK = regex(
    r"(?:ごと|毎)に?|(?:に|の)[^、。\n\d]{0,8}(?:会|会議|定例|面談|MTG|ミーティング|レビュー|QBR|EBR)(?:で|にて|の場で)[^、。\n\d]{0,8}(?:振り返|確認|点検|見る|見直|チェック|レビュー|検証|総括|議論|評価)"
)
_LOOK_ON_EN = regex(
    r"(?<![a-z])(?:(?:committee|board|council|panel|forum|team|group) (?:reviews?|checks?|looks? at|discuss(?:es)?)(?: it| this| progress| results| them)?|(?:mid-?term|interim|progress|halfway|mid-?year|half-?way) (?:check|checks|review|look|checkpoint)) (?:in|on|at)(?: the)? $|(?<![a-z])(?:checked|reviewed|looked at|discussed|revisited)(?: at)? (?:each|every) $",
    re.I,
)
"""10月の反省会で振り返り, mid-term check on 2 Nov: when results are looked at."""
_EACH_EN = regex(r"(?<![a-z])(?:every|each|any)(?![a-z])", re.I)
_WEEKDAY_EN = regex(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?", re.I)
_EVERY_TIME_EN = regex(r"(?<![a-z])(?:weekly|each week|every week|per week|a week)(?![a-z])", re.I)
_RANGE_JA = regex(r"\d{1,2}月?[~-]$")
"""4~7月で13件: the month the range begins with."""
_DATED_FIGURE_JA = regex(
    r"(?:度|末|時点|現在|実績|の?平均|集計|調査)?(?:で|は|には|:|の| |に)?(?:約|計|延べ|平均|月|週|日|年|▲)?\d[\d,.]*[^、。()\d]{0,8}(?:[)、]|$)"
)
_DATED_FIGURE_EN = regex(
    r"\([^()]*\d[^(),;]{0,16} (?:in|at|as of|on|at the end of|during|over|for) (?:the )?$", re.I
)
_REVIEWED_JA = regex(
    r"(?:上旬|中旬|下旬|初め|末)?(?:に|の|で)(?:中間|途中|一度|1度|仮)[^、。\n]{0,4}(?:確認|点検|レビュー|報告|評価|棚卸|測定|計測)"
)
_AS_OF_JA = regex(r"(?:の)?時点で[^、。()\d]{0,6}\d[\d,.]*[^、。()\dにへま]{0,6}[)]")
"""(5月時点で1営業所): what was found then."""
_STARTS_JA = regex(r"(?:から|より)(?:開始|スタート|始め|始動)")
"""訪問サポートを7月から開始: the day an action begins."""
_BY_THEN_JA = regex(r"(?:の)?時点(?:(?:で|に|、|$)(?!の)|の年換算で)")
"""今期末時点で…まで下がっている: a day that lies ahead is when it is to be so."""


_LEVEL_THEN_JA = regex(
    r"(?:の)?時点の[^、。\n\d]{2,12}(?:は|を|が|:)? ?(?:約|計)?\d|(?:の)?時点の[^、。\n\d()]{2,14}?(?:で(?:判|確|測|計|評|数)|により|による|から|[)])"
)
"""2027年3月25日時点の利用者数 900名, (9月末時点の管理台帳): the only date, and it lies ahead."""


def _says_which(scan: Scan, mention: DateMention, before: str, after: str) -> bool:
    """A relative time that only says which: 研修後の理解度, 1年以内の離職率, Month-end close, repairs within a week at 90%."""
    if mention.resolution == "absolute":
        return False
    if scan.language != "en":
        if re.match(r"の(?!予定|うち|間|目標|期限|完了|達成)[一-龥ァ-ヶ]", after) and (
            mention.rule in ("event", "duration") or (scan.is_goal and mention.rule == "from_today")
        ):
            return True
        return bool(
            re.match(r"[・、/]?下期|\d", after)
            and not mention.text.endswith(("に", "まで", "には"))
            and re.search(r"から$|上期$|^$", before[-2:])
            and mention.rule in ("event", "half")
        )
    if (
        mention.rule == "duration"
        and not _FROM_AN_EVENT_EN.match(after)
        and any(q.dimension == "ratio" and q.start > mention.end for q in scan.quantities)
    ):
        return True
    if re.match(r"(?:by|before|until|till|after) ", mention.text, re.I):
        return False
    opens = mention.start == 0 or text_opens(scan.text, mention.start)
    return (
        opens
        and re.match(r" (?!and |by |with |at |in |(?:close|end|exit|latest)(?:[:;,.)]|$))[a-z]{3,}", after)
        is not None
    )


_FROM_AN_EVENT_EN = regex(
    r" (?:of|from|after|following) (?:the |our )?[a-z][a-z-]{3,}(?: [a-z]+)?(?:,|$)|,", re.I
)
"""Within six weeks of go-live, 80%: by when, not how fast."""


def text_opens(text: str, place: int) -> bool:
    """The place begins a sentence."""
    return re.search(r"(?:[.;:\n]) ?$", text[:place]) is not None


_OPEN_JA = regex(r"(?:追って|後日|別途|今後|これから)(?:決め|決定|調整|相談|協議|連絡|検討)")
"""期限は追って決める: no date yet."""
_MAY_EN = regex(
    r"May (?:everyone|everybody|we|you|they|he|she|it|i|all|the|our|this|these|no|nobody|his|her|their|[a-z]+ (?:be|enjoy|have|live|feel|find))(?![a-z])"
)
"""May everyone enjoy …: a wish."""
_PERIOD_END_EN = regex(r"(?:month|quarter|year|week|period)[- ](?:end|close)", re.I)
_EPITHET_EN = regex(
    r"(?<![A-Za-z])(?:an?|the|every|our|their|any|no) (?!by|before|next|this|coming|following)[a-z-]+ $", re.I
)
"""A smoother month-end: the work at the end of a month."""
_OF_A_NOUN_EN = regex(
    r"(?<![A-Za-z])(?:about|of|on|from|with|at|see|discuss|attend|join|review|for) (?:the|our|their|a|this|your) $",
    re.I,
)


def _starts_then(scan: Scan, mention: DateMention, before: str) -> bool:
    """from 1 Nov 2026: the day from which it is to hold, when it lies ahead and no other date is given."""
    alone = not any(
        other is not mention
        and other.last is not None
        and not _TODAY.fullmatch(other.text)
        and not _DATED_FIGURE_EN.search(scan.text[: other.start])
        for other in scan.mentions
    )
    ahead = mention.first is not None and mention.first >= scan.context.as_of
    return (
        alone
        and ahead
        and re.search(r"(?<![a-z])(?:from|as of|as from|starting|effective)[ :]*$", before, re.I) is not None
    )


def _is_amount(scan: Scan, mention: DateMention) -> bool:
    """2日以内 as the value to reach: 4.2日から2日以内へ, 回答を3日以内に."""
    before = scan.text[max(0, mention.start - 14) : mention.start]
    after = scan.text[mention.end : mention.end + 6]
    return bool(
        re.search(
            r"(?:→|から|より|\d(?:日|か月|週間|年))[^\d]{0,6}$|(?:期間|日数|リードタイム|納期|まで|受付から|回答)[^、。\n]{0,6}を?$",
            before,
        )
        or (re.match(r"(?:へ|まで|に短縮|に圧縮|とする|。?$)", after) and re.search(r"を$", before))
    )


def _chosen(scan: Scan, mentions: list[DateMention]) -> DateMention:
    """The marked one (まで, by); of several the latest; unresolved ones only when alone."""
    marked = [mention for mention in mentions if _is_marked(scan, mention)]
    pool = marked or mentions
    resolved = [mention for mention in pool if _resolves(mention) or mention.resolution == "absolute"]
    if not resolved:
        return pool[0]
    return max(resolved, key=lambda mention: (mention.last, -mention.start))


def _is_marked(scan: Scan, mention: DateMention) -> bool:
    before = scan.text[max(0, mention.start - 16) : mention.start]
    if scan.language == "en":
        return bool(_BEFORE_MARK_EN.search(before))
    after = scan.text[mention.end : mention.end + 10]
    return bool(
        _AFTER_MARK.match(after) or _BEFORE_MARK_JA.search(before) or re.search(r"(?:まで|末)$", mention.text)
    )


def _problem(scan: Scan, due: Due) -> DueProblem | None:
    """past or after_contract_end, by the last and first day the words allow."""
    if due.kind not in ("absolute", "relative_resolved") or due.last is None or due.first is None:
        return None
    if due.kind == "absolute" and _has_just_passed(scan, due):
        return "past"
    if due.last < scan.context.as_of:
        return "past"
    end = scan.context.contract_end
    latest = due.first if due.kind == "absolute" else due.last
    return "after_contract_end" if end is not None and latest > end else None


def _has_just_passed(scan: Scan, due: Due) -> bool:
    """A day without a year whose next return lies beyond the contract, and that passed within two months."""
    end, as_of = scan.context.contract_end, scan.context.as_of
    span = due_span(scan, due)
    if end is None or due.first is None or due.last is None or span is None or due.first <= end:
        return False
    if re.search(
        r"(?:19|20)\d\d|令和|平成|(?<![A-Za-z])[RH]\d|'\d\d|^\d\d(?:年|/\d+/)", scan.text[span[0] : span[1]]
    ):
        return False
    return 0 < (as_of - add_months(due.last, -12)).days <= 62
