"""The owner where a Japanese text says outright whose it is: やるのは総務課, 営業課長の宿題, 鹿目に一任, @情シス, 〔店長〕.

Such words leave no doubt that somebody owns it, so only who it is must be told: a name after a department (整理部 鹿目)
or before a post is a person.
"""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.names import is_surname, may_be_called
from agent.goals.parties_ja import WORD, Kind, kind_of
from agent.goals.quantities import MASK
from agent.goals.words import alternation, lazily, words

Found = tuple[Kind, int, int]

_WHO = rf"(?P<who>(?:{WORD}|\d(?=[課部係班])|[の・ ](?={WORD}|\d[課部係班]))(?:{WORD}|[ぁ-ん](?=[んき](?:$|[、。\n]))|\d(?=[課部係班])|[の・ ](?={WORD}|\d[課部係班])){{1,15}}?(?:さん|氏|様)?)"
_CLOSES = rf"(?=$|[、。\n;()\[\]【】〔〕/|:={MASK}])"
_BEFORE = lazily(
    lambda: regex(
        rf"(?:^|[、。\n;:()\[\]【】〔〕 /|」{MASK}]|…){alternation(words('ja', 'owner', 'marks_before'))}(?:は|→|:|=|/)? ?{_WHO}(?:が|で|に(?:ある|あります)?)?{_CLOSES}"
    )
)
_AFTER = lazily(
    lambda: regex(
        rf"(?:^|[、。\n;()\[\]【】〔〕/|」{MASK} ]|…|まで(?:に)?){_WHO}{alternation(words('ja', 'owner', 'marks_after'))}(?:とする|とします|とし|です|だ|する|します|している)?{_CLOSES}"
    )
)
_AT = regex(rf"@ ?{_WHO}{_CLOSES}")
_BRACKET = regex(rf"^[〔【\[]{_WHO}[〕】\]](?=\S)")
_HANGS_ON = lazily(
    lambda: regex(
        rf"(?:^|[、。\n;()/|」{MASK} ]|…|[をには]){_WHO}(?:(?:として)?の目標(?:とする|とします|として|に掲げ|です)|の(?:ご)?(?:取り?まとめ|とりまとめ|音頭取り|指揮|旗振り|担当|責任)(?:のもと|の下)?(?:で|により|にて)|の(?:ほう|方)で(?=[^、。\n]{{0,28}}(?:いただ|頂|実施|行[いうっ]|登録|作成|対応|設定|まとめ|用意|準備|入力)))"
    )
)
"""需給グループの目標として, 教育課長の取りまとめで, 計量室のほうで登録: whose it is, inside a sentence."""
_HANGING = (
    "の目標",
    "まとめ",
    "音頭",
    "指揮",
    "旗振り",
    "担当の",
    "担当で",
    "責任の",
    "責任で",
    "ほうで",
    "方で",
)
"""One of these stands in whatever hangs on an owner."""
_WHO_ACTS = regex(
    rf"(?P<act>[^、。\n;()]{{0,6}}?[うくぐすつぶむるた])のは、?{_WHO}(?:です|だ|となる)?{_CLOSES}"
)
_JUDGES_IT = regex(
    r"承認|決裁|決め|判|認め|評価|審査|確認|照合|点検|監修|受け(?!持)|使|読|望|喜|困|対象|相手|届く|待"
)
"""起案するのはシステム係 names the owner, 承認するのは部長 does not."""
_CALLED = regex(r"(?P<name>.{1,4})(?:デスク|キャップ|番頭|委員|部員|課員|技師|教諭|師長)$")
_NOBODY = regex(r"各|全|誰|だれ|(?<!責任)(?<!担当)(?<!管理)者$|未定|調整|これ|それ|以上|今後|別途|共同|相互")


def marked_owner(text: str) -> Found | None:
    """A person before a role before a team, of those the text says outright own it."""
    found = []
    hanging = any(sign in text for sign in _HANGING)
    for pattern in (_BEFORE, _AFTER, _AT, _BRACKET, *((_HANGS_ON,) if hanging else ())):
        for match in pattern.finditer(text):
            kind = _kind(match["who"])
            if kind is not None:
                found.append((kind, *match.span("who")))
    for match in _WHO_ACTS.finditer(text) if "のは" in text else ():
        kind = None if _JUDGES_IT.search(match["act"]) else _kind(match["who"])
        if kind is not None:
            found.append((kind, *match.span("who")))
    for wanted in ("person", "role", "team"):
        for one in found:
            if one[0] == wanted:
                return one
    return None


def _kind(who: str) -> Kind | None:
    if _NOBODY.search(who):
        return None
    parts = re.split(r"[ の・]", who)
    called = _CALLED.fullmatch(parts[-1])
    if (len(parts) > 1 and (is_surname(parts[-1]) or (len(parts[-1]) == 1 and may_be_called(parts[-1])))) or (
        called and is_surname(called["name"])
    ):
        return "person"
    return kind_of(who)
