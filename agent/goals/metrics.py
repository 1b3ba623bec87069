"""What is measured, and whether it is a result of the customer's business.

A metric is a noun that counts or measures (受注率, 残業時間, win rate) or anything countable that is to become
fewer or more. Its class says what kind of result it shows; the rubric's outcome is true for business results
(time, cost, revenue, quality, risk, volumes of work or of errors) and false for use, activity, sentiment,
shares moved to another channel, and the vendor's own results.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.calendar.patterns import regex
from agent.goals.quantities import MASK, Found
from agent.goals.reading import OutcomeClass
from agent.goals.scan import Scan
from agent.goals.targets import Targets
from agent.goals.uncounted import NOT_COUNTED
from agent.goals.words import alternation, lazily, pattern_of, words

_CLASSES: tuple[OutcomeClass, ...] = ("vendor", "usage", "sentiment", "activity", "outcome")
_HEAD_ENDS_JA = regex(
    r"[をがはもにでとのへ、。:()（/\s→~=・+\d▲△\-「」『』]|$|"
    + MASK
    + r"|(?:月|週|年|日|毎月|年間|月間|週間)(?=[\d"
    + MASK
    + r"])|削減|短縮|圧縮|改善|向上|アップ|UP|ダウン|低減|増|減|ゼロ|全廃|半減|倍増|達成|獲得|から|より|平均|約|計|以|推移"
)
_LONGEST_PHRASE = 24
_PHRASE_JA = regex(rf"(?:[^、。\n()\[\]「」:をにでへ{MASK}\d]|の){{0,{_LONGEST_PHRASE}}}$")
DIRECTION_JA = lazily(
    lambda: regex(
        r"(?:を|が|の|は|も|、|数を|数の|件数を)?[^、。\n]{0,16}?(?:(?<!シュ)(?<!ロー)アップ|"
        + alternation(words("ja", "direction", "moves"))
        + ")"
    )
)
DIRECTION_EN = lazily(lambda: regex(
    r"(?<![a-z])(?:reduc(?:e|es|ing|tion)(?: in| of)?|cut(?:s|ting)?|lower(?:ing)?|decreas(?:e|ing)|shorten(?:ing)?|halve|eliminat(?:e|ing)|fewer|less|increas(?:e|ing)|rais(?:e|ing)|grow|lift|double|triple|improv(?:e|ing|ement)s?(?: in| of)?|boost(?:ing)?|maximi[sz]e|optimi[sz]e|speed up|bring down|drive down|drop|avoid|prevent|no more|no(?! longer)|zero|higher|faster|shorter|better|drive up|win more|keep|maintain|minimi[sz]e|enhance)"
    r" (?:the |our |their |its |your |all |average |overall |monthly |weekly |number of |amount of |volume of |rate of |level of )*(?P<noun>(?:[a-z][a-z/&'-]*[ ]?){1,5})", re.I
))  # fmt: skip
_ABSTRACT_JA = lazily(lambda: regex(rf"{alternation(words('ja', 'metric', 'abstract'))}$"))
_ABSTRACT_EN = frozenset((*words("en", "vague", "nouns"), *words("en", "abstract", "nouns")))


@dataclass(frozen=True, slots=True)
class Head:
    """A measuring noun: its span in folded text and its class."""

    start: int
    end: int
    kind: OutcomeClass


def heads(scan: Scan) -> list[Head]:
    """Measuring nouns at the head of their phrase, in text order."""
    return _heads_en(scan) if scan.language == "en" else _heads_ja(scan)


def _heads_ja(scan: Scan) -> list[Head]:
    found: list[Head] = []
    text = scan.masked
    for match in measures("ja").finditer(text):
        if not _HEAD_ENDS_JA.match(text, match.end()):
            continue
        kind = _class_of("ja", match.group())
        phrase = _phrase_before(text, 0, match.end())
        if kind == "other":
            if match.end() - match.start() == 1 and (
                match.start() == 0 or text[match.start() - 1] in " 、。\n()の"
            ):
                continue
            kind = class_by_modifier(phrase.group() if phrase else match.group())
        elif kind == "usage" and phrase and _LOSS_MODIFIER.search(phrase.group()):
            kind = "outcome"  # 一次回答率
        elif kind in ("outcome", "other") and phrase and _vendor_side(phrase.group()):
            kind = "vendor"
        found.append(Head(match.start(), match.end(), kind))
    return found


def _phrase_before(text: str, first: int, end: int) -> re.Match[str] | None:
    """The longest phrase that ends at `end`, or before a line break there, and begins at `first` or later."""
    return _PHRASE_JA.search(text, max(first, end - _LONGEST_PHRASE - 1), end)


def measures(language: str) -> re.Pattern[str]:
    """Every measuring noun of a language: one pattern, for it is long."""
    return pattern_of(language, "metric", *_CLASSES, "generic")


def _listed_measure(phrase: str, other_than: OutcomeClass) -> re.Match[str] | None:
    """The first measuring noun of an English phrase that is of no class but these."""
    found = measures("en").finditer(phrase)
    return next((match for match in found if _class_of("en", match.group()) != other_than), None)


def is_result_word(language: str, word: str) -> bool:
    """A noun of the list of business results itself."""
    return _class_of(language, word) == "outcome"


_CLASS_CACHE: dict[tuple[str, str], OutcomeClass] = {}


def _class_of(language: str, word: str) -> OutcomeClass:
    if not _CLASS_CACHE:
        for tongue in ("ja", "en"):
            for kind in reversed(_CLASSES):
                _CLASS_CACHE.update({(tongue, entry): kind for entry in words(tongue, "metric", kind)})
    return _CLASS_CACHE.get((language, word.lower() if language == "en" else word), "other")


_USAGE_MODIFIER = regex(
    r"利用|使用|活用|入力|提出|登録|ログイン|閲覧|投稿|受講|参加|導入|展開|定着|電子化|電子|自動化|デジタル|オンライン|ペーパーレス|アクティブ|アカウント|ライセンス|機能|ツール|視聴|ダウンロード|アクセス|設定|移行|配信|回答|実施|出席|完了|修了|カバー|接続|連携|予約システム経由|アプリ|Web|WEB|チャット"
)
_LOSS_MODIFIER = regex(
    r"(?:一次|初回|即時|即日|当日|翌日|期限内|時間内|期日内)(?:回答|対応|解決|返信|応答|処理|返答)(?:の)?(?:率|件数|割合|比率)$|再(?:訪問|作業|発|入院|来院|配達|送|検査|修理|手術|加工|施工|入力|撮影|計算)|(?:使用量|消費量|消費|紙|ミス|エラー|不備|不良|誤り?|漏れ|遅延|遅れ|差し?戻し|手戻り|クレーム|苦情|事故|欠品|返品|離職|キャンセル|成約|受注|失注|残業|廃棄|ロス|違反|滞留|未処理|遵守|不達)(?:の?(?:発生)?(?:率|件数|数|割合|比率|額))?$"
)
_VENDOR_MODIFIER = regex(
    r"更新|解約|チャーン|アップセル|クロスセル|NRR|継続(?!率\(顧客)|追加(?:ライセンス|発注|契約)|ヘルス"
)
_SENTIMENT_MODIFIER = regex(r"満足|理解|認知|意識|エンゲージ|推奨|肯定|共感|スキル|習熟")
_ACTIVITY_MODIFIER = regex(r"訪問|面談|架電|会議|研修|開催|提案|勉強会|記事|コンテンツ|レビュー")


def class_by_modifier(phrase: str) -> OutcomeClass:
    if _VENDOR_MODIFIER.search(phrase):
        return "vendor"
    if _LOSS_MODIFIER.search(phrase):
        return "outcome"
    if _USAGE_MODIFIER.search(phrase):
        return "usage"
    if _SENTIMENT_MODIFIER.search(phrase):
        return "sentiment"
    return "activity" if _ACTIVITY_MODIFIER.search(phrase) else "outcome"


_VENDOR_SIDE = regex(
    r"(?:当社|弊社|自社|うち)(?:の|への)|本サービス|当社サービス|本ツールの(?:費|契約)|ご発注|追加(?:の)?発注|追加ライセンス|アップセル|(?:契約|ライセンス)?更新(?:率|件数|社数|受注)|契約更新$"
)


def _vendor_side(phrase: str) -> bool:
    return _VENDOR_SIDE.search(phrase) is not None


_NOT_A_HEAD_EN = regex(
    r" (?:board|report|plan|tool|app|dashboard|meeting|log|sheet|screen|system|module|team|tracker|page|form|portal|policy|process map)s?(?![a-z])",
    re.I,
)
_THROUGH_EN = regex(
    r"(?<![a-z])(?:through|via|using|merging into|into) (?:the |our |a |their )?(?:new |old )?$", re.I
)


def _heads_en(scan: Scan) -> list[Head]:
    found: list[Head] = []
    for match in measures("en").finditer(scan.masked):
        kind = _class_of("en", match.group())
        if match.group().lower() in ("leads", "lead") and re.search(
            r"(?<![A-Za-z])(?:regional|team|site|shift|project|all|area|branch|tech) $",
            scan.masked[: match.start()],
            re.I,
        ):
            continue
        if _NOT_A_HEAD_EN.match(scan.masked, match.end()) or _THROUGH_EN.search(scan.masked[: match.start()]):
            continue
        if re.search(
            r"\d ?(?:business |working )?$", scan.masked[: match.start()]
        ) and match.group().lower() in ("days", "hours", "minutes", "time"):
            continue
        if match.group().lower() == "rate" and re.search(
            r"(?<![A-Za-z])(?:users|customers|employees|managers|staff|they|people|sites) $",
            scan.masked[: match.start()],
            re.I,
        ):
            kind = "sentiment"
        if kind == "other":
            before = scan.masked[max(0, match.start() - 30) : match.start()].lower()
            kind = (
                "usage"
                if re.search(
                    r"adopt|usage|login|active|train|enrol|attend|respon|complet|automat|digit|coverage",
                    before,
                )
                else "outcome"
            )
        found.append(Head(match.start(), match.end(), kind))
    return found


def metric_span(scan: Scan, targets: Targets, found: list[Head]) -> tuple[int, int] | None:
    """Where the metric is named, None when there is none (a binary state and an undefined level have none)."""
    numbers = [number for number in (targets.target, targets.baseline) if number is not None]
    number = (
        min(numbers, key=lambda one: one.start, default=None) if targets.pair else next(iter(numbers), None)
    )
    if number is not None and number.dimension != "all":
        return _near(scan, number, found)
    if number is not None and targets.state is None:
        return _near(scan, number, found)
    if not scan.is_goal:
        return None
    return _moved_en(scan, found) if scan.language == "en" else _moved_ja(scan, found)


_NAME_EDGE = "、。\n()「」:：をがは" + MASK


def whole_name(scan: Scan, span: tuple[int, int]) -> tuple[int, int]:
    """The metric's name without a leading の: まで の期間 is taken back to the words before it."""
    start, end = span
    if scan.language == "en" or not scan.masked.startswith(("の", "より"), start):
        return span
    first = start
    while (
        first > 0
        and start - first < 16
        and scan.masked[first - 1] not in _NAME_EDGE
        and not scan.masked[first - 1].isdigit()
    ):
        first -= 1
    if first < start:
        return first, end
    return (start + 1, end) if end - start > 2 else span


