"""A field of its own that names a source: 「…; HRIS leaver codes」, 「（ATSの入力状況）」, 「…／運送会社の請求明細」.

A field is a source when its last word is a record (log, register, 明細) or when it names a system and what is
taken from it; a field with a number, a verb, a date or an owner is something else.
"""

from __future__ import annotations

import re

from agent.goals.owners_en import pieces
from agent.goals.parties_en import party_of
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, compiled, pattern_of, words

Span = tuple[int, int]

_RECORD_EN = re.compile(rf"(?<![a-z])(?:{alternation(words('en', 'method', 'records'))})$", re.I)
_SOURCE_EN = pattern_of("en", "method", "sources")
_SYSTEM_EN = re.compile(
    r"^(?:the |our |their )?(?:[A-Z][A-Z0-9/&-]{1,6}|[A-Z][a-z]+[A-Z]\w*)(?:'s)?(?: [A-Za-z-]+){1,4}$"
)
_NO_SOURCE_EN = re.compile(
    r"(?<![a-z])(?:to|by|of|from|with|for|send|share|create|build|reduce|increase|improve|drive|use|review|before|after|until|is|are|be|all|no|zero|get|make|each|every|per|week|month|quarter|and our|accountable|owner|owned|target|baseline|currently|today|now|promise[ds]?)(?![a-z])|->|→",
    re.I,
)
_MEETING_EN = compiled((*words("en", "review", "occasions"), "call", "session", "training", "workshop"), "en")


def source_field_en(scan: Scan) -> Span | None:
    """The first field after the goal's own words that names a source."""
    text = scan.without_dates
    for start, end in pieces(text):
        piece = text[start:end].strip()
        bracketed = start > 0 and text[start - 1] == "("
        if start == 0 or not 3 <= len(piece) <= 56 or re.search(r"\d{2}|\d%", piece) or MASK in piece:
            continue
        if _JUDGES_EN.search(piece) or (
            _LEAD_EN.match(piece) and not re.match(r"from (?:the )?[A-Z]", piece)
        ):
            return start, end
        if _NO_SOURCE_EN.search(piece) or (_is_meeting(piece)):
            continue
        record = _RECORD_EN.search(piece) or _SOURCE_EN.match(piece)
        if record is None and not _SYSTEM_EN.match(piece) and not _whole_source(piece):
            continue
        if party_of(piece) is not None and not (record and _whole_source(piece)):
            continue
        if bracketed and record is None and piece.isupper():
            continue
        return start, end
    return None


_LEAD_EN = re.compile(
    r"^(?:per|source|sourced from|from|via|taken from|according to|going by|read off|evidence) (?:the |our |their )?(?!(?:mon|tues|wednes|thurs|fri)day|week|month|quarter|year|\d)[A-Za-z]",
    re.I,
)
_JUDGES_EN = re.compile(
    r"(?<![a-z])(?:file|ledger|report|register|log|survey|audit|auditors?|controller|figures?|system|data|dashboard) (?:decides?|counts?|verif(?:y|ies)|certif(?:y|ies)|confirms?|shows?|says|rules)(?![a-z])",
    re.I,
)


def _whole_source(piece: str) -> bool:
    return _SOURCE_EN.fullmatch(re.sub(r"^(?:the|our|their) ", "", piece, flags=re.I)) is not None


def _is_meeting(piece: str) -> bool:
    found = _MEETING_EN.search(piece)
    return (
        found is not None
        and not re.match(r" ?(?:log|list|sheet|score)", piece[found.end() :])
        and not _RECORD_EN.search(piece[found.end() :])
        and found.group().lower() not in ("check", "round", "rounds")
    )


_SOURCES_JA = alternation(words("ja", "method", "sources"))
_RECORD_JA = re.compile(
    rf"(?:{_SOURCES_JA}|{alternation(words('ja', 'method', 'records'))})(?:\([^()]*\))?(?:で|にて|より|から|ベース|参照|による)?$"
)
_SYSTEM_JA = re.compile(
    r"^※?(?:[^、。\n]{0,10}(?:システム|ツール|アプリ|ポータル|画面|ワークフロー|基幹|会計|給与|台帳|クラウド|サイト)|[A-Z][A-Za-z0-9]{1,9}|[ァ-ヶー]{3,10})の[^をが、。\d]{2,12}$"
)
_CHECKED_WITH_JA = re.compile(
    r"^(?![^、。]{0,12}(?:会議?|定例|MTG|朝礼|面談|QBR|部会|委員会|チーム|部|課|双方|全員|様|さん)(?:で|にて))[^をが→]{2,20}?(?:で|により|から|より|に基づ(?:く|き|いて)|との?)(?:確認|数える|数え|見る|判断|測る|把握|集計|検証|照合|突合|採点|判定)?(?:する)?$"
    r"|^[一-龥ァ-ヶA-Za-z]{2,12}(?:が)(?:毎月|毎週)?(?:数える|検証|検証する|採点|採点する|測る|判定|判定する)$"
)
"""実地棚卸で確認, ドライバー日報に基づく, 監査法人が検証: a field that says with what, or by whom, it is checked."""
_NO_SOURCE_JA = re.compile(
    r"[をが→]|する|した|される|向け|まで|以上|以下|割|へ$|に$|状態|目標|現状|担当|責任|節目"
)
_PRODUCED_JA = re.compile(
    r"[^、。\n]{0,6}(?:を(?:作|送|提|配|公|展|共|回|整|登|入|設|実施|開|用意|策|渡|納|更|発)|の?(?:作成|送付|提出|配布|公開|共有|回収|整備|設計|構築|実施|掲載|展開|登録|入力|用意|策定|納品|更新|開催))"
)


def source_field_ja(scan: Scan) -> Span | None:
    """A field of its own that names a source: 「…/ Salesforceの受注レポート / 営業本部長」."""
    if len(scan.segments) == 1:
        return None
    for at, (start, end) in enumerate(scan.segments):
        piece = scan.without_dates[start:end].strip()
        by_somebody = re.search(r"が(?:毎月|毎週)?(?:数える|検証|採点|測る|判定)", piece) is not None
        if (
            not 2 <= len(piece) <= 30
            or (_NO_SOURCE_JA.search(piece) and not by_somebody)
            or re.search(r"\d{2}|\d[%名件]", piece)
        ):
            continue
        if re.fullmatch(rf"[{MASK}\s]+", piece) or _PRODUCED_JA.match(scan.text, end):
            continue
        if (
            at > 0
            and _CHECKED_WITH_JA.match(piece)
            and not any(start <= cadence.start() < end for cadence in scan.cadences)
        ):
            return start, end
        # a system and what is taken from it is a source only after the goal's own words
        if _RECORD_JA.search(piece) or (at > 0 and _SYSTEM_JA.match(piece) and not _moves(piece)):
            return start, end
    return None


def _moves(piece: str) -> bool:
    """営業の強化: something wanted, no source."""
    return bool(
        re.search(
            r"(?:推進|強化|促進|徹底|活用|定着|改善|向上|削減|短縮|化|構築|整備|導入|移行|展開|脱却|率|時間|件数|数|額)$",
            piece,
        )
    )
