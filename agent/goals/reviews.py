"""When the results are looked at: a cadence or a date of reviewing. 定期的に alone is none (rubric, ruling 7)."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.quantities import masked
from agent.goals.scan import Scan
from agent.goals.words import alternation, compiled, lazily, words

_VERBS_JA = alternation(words("ja", "review", "verbs"))
_MEETINGS_JA = alternation(words("ja", "review", "meetings"))
_AFTER_JA = regex(rf"(?:[のにで、は]|開催|実施|に1回)?[^。\n;)]{{0,18}}?(?:{_VERBS_JA}|{_MEETINGS_JA})")
_BEFORE_JA = regex(
    rf"(?:{_VERBS_JA}|{_MEETINGS_JA})(?:会|会議|方法|頻度|タイミング|時期|サイクル|実施|する|日)?(?:は|:|=|\(|、|/|を)?[ ]?$"
)
_LABEL_JA = lazily(
    lambda: regex(
        rf"(?:^|[、。\n;()・ /])[(\[【]?(?:{alternation(words('ja', 'review', 'labels'))})[】\])]?(?:は|:|=)(?=[^。\n])"
    )
)
_TAIL_JA = regex(rf"(?:で|にて|の場で)[^、。\n;)]{{0,6}}?(?:{_VERBS_JA})(?:・(?:{_VERBS_JA}))*")
"""毎月のケア会議で共有・見直し: what is done at the meeting."""
_SENDS_JA = regex(
    r"(?:\d{1,2}日)?(?:まで)?(?:に|の)?(?:[^、。\n]{0,8}を)?(?:送付|送信|提出|配信|発行|配布|作成|更新|投稿)"
)
_DATED_JA = regex(
    r"(?:の|に|で|は|時点で|末に|、)?[^、。\n;()]{0,12}?(?:(?:中間|途中)(?:経過|状況|段階)?(?:を|の|で)?(?:レビュー|確認|点検|報告|チェック)|進み具合を(?:点検|確認|報告)|レビュー(?:する|を|会|$|[)、。])|振り返|ふりかえ|QBRで|EBRで|棚卸(?:し)?(?:で|し|する|を)|進捗(?:を)?(?:確認|報告|レビュー)|見直(?:す|し)|達成状況|効果(?:を)?(?:確認|検証|測定会)|報告会で|結果を(?:確認|共有|報告)|実績を(?:確認|共有|報告)|(?:会|会議|定例|MTG)(?:後に|で)(?:[^、。\n]{0,8})(?:報告|振り返|確認|レビュー|共有))"
)
_NAME_JA = regex(
    r"(?:月次|週次|日次|年次|四半期)(?:の?(?:集計|計測|統計|明細)(?=[、。 /)・]|$)|決算|入力|レポート|報告書|報告資料|データ|集計表|アクティブ|売上|利用|活動|業務|の?(?:入力|作成|請求|締)|MAU|WAU|処理|配信|更新|棚卸|ログ|平均|予算|計画|受注|解約|churn|コスト)"
)
_MEASURED_JA = regex(
    r"の?[^、。\n;)]{0,10}(?:アンケート|レポート|サーベイ|調査|データ|実績|ログ|集計表|台帳|明細|日報|帳票|一覧|テスト)[^、。\n;)]{0,4}(?:で|にて|より|から|により|を)(?:計測|測定|集計|算出|算定|判定|評価|把握)(?!し[、て][^。\n]{0,12}(?:確認|レビュー|報告|共有|振り返))"
)
"""四半期アンケートで測定: how it is measured, not when it is looked at."""

_VERBS_EN = alternation(words("en", "review", "verbs"))
_MEETINGS_EN = alternation(words("en", "review", "meetings"))
_AFTER_EN = regex(rf"[ -](?:[a-z&-]+ ){{0,3}}?(?:{_VERBS_EN}|{_MEETINGS_EN})s?(?![a-z])", re.I)
_MEETS_EN = regex(rf" (?:[a-z&-]+ ){{0,3}}?(?:{_MEETINGS_EN})(?![a-z])", re.I)
_MEASURED_EN = regex(
    r" (?:[a-z&-]+ ){0,2}?(?:survey|pulse|log|export|dashboard|data|ledger|statistics|stats|questionnaire|audit(?! committee| board| team| meeting| review))(?![a-z])",
    re.I,
)
_LABEL_EN = lazily(
    lambda: regex(
        rf"(?:^|[,;(\n/.-] ?)(?:{alternation(words('en', 'review', 'labels'))}):? ?(?:date |on |in |at |every |each )?(?=\S)",
        re.I,
    )
)
_DATED_EN = lazily(
    lambda: regex(
        r"(?<![a-z])(?:review(?:ed|s)?|checkpoint|check-in|stock-?take|look-?back|debrief|status check|results? check|pulse check|mid-?(?:term|year|point) (?:review|check)|recap|evaluation|appraisal|(?:interim|second|first|closer|hard) look|retro(?:spective)?|readout|progress check|qbr|ebr|business review|steerco)(?: (?:results?|progress|it|them|together|meeting|planned|scheduled|on|in|at|early|late|mid|with [a-z ]+|for))* ?(?:on|in|at|:|each|every)?(?: early| late| mid)?[ -]?$",
        re.I,
    )
)
_NAME_EN = lazily(
    lambda: regex(
        r" (?:average|averages|mean|median|total|totals|basis|rate|rates|figure|figures|count|run rate|volume|active|users?|logins?|revenue|sales|bulletin|newsletter|usage|closing|close|cost|costs|volume|tickets|hours|report(?:s)?(?: to| for)?|email|reports? (?:template|deck)|forecast|data|churn|target|budget|spend|orders|invoices|calls|training|workshop|webinar|office hours)(?![a-z-])",
        re.I,
    )
)


_HALFWAY = regex(
    r"(?:期央|期中|中間時点|中間地点|折り?返し(?:地点)?|半ば)(?:に|で|の)?(?:一度|1度|1回|一回)?[^、。\n\d]{0,4}(?:レビュー|確認|点検|評価|振り返|報告|棚卸|検証|見直)"
    r"|(?<![a-z])(?:review(?:ed|s)?|look-?back|check-?in|checkpoint|debrief|stock-?take|evaluation|readout|assessed|revisited|looked at) (?:at|in|on|after|around|by) (?:the )?(?:half[- ]?year|half-?way(?: point| mark)?|mid-?(?:year|term|point|way)|half-?time|quarter[- ]end|year[- ]end|month[- ]end|end of (?:each|every) [a-z]+)(?![a-z])",
    re.I,
)
"""期央に一度レビュー, review at half-year."""


def review_span(scan: Scan) -> tuple[int, int] | None:
    """Where the review date or cadence stands; None without one."""
    found = _english(scan) if scan.language == "en" else _japanese(scan)
    halfway = _HALFWAY.search(scan.text) if found is None else None
    found = halfway.span() if halfway else found
    return found or (_field_of_its_own(scan) if scan.is_goal else None)


_PRODUCES_FIELD_JA = regex(
    r"(?:アンケート|サーベイ|データ|ログ|実績値?|明細|伝票|台帳|日誌|記録|集計表|帳票|調査)(?:で(?:計測|測定|算出|判定|判断|集計)|より|から|ベース|$)"
)
_SOURCE_MADE_JA = regex(
    r"(?:月次|週次|日次|年次|四半期)の?(?:集計|計測|統計|実績|データ|明細|検針|棚卸|レポート)$|の(?:月次|週次|日次|年次)の?[^、。]{0,6}$"
)
"""媒体費の月次集計: a source made each month, not a look at it."""
_SEEN_ON_JA = regex(
    r"(?:QBR|EBR|総会|役員会|経営会議|取締役会|理事会|委員会|部会|会議|定例)(?:で|にて|へ|に)[^、。\n]{0,10}(?:報告|確認|レビュー|振り返|点検|上程|共有|討議|かけ)|総括|(?:進捗|状況|実績|中間)[^、。\n]{0,6}(?:点検|確認|検証|レビュー)"
)
_SEEN_ON_EN = regex(
    r"(?<![a-z])(?:committee|board|look|presented|shown|discussed|reported|goes to|checkpoints?|check|interim|mid-?term|progress|readout|offsite)(?![a-z])",
    re.I,
)
_DUE_FIELD_EN = regex(r"^\W*(?:by|before|until|due|end of|no later)(?![a-z])", re.I)


def _field_of_its_own(scan: Scan) -> tuple[int, int] | None:
    """A field after the goal's own words that holds a cadence, or a meeting with its date, and no number."""
    english = scan.language == "en"
    for start, end in scan.segments[1:]:
        piece = scan.text[start:end]
        if not english and _SOURCE_MADE_JA.search(piece):
            continue
        if any(start <= quantity.start < end for quantity in scan.quantities):
            continue
        if any(start <= cadence.start() < end for cadence in scan.cadences):
            data = _MEASURED_FIELD_EN if english else _PRODUCES_FIELD_JA
            if not data.search(piece):
                return start, end
        dated = any(start <= mention.start < end and mention.last is not None for mention in scan.mentions)
        if english and dated and _SEEN_ON_EN.search(piece) and not _DUE_FIELD_EN.match(piece):
            return start, end
        if (
            not english
            and _SEEN_ON_JA.search(piece)
            and (dated or re.search(r"[QE]BR", piece))
            and not re.search(r"まで|前に", piece)
        ):
            return start, end
    return None


