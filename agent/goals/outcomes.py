"""What kind of result a goal is about: a business result, use, sentiment, activity, or the vendor's own figure."""

from __future__ import annotations

import re
from functools import cache

from agent.calendar.patterns import regex
from agent.goals.metrics import DIRECTION_EN, DIRECTION_JA, LEFT_EN, Head, class_by_modifier, is_result_word
from agent.goals.quantities import Found, masked
from agent.goals.reading import OutcomeClass
from agent.goals.scan import Scan
from agent.goals.targets import Targets
from agent.goals.use_en import names_own_result, use_or_feeling
from agent.goals.words import alternation, compiled, lazily, word_set, words


@cache
def _places_of_use() -> frozenset[str]:
    return word_set("ja", "outcome", "places_of_use") - {
        "社",
        "台",
        "か所",
        "ヶ所",
        "カ所",
        "箇所",
        "部",
        "課",
    } | frozenset(("sites", "stores", "teams", "branches", "departments"))


def outcome_class(
    scan: Scan,
    targets: Targets,
    found: list[Head],
    metric: tuple[int, int] | None,
    told: list[tuple[int, int]],
) -> OutcomeClass:
    """The class of what the goal is about: the named metric's, else what its statement says.

    `told` are the spans of method, review and owner, which say nothing about it.
    """
    number = targets.target
    if number is not None and number.dimension == "level":
        return "other"
    governed = [
        head
        for head in found
        if not any(start <= head.start < end for start, end in told) and _is_governed(scan, head, targets)
    ]
    kinds = {head.kind for head in governed}
    outright = said_outright(scan, targets, told)
    if outright is not None:
        return outright
    if _WORK_EASED_JA.search(scan.text):
        return "outcome"
    if scan.language == "en":
        said = _said_in_english(scan, targets, governed, told)
        if said is not None:
            return said
    if "vendor" in kinds and "outcome" not in kinds:
        return "vendor"
    if (
        number is not None
        and scan.language == "en"
        and number.dimension in ("ratio", "all")
        and (
            _SHARE_EN.search(scan.text, number.end, number.end + 50)
            or (_BY_WIRE_EN.search(scan.text[: number.start]) and not _has_loss(scan, governed))
        )
    ):
        return "usage"
    if number is not None and "vendor" not in kinds:
        by_use = _by_use(scan, number)
        if by_use is not None and not _has_loss(scan, governed):
            return by_use
    if kinds == {"activity"} and number is not None and _takes_less(number, targets.baseline):
        return "outcome"
    for kind in _ORDER:
        if kind in kinds:
            return kind
    if metric is None or number is None:
        return "other"
    if number.dimension in ("count", "people", "all") and scan.language != "en":
        start, end = scan.sentence_at(number.start)
        if _REACHED_JA.search(scan.text, start, end):
            return "usage"
    if number.dimension == "clock" and scan.language != "en":
        return "other"  # 始業を8:30から9:00に; what is done earlier was told above
    if number.dimension in ("time", "clock", "money"):
        return "outcome"
    if number.dimension == "all" or number.unit in _places_of_use():
        return "usage"
    name = _statement(scan, metric, number.start)
    return class_by_modifier(name) if scan.language != "en" else _class_by_modifier_en(name)


def _takes_less(number: Found, before: Found | None) -> bool:
    """30分→18分: something takes less time or money than before."""
    return (
        before is not None
        and number.dimension in ("time", "money")
        and number.unit == before.unit
        and number.value < before.value
    )


_BY_WIRE_EN = regex(
    r"(?<![a-z-])(?:digital|electronic|online|paperless|automated|touchless|self-serve|self-service|e-[a-z]+) [a-z]+(?: (?:rate|share|ratio))?[:,]? (?:from |at |up |now )*$",
    re.I,
)
"""digital inspections from 35%: a share moved to another channel."""
_SHARE_EN = regex(
    r"(?<![a-z])(?:auto|digit|electronic|paperless|online|self-serv|in the (?:app|tool|portal|system)|via the|through the)[a-z-]*",
    re.I,
)
"""What moves a share to another channel: 90% of expenses auto-coded."""
_ORDER: tuple[OutcomeClass, ...] = ("outcome", "usage", "sentiment", "activity", "vendor")
_MOVED_JA = lazily(
    lambda: regex(
        rf"{alternation(words('ja', 'outcome', 'moved_channels'))}(?!代|費|の?(?:処理|入力|確認|作成|発行)?(?:時間|工数|費|コスト))"
    )
)
_REACHED_JA = lazily(lambda: regex(rf"{alternation(words('ja', 'outcome', 'reached'))}"))


