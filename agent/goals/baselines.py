"""Which of a goal's numbers is the present one.

A number is the baseline when it stands before the one it moves to (40名→80名, 12%の離職率を8%に), when a word says
so (現状, was, today), when it stands alone in brackets or in a field beside a marked target (8%以下に（12%）), or
when another number is marked as the target (12% / aim 8%).
"""

from __future__ import annotations

import itertools
import re

from agent.calendar.patterns import regex
from agent.goals.presents_en import is_present
from agent.goals.quantities import MASK, Found
from agent.goals.scan import Scan
from agent.goals.words import has_japanese, lazily

_ARROW = r"(?:→|-+>|=+>|›|»|(?<=[ %\da-z])>(?= ?(?:\d|[$€£¥]|$)))"
_PART_OF_IT_JA = regex(
    r"(?:以下|以内|未満|程度|ほど|弱|強)?(?:に|へ|まで|で|減|削減|短縮|圧縮|カット|低減|$|[、。(;])"
)
"""月40件の半分以下: a part of the present amount."""
_PAIR_JA = regex(rf"[^\d。\n;→]{{0,10}}(?:{_ARROW}|から|より(?!も)|⇨|では?なく|じゃなく)[^\d。\n;]{{0,16}}")
_WO_JA = regex(
    r"(?:/[^\d\s]{1,3})?(?:程度|ほど|前後|以上|超|強|弱|ある|かかる|の)?(?:を|が|だったのを|だったものを|のところ、?)[^\d。;]{0,22}"
)
_THAT_IS_JA = lazily(
    lambda: regex(
        r"(?:/[^\d\s]{1,3})?(?:程度|ほど|前後|以上|超|強|弱|台)?(?:の|ある|あった|かか(?:る|って(?:いる|いた))|要(?:する|して(?:いる|いた))|で(?:回|行|や|処理|対応)[っし]?て(?:いる|いた)|出て(?:いる|いた)|発生して(?:いる|いた)|い(?:る|た)|残って(?:いる|いた)|使って(?:いる|いた)|に(?:上る|のぼる|達する|及ぶ))[^。\n\d]{0,20}?(?:を|が、?)[^。\n\d]{0,10}"
        r"|(?:/[^\d\s]{1,3})?(?:程度|ほど)?(?:ある|かかる|あった)?(?:ので|ため|が)、?(?:\ue000{2,}(?:に|までに|には|まで)?は?)?[^。\n\d]{0,6}|[、。](?:これ|それ|ここ|そこ)(?:を|から)[^。\n\d]{0,4}"
    )
)
"""What it now is, before what it becomes: 月12件ある漏れを3件以内に, 平均9時間、これを3時間に."""
_INTO_JA = regex(
    r"(?:/[^\d\s]{1,3})?(?:(?:以[下上内]|程度|前後|未満|超|台|体制|弱|強)?(?:に|へ|まで|とする|とし|にす|で(?:終|済|回|完了|締|良し|よし|よい|可|着地|仕上げ|収め|収ま|抑え|運営|回す|回る|締め)|もかから|も出|も使わ|も発生し|も起き)|(?:以[下内]|未満)(?=$|[、。;)\n/ ]))"
)
_BASE_BEFORE_JA = regex(
    rf"(?:昨期|昨冬|昨夏|昨春|昨秋|前冬|前夏|去年|一昨年|前々年|先期|先季|先年|昨々年|前々回|先々期|昨今|いま(?=百|千|万|平均|月|週|延べ|{MASK})|今(?=百万分|月平均|{MASK})|昨季|前季|昨シーズン|前シーズン|現残高|いま(?=\d|約|$)|まだ(?=\d|約|$)|現状|現在|現行|現時点|現況|現(?=\d|約|$)|期首|期初|ここ(?:数|半|一|1|2|3|二|三)?(?:年|か月|カ月|ヶ月|週間|四半期)?(?:は|の平均)|このところ|最近|例年|平年|目下|いまのところ|今のところ|現に|前々?期|先月末?|前月|先々月|足元|足許|直近|今は|いまは|今(?=\d|約|:|、)|前年度?|昨年度?|昨年|前期|前回|昨年同期|前年同期|導入前|従来|これまで|当初|初期値|ベースライン|基準値?|スタート時?|[Bb]efore|[Aa]s-?[Ii]s|もともと|元々|開始時|時点|実績(?:は|で|:)|{MASK}の?実績|今期実績|today|now|currently)"
    r"(?:値|は|の|が|:|=|で|時点|平均|約|およそ|、|延べ|計|実績|[^\d、。\nをにへ→]){0,10}$"
)
_COMPARED_JA = regex(
    r"(?:前年(?:同[期月])?|昨年|対前年|前期|前年度|昨年度)(?:度|実績)?比?(?:で|\+|プラス|▲|△|-|[^、。\n]{0,3}(?:比|対比))[^、。\n]{0,4}$"
)
_THAN_BEFORE_JA = regex(
    r"(?:前年|昨年|去年|前期|昨期|先期|前回|前月|先月|現状|現在|従来|今|これまで|導入前)(?:度|同[期月])?の?(?:実績|平均|水準|値)?(?:より|に比べて?|と比べて?|に対して?|から)(?:も|さらに|約|およそ|平均|月|週|年)*$"
)
"""前年より8%縮める: by how much, not how much it is."""
_OF_LAST_YEAR_JA = regex(
    r"(?:前年度?|基準年度?|対前年|前回|目標|計画|\d{4}年度?|昨年度?|前期|昨期|前年同[期月]|現状|現在|今|当初|従来|導入前)(?:比|の|対比|実績の)(?:約|概ね)?$"
)
_OF_IT_JA = regex(
    r"(?:/[^\d\s]{1,3})?(?:以[下上内]|程度|前後|未満|超|弱|強)?(?:に|へ|まで|とする|とし|で(?:よし|良し|よい|良い|可|十分|いい|済|終|$)|$|[、。;()\n])"
)
_BASE_AFTER_JA = regex(
    r"(?:/[^\d\s]{1,3})?\((?:[^()]{0,6}\d{1,2}月(?:度|末|期)?|\d{2,4}年度?|上期|下期|[前昨先]\S{1,3}|直近[^()]{0,6}|過去[^()]{0,6})の?(?:実績|時点|現在|平均|実測|調べ|値|計測|集計)\)|(?:程度|前後|ほど)?(?:\((?:現状|現在|現行|実績|昨年|前年)|(?:の|が|という)現状|\(今\)|\((?:前|導入前|従来|実績|改善前)\)|(?:待ち|がかり|かかり|止まり|どまり|遅れ|越え|並み|前後)?(?:も)?(?:だった|であった)|に(?:留|とど)ま|しかない|(?:も|ほど|程度|くらい|ぐらい)?(?:かか|掛か|発生し|出|起き|生じ|要し|費やし|使っ|払っ|支払っ|残っ|溜ま|たま|滞留し|眠っ|止まっ|失っ|浪費し|に達し|に上っ|にのぼっ|に及ん|を占め|と(?:高|低)止まりし)(?:っ)?(?:て|で)(?:い(?:る|ます|た)|おり|しまって)(?!状態|こと|よう|姿)|の[^、。\n\d]{1,14}(?:が|を)(?:出|発生し|起き|生じ|要し|費やし|使っ|払っ|支払っ|残っ|溜まっ|たまっ|滞留し|失っ|抱え|捨て|廃棄し|さばい|こなし|回し|処理し)て(?:い(?:る|ます|た)|おり)(?!状態|こと|よう|姿)|(?:から|より)(?!も|[下上少多低高短早遅])[^\d]{0,12}$)"
)
NOTHING_JA = regex(
    r"(?:これまで|従来|過去|今まで)(?:の|は|に|、)?[^、。\n\d]{0,8}(?:なし|無し|ゼロ|皆無|ない)|(?:現状|現在|現時点|今|いま)(?:は|、|:|の)*(?:(?:[^、。\n\d]|第\d){1,10}(?:のみ|だけ)|ゼロ|なし|無し|未(?:実施|導入|着手|利用|設定|計測|整備|登録)|0(?:件|名|人|%|社|回|部署|部門|店舗|個|本)?(?!\.)|実績なし|皆無|行(?:われ|え)ていない|できていない)|ゼロ(?:から|→)|未(?:実施|導入|利用)(?:から|→)|初めて|新規に(?=\d)"
)
_PAIR_EN = regex(
    rf"(?: ?(?:[a-z]{{1,3}}\.){{1,2}}|[^\d.;\n]){{0,14}}?(?: ?(?:{_ARROW}|…|\.\.\.) ?| (?:down |up |back )?to (?:under |below |at least |less than |over |above |about |around |only |no more than |at most )?|-to-)[^\d.;\n]{{0,10}}$",
    re.I,
)
_THEN_CUT_EN = regex(
    r"(?: (?:a|an|per|each|every) [a-z]+)?(?:,| -| [–—]|;)? (?:(?:to be|is to be|must be|will be|should be|shall be|now|today|currently|to|cut|cut by|down|reduced|reduced by|minus|less)[, ]*)*",
    re.I,
)
"""PLN 64k a month, halved by December."""
_FROM_SOMEBODY_JA = regex(
    r"[社名人店件部署拠点]から[^、。\n]{0,8}(?:取得|回収|収集|受領|もら|聞|ヒアリング|獲得|受注|集め|いただ|頂)"
)
"""2社から取得: from whom, not from how many."""
_ONLY_MOVED_JA = regex(r"を[^、。\n\d]{0,6}(?:引き?)?(?:下げ|上げ|高め|改善|向上)(?:る|て|し|た|を|、|。|$)")
"""離職率12%を下げる: the present rate, without a target."""
_THE_PRESENT_EN = regex(
    r"(?<![a-z])(?:lower|cut|raise|improve|reduce|shrink|lift|bring down|tackle|address) (?:the|our|this|that|today's) (?:current )?$",
    re.I,
)


