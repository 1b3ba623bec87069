"""One answer cut into tools: "文書管理はX、Y(連絡)、営業部は「Z」" gives X for 文書管理, Y for 連絡, Z in 営業部."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agent.drafting.notes.tools.listed import (
    in_quotes,
    in_words,
    is_about_form,
    is_own_name,
    is_town,
    looks_like_tool,
    of_unit,
    users_in,
)
from agent.drafting.notes.tools.no_name import bare_name
from agent.drafting.notes.tools.words import is_coined, is_work
from agent.people.houses import is_other_house
from agent.renewal.cues import cues

CUES = cues("agent.drafting.notes.tools", "tools")
BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
PREDICATE = re.compile(
    r"(?:も|を|と|で)?(?:併用(?:中|している)?|利用(?:中|している)?|使用(?:中|している)?|使って(?:いる|います|る)|"
    r"導入(?:済み?)?|運用中?|前から使ってる|手?で?転記(?:する|している)?|です|だけ|のみ|など|ほか|等)$"
)
PREFIX = re.compile(r"^(?:ほかに|他に|また|あと|そのほか|その他|主に)[、は]?")
NOT_A_TOOL = re.compile(
    r"^(?:なし|特に?なし|不明|未定|紙|手作業|口頭|(?:電話|メール)(?:[とや・](?:電話|メール))?|paper(?: (?:at|in|for|on) (?:the )?(?:\d+|rest|others?).*)?|e-?mails?|phones?|verbal\w*|by hand|none|unknown|n/a|-|ー|\d+.*)$",
    re.I,
)
SPLIT = re.compile(
    r"[、,;；。\n／]|(?<=[」)）])\s*[/・]\s*(?=[一-龠ァ-ヴーA-Za-z]+[:：は])|\s[/→⇒]\s|\s+(?:and|plus)\s+(?=(?:an? |the )|[A-Z])"
)
MAX_NAME = 24
UNNAMED = re.compile(
    r"(?:の)?(?:何か|なにか|名前(?:は)?(?:不明|わから)|名称不明|名前を失念)|^(?:自前|内製|独自)(?:の)?(?:もの|仕組み|システム)?$"
)
"""A tool without a name: it is called by its work."""
PLACED = re.compile(
    r"^(?P<name>[A-Z][\w.&+-]*(?: [A-Za-z][\w.&+-]*){0,3}?) (?:at (?:the |group )?(?P<unit>[A-Za-z][\w &'-]{2,30})|(?:is|are) (?:run|owned|used) by (?P<by>[^,;]{3,40}?)(?: not by us)?|on (?P<where>the (?!(?:[a-z]+ )?(?:server|drive|cloud|intranet|network|web|phone|desktop|computers?|laptops?|tablets?)\b)[a-z ]{4,20}))$"
)
NO_HEAD = re.compile(r"^(?:不明|なし|未定|none|no|nothing)$", re.I)
KANA = re.compile(r"[ぁ-ん]{3,10}")
"""A name all in hiragana, where the list says what it is for."""
NO_NAME = re.compile(
    r"(?:[ぁ-んァ-ヴー一-龠a-zA-Z](?:が|は|を|も|に|へ|では|には|とは|から|まで|より))$|"
    r"^[一-龠ァ-ヴー ]{1,8}(?:部長|課長|係長|室長|所長|店長|社長|会長|院長|工場長|本部長|次長|主任|専務|常務|取締役|理事長?|代表)(?:様|さん)?$|"
    r"(?:様|さん|さま|氏)$"
)
"""What a comma cuts from a sentence ("…部長が") and people by their titles are no names of tools."""


COUNTED = re.compile(r"(?<=[一-龠ァ-ヴー])(?:\d+ ?(?:冊|台|枚|本|個)|の裏)$")
"""How many there are, or the back of it, behind a thing's name."""
MADE_BY_HAND = re.compile(r"複写|印刷|コピー|手書き|自作|手作り|共有|共用|市販|既製")
WORK_OF = re.compile(r"^(?P<work>[一-龠ァ-ヴー]{2,8})の[^の]{2,10}$")
GOES_ON = re.compile(
    r"(?:made|maintained|hosted|run|built|owned|supplied|kept|used|managed|looked after|bought|licen[cs]ed|developed|provided|installed|operated|administered) (?:by|in|at|on|from|since|with|for)\b"
    r"|(?:shared|personal|own|local|separate|individual|private) (?:cop(?:y|ies)|files?|mailbox\w*|folders?|versions?|accounts?|logins?)\b|(?:one|two|three|\d+) (?:per|for each|each)\b|(?:which|who|but|per|since)\b"
)
"""A piece that goes on about the item before it."""
JOINED = re.compile(r"と(?:一部(?:の)?(?:は)?|たまに|ときどき|あと|少し)?(?=[A-Za-zァ-ヴー一-龠])")
SPACED = re.compile(
    r"^(?P<head>[^\s　「」『』()（）:：はをがで]{1,14}(?:では|は)?)[ 　](?P<name>[A-Za-zァ-ヴー][^\s　、。「」()（）]{1,20})(?P<rest>(?:[(（][^()（）]*[)）])?)$"
)
ONLY = re.compile(r"(?:のみ|だけ|では|側|は)$")
"""Behind those who have a tool: "本院のみ"."""
OTHER_WORK = cues("agent.drafting.notes.tools", "same_work")["other_work"]
CUES_LISTED = cues("agent.drafting.notes.tools", "listed")
DROPPED = re.compile(r"検討|見送|断念|却下|不採用|\b(?:dropped|decided against|rejected|looked at)\b", re.I)
"""Words on what became of a tool are not part of its name."""