_MEASURED_FIELD_EN = lazily(
    lambda: regex(rf"(?<![a-z])(?:{alternation(words('en', 'method', 'records'))})$", re.I)
)


def _japanese(scan: Scan) -> tuple[int, int] | None:
    label = _LABEL_JA.search(scan.text)
    if label and _says_when(scan, label.end()):
        return label.start(), scan.sentence_at(label.end())[1]
    for cadence in scan.cadences:
        if _NAME_JA.match(scan.text, cadence.start()) or _MEASURED_JA.match(scan.text, cadence.end()):
            continue
        if cadence.group() == "定例" and not _regular_meeting(scan, cadence):
            continue
        _, end = scan.sentence_at(cadence.start())
        after = _AFTER_JA.match(scan.text, cadence.end(), end)
        if not scan.is_goal and _SENDS_JA.match(scan.text, cadence.end()):
            continue
        before = _BEFORE_JA.search(scan.text, max(0, cadence.start() - 14), cadence.start())
        if (after and not _produces_ja(scan, after.end())) or before or _is_meeting(cadence.group()):
            last = after.end() if after else cadence.end()
            tail = _TAIL_JA.match(scan.text, last, end)
            return (before.start() if before else cadence.start()), tail.end() if tail else last
    return _dated_ja(scan) or _results_seen(scan)


