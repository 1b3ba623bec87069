"""What was to stay as it is, ended, replaced, changed or made less by the plan.

An act counts only where it is done to the thing the promise names: ending the phone line where phone bookings stay.
"""

from __future__ import annotations

import re
from collections.abc import Set

from agent.calendar.patterns import regex
from agent.goals.promise_subjects import names_same, subjects_of
from agent.goals.promised.clauses import CLAUSE_EN, CLAUSE_JA, DENIED_EN, DENIED_JA, any_word, is_a_time


def ends_what_stays(promised: str, planned: str, shared: Set[str]) -> bool:
    """The plan ends or replaces the thing that was to stay; `shared`: subjects both texts name."""
    meant = _UNTIL.split(any_word("kept", "not_promised").sub("", promised))[0]
    shared = {subject for subject in shared if _names(meant, {subject})}
    if not shared:
        return False
    as_now = any_word("unchanged", "promised_ja", "promised_en").search(meant) or _AS_NOW.search(meant)
    if as_now and _does_to(planned, shared, "unchanged", "changed"):
        return True
    for way, other in _WAYS:
        if way.search(meant) and _moved(planned, shared, other):
            return True
    if not any_word("kept", "promised_ja", "promised_en").search(meant):
        return False
    return _does_to(planned, shared, "kept", "ended")


def ends_it(planned: str, shared: Set[str]) -> bool:
    """The plan ends or replaces the shared thing."""
    return _does_to(planned, shared, "kept", "ended")


_AS_NOW = regex(r"(?:現行|現在|今|いま|従来|既存)の?[一-龥ァ-ヶー]{1,8}のまま")
_NOT_MADE_JA = regex(
    r"(?P<what>[^、。\n]{2,16}?)(?:は|を|も|(?:について|に関して)は?(?:[^、。\n]{0,14}(?:から|ため|により|上))?)、?(?:作ら|作成し|提供し|用意し|対応し|開発し|配ら|設け|行わ|実施し|含め|入れ|使わ|サポートし|導入し|展開し|接続し|つなが|開設し|設置し|置か|始め|立ち上げ|派遣し|受け付け)(?:ない|ません|ず)"
)
_DENIES = regex(r"(?:ない|ません|ず|なし|不要|禁止|やめ|廃止)(?=$|[、。に])")


def leaves_it_undone(promised: str, planned: str) -> bool:
    """スマホ版は作らない where use from a phone was promised."""
    found = _NOT_MADE_JA.search(planned)
    if found is None or _DENIES.search(promised):
        return False
    return bool(subjects_of(found["what"]) & subjects_of(promised))


_DROPS_JA = regex(r"(?:やめる|やめて|取りやめ|取り止め)")
_EVENT_JA = regex(r"(?:開催|実施|導入|提供|展開|稼働|移行|切替|利用|対応|訪問|配布|設置|連携)$")


def drops_another(promised: str, planned: str) -> bool:
    """入庫検品の二重チェックをやめる where a time from 入庫 was promised: what is dropped is a thing of its own."""
    found = _DROPS_JA.search(planned)
    if found is None:
        return False
    thing = _object_ja(CLAUSE_JA.split(planned[: found.start()])[-1])
    if len(thing) < 2 or _EVENT_JA.search(thing):
        return False
    return not any(thing[at : at + 2] in promised for at in range(len(thing) - 1))


def _does_to(planned: str, shared: Set[str], table: str, name: str) -> bool:
    """One of the listed acts is done to the shared thing."""
    return _moved(planned, shared, any_word(table, f"{name}_ja")) or _moved(
        planned, shared, any_word(table, f"{name}_en")
    )


def _moved(planned: str, shared: Set[str], verbs: re.Pattern[str]) -> bool:
    """One of the verbs has the shared thing as its object, and is not denied."""
    for match in verbs.finditer(planned):
        if planned.startswith("-", match.end()):
            continue  # the drop-off
        if is_a_time(planned, match):
            continue
        if match.group()[0].isascii():
            after = CLAUSE_EN.split(planned[match.end() :])[0]
            thing = " ".join(
                re.sub(r"^ (?:of |for |the |its |our |their |all |old )*", "", after).split()[:4]
            )
            before = planned[max(0, match.start() - 24) : match.start()]
            if not DENIED_EN.search(before) and _names(thing, shared):
                return True
            continue
        if DENIED_JA.match(planned, match.end()) or _NOT_VERB_JA.match(planned, match.end()):
            continue
        if _names(_object_ja(CLAUSE_JA.split(planned[: match.start()])[-1]), shared):
            return True
    return False


_UNTIL = regex(r" (?:until|till|while|through|throughout|for the|as long as) ", re.I)
_DOWN = regex(
    r"減らす|減らし|減に|減とする|削減|縮小|下げる|下げて|引き下げ|カット|短縮する|間引|(?<![a-z])(?:reduce|reduces|cut|cuts|lower|lowers|trim|trims|shrink|shorten|shortens|halve|halves)(?![a-z])",
    re.I,
)
_UP = regex(
    r"増やす|増やし|増に|増とする|引き上げ|上げる|上げて|値上げ|延ばす|長くする|(?<![a-z])(?:raise|raises|increase|increases|lengthen|lengthens|extend|extends)(?![a-z])",
    re.I,
)
_WAYS = (
    (regex(r"(?:減らさ|削ら|下げ|縮め|短くし|間引か|落とさ)(?:ない|ず|ません)|(?:削減|縮小|短縮)(?:は|を)?(?:しない|せず|なし)|(?<![a-z])(?:no (?:cuts?|reduction)s? (?:in|to|of)|(?:not|never) (?:be )?(?:cut|reduced|lowered|shortened))(?![a-z])", re.I), _DOWN),
    (regex(r"(?:増やさ|上げ|延ばさ|長くし)(?:ない|ず|ません)|(?:増額|延長|値上げ)(?:は|を)?(?:しない|せず|なし)|(?<![a-z])(?:no (?:increase|rise)s? (?:in|to|of)|(?:not|never) (?:be )?(?:increased|raised|extended))(?![a-z])", re.I), _UP),
)  # fmt: skip
"""Not to be made less, or more, and the verbs that do it."""


_OBJECT_JA = regex(
    r"(?P<what>[^をはが]{2,16})(?:を|は|の|が|も)[^をはが]{0,12}$|(?P<joined>[^をはがの]{2,10})$"
)


def _object_ja(clause: str) -> str:
    """What the verb that follows is done to: 電話予約 of 電話予約を7月1日で(終える), POS of POS(入替え)."""
    found = _OBJECT_JA.search(clause)
    thing = (found["what"] or found["joined"] or "") if found else ""
    of, _, head = thing.rpartition("の")
    return thing if not of or _SERVICE_JA.search(head) else head


_SERVICE_JA = regex(
    r"(?:受付|受け付け|窓口|利用|使用|運用|対応|サービス|提供|取り?扱い?|稼働|販売|営業|発行|申込|申し込み|予約|配布|配送|回線|本体|機器|設備|端末|機|台|線|便|所|場)(?:時間|業務)?$"
)
"""FAXの注文受付: ending it ends the fax; 電話注文の控え様式 is a thing of its own."""
_NOT_VERB_JA = regex(r"(?:当日|翌日|前|後|時(?!間)|日|期|率|数|中|先|元|品|済|予定日)")
"""切替当日: a day, nothing is ended by it."""


def _names(thing: str, shared: Set[str]) -> bool:
    """One of the shared subjects stands in the thing."""
    low = thing.lower()
    return any(
        names_same(subject, low) if subject[0] == "=" else subject.strip("~") in low for subject in shared
    )
