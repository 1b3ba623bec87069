"""Acts against a promise: what was to stay is ended, what was ruled out is done, those who were to be spared are asked.

An act counts only where it is done to the thing the promise names: ending the phone line where phone bookings stay,
fitting cameras in the rooms that were to have none.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from agent.calendar.patterns import regex
from agent.goals.opposites import any_of
from agent.goals.promise_subjects import names_same

_CLAUSE_JA = regex(r"[、。\n;]")
_CLAUSE_EN = regex(r"[,.;:\n()]| and (?=[a-z]+ the )| but | while ")
_DENIED_JA = regex(
    r"(?:は|を|も|に)?(?:し|さ|せ|行わ)?(?:ない|せず|ず|ません|なし|不要|禁止)|(?:は|を|も)?(?:避け|控え|やめ|取りやめ|見送)"
)
_DENIED_EN = regex(
    r"(?<![a-z])(?:no|not|never|without|avoid(?:s|ing)?|nothing|instead of|rather than|to)(?: [a-z]+)? $|n't $",
    re.I,
)
_DENIED_STRICT_EN = regex(
    r"(?<![a-z])(?:no|not|never|without|avoid(?:s|ing)?|nothing|instead of|rather than)(?: be| the| any| an?)? $|n't $",
    re.I,
)


@cache
def _listed(table: str, name: str) -> list[str]:
    text = files("agent.goals").joinpath("data", "acts.toml").read_text(encoding="utf-8")
    found: list[str] = tomllib.loads(text)[table][name]
    return found


@cache
def _any(table: str, *names: str) -> re.Pattern[str]:
    return any_of([word for name in names for word in _listed(table, name)])


def ends_what_stays(promised: str, planned: str, shared: set[str]) -> bool:
    """The plan ends or replaces the thing that was to stay; `shared`: subjects both texts name."""
    meant = _UNTIL.split(_any("kept", "not_promised").sub("", promised))[0]
    shared = {subject for subject in shared if _names(meant, {subject})}
    if not shared:
        return False
    if _any("unchanged", "promised_ja", "promised_en").search(meant) and _does_to(
        planned, shared, "unchanged", "changed"
    ):
        return True
    for way, other in _WAYS:
        if way.search(meant) and _moved(planned, shared, other):
            return True
    if not _any("kept", "promised_ja", "promised_en").search(meant):
        return False
    return _does_to(planned, shared, "kept", "ended")


def _does_to(planned: str, shared: set[str], table: str, name: str) -> bool:
    """One of the listed acts is done to the shared thing."""
    return _moved(planned, shared, _any(table, f"{name}_ja")) or _moved(
        planned, shared, _any(table, f"{name}_en")
    )


def _moved(planned: str, shared: set[str], verbs: re.Pattern[str]) -> bool:
    """One of the verbs has the shared thing as its object, and is not denied."""
    for match in verbs.finditer(planned):
        if planned.startswith("-", match.end()):
            continue  # the drop-off
        if match.group()[0].isascii():
            after = _CLAUSE_EN.split(planned[match.end() :])[0]
            thing = " ".join(
                re.sub(r"^ (?:of |for |the |its |our |their |all |old )*", "", after).split()[:4]
            )
            before = planned[max(0, match.start() - 24) : match.start()]
            if not _DENIED_STRICT_EN.search(before) and _names(thing, shared):
                return True
            continue
        if _DENIED_JA.match(planned, match.end()) or _NOT_VERB_JA.match(planned, match.end()):
            continue
        if _names(_object_ja(_CLAUSE_JA.split(planned[: match.start()])[-1]), shared):
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


_OBJECT_JA = regex(r"(?P<what>[^をはが]{2,16})(?:を|は|の|が)[^をはが]{0,12}$|(?P<joined>[^をはがの]{2,10})$")


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


def _names(thing: str, shared: set[str]) -> bool:
    """One of the shared subjects stands in the thing."""
    low = thing.lower()
    return any(
        names_same(subject, low) if subject[0] == "=" else subject.strip("~") in low for subject in shared
    )


_RULED_OUT_JA = regex(
    r"(?P<act>[一-龥々]{2}|[ァ-ヶー]{3,6})(?:は|を|も|など)?(?:一切|いっさい|決して)?(?:は|も)?(?:し|行わ|させ|求め|設け|付け|置か|使わ|とら|取ら|入れ)(?:ない|ません|ず)|(?P<act2>[一-龥々]{2}|[ァ-ヶー]{3,6})(?:は|も)?(?:一切)?(?:なし|無し|禁止|不要)"
)
_DOES_JA = r"(?:を?(?:する|します|して|した|し、|し$|開始|始め|行う|行い|行っ|実施|導入|設け|設置|求め|課す|依頼|必須|付け|掲載|使う|使っ|使用)|の?(?:開始|実施|導入|設置|依頼|手順|案内|申込|登録用))"
_RULED_OUT_EN = regex(
    r"(?<![a-z])(?:no|never any|without(?: any| an?)?|free (?:of|from)(?: any| an?)?|not (?:need|require|use|ask for) (?:an?|any) )(?: new| additional| further| extra)? ?(?P<act>[a-z]{4,}(?:[ -][a-z]{4,})?)(?P<rest>[^.;\n]{0,60})",
    re.I,
)
_STOP_EN = frozenset(
    (
        "with",
        "from",
        "into",
        "that",
        "this",
        "when",
        "where",
        "while",
        "after",
        "before",
        "during",
        "until",
        "needed",
        "required",
        "asked",
        "used",
        "allowed",
    )
)
_SPARED_JA = regex(
    r"(?P<who>[一-龥々ァ-ヶー]{2,8})(?:に(?:は|も)?|の)[^、。]{0,14}?(?:(?:させ|求め|頼ま|課さ|強い|かけ|負わせ|増やさ|押し付け)(?:ない|ず|ません)|(?:負担|手間|作業|入力)(?:は|を|も)?(?:なし|ゼロ|増やさ))"
)
_SPARED_EN = regex(
    r"(?<![a-z])(?:nothing|no (?:extra |additional |more |added |new )?(?:work|task|tasks|duties|burden|typing|effort|data entry|paperwork)) (?:is |are )?(?:asked |required |expected |put )?(?:for|of|from|on|to) (?:the )?(?P<who>[a-z]{4,}(?: [a-z]{4,})?)",
    re.I,
)


_NO_WORK_EN = regex(
    r"(?<![a-z])no (?P<what>[a-z]{5,}) (?:work|effort|input|tasks?|duties|duty|labour|chores?|burden) (?:for|from|by|on|at) (?:us|our|you|your|the (?:customer|client|school|clinic|staff)|customers?|clients?)(?![a-z])",
    re.I,
)
_CUSTOMER_EN = regex(
    r"(?<![a-z])(?:customer|client|their (?:own )?(?:staff|team|people)|your (?:staff|team)|newsroom|in-house)(?:'s|s)?(?![a-z])",
    re.I,
)
_DENIED_ANY_EN = regex(r"(?<![a-z])(?:no|not|nothing|never|without|instead of|spare[sd]?)(?![a-z])", re.I)


def does_what_is_ruled_out(promised: str, planned: str) -> bool:
    """The plan does what the promise says will not be done, or puts there what was not to be there."""
    return (
        _does_ja(promised, planned)
        or _does_verb_ja(promised, planned)
        or _does_en(promised, planned)
        or _does_verb_en(promised, planned)
        or _asks_the_spared(promised, planned)
    )


_VERB_JA = regex(
    r"(?P<what>[一-龥々ァ-ヶーA-Za-z]{2,10})(?:は|を|も|に(?:は|も)?|から)(?:[^、。\d]{0,6}?)(?P<verb>[一-龥])(?P<stem>[わらかがさたなばまれめえけせりじきみち]{1,2}?)(?:せ|さ)?(?:ない|ません|ず(?:に|、|。|$))"
)
_PLAIN_JA = {"止", "減", "上", "下", "越", "超", "足", "落", "遅", "切", "漏", "増"}
"""Verbs that say of a figure how it moves, or that other rules read."""


def _does_verb_ja(promised: str, planned: str) -> bool:
    """名前は貼り出さない in the promise, 名前を貼り出す in the plan: the same verb done to the same thing."""
    for match in _VERB_JA.finditer(promised):
        what, verb = match["what"], match["verb"]
        if verb in _PLAIN_JA or what[-2:] not in planned:
            continue
        done = re.search(
            rf"{re.escape(what[-2:])}[^。\n]{{0,12}}?{verb}(?P<end>[うくすつぬむるぐぶいきしちにみりぎびっえけせてねめれげべん]+)",
            planned,
        )
        if done and not re.search(
            r"ない|ません|ず(?:に|、|$)|禁止|控え|なし", planned[done.start("end") : done.end() + 6]
        ):
            return True
    return False


_NEVER_EN = regex(
    r"(?<![a-z])(?:(?:is|are|be|will be|gets?) (?:never|not) (?P<passive>[a-z]{3,}?)(?:ed|d|n|t)(?![a-z])|(?:(?:will|do|does|shall|must|may) not|never|won't|don't) (?P<active>[a-z]{3,})(?: (?P<object>[a-z ]{3,30}))?)",
    re.I,
)
_PLAIN_EN = frozenset(
    (
        "exceed",
        "fall",
        "rise",
        "drop",
        "take",
        "need",
        "requir",
        "change",
        "chang",
        "miss",
        "fail",
        "lose",
        "go",
        "have",
        "get",
        "leave",
        "stop",
        "cost",
        "more",
        "less",
        "replac",
        "withdraw",
        "clos",
        "end",
        "touch",
        "affect",
        "includ",
        "cover",
        "los",
    )
)


def _does_verb_en(promised: str, planned: str) -> bool:
    """Members are never phoned at home; the plan: Phone members at home."""
    for match in _NEVER_EN.finditer(promised):
        verb = (match["passive"] or match["active"]).lower()
        if verb in _PLAIN_EN or verb.rstrip("e") in _PLAIN_EN:
            continue
        rest = match["object"] if match["active"] else promised[: match.start()]
        things = {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", (rest or "").lower())}
        stem = re.escape(verb[: max(4, len(verb) - 1)] if len(verb) > 4 else verb)
        done = re.search(
            rf"(?<![a-z]){stem}(?:e?s|ing|e)?(?= (?:the |all |our |their |any |each |every )*(?P<what>[a-z]+(?: [a-z]+)?))",
            planned,
            re.I,
        )
        if done is None or _DENIED_STRICT_EN.search(planned[: done.start()]):
            continue
        if things and any(thing in done["what"].lower() for thing in things):
            return True
    return False


_BEFORE_ACT_JA = regex(r"(?P<what>[一-龥々ァ-ヶーA-Za-z]{2,10})(?:は|を|の|も)(?:一切|いっさい)?$")
_GENERAL_JA = frozenset(
    (
        "設置",
        "導入",
        "使用",
        "作成",
        "配布",
        "配置",
        "開催",
        "登録",
        "入力",
        "送付",
        "送信",
        "配信",
        "掲載",
        "提供",
        "採用",
        "購入",
        "発注",
        "取得",
        "保存",
        "公開",
        "共有",
        "提出",
        "設定",
        "依頼",
        "請求",
        "開示",
        "収集",
        "記録",
        "移動",
        "作業",
        "工事",
        "配達",
        "訪問",
    )
)


def _does_ja(promised: str, planned: str) -> bool:
    out = set(_listed("ruled_out", "not_acts_ja"))
    for match in _RULED_OUT_JA.finditer(promised):
        act = match["act"] or match["act2"]
        if act in out:
            continue
        thing = _BEFORE_ACT_JA.search(promised[: match.start()]) if act in _GENERAL_JA else None
        if thing and thing["what"][-2:] not in planned:
            continue  # カメラは設置しない says nothing of notice boards
        for done in re.finditer(re.escape(act) + _DOES_JA, planned):
            if not _DENIED_JA.match(planned, done.start() + len(act)) and not _DENIED_JA.match(
                planned, done.end()
            ):
                return True
    return False


def _does_en(promised: str, planned: str) -> bool:
    out = _listed("ruled_out", "not_acts")
    for match in _RULED_OUT_EN.finditer(promised):
        words = [word.lower() for word in match["act"].split() if word.lower() not in _STOP_EN]
        if not words or any(word.rstrip("s").startswith(tuple(out)) for word in words):
            continue
        stem = words[0].rstrip("s")
        where = {w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]{4,}", match["rest"])} - _STOP_EN
        for done in re.finditer(rf"(?<![a-z]){re.escape(stem)}(?:s|es|ing|ed)?(?![a-z])", planned, re.I):
            before = _CLAUSE_EN.split(planned[: done.start()])[-1]
            if _DENIED_STRICT_EN.search(planned[: done.start()]) or not _any("ruled_out", "doing_en").search(
                before
            ):
                continue
            if not where or any(place[:5] in planned.lower() for place in where):
                return True
    return False


def _asks_the_spared(promised: str, planned: str) -> bool:
    """夜勤者が毎晩点検表を入力 where the night shift was to have nothing more to do."""
    for match in _SPARED_JA.finditer(promised):
        who = match["who"]
        done = re.search(re.escape(who) + r"(?:が|は|にて|で|に)(?P<what>[^。\n]{4,})", planned)
        if done and not re.search(r"ない|せず|ません|負担|不要|なし|ゼロ", done["what"]):
            return True
    for match in _NO_WORK_EN.finditer(promised):
        stem = match["what"].lower()[:6]
        if (
            _CUSTOMER_EN.search(planned)
            and re.search(rf"(?<![a-z]){re.escape(stem)}", planned, re.I)
            and not _DENIED_ANY_EN.search(planned)
        ):
            return True
    for match in _SPARED_EN.finditer(promised):
        who = match["who"].lower().split()[0].rstrip("s")
        done_en = re.search(
            rf"(?<![a-z]){re.escape(who)}(?:s|es)?(?: [a-z]+){{0,2}}? (?:must |to |will |should )?(?P<act>enter|enters|type|types|fill|fills|log|logs|key|keys|complete|completes|upload|uploads|record|records|copy|copies|count|counts|print|prints|scan|scans|send|sends)(?![a-z])",
            planned,
            re.I,
        )
        if done_en and not re.search(r"(?<![a-z])(?:no|not|nothing|never|without)(?![a-z])", planned, re.I):
            return True
    return False