@dataclass(frozen=True, slots=True)
class ToolItem:
    name: str
    purpose: str | None = None
    department: str | None = None
    overlap: bool | None = None


def split_items(text: str) -> list[ToolItem]:
    """Tools a list names, in order. Words that are no tool (なし, 紙, 不明) give nothing."""
    return [one for piece in _pieces(text) if (item := _item(piece)) for one in _together(item)]


def _pieces(text: str) -> list[str]:
    """Cut at commas and full stops outside brackets and quotation marks."""
    pieces, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "(（[「『") - (char in ")）]」』")
        if depth <= 0 and SPLIT.match(text, at):
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    bare = [piece.strip(" 　・-*/") for piece in pieces if piece.strip(" 　・-*/")]
    return [piece for number, piece in enumerate(bare) if number == 0 or not GOES_ON.match(piece)]


def _together(item: ToolItem) -> list[ToolItem]:
    """ "FAXと一部LINE" is two, "紙とExcel" one: what と joins where every part is a thing of this kind."""
    parts = [part for part in JOINED.split(item.name) if part]
    if (
        len(parts) < 2
        or not re.search("[A-Za-z]", item.name)
        or not all(looks_like_tool(part) or NOT_A_TOOL.match(part) for part in parts)
    ):
        return [item]
    return [replace(item, name=part) for part in parts if not NOT_A_TOOL.match(part) and _is_name(part)]


def _spaced(piece: str) -> ToolItem | None:
    """ "基幹 SAP", "北・南 タイムワン": the kind of the system or those who have it, then its name behind a space."""
    found = SPACED.match(piece)
    if found is None or is_coined(found["head"]):
        return None
    head, note = found["head"], BRACKETS.search(found["rest"])
    whose = ONLY.search(head) is not None
    head = ONLY.sub("", head)
    of_kind = not whose and (CUES_LISTED["kind"].search(head) or OTHER_WORK.search(head) or is_work(head))
    if of_kind:
        return ToolItem(found["name"], head, users_in(note[1]) if note else None)
    if whose or "・" in head or CUES["department"].search(head) or is_town(head):
        return ToolItem(found["name"], _purpose(note[1]) if note else None, head)
    return None


def _item(piece: str) -> ToolItem | None:
    spaced = _spaced(PREFIX.sub("", piece))
    if spaced is not None:
        return spaced
    head, name = _head_and_name(PREFIX.sub("", piece))
    if head and NO_HEAD.search(head):
        return None
    if head and UNNAMED.search(name):
        return ToolItem(f"{head}(名称不明)", head, None)  # a name has only printed words
    quoted = in_quotes(name)
    if quoted:
        name, kind = f"{quoted[0]}{_bracket(quoted[2])}", quoted[1]
        is_unit = bool(kind and (CUES["department"].search(kind) or is_town(kind)))
        kind = None if kind and is_maker(kind) else kind
        item = _plain(head, name, kind)
        if item is None or not kind:
            return item
        if is_unit:
            return replace(item, department=item.department or kind)
        return replace(item, purpose=item.purpose or kind)
    return _plain(head, name)


def _bracket(words: str) -> str:
    found = BRACKETS.match(words)
    return found[0] if found else ""