def _statement(scan: Scan, metric: tuple[int, int], number: int) -> str:
    """The metric's own words, up to its number."""
    start, end = min(metric[0], number), max(metric[1], number)
    first, last = scan.sentence_at(start)
    return scan.text[max(first, start - 24) : min(max(end, start + 1), max(last, end))] + (
        scan.text[end : min(last, end + 40)] if scan.language == "en" else ""
    )


_OWN_LOSS_JA = lazily(
    lambda: regex(
        rf"{alternation(words('ja', 'outcome', 'own_people'))}(?:の|が|から|による|における|数|)(?:[^、。\n]{{0,6}}?){alternation(words('ja', 'outcome', 'own_losses'))}"
    )
)
_PAPER_JA = regex(
    r"(?<![一-龥])紙(?:媒体)?(?:の|での?|による)?(?![^、。\n]{0,8}(?:賃料|保管料|費|代|コスト|工数|時間))(?!おむつ|代|費|面|幣|器|袋|箱|管|製|くず|ごみ|の?(?:使用|消費|購入|仕入|廃棄|コスト|枚数|量))[一-龥ァ-ヶ]{1,8}[^、。\n]{0,10}?(?:全廃|廃止|なく[すし]|撤廃|ゼロ|やめ|減ら|削減|未満|以下|\d|[→をが]|→)(?![^、。\n]{0,12}(?:時間|工数|費|代|コスト))"
)
"""紙の受付票を全廃, 紙で成績を出す教員: work that leaves paper."""
_CHANNEL_JA = regex(
    r"(?:(?:スマホ|スマートフォン|モバイル|タブレット|端末|LINE|(?:自社|公式|予約|直販)?サイト|ボット|FAQ|システム|ツール|アプリ|チャット|画面)[^、。\n\d]{0,6}(?:での?|経由の?|による|から)[^、。\n]{0,18}?(?<!エラー)(?<!ミス)(?<!解決)(?<!成約)(?<!離脱)(?<!不良)(?<!受注)(?:割合|比率|率|シェア|件数の割合))(?![^、。\n]{0,6}(?:時間|工数|費|代|コスト))"
)
"""自社サイト経由の予約比率, チャットで完結した割合: a share that takes another way."""
_STARTED_JA = lazily(
    lambda: regex(
        rf"(?:全|すべての|全ての)?\d*(?:全)?{alternation(words('ja', 'outcome', 'places_of_use'))}(?:で|に|へ|の)(?:[^、。\n\d]{{0,16}}?){alternation(words('ja', 'outcome', 'starts'))}"
    )
)


_OWN_ASSET_JA = regex(
    r"(?:病床|病棟|ベッド|客室|宿泊|部屋|設備|機械|(?<!オン)ライン|車両|車輌|トラック|重機|建機|手術室|会議室|スタジオ|倉庫|棚|区画|窯|炉|プレス|成形機|工作機械|ロボット|バース|船舶|便|座席|打席|テナント|駐車場|要員|人員|技術者|発電所?|風車|クレーン|フォークリフト)(?:の)?(?:平均|月間|年間)?(?:稼働率|可動率|利用率|占有率|回転率|充足率|積載率|入居率|搭乗率|使用率)"
    r"|稼働率 ?\(?OEE|(?<![A-Za-z])OEE(?![A-Za-z])|設備総合効率|可動率|積載率|入居率|搭乗率|実車率|歩留まり?"
    r"|(?:解約率?|退会率?|離脱率?)\((?:先方|御社|貴社|顧客|お客様)(?:側)?の"
)
"""病床利用率, 解約率(先方の会員): how the customer's own assets and people fare."""
_MOVED_HOUR_JA = regex(
    r"(?P<from>\d{1,2})(?::(?P<past>\d\d)|時(?:半|(?P<past2>\d\d?)分)?)台?(?:→|から|を|だったのを)[^、。\n\d]{0,5}(?P<to>\d{1,2})(?::(?P<to_past>\d\d)|時(?:(?P<to_past2>\d\d?)分)?)"
)


def _done_earlier(text: str) -> bool:
    """校了2:10から1:30: the hour something is done by comes forward."""
    moved = _MOVED_HOUR_JA.search(text)
    if moved is None:
        return False
    before, after = (
        60 * int(moved[hour]) + int(past or 0)
        for hour, past in (
            ("from", moved["past"] or moved["past2"]),
            ("to", moved["to_past"] or moved["to_past2"]),
        )
    )
    return after < before


def said_outright(scan: Scan, targets: Targets, told: list[tuple[int, int]]) -> OutcomeClass | None:
    """The class that the words leave no doubt of, whatever else the text has: own assets and people, work off paper."""
    text = masked(scan.text, told)
    number = targets.target or targets.baseline
    if number is None and _RESULT_NAMED.search(text):
        return "outcome"
    spent = number is not None and number.dimension in ("time", "money")
    if scan.language != "en":
        said = _said_in_japanese(text)
        return None if spent and said == "usage" else said
    if _PAPER_EN.search(text) and not spent:
        return "usage"
    return "outcome" if names_own_result(text) else None