def pairs(scan: Scan) -> list[tuple[Found, Found]]:
    """(baseline, target) neighbours: 40名→80名, 45分から20分に, from 12 to 5."""
    text, found = scan.masked, scan.quantities
    moves: list[tuple[Found, Found]] = []
    for first, second in itertools.pairwise(found):
        gap = text[first.end : second.start]
        if len(gap) > 40 or first.spelled or not _comparable(first, second):
            continue
        halved = (
            scan.language == "en"
            and second.change
            and second.dimension == "ratio"
            and first.dimension != "ratio"
            and _THEN_CUT_EN.fullmatch(gap) is not None
        )
        if halved or _in_columns(first, second, gap) or (scan.language == "en" and _PAIR_EN.fullmatch(gap)):
            moves.append((first, second))
        elif scan.language != "en" or has_japanese(text):
            moved = (_WO_JA.fullmatch(gap) or _THAT_IS_JA.fullmatch(gap)) and (
                second.spelled or _INTO_JA.match(text, second.end)
            )
            part = (
                gap == "の"
                and (second.spelled or second.unit.startswith("分の"))
                and second.dimension == "ratio"
                and first.dimension != "ratio"
                and _PART_OF_IT_JA.match(text, second.end)
                and not re.search(r"対象|全$", text[: first.start])
            )
            if _PAIR_JA.fullmatch(gap) or moved or part:
                moves.append((first, second))
    return moves