def _near(scan: Scan, number: Found, found: list[Head]) -> tuple[int, int]:
    """The measuring noun before the number in its sentence, else the phrase around the number."""
    start, end = scan.sentence_at(number.start)
    before = [head for head in found if start <= head.start and head.end <= number.start]
    if before:
        head = before[-1]
        if scan.language == "en":
            return head.start, head.end
        phrase = _phrase_before(scan.masked, start, head.end)
        return (phrase.start() if phrase else head.start), head.end
    if scan.language == "en":
        bracket = scan.masked.find("(", number.end, end)
        after = [head for head in found if number.start <= head.start < (bracket if bracket > 0 else end)]
        return (after[0].start, after[0].end) if after else (number.start, number.end)
    place = number.start
    while place > start and scan.masked[place - 1] in "をがはも:、 ":
        place -= 1
    phrase = _phrase_before(scan.masked, start, place)
    if phrase and phrase.group().strip():
        return phrase.span()
    return number.start, number.end


def _moved_ja(scan: Scan, found: list[Head]) -> tuple[int, int] | None:
    """A measuring noun that is to rise or fall, without an amount."""
    for head in found:
        if head.end == len(scan.masked.rstrip()) and scan.is_goal and head.kind != "activity":
            return head.start, head.end
        phrase = _phrase_before(scan.masked, 0, head.end)
        name = phrase.group() if phrase else scan.masked[head.start : head.end]
        if _moves(scan, head) and not _ABSTRACT_JA.search(name):
            return (phrase.start() if phrase else head.start), head.end
    return _fewer_ja(scan)