def _said_in_japanese(text: str) -> OutcomeClass | None:
    """会員の退会 is the customer's own; 紙の申請書 moved away and 全27病棟で…を始める are use."""
    if _OWN_LOSS_JA.search(text) or _OWN_ASSET_JA.search(text) or _done_earlier(text):
        return "outcome"
    if _MOVED_JA.search(text) or _PAPER_JA.search(text) or _CHANNEL_JA.search(text):
        return "usage"
    started = _STARTED_JA.search(text)
    return "usage" if started and re.search(r"全|\d", started.group()) else None


def _said_in_english(
    scan: Scan, targets: Targets, governed: list[Head], told: list[tuple[int, int]]
) -> OutcomeClass | None:
    """What the words around the figure say of it: the customer's own assets and people, use of a tool, feelings."""
    number = targets.target or targets.baseline
    if number is None or number.change or number.dimension in ("time", "clock", "money"):
        return None
    kind, surely = use_or_feeling(scan, number, told)
    return kind if kind is not None and (surely or not _has_loss(scan, governed)) else None


_PAPER_EN = regex(
    r"(?<![a-z-])paper[- ](?!use|usage|cost|waste|spend|consumption|purchase|volume|stock|mill|machine|shop|goods|product|industry|compan|sales|prices?|making|trail|jam|planes?)[a-z]+",
    re.I,
)
"""paper prescriptions, the last paper form: work that leaves paper."""
_FARES_EN = regex(
    r"(?: rates?| times?| levels?)?:? (?:(?:is|are|a|an|to|noticeably|much|visibly|markedly|clearly|far|significantly|well|quarter|third|half|fifth|getting|kept) )*(?:lower|shorter|healthier|fewer|smaller|higher|thinner|fatter|leaner|lighter|down|halved|trending|cleared|recovered|wiped out|worked off)(?![a-z])",
    re.I,
)
_BETTER_EN = regex(
    r"(?<![a-z])(?:healthier|fatter|leaner|steadier|thinner|lighter|smaller|less|fewer) (?:[a-z-]+ ){0,2}$",
    re.I,
)
"""wait noticeably shorter, a healthier gross margin: which way a result is to go."""
_USED_JA = lazily(
    lambda: regex(
        rf"(?:[%割人名社店]|全員|半数|過半数|以上|社員|職員|店長|担当者)(?:以上)?が[^、。\n]{{0,20}}?(?:{alternation(words('ja', 'outcome', 'use_verbs'))})"
        rf"|(?:{alternation(words('ja', 'outcome', 'use_verbs'))})[^、。\n]{{0,4}}(?:人|者|社員|職員|教員|管理職|ユーザー|会員|店舗?|部署|拠点|チーム|担当|こと)"
        rf"|(?:自動|電子|オンライン|アプリ|Web|WEB|ポータル|チャット|セルフ|キャッシュレス|クラウド)(?:上|経由)?(?:で|化|に|へ|経由|移行|受付|申請|処理)?[^、。\n]{{0,8}}(?:比率|率|割合|件数|へ(?:移|切))"
    )
)
_USED_EN = compiled(tuple(words("en", "outcome", "use_phrases")), "en")
_RATED_EN = regex(
    r"(?<![a-z])(?:rate|rates|rated|score|scores|scored|give) (?:[a-z' -]+ )?\d|\d(?:\.\d)? (?:stars?|or better|or higher|of 5|out of 5|of 10|out of 10)",
    re.I,
)


def _by_use(scan: Scan, number: Found) -> OutcomeClass | None:
    """usage or sentiment when the sentence of the number says who uses what, or how people rate it."""
    start, end = scan.sentence_at(number.start)
    sentence = scan.text[start:end]
    if scan.language != "en":
        if number.dimension in ("time", "money"):
            return None  # 動画を見てもらう分、説明が30分→18分
        return "usage" if _USED_JA.search(sentence) else None
    if _RATED_EN.search(sentence) and re.search(
        r"(?<![a-z])(?:survey|scale|csat|pulse|stars?|nps|poll|feedback|questionnaire|of 5|of 10|or better)(?![a-z\d])",
        scan.text,
        re.I,
    ):
        return "sentiment"
    return "usage" if _USED_EN.search(sentence) else None


def _has_loss(scan: Scan, governed: list[Head]) -> bool:
    """A business result is named by its own word (errors, hours), not by a bare rate or number."""
    return any(
        head.kind == "outcome" and is_result_word(scan.language, scan.masked[head.start : head.end])
        for head in governed
    )


