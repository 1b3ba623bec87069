"""Work that our side was to do, and a plan that gives it to the customer."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex

_WORK = r"(?:実施|代行|対応|作成|設定|登録|移行|構築|担当|行う|行い|行な|作業|支援|用意|準備|入力)"
_OURS_JA = regex(
    rf"(?:ベンダー|提供元|貴社側?\(ベンダー\)|当社\(ベンダー\)|導入会社|販売元|メーカー)(?:側)?(?:が|で|にて|により|による|の?(?:担当|負担|作業)で?)(?:(?:全て|すべて|無償で|一括して|一括で|主体で)?、?)*(?:$|(?=[、。)])|(?=[^、。\n]{{0,12}}{_WORK}))"
)
_THEIRS_JA = regex(
    rf"(?:貴社|御社|貴[院校庁行園学]|貴組合|貴法人|お客様|顧客|客先|ユーザー企業)(?:側|様側|様)?(?:の?[一-龥ァ-ヶーA-Za-z]{{0,14}})?(?:が|で|にて|側にて|により)(?=[^、。\n]{{0,24}}{_WORK})(?![^、。\n]{{0,24}}(?:確認|立ち?会|承認|検収|レビュー))"
)
_BOTH_JA = regex(r"(?:ベンダー|当社|弊社)[^、。\n]{0,16}(?:が|と|で|にて|も|とともに)")
_OURS_EN = regex(
    r"(?<![a-z])(?:(?:by|from) the (?:vendor|supplier|provider)|(?:the )?(?:vendor|supplier|provider)(?:'s (?:team|staff|consultants))? (?:does|do|will|to|performs?|handles?|carries|sets?|migrates?|loads?|configures?|builds?|trains?|provides? all)|done for (?:us|you)|(?:vendor|supplier)-led)(?![a-z])",
    re.I,
)
_THEIRS_EN = regex(
    r"(?<![a-z])(?:(?:by|with) (?:the |your |their )?(?:own|customer(?:'s)?|client(?:'s)?)(?: own)? [a-z]+|(?:the )?(?:customer|client)(?:'s)?(?: own)?(?: [a-z]+){0,2} (?:does|will|to|performs?|handles?|carries|sets?|migrates?|loads?|configures?|builds?|trains?|takes? (?:on|over)))(?! (?:review|approve|sign|check|confirm|attend)s?)(?![a-z])",
    re.I,
)
_OURS_TOO_EN = regex(r"(?<![a-z])(?:vendor|supplier|we|our (?:team|consultants|csm))(?![a-z])", re.I)


def gives_it_to_customer(promised: str, planned: str) -> bool:
    """ベンダーが代行 was promised, and the plan has the customer do it, with no word of us beside."""
    if _OURS_JA.search(promised):
        theirs = _THEIRS_JA.search(planned)
        return theirs is not None and _BOTH_JA.search(planned) is None
    if _OURS_EN.search(promised):
        return _THEIRS_EN.search(planned) is not None and _OURS_TOO_EN.search(planned) is None
    return False