_RESULTS_SEEN_JA = regex(
    r"(?:結果|効果|達成状況|成果|実績|数値|数字|推移|進捗|動き)(?:を|の)(?:[^、。\n]{0,6}?)(?:評価|検証|確認|振り返|レビュー|点検|総括|見る|見て|チェック)(?:する|します|し|る)?(?=$|[、。\n(]|(?:た?めの)?(?:会|場|会議|定例|ミーティング|打ち合わせ|会合)(?![員社]))"
)


def _results_seen(scan: Scan) -> tuple[int, int] | None:
    """Of an action: 毎週水曜、…を投稿し、数値を全員で確認: the time stands at the sentence's head, the look at its end."""
    for seen in _RESULTS_SEEN_JA.finditer(scan.text) if not scan.is_goal else ():
        start, _ = scan.sentence_at(seen.start())
        times = [c.start() for c in scan.cadences if start <= c.start() < seen.start()] + [
            m.start
            for m in scan.mentions
            if m.last is not None
            and start <= m.start < seen.start()
            and not re.match(r"(?:末|頃|中)?(?:まで|迄)", scan.text[m.end :])
            and not m.text.endswith("まで")
        ]
        if times:
            return min(times), seen.end()
    return None


def _says_when(scan: Scan, place: int) -> bool:
    end = scan.sentence_at(place)[1]
    dated = any(place <= mention.start < end for mention in scan.mentions)
    return dated or any(place <= cadence.start() < end for cadence in scan.cadences)