_WORK_EASED_JA = regex(
    r"(?:作成|処理|入力|集計|準備|転記|承認|検索|発行|突合|照合|作業|業務|準備|手続き?|事務)(?:業務|作業|時間|工数)?(?:を|の)[^、。\n]{0,8}(?:効率化|短縮|自動化|省力化|スピードアップ|削減|減ら|早く|速く|半減)"
    r"|(?:処理|対応|予測|作業|事務|業務|入力|集計|手続き?)の(?:スピード|速度|手間|品質|精度|ミス)(?:を|が)[^、。\n]{0,12}(?:改善|上げ|高め|磨|底上げ|軽く|速く|早く|向上|減|上が|省)"
    r"|(?:誤[一-龥]{1,3}|手戻り|手直し|やり直し|再修繕|雨漏り|停電|故障|不一致|食い違い|未完了|取り違え|積み残し)(?:件数|数)?(?:を|が|は|の)[^、。\n]{0,14}(?:減|少な|出さ|なく|ゼロ|抑え|防|以内|以下|未満|超え)"
    r"|(?:立ち?上が?り|独り立ち|戦力化|習得)(?:期間)?(?:を|の)[^、。\n]{0,6}(?:早く|早め|短縮|速く)"
)


_RESULT_NAMED = regex(
    r"(?:コスト|価格|収益|利益|財務|原価)(?:競争力|体質|構造)|(?:収益|採算|利益)(?:力|性)|稼ぐ力|経営効率"
    r"|(?<![a-z])(?:(?:patient|clinical|health|learning|student|financial|treatment) outcomes?|quality of (?:care|service|treatment)|profitability|cost (?:base|structure|competitiveness)|bottom line|top line)(?![a-z])",
    re.I,
)
"""コスト競争力の強化, better patient outcomes: a result of the business, though nothing measures it."""


_USAGE_NAME_EN = regex(
    r"(?<![a-z])(?:adopt\w*|usage|log-?ins?|active|trained|enrol\w*|onboard\w*|attendance|response rate|completion|views|downloads|seats|profiles?|dashboards?|posts|users?|in use|self-[a-z]+ed)(?![a-z])",
    re.I,
)
_SENTIMENT_NAME_EN = regex(
    r"(?<![a-z])(?:satisf\w*|nps|csat|happy|happiness|awareness|skills?|confiden\w*|morale|promoter)(?![a-z])",
    re.I,
)


def _class_by_modifier_en(phrase: str) -> OutcomeClass:
    if _USAGE_NAME_EN.search(phrase):
        return "usage"
    return "sentiment" if _SENTIMENT_NAME_EN.search(phrase) else "outcome"


_METHOD_TAIL_JA = regex(
    r"(?:[^、。\n]{0,10})(?:ログ|レポート|アンケート|調査|日報|台帳|実績|データ|記録|明細|科目|集計表|一覧|で(?:計測|測定|確認|集計|算出|判定)|にて|より算出|から算出)"
)
_ACT_JA = regex(
    r"(?:[^、。\n]{0,12})(?:効率化|減|削減|短縮|改善|向上|高速化|スピードアップ|自動化|ゼロ|圧縮|上げ|高め|伸ば|増|防|なく|早|達成|抑)"
)


def _is_governed(scan: Scan, head: Head, targets: Targets) -> bool:
    """True when a number or a direction belongs to the noun; false inside a method or a bare mention."""
    _start, end = scan.segment_at(head.start)
    sentence_start, sentence_end = scan.sentence_at(head.start)
    numbers = [
        number for number in (targets.target, targets.baseline, *targets.all_targets) if number is not None
    ]
    if scan.language == "en":
        if any(sentence_start <= number.start < sentence_end for number in numbers):
            return abs(min((number.start - head.end for number in numbers), key=abs)) < 60
        near = scan.masked[max(0, head.start - 40) : min(len(scan.masked), head.end + 30)]
        left = LEFT_EN.match(scan.masked)
        fares = _FARES_EN.match(scan.text, head.end) or _BETTER_EN.search(scan.text[: head.start])
        return bool(fares or DIRECTION_EN.search(near)) or (left is not None and head.end <= left.end("noun"))
    if _METHOD_TAIL_JA.match(scan.masked, head.end, end) and not any(
        number.start < end and number.start >= head.end for number in numbers
    ):
        return False
    if any(
        head.end <= number.start < sentence_end
        and number.start - head.end < 40
        and "、" not in scan.masked[head.end + 12 : number.start]
        for number in numbers
    ):
        return True
    if any(0 <= head.start - number.end < 10 for number in numbers):
        return True
    return bool(
        _ACT_JA.match(scan.masked, head.end, min(end + 2, len(scan.masked)))
        or DIRECTION_JA.match(scan.masked, head.end)
    )