def _in_columns(first: Found, second: Found, gap: str) -> bool:
    """Two cells of a row beside each other, before and after: 「棚卸差異 1.1% 0.4%」, 「月74件/月20件」."""
    alike = bool(first.unit) and first.unit == second.unit and not (first.change or second.change)
    alike = alike or ("|" in gap and first.dimension == second.dimension and not second.change)
    return (
        alike
        and re.fullmatch(r"(?: (?:a|per|each) [a-z]+)? ?[/|]? ?(?:月|週|日|年|四半期|平均|約)?", gap)
        is not None
    )


def _comparable(first: Found, second: Found) -> bool:
    if second.dimension in ("zero", "all") or second.spelled:
        return True
    if first.dimension == second.dimension:
        return first.dimension != "count" or first.unit == second.unit or len(first.unit) > 1
    return "none" in (first.dimension, second.dimension) or {first.dimension, second.dimension} <= {
        "count",
        "people",
    }


def baselines(scan: Scan) -> list[Found]:
    found = pairs(scan)
    seconds = {id(second) for _, second in found}
    bases = [first for first, second in found if id(first) not in seconds]
    if scan.is_goal and not bases:
        bases += _beside_a_target(scan)
    for quantity in scan.quantities:
        if any(quantity is base for base in bases) or id(quantity) in seconds or quantity.dimension == "all":
            continue
        if _has_cue(scan, quantity):
            bases.append(quantity)
    return bases


