"""A field of its own that names a source in Japanese: 「（ATSの入力状況）」, 「…／運送会社の請求明細」, 実地棚卸で確認."""

from __future__ import annotations

import re

from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import alternation, words

Span = tuple[int, int]

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
