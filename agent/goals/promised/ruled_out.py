"""What the promise rules out, done by the plan: cameras where there were to be none, work for those to be spared."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.promised.clauses import CLAUSE_EN, DENIED_EN, DENIED_JA, any_word, listed

_RULED_OUT_JA = regex(
    r"(?P<act>[一-龥々]{2}|[ァ-ヶー]{3,6})(?:は|を|も|など)?(?:一切|いっさい|決して)?(?:は|も)?(?:し|行わ|させ|求め|設け|付け|置か|使わ|とら|取ら|入れ)(?:ない|ません|ず)|(?P<act2>[一-龥々]{2}|[ァ-ヶー]{3,6})(?:は|も)?(?:一切)?(?:なし|無し|禁止|不要)"
)
_DOES_JA = r"(?:を?(?:する|します|して|した|し、|し$|開始|始め|行う|行い|行っ|実施|導入|設け|設置|求め|課す|依頼|必須|付け|掲載|使う|使っ|使用)|の?(?:開始|実施|導入|設置|依頼|手順|案内|申込|登録用)|(?<=[をにで]..)(?=$|[。、)(]))"
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
    r"(?P<who>[一-龥々ァ-ヶー]{1,7}(?:者|員|士|師|係|班|課|部|室|人|職|側|店|生|様|官|長|婦|家|スタッフ|チーム|ドライバー|パート|バイト|現場|本人|窓口|担当))(?:に(?:は|も)?|の)[^、。]{0,14}?(?:(?:させ|求め|頼ま|課さ|強い|かけ|負わせ|増やさ|押し付け)(?:ない|ず|ません)|(?:負担|手間|作業|入力)(?:は|を|も)?(?:なし|ゼロ|増やさ))"
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
        if done is None or DENIED_EN.search(planned[: done.start()]):
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
    out = set(listed("ruled_out", "not_acts_ja"))
    for match in _RULED_OUT_JA.finditer(promised):
        act = match["act"] or match["act2"]
        if act in out:
            continue
        thing = _BEFORE_ACT_JA.search(promised[: match.start()]) if act in _GENERAL_JA else None
        if thing and thing["what"][-2:] not in planned:
            continue  # カメラは設置しない says nothing of notice boards
        for done in re.finditer(re.escape(act) + _DOES_JA, planned):
            if not DENIED_JA.match(planned, done.start() + len(act)) and not DENIED_JA.match(
                planned, done.end()
            ):
                return True
    return False


def _does_en(promised: str, planned: str) -> bool:
    out = listed("ruled_out", "not_acts")
    for match in _RULED_OUT_EN.finditer(promised):
        words = [word.lower() for word in match["act"].split() if word.lower() not in _STOP_EN]
        if not words or any(word.rstrip("s").startswith(tuple(out)) for word in words):
            continue
        stem = words[0].rstrip("s")
        where = {w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]{4,}", match["rest"])} - _STOP_EN
        for done in re.finditer(rf"(?<![a-z]){re.escape(stem)}(?:s|es|ing|ed)?(?![a-z])", planned, re.I):
            before = CLAUSE_EN.split(planned[: done.start()])[-1]
            if DENIED_EN.search(planned[: done.start()]) or not any_word("ruled_out", "doing_en").search(
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