def _is_meeting(words_found: str) -> bool:
    return (
        words_found.startswith(("毎", "隔", "各", "月", "週", "四", "半", "定例"))
        and words_found.endswith("定例")
        and len(words_found) > 2
    )


def _regular_meeting(scan: Scan, cadence: re.Match[str]) -> bool:
    """A bare 定例 counts for goals when results are looked at there: 定例で進捗確認."""
    return scan.is_goal and bool(
        re.match(
            r"(?:会議?|MTG)?(?:で|にて|の場で)[^、。\n]{0,10}(?:確認|レビュー|振り返|報告|共有|点検|進捗)",
            scan.text[cadence.end() :],
        )
    )


def _produces_ja(scan: Scan, place: int) -> bool:
    """月次レポートを作成: a thing made, not results looked at."""
    return (
        bool(
            re.match(
                r"(?:を|の)?(?:[^、。\n]{0,4})(?:作成|送付|配信|提出|発行|配布|整備|開催|実施(?!し、)|構築|設計)",
                scan.text[place:],
            )
        )
        and not scan.is_goal
    )


def _dated_ja(scan: Scan) -> tuple[int, int] | None:
    for mention in scan.mentions:
        if mention.last is None and not scan.is_goal:
            continue  # お盆前後に振り返り会: no date
        match = _DATED_JA.match(scan.text, mention.end)
        if (
            match
            and not re.match(
                r"(?:の|用|り)?(?:資料|レポート|シート|報告書|アンケート|案内|議事録|表)",
                scan.text[match.end() :],
            )
            and not _AFTER_DEADLINE_JA.match(scan.text, mention.end)
            and not _AFTER_DEADLINE_JA.match(scan.text, match.end())
        ):
            return mention.start, match.end()
        before = re.search(
            r"(?:中間レビュー|レビュー(?:日)?|振り返り|中間確認|進捗確認|効果検証|棚卸し?)(?:は|:|を|\(|=)?$",
            scan.text[max(0, mention.start - 10) : mention.start],
        )
        if before:
            return mention.start - len(before.group()), mention.end
    return None


_AFTER_DEADLINE_JA = regex(r"(?:末)?(?:まで|迄)")


def _english(scan: Scan) -> tuple[int, int] | None:
    """A field with a cadence and a look at results, a meeting named by its weekday, or a dated review."""
    text = scan.text
    for cadence in scan.cadences:
        if _MEASURED_EN.match(text, cadence.end()):
            continue
        start, end = _field_en(scan, cadence.start())
        named = _NAME_EN.match(text, cadence.end()) and not _MEETS_EN.match(text, cadence.end())
        if named and not re.match(r" reports?(?: to| for)", text[cadence.end() :]):
            continue
        after = _AFTER_EN.match(text, cadence.end(), scan.sentence_at(cadence.start())[1])
        if (
            after
            and not _PRODUCED_EN.match(after.group())
            and not (text[: cadence.start()].rstrip().endswith(_FIELD_ENDS) and _is_report(text, after))
        ):
            return cadence.start(), after.end()
        rest = masked(text[start:end], [(cadence.start() - start, cadence.end() - start)])
        seen = _OCCASION_EN.search(rest) or _LOOKS_EN.search(rest)
        if seen and not _OBJECT_EN.search(rest[: seen.start()]) and not _for_others(rest, seen):
            return start, end
    return _dated_en(scan)


