"""Where a Japanese goal names its source: a field (「ATSの入力状況」), a record looked at (「進捗表を点検」), a way (「抜き取りで」).

A noun is a record by its end (…簿, …表, …ログ), or as what a system counts (PBXの保留時間). Words that only end like
a record (発表, 登録) and bare words (データ, 結果) name none.
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.fields_ja import Field, fields
from agent.goals.parties_ja import WORD, kind_of
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, words

Span = tuple[int, int]

_RECORDS = alternation(
    [
        *words("ja", "method", "sources"),
        *words("ja", "method", "records"),
        *words("ja", "method", "record_suffixes"),
    ]
)
_RECORD = regex(rf"(?:{_RECORDS})(?:\([^()]*\))?$")
_OF_A_SYSTEM = regex(
    rf"^[^をがはで]{{2,14}}の(?:{WORD}|[・の(), 、ー]|[ぁ-ん]{{1,2}}(?={WORD}))*(?:{alternation(words('ja', 'method', 'record_measures'))})$"
)
_NOT_RECORDS = frozenset(words("ja", "method", "not_records"))
_WEAK = frozenset(words("ja", "method", "weak_records"))
_BY = alternation(words("ja", "method", "by_record"))
_LOOKS = alternation(words("ja", "method", "looks"))
_WAYS = alternation(words("ja", "method", "ways"))
_MEETING = regex(rf"(?:{alternation(words('ja', 'review', 'meetings'))}|会|会議|朝礼|終礼|ミーティング)$")
_RUN = regex(rf"(?:{WORD}|\d|[の・](?={WORD}|\d)|[いしきりちみえけせめれびぎじな](?=[一-龥]))+")
_BASED = regex(r"(?:に基づ|にもとづ|をもとに|を元に|を基に|に照らし|を根拠|によれば|に拠|に依)")
_USED = regex(rf"(?:{_BY})(?:[^。\n]{{0,20}}?)(?:{_LOOKS})|(?:{_BY})$")
_LOOKED_AT = regex(rf"を[^、。\n]{{0,24}}?(?:{_LOOKS})")
_WAY = regex(
    rf"(?:{_WAYS})(?:\d+[^\d、。をが]{{0,3}})?(?:で(?!実現|達成|完了|終|なく|使|止|やめ|活用|作業|利用)|にて|により|によ[っる]|による|に基づ|にもとづ|の結果|を?(?:計|測|取|と)[っり]|を?比べ|を?実施|し(?:て|た))"
)
_TAIL = regex(
    rf"(?:による|に(?:基|もと)づ[くきい]て?|参照|ベース|(?:{_BY})(?:[^を]{{0,6}}(?:{_LOOKS})(?:する|し|って|て|る|す)?)?|との?(?:突合|照合|比較))$"
)
_BY_IT = regex(r"(?:[一-龥ァ-ヶー])ベース$")
"""担当者の申告ベース: whatever it is, it is what the figure rests on."""
_NO_SOURCE = regex(
    r"[をが→]|する|した|される|向け|まで|以上|以下|割|へ$|に$|状態|目標|現状|担当|責任|節目|対象|減$|増$"
)
_PRODUCED = regex(
    r"[^、。\n]{0,6}(?:を(?:作|送|提|配|公|展|共|回|整|登|入|設|実施|開|用意|策|渡|納|更|発)|の?(?:作成|送付|提出|配布|公開|共有|回収|整備|設計|構築|実施|掲載|展開|登録|入力|用意|策定|納品|更新|開催))"
)
_WANTED = regex(
    r"(?:推進|強化|促進|徹底|活用|定着|改善|向上|削減|短縮|化|構築|整備|導入|移行|展開|脱却|ゼロ|半減)$"
)


def is_record(noun: str, *, weak: bool = True) -> bool:
    """The noun names a record or what a system counts; `weak` allows bare words such as 実績."""
    noun = noun.strip(" の・")
    last = noun.rpartition("の")[2]
    if len(noun) < 2 or noun in _NOT_RECORDS or _WANTED.search(noun) or _MEETING.search(noun):
        return False
    if noun in _WEAK:
        return weak
    if last in _WEAK and not weak:
        return "の" in noun and re.search(r"[A-Z]{2,}|システム|ツール|アプリ|端末|基幹", noun) is not None
    return bool(_RECORD.search(noun) or _OF_A_SYSTEM.match(noun))


def source_field_ja(scan: Scan) -> Span | None:
    """A field of its own that names a source: 「…/ Salesforceの受注レポート / 営業本部長」."""
    listed = fields(scan)
    for at, field in enumerate(listed):
        if at > 0 and _names_source(scan, field):
            return field.start, field.end
    return None


_HOW_OFTEN = regex(rf"^{MASK}+の")
"""年1回の外部調査: how often, before the record."""


def _names_source(scan: Scan, field: Field) -> bool:
    piece = _HOW_OFTEN.sub("", field.text.strip())
    if piece.startswith("の") and scan.text[field.start - 1] in "回度":
        piece = piece[1:]  # 年2回の満足度調査
    noun = _TAIL.sub("", piece)
    if (
        not field.alone
        or not 2 <= len(noun) <= 30
        or piece.startswith(("の", "に", "を", "が", "は", "で"))
        or re.search(r"\d{3}|\d[%名件]", piece)
    ):
        return False
    if _BY_IT.search(piece) and not _NO_SOURCE.search(noun):
        return True
    if _NO_SOURCE.search(noun) or _PRODUCED.match(scan.text, field.end) or _is_party(noun):
        return False
    if not any(quantity.start < field.start for quantity in scan.quantities) and not field.bracketed:
        return len(noun) >= 4 and _RECORD.search(noun) is not None and noun not in _NOT_RECORDS
    return is_record(noun)


_ACCOUNTS = regex(r"(?:月次|週次|年次|四半期|部門別?|店舗?別|事業別|連結|単体)(?:の)?(?:PL|P/L|BS|B/S|CF)$")


def _is_party(noun: str) -> bool:
    return "・" not in noun and not _ACCOUNTS.search(noun) and kind_of(noun) in ("role", "team")


_SAMPLED_JA = regex(
    rf"(?:が|は|にて|で)?(?:{_WAYS})(?:で|にて|により|して|し)[^、。\n]{{0,6}}(?:点検|検査|確認|検証|照合|計測|測定|チェック|採点|判定)"
)


def sampled_ja(scan: Scan) -> Span | None:
    """Of an action: 抜き取りで点検, 目視で検査."""
    match = _SAMPLED_JA.search(scan.text)
    return match.span() if match else None


_SAMPLE_FIELD_JA = regex(
    rf"(?:^|[、。\n;(/ ])(?:各|毎回|月|週)?\d*[^\d、。\n;()/をがは]{{0,4}}?(?:の)?(?:{_WAYS})(?=$|[、。\n;)/ ])"
)
"""50個抜き取り: a way of measuring as a field of its own."""


def looked_at_ja(scan: Scan) -> Span | None:
    """A record something is counted or checked by within the sentence: 出荷検品ログで見て, 進捗表を点検."""
    text = scan.without_dates
    sampled = next((m for m in _SAMPLE_FIELD_JA.finditer(text) if m.start() > 0), None)
    if sampled:
        return sampled.span()
    way = _WAY.search(text)
    if way:
        return way.span()
    for run in _RUN.finditer(text):
        noun = run.group()
        if MASK in noun or _is_party(noun):
            continue
        used = _BASED.match(text, run.end()) or _USED.match(text, run.end())
        if used and is_record(noun, weak=False):
            return run.start(), used.end()
        looked = _LOOKED_AT.match(text, run.end())
        if looked and len(noun) >= 3 and is_record(noun, weak=False):
            return run.start(), looked.end()
    return None


_BY_THING = regex(
    rf"(?:^|[、。\n;(/・])[ ]?(?P<thing>(?:{WORD}|[の・](?={WORD})){{2,16}})(?:で|にて)(?:毎[月週日朝]|都度|随時)?(?:{_LOOKS})"
)
_NO_THING = regex(
    r"(?:会|会議|会合|朝礼|終礼|朝会|夕会|定例|例会|例|ミーティング|MTG|面談|面接|レビュー|カンファ|カンファレンス|点呼|報告|振り返り|ふりかえり|合宿|席|場|時|日|週|月|年|期|毎|次|別|間|中|内|外|全て|すべて|全部|双方|両方|両者|全員|一同|共同|合同|単独|自動|手動|手作業|作業|目的|形|順|校|工場|拠点|店|店舗|現場|各地|社内|部内|課内|本番|全社|[部課室局署院班係])$"
)


def by_thing_ja(scan: Scan) -> Span | None:
    """After the figure, a clause that looks at it by some thing: ベッドマップで確認し; no meeting, place or time."""
    for match in _BY_THING.finditer(scan.without_dates):
        thing = match["thing"]
        if _NO_THING.search(thing) or _is_party(thing) or MASK in thing:
            continue
        if any(
            cadence.start() < match.end("thing") and match.start() < cadence.end()
            for cadence in scan.cadences
        ):
            continue
        if any(quantity.end <= match.start("thing") for quantity in scan.quantities):
            return match.span("thing")[0], match.end()
    return None