def _has_cue(scan: Scan, quantity: Found) -> bool:
    before = scan.masked[max(0, quantity.start - 28) : quantity.start]
    if (
        scan.language != "en"
        and re.match(r"\((?:現在|現状|現行|実績|前回|前年|前期|昨年|今)", scan.text[quantity.end :])
        and re.match(r"\([^\d)]{0,8}\d", scan.text[quantity.end :])
    ):
        return False
    visible = scan.text[max(0, quantity.start - 28) : quantity.start]
    if scan.language == "en":
        if len(scan.quantities) == 1 and _THE_PRESENT_EN.search(visible):
            return True
        others = [
            q
            for q in scan.quantities
            if q is not quantity and q.dimension != "all" and _comparable(quantity, q)
        ]
        return is_present(scan, quantity, others)
    if (
        _ONLY_MOVED_JA.match(scan.masked, quantity.end)
        and quantity.dimension == "ratio"
        and len(scan.quantities) == 1
    ):
        return (
            re.search(r"率|割合|比率|度", scan.masked[max(0, quantity.start - 12) : quantity.start])
            is not None
        )
    if quantity.spelled and _IT_IS_NOW_JA.search(visible):
        return True
    if quantity.change:
        return False
    if _found_out(scan, quantity):
        return True
    after = scan.text[quantity.end : quantity.end + 28]
    if (
        (quantity.dimension == "ratio" or quantity.unit.startswith("分の"))
        and _OF_LAST_YEAR_JA.search(visible)
        and _OF_IT_JA.match(after)
    ):
        return False  # 前年の9掛けに
    if re.search(r"時点(?:で|に|の)?[^、。\d]{0,10}$", visible) and _ahead(scan, quantity):
        return False
    if _THAN_BEFORE_JA.search(visible) and not _BASE_AFTER_JA.match(after):
        return False
    if _COMPARED_JA.search(visible) or _FROM_SOMEBODY_JA.match(scan.text[quantity.end - 1 :]):
        return False
    if _DATED_JA.search(scan.without_dates[: quantity.start]) and _CLOSED_JA.match(after):
        return any(
            q is not quantity and _comparable(quantity, q) for q in scan.quantities if q.dimension != "all"
        )
    return bool(
        _BASE_BEFORE_JA.search(before) or _BASE_BEFORE_JA.search(visible) or _BASE_AFTER_JA.match(after)
    )


_IT_IS_NOW_JA = regex(r"(?:今|いま|現在|現状|現時点)(?:は|では|:|、)(?:まだ|約|だいたい|およそ|ほぼ)?$")
_FOUND_OUT_JA = regex(
    r"[、。(](?:[^、。()\d]{0,4}|\d{1,2}月)の(?:調査|模試|テスト|試験|検査|実地棚卸|棚卸し?|監査|アンケート|診断|測定|計測|集計|決算|健診|検定|査定|抜き取り|サーベイ|巡回)(?:は|では|で|が|:)?$"
)