_WAYS_JA = regex(
    r"[をがはもの、]?[^、。\n]{0,8}?(?:見違え|そこそこ|それなり|ほどほど|ほどよ|程よ|まずまず|なるべく|できるだけ|目に見えて|もう一段|もう一歩|もう少し|磨|右肩上がり|うなぎ上り|うなぎのぼり|じわじわ|じりじり|ぐっと|ぐんと|ましに|マシに|好転|持ち直|多ければ|多いほど|少なければ|少ないほど|早ければ|短ければ|満足のいく|納得のいく|申し分ない|望ましい)"
)
"""視聴数、そこそこに: the measure, and loosely how it is to be."""


def _moves(scan: Scan, head: Head) -> bool:
    if DIRECTION_JA.match(scan.masked, head.end):
        return True
    return scan.is_goal and head.kind != "sentiment" and _WAYS_JA.match(scan.masked, head.end) is not None


_FEWER_JA = regex(
    r"(?P<noun>[^、。\n()をがにでへ:]{2,20})(?:を(?:[^、。\n]{0,6})?(?:減ら|削減|短縮|圧縮|低減|なくす|なくし|無くす|ゼロに|撲滅|半減|出さない|起こさない|生じさせない)"
    r"|が(?:[^、。\n]{0,6})?(?:減っ|減る|少な|激減|半減))"
)