def _plain(head: str | None, name: str, kind: str | None = None) -> ToolItem | None:
    inside = BRACKETS.search(name)
    note = inside[1].strip() if inside else None
    bare = PREDICATE.sub("", BRACKETS.sub("", re.split(r"[※＊]", name)[0]).strip()).strip("「」『』\"' 　.。")
    placed = PLACED.match(bare)
    if placed:
        unit = placed["unit"]
        where = None if note or head else placed["where"]
        return (
            ToolItem(placed["name"], _purpose(note) or head or where, unit)
            if _is_name(placed["name"])
            else None
        )
    if name.isascii():
        called, work, unit = in_words(bare.replace('"', ""))
        return ToolItem(called, head or _purpose(note) or work, unit) if _is_name(called) else None
    if note and CUES["generic"].search(bare) and not re.search(r"[、,]", note) and _is_name(note):
        bare, note = note, bare
    elif note and is_own_name(note):
        bare, note = note, None
    if not (_is_name(bare) or ((head or kind) and KANA.fullmatch(bare))):
        return None
    is_department = bool(head and (CUES["department"].search(head) or is_town(head)))
    whose, thing = of_unit(COUNTED.sub("", bare))
    unit = head if is_department else users_in(note) if note else None
    unit = " ".join(filter(None, (unit, whose))) or None
    work = (None if is_department else head) or _purpose(note) or (None if head else _own_work(thing))
    return ToolItem(bare_name(thing), work, unit)


def _own_work(thing: str) -> str | None:
    """The work that a thing is named after (予定 of 行事予定のホワイトボード)."""
    found = WORK_OF.match(thing)
    made = found and MADE_BY_HAND.fullmatch(found["work"])
    return found["work"] if found and not made and is_work(found["work"]) else None


def _purpose(note: str | None) -> str | None:
    """A bracket's words, where they are not on what the tool is made of and who has it."""
    if not note or users_in(note) or is_maker(note):
        return None
    return "、".join(part for part in re.split(r"[、,]", note) if not is_about_form(part)).strip() or None


def is_maker(words: str) -> bool:
    """The house that made or sells it, or what part of it is not used: no purpose."""
    return bool(MAKER.search(words)) or is_other_house(words)


MAKER = re.compile(
    r"(?:社|会社|さん|様|製|株式会社.*|㈱.*)$|(?:未使用|不使用|使っていない|未導入|使わず)$|^(?:made|built|by|from) "
)


def _head_and_name(piece: str) -> tuple[str | None, str]:
    """(what for or who, the tool) of "PはN", "P: N", "PをNで管理"; the head is None without one."""
    for pattern in (
        r"^(?P<head>[^:：「(（]{1,20})\s*[:：=]\s*(?P<name>.+)$",
        r"^(?P<head>[^はも「(（]{1,16})(?:は|も(?=[「ァ-ヴA-Z]))(?P<name>「?[^は]{2,}.*)$",
        r"^(?P<head>(?:[A-Z]{2,5}|[A-Za-z][a-z]+)(?: [a-z-]+){0,3}) (?:is|are|is on|are in|is in|runs on|runs in) (?P<name>[A-Z].+)$",
        r"^(?P<name>[A-Z][\w.& -]{1,22}?) (?:for|as) (?P<head>[a-z][^,;]{2,30})$",
        r"^(?P<head>[a-z][a-z &'-]{2,30}?) (?:in|on|via|through|with|by) (?P<name>[A-Z][\w.&-]+(?: [A-Z0-9][\w.&-]*){0,2})$",
        r"^(?!(?:the|an?|our|their|his|her|old|new|own|some|plain|just|only|mostly|also|still|shared|personal|company|group|local|basic|in|on|via|by|with|from)\b)(?P<head>(?:[A-Z]{2,5} )?[a-z]+(?: [a-z]+){0,2}|(?:CRM|ERP|MIS|POS|PMS|WMS|TMS|HRIS|LMS|DMS|EHR|EMR|MES)) (?P<name>[A-Z][\w.&-]+(?: [A-Z0-9][\w.-]*){0,2})$",
        r"^(?P<head>[^を「(（]{1,12})を(?P<name>[^を]{2,24})で(?:管理|運用|集計|作成).*$",
    ):
        found = re.match(pattern, piece)
        if found:
            return found["head"].strip(), found["name"].strip()
    return None, piece


def _is_name(text: str) -> bool:
    words = text.strip()
    if not 2 <= len(words) <= MAX_NAME or NOT_A_TOOL.match(words):
        return False
    if DROPPED.search(words) or "は" in words or NO_NAME.search(words):
        return False
    if re.fullmatch(r"[ぁ-ん]+", words) or re.search(r"[ぁ-ん]{2,}[るたいくすつう]$", words):
        return False
    return not re.search(r"(?:ます|です|ない|した|する|いる|ている|たい|とのこと)$", words)