def _field_en(scan: Scan, place: int) -> tuple[int, int]:
    """The clause around a cadence: between ; . ( ) and line breaks, cut at commas that start a new clause."""
    text = scan.text
    start = max((match.end() for match in _CLAUSE_EN.finditer(text, 0, place)), default=0)
    following = _CLAUSE_EN.search(text, place)
    end = following.start() if following else len(text)
    if text[end : end + 1] == ":" and end - place < 40:
        later = _CLAUSE_EN.search(text, end + 1)
        end = later.start() if later else len(text)
    return start, end


_CLAUSE_EN = regex(r"[;()\n]|\. (?=[A-Z])|\.$|, |: |(?<!\d):(?=\d)| / | - ")
_OCCASION_EN = compiled(tuple(words("en", "review", "occasions")), "en")
_LOOKS_EN = compiled(tuple(words("en", "review", "looks")), "en")
_OBJECT_EN = regex(
    r"(?:open|use|update|fill|send|submit|prepare|attend|book|view|draft|write|build|hold a training|run a training)s? (?:the |a |an |our )?(?:[a-z-]+ ){0,3}$",
    re.I,
)
_PRODUCED_EN = regex(
    r"[ -](?:[a-z]+ )*?(?:report|reporting|training|call|session)s? (?:to|for|template)", re.I
)


_FIELD_ENDS = (";", ",", ".", "(", "|", "/", "-", ":")


def _is_report(text: str, after: re.Match[str]) -> bool:
    """monthly MES report: the record a figure is read from."""
    return (
        re.search(r"[A-Za-z]+ reports?$", after.group()) is not None
        and re.match(r" ?(?:$|[;,.)\n/|])", text[after.end() :]) is not None
    )


def _for_others(rest: str, seen: re.Match[str]) -> bool:
    """read, check … as part of another word's use: read rate, check list."""
    return bool(
        re.match(
            r" (?:rate|rates|list|sheet|box|in desk|time|times|cycle|cycles|template|deck)(?![a-z])",
            rest[seen.end() :],
        )
    )


_OF_RESULTS_EN = lazily(
    lambda: regex(
        rf"(?<![a-z])(?:{alternation(words('en', 'review', 'of_results'))}) (?:review|check|checkpoint|check-in|stock-?take|look-?back|readout|retrospective|retro|debrief|evaluation|recap)(?! (?:deck|template|pack|meeting invite|slides|form|process|agenda))(?![a-z])",
        re.I,
    )
)


def _review_event_en(scan: Scan) -> tuple[int, int] | None:
    """Of an action: a review of results that is itself what is held on a day."""
    held = _OF_RESULTS_EN.search(scan.text)
    dated = any(mention.last is not None for mention in scan.mentions)
    if scan.is_goal or held is None or not dated or _OF_ANOTHER_EN.search(scan.text[: held.start()]):
        return None
    return held.span()


def _dated_en(scan: Scan) -> tuple[int, int] | None:
    """A review on a date: stock-take in October, mid-term review on 3 March, reviewed in January."""
    text = scan.text
    for mention in scan.mentions:
        if mention.last is None:
            continue
        found = _DATED_EN.search(text, max(0, mention.start - 40), mention.start)
        if found and not _OF_ANOTHER_EN.search(text[: found.start()]):
            return found.start(), mention.end
        follows = _FOLLOWS_EN.match(text, mention.end)
        if follows and scan.is_goal and not _OF_ANOTHER_EN.search(text[: mention.start]):
            return mention.start, follows.end()
    return _review_event_en(scan)


_OF_ANOTHER_EN = regex(
    r"(?<![A-Za-z])(?:prepare|send|build|draft|before|for|by|until|at the) (?:the |next )*$", re.I
)
_FOLLOWS_EN = regex(
    r" (?:review|checkpoint|retro|check-in|readout|qbr|ebr|business review|stock-?take|look-?back)(?![a-z])",
    re.I,
)