def _fewer_ja(scan: Scan) -> tuple[int, int] | None:
    match = _FEWER_JA.search(scan.masked)
    if match is None or not scan.is_goal or _ABSTRACT_JA.search(match["noun"].strip()):
        return None
    if NOT_COUNTED.search(match["noun"]):
        return None
    return match.span("noun")


LEFT_EN = regex(
    r"^\W*(?P<noun>[A-Za-z][A-Za-z' /-]{2,48}?),? (?:(?:[a-z]+ly|a bit|much|far|to be|to get|gets?|goes|is|are|to go|to come|coming|going|trending|moving|heading|to trend) )*(?:lower|higher|shorter|longer|smaller|fewer|less|(?:up|down)(?= ?(?:$|[,;.(]|by |in |from ))|reduced|improved|better|cut|halved|faster)(?![a-z-])",
    re.I,
)
"""Cost per acquisition lower, stock-outs down: the measure before the way it is to move."""


_OPEN_END_EN = regex(
    r" (?:through|with|by|for|via|of|to|and|or|in|from|thanks to|using|than|a|an|the)$", re.I
)
_NAMED_SCORE_EN = regex(
    r"(?<![A-Za-z])(?:e?NPS|CSAT|CES|net promoter scores?|customer effort scores?)(?![A-Za-z])"
)
"""Scores that are a scale of their own, whatever they rate."""
_BROUGHT_EN = regex(
    r"(?<![a-z])(?:bring|drive|get|take|push|nudge|squeeze|force|wind|dial) (?:the |our |their )?(?P<noun>[a-z' /-]{3,40}?) (?:down|up|lower|higher|back)(?![a-z])",
    re.I,
)
"""Bring write-offs down to something we can live with."""


def _may_be_measured(noun: str) -> bool:
    """A listed measure, or any noun that is no loose state: refund leakage, shrinkage at the tills."""
    if _listed_measure(noun, "activity") is not None:
        return True
    head = re.split(r" (?:at|in|on|of|for|per|by) ", noun.strip())[0].split()
    return (
        bool(head)
        and head[-1].lower() not in _ABSTRACT_EN
        and re.search(r"(?:age|ages|s|rate|ance|ency|cy|ity|ion|tion)$", head[-1]) is not None
    )