def _found_out(scan: Scan, quantity: Found) -> bool:
    """目標80点。4月の模試は55点。: what an earlier count found, after the figure that is aimed at."""
    if _FOUND_OUT_JA.search(scan.text[: quantity.start]) is None:
        return False
    closes = scan.text.startswith("。", quantity.end) or _CLOSED_JA.match(scan.text, quantity.end)
    return bool(closes) and any(
        q.end < quantity.start and _comparable(q, quantity) and q.dimension != "all" for q in scan.quantities
    )


_DATED_JA = regex(
    rf"[(、/](?:\d{{1,2}}月?[~-])?{MASK}+(?:度|末|時点|現在|実績|の?平均|集計|調査)?(?:で|は|には|:|の| |に)?(?:約|計|延べ|平均|月|週|日|年|▲)?$"
)
_CLOSED_JA = regex(r"(?:/[^\d\s]{1,3})?(?:程度|前後|ほど|台)?(?:[)]|$|、(?![^、。]{0,6}(?:に|へ|まで)))")
"""(7月末で85本), (9月 1,900万円): a figure with its day, in brackets of its own."""


def _ahead(scan: Scan, quantity: Found) -> bool:
    """The date whose 時点 the figure stands at has not come: 9月末時点で80%."""
    before = [mention for mention in scan.mentions if mention.end <= quantity.start]
    if not before or scan.text[: before[-1].start].endswith("("):
        return False
    last = before[-1].last
    return (last is None and "年" not in before[-1].text[:2]) or (
        last is not None and last > scan.context.as_of
    )


_AIM_JA = regex(
    r"(?:目標|狙い|ねらい|ゴール|To-?Be|TO-?BE|あるべき姿|到達点|着地|After|目指(?:す|し))(?:値|は|の|が|:|=|で|、|平均|約| ){0,4}$"
)
_AIM_EN = regex(
    r"(?<![a-z])(?:target|aim|goal|objective|want|wants|should (?:be|take|reach|fall to|rise to)|make it|to reach|to hit|shall be|must be|become|becomes|needs to be|future|to-be|ambition|wanted|aiming for|aim for|going to|down to|back to|(?:to |shall |will |must |should )(?:fall|drop|rise|climb|come down|come up|go up|go down|go|get|shrink|grow|sink|land|end|end up|settle|decline|improve|increase|decrease)(?: below| under| above| over| to| at| beyond)?)(?: is| at| of| for|:|=)*(?: under| below| at most| about| only| just)?[ :=]*$",
    re.I,
)
_SET_JA = regex(
    r"(?:/[^\d\s]{1,3})?(?:以[下上内]|程度|未満|超|台|前後|まで)?(?:に|へ|まで|以[下上内]|とする|を(?:目指|狙|上限|下限|目標)|未満|で(?:維持|運用))"
)
_SET_EN = regex(
    r"(?<![A-Za-z])(?:(?:to|at|below|under|within|over|above|reach|hit|of|than|most|least|be|take|in|get|become)(?: about| around| only| just| under| below| at most| at least)?|[:]) $|^$",
    re.I,
)
_BRACKET = regex(r"[(\[](?P<cue>[^\d()\[\]]{0,12}|FY ?'?\d\d:? ?|(?:19|20)\d\d:? ?)$")
_OTHERS = regex(
    r"全国|業界|他社|同業|average|industry|peer|benchmark|sector|market|最大|max|上限|n=|うち|内訳|計|合計|total|約|各|×|x",
    re.I,
)