_WAYS_EN = regex(
    r"(?:[ ,](?:[a-z]+ly|somewhat|a bit|a little|a touch|much|far|ought|should|must|will|would|needs?|has|have|is|are|gets?|keeps?|starts?|begins?|to|be|on|the|all)){0,5} "
    r"(?:improv(?:e|es|ed|ing|ement)|com(?:e|es|ing) down|go(?:es|ing)? (?:down|up)|(?:down|up)(?! to(?![a-z]))|eas(?:e|es|ed|ing)|drops?|dropping|falls?|falling|ris(?:e|es|ing)|climbs?|climbing|shrinks?|shrinking|grows?|growing|recovers?|recovering|(?:head|trend|mov|go|point)(?:s|ed|ing|es)? (?:in )?the right (?:way|direction)|turn(?:s|ed|ing)? (?:around|round|the corner)|lower|higher|shorter|smaller|better|healthier|leaner|tighter|faster|quicker|through the roof|under control|in check|back on track|sky-high)(?![a-z-])",
    re.I,
)
"""losses to improve, overtime heading the right way: the measure, and that it is to move."""
_BETTER_EN = regex(
    r"(?<![a-z])(?:healthier|better|stronger|leaner|tighter|lower|higher|shorter|smaller|slimmer|fatter|fitter|saner|smarter|faster|quicker|steadier) (?:[a-z-]+ ){0,2}$",
    re.I,
)


def _moves_some_way(scan: Scan, found: list[Head]) -> tuple[int, int] | None:
    """A listed measure said to get better in whatever words: healthier gross margin, waits to come down somewhat."""
    for head in found:
        if (
            head.kind in ("sentiment", "activity")
            or scan.masked[head.start : head.end].lower() in _ABSTRACT_EN
        ):
            continue
        if _WAYS_EN.match(scan.masked, head.end) or _BETTER_EN.search(scan.masked[: head.start]):
            return head.start, head.end
    return None


_MADE_TO_FEEL_EN = regex(
    r"^\W*(?:make|making|keep|keeping|get|render) (?:[a-z'-]+ ){1,4}?(?:(?:less|more) (?:of an? [a-z]+|[a-z]{3,}(?:ful|ous|able|ible|some|ish|ing|ed|ic|al|ive))|easier|simpler|nicer|fun|painless|a (?:joy|pleasure|breeze))(?![a-z])",
    re.I,
)
"""Make collections less painful: how it feels, which moves no measure."""


def _moved_en(scan: Scan, found: list[Head]) -> tuple[int, int] | None:
    if _MADE_TO_FEEL_EN.match(scan.masked):
        return None
    left = LEFT_EN.match(scan.masked)
    if left and _OPEN_END_EN.search(left["noun"]):
        left = None  # Reduce operational risk through better governance
    left = left or _BROUGHT_EN.search(scan.masked)
    if left and _may_be_measured(left["noun"]):
        return left.span("noun")
    for match in DIRECTION_EN.finditer(scan.masked):
        phrase = re.split(
            r" (?:by|in|for|across|with|through|at|on|to|of the|and|within|via|until|before|after|so|using|that|among|between|from)(?: |$)",
            match["noun"].strip(),
            maxsplit=1,
        )[0]
        head = _listed_measure(phrase, "sentiment") or _NAMED_SCORE_EN.search(phrase)
        if head is None and re.match(r"[a-z]+ing ", phrase):
            continue
        last = phrase.split()[-1].lower() if phrase.split() else ""
        reducing = re.match(
            r"reduc|cut|fewer|no\b|zero|eliminat|less|avoid|prevent|lower|shorten|halve|decreas|bring down",
            match.group(),
            re.I,
        )
        if (head and last not in _ABSTRACT_EN) or (
            reducing and scan.is_goal and last.endswith("s") and last not in _ABSTRACT_EN
        ):
            return match.start("noun"), match.start("noun") + len(phrase)
    return _moves_some_way(scan, found) if scan.is_goal else None