def _beside_a_target(scan: Scan) -> list[Found]:
    """The other of two comparable numbers when one is marked as the target or stands in brackets or a field alone."""
    numbers = [q for q in scan.quantities if not q.spelled and not q.change]
    for first, second in itertools.pairwise(numbers):
        if (
            not _comparable(first, second)
            or not _comparable(second, first)
            or second.start - first.end > (110 if _aimed(scan, second) else 60)
        ):
            continue
        if _other_than_levels(scan, first, second):
            continue
        if _aimed(scan, second) and not _aimed(scan, first):
            return [first]
        if _in_brackets_alone(scan, second) and not _in_brackets_alone(scan, first):
            return [second]
        if _in_brackets_alone(scan, first) and _is_set(scan, second):
            return [first]
        if _field_alone(scan, second) and _is_set(scan, first) and not _field_alone(scan, first):
            return [second]
        if _field_alone(scan, first, opens=True) and _is_set(scan, second, by_date=True):
            return [first]
    return []


def _other_than_levels(scan: Scan, first: Found, second: Found) -> bool:
    """Different things: minutes and people are caught by their units; here a different unit of one dimension."""
    units = {first.unit.lower().rstrip("s"), second.unit.lower().rstrip("s")} - {""}
    if first.dimension in ("count", "people", "none") and len(units) > 1:
        return True
    return (
        first.dimension == "none"
        and second.dimension == "none"
        and (first.value > 1900 or second.value > 1900)
        and scan.language != "en"
    )


def _aimed(scan: Scan, quantity: Found) -> bool:
    before = scan.masked[max(0, quantity.start - 24) : quantity.start]
    return bool((_AIM_EN if scan.language == "en" else _AIM_JA).search(before))


def _in_brackets_alone(scan: Scan, quantity: Found) -> bool:
    if "-" in scan.text[quantity.start + 1 : quantity.end]:
        return False  # (5-day week)
    before = _BRACKET.search(scan.text[max(0, quantity.start - 14) : quantity.start])
    after = re.match(
        r"(?:/[^\d\s]{1,3})?(?:程度|ほど|台|弱|強| (?:per|a) [a-z]+| [a-z]+)?[)\]、,;/]",
        scan.text[quantity.end :],
    )
    return bool(before and after and not _OTHERS.search(before["cue"]))


def _field_alone(scan: Scan, quantity: Found, opens: bool = False) -> bool:
    """Nothing but the number (and a rate's a quarter) between two separators; `opens`: the metric's name may stand before it."""
    text = scan.text
    after = re.match(
        r"(?:/[^\d\s]{1,3}|台| (?:a|per) [a-z]+| [a-z]+)?(?:$|[、。,;/\n]|\. )", text[quantity.end :]
    )
    before = text[: quantity.start]
    if not after:
        return False
    if opens:
        return (
            not _SET_EN.search(before[-14:]) if scan.language == "en" else not re.search(r"[をへ]$", before)
        )
    return bool(
        re.search(
            r"(?:[、。,;\n/(]|\. ) ?(?:今|現|月|週|日|年|四半期|半期|期|平均|約|1人|1件|1日|月平均|週平均|日平均)?$",
            before,
        )
    )


def _is_set(scan: Scan, quantity: Found, by_date: bool = False) -> bool:
    """Marked as what is to be: 8%以下に, at 8%, 8% by May."""
    after, before = (
        scan.text[quantity.end : quantity.end + 16],
        scan.text[max(0, quantity.start - 18) : quantity.start],
    )
    if scan.language != "en":
        dated = (
            by_date and _AT_A_DATE_JA.search(scan.without_dates[: quantity.start]) and _ahead(scan, quantity)
        )
        return bool(dated or _SET_JA.match(after))
    if by_date and re.match(
        r"(?! (?:at|in|on|from|this|before) (?:present|now|today|the (?:moment|last|past|previous|prior|latest)|last|past|the change|this))"
        r" (?:by|before|until|till|in|from|as of|come|at|through|this|on) ",
        scan.text[quantity.end :],
    ):
        return True
    return bool(_SET_EN.search(before)) and not by_date


_AT_A_DATE_JA = regex(
    rf"{MASK}(?:に|まで(?:に)?|には|時点で|、)?(?:は|の)?(?:月|週|日|年|四半期|平均|約|1日)?$"
)
"""月310万円。2026年度末に月250万円: a figure right after the day it is to be reached."""
