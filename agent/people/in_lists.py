"""Mentions in attendee lines and tables: hand-over forms, hearing sheets, CRM logs, rosters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from agent.people.fold import name_key
from agent.people.in_talk import mention_of
from agent.people.labels import Label, read_items, read_label
from agent.people.lexicon import table
from agent.people.names import split_name
from agent.people.notice_lines import APPOINTED_NAME, NOTICE_LINE
from agent.people.parties import CUSTOMER_WORDS, OURS_WORDS, Parties
from agent.people.types import Form, Mention, Phrase, Side, Source, Unit
from connectors.interface import Block, BlockKind, DocumentKind, Span

_HEAD = re.compile(
    r"^[\s　■◆●□◇▼・\-*#【\[<]*(?P<head>[^:：)）\]】\n]{1,30}?(?:[(（][^)）]*[)）])?[^:：)）\]】\n]{0,8})[\s　]*(?:[:：】\]]|[)）](?=[\s　]))[\s　]*(?P<rest>.*)$"
)
_AUTHOR_INLINE = re.compile(
    r"(?:作成者?|記入者?|記録者?|書|文責|担当|メモ|記|Author|Prepared by|Written by|Notes by)\s*[:：]\s*(?P<rest>[^/|\n]{1,40})"
)
_SPACED_HEAD = re.compile(
    r"^[\s　■◆●・]*(?P<head>ご?出席者?|ご?参加者?|先方|当方|当社|弊社|貴社|御社|お客様側?)[ 　]+(?P<rest>\S.*)$"
)
_MET = re.compile(r"会い|会った|面談|同席|訪問|対応|話した|\bmet\b|attend|with", re.IGNORECASE)
_BRACKETS = re.compile(r"[(（].*?[)）]|[\s　_.]|様|さま|側")


@cache
def _columns(kind: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(table("columns")[kind]) + r")\Z", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def column_kind(head: str) -> str | None:
    """What a column or key holds: one of the tables of data/columns.toml, or None."""
    whole = re.sub(r"[\s　_.]", "", head)
    short = _BRACKETS.sub("", head)
    for kind in (
        "relation",
        "new_post",
        "old_post",
        "kana",
        "ours",
        "customer",
        "attendance",
        "name",
        "title",
        "department",
        "organisation",
        "remark",
        "person_keys",
    ):
        if any(
            word and _columns(kind).match(word) for word in (whole, short, *re.split(r"[・/／、,]", short))
        ):
            return kind
    return None


@dataclass
class Lists:
    """Mentions of one document's lists; the group number ties those listed together."""

    mentions: list[Mention] = field(default_factory=list)
    groups: int = 0

    def complete(self, kind: str | None, words: str, start: int, unit: int) -> None:
        """Title or department given on a line or row of its own below the name of a form."""
        last = self.mentions[-1] if self.mentions else None
        if (
            last is None
            or not 0 < unit - last.unit <= FORM_LINES
            or _EMPTY.fullmatch(words.strip())
            or not words.strip()
        ):
            return
        phrase = Phrase(words.strip(), start, start + len(words.strip()))
        if kind == "title" and last.title is None:
            last.title = phrase
        elif kind == "department" and last.department is None:
            last.department = phrase


FORM_LINES = 4
"""How many lines below the name a form may give title and department."""
_EMPTY = re.compile(r"[-―—(（]?(?:未入力|不明|なし|未記入|unknown|n/a|none|-|—)[)）]?", re.IGNORECASE)


def list_mentions(source: Source, parties: Parties) -> list[Mention]:
    """Mentions in attendee lines, tables and authors' lines of one document."""
    out = Lists()
    header: list[str] = []
    heading_side: Side | None = None
    in_attendance = False
    for unit in source.units:
        block = unit.block
        if block.kind is BlockKind.TABLE_ROW:
            cells = [source.folded[c.start : c.end] for c in block.cells]
            if block.header or _is_header(cells, header):
                header = cells
                continue
            _row(out, source, parties, unit, cells, header)
            continue
        header = []
        if block.kind in (BlockKind.TURN,) or (
            block.kind is BlockKind.FIELD and source.document.kind is DocumentKind.MAIL
        ):
            continue
        if source.public:
            out.mentions += _notice_line(source, unit)
            continue
        if block.kind is BlockKind.HEADING:
            in_attendance = column_kind(unit.text) == "attendance"
            heading_side = None
        spaced = _SPACED_HEAD.match(unit.text)
        if spaced:
            in_attendance = True
        elif in_attendance and re.match(r"[\s　]*(?:\d+[.．)）]|[■◆●【\[・])", unit.text):
            in_attendance = False
        side = _line(out, source, parties, unit, in_attendance, heading_side)
        heading_side = side if side is not None else heading_side
    return out.mentions


def _notice_line(source: Source, unit: Unit) -> list[Mention]:
    """Names at the head of "小川 進　新：営業部長　旧：企画部長" and before "(…部長)を…に選任"."""
    places = [(f["name"], f.start("name")) for f in [NOTICE_LINE.match(unit.text)] if f]
    places += [(f["name"], f.start("name")) for f in APPOINTED_NAME.finditer(unit.text)]
    mentions: list[Mention] = []
    for words, start in places:
        for cut in range(len(words) - 1):
            name = split_name(words[cut:])
            if name is not None and name.given is not None:
                at = unit.start + start + cut
                label = Label(
                    at,
                    unit.start + start + len(words),
                    name.family,
                    name.given,
                    False,
                    Span(at, at + len(words) - cut),
                )
                mentions.append(mention_of(label, source, Form.NOTICE, unit))
                break
    return mentions


def _is_header(cells: list[str], header: list[str]) -> bool:
    kinds = [column_kind(c) for c in cells]
    return not header and len(cells) >= 3 and sum(k is not None for k in kinds) >= max(2, len(cells) // 2 + 1)


def _line(
    out: Lists, source: Source, parties: Parties, unit: Unit, in_attendance: bool, heading_side: Side | None
) -> Side | None:
    """One line; returns the side its head sets for the lines below it."""
    found = _HEAD.match(unit.text) or _SPACED_HEAD.match(unit.text)
    if found:
        head, kind = found["head"], column_kind(found["head"])
        side = _head_side(head, parties)
        rest, at = found["rest"], unit.start + found.start("rest")
        if kind == "attendance" or (side is not None and (in_attendance or _only_people(rest))):
            _groups(out, source, parties, unit, rest, at, side)
            return None
        if kind in ("title", "department"):
            out.complete(kind, rest, at, unit.index)
            return None
        if kind in ("ours", "customer", "person_keys", "name") and len(rest) <= 80:
            side = Side.OURS if kind == "ours" else Side.CUSTOMER
            if kind == "customer" and _MET.search(head):
                _groups(out, source, parties, unit, rest, at, side)
                return None
            if kind != "ours" or _only_people(rest):
                _add(
                    out,
                    source,
                    unit,
                    read_items(rest, at, loose=kind != "ours"),
                    Form.AUTHOR if kind == "ours" else Form.TABLE,
                    side,
                    head,
                    parties,
                )
        for author in _AUTHOR_INLINE.finditer(unit.text):
            if author.start() > 0 or kind != "ours":
                _add(
                    out,
                    source,
                    unit,
                    read_items(author["rest"].split("/")[0], unit.start + author.start("rest"), loose=False)[
                        :1
                    ],
                    Form.AUTHOR,
                    Side.OURS,
                    author[0],
                    parties,
                )
        return None
    if in_attendance and unit.block.kind is not BlockKind.HEADING:
        side = _head_side(unit.text, parties) if len(unit.text) < 20 else None
        if side is not None and read_label(unit.text, 0, loose=False) is None:
            return side
        _groups(out, source, parties, unit, unit.text, unit.start, heading_side)
    return None


def _head_side(head: str, parties: Parties) -> Side | None:
    if OURS_WORDS.search(head):
        return Side.OURS
    side = parties.of_words(head)
    if side in (Side.OURS, Side.CUSTOMER, Side.THIRD):
        return side
    return Side.CUSTOMER if CUSTOMER_WORDS.search(head) else None


def _only_people(text: str) -> bool:
    items = read_items(text, 0, loose=False)
    return bool(items) and sum(len(i.family) + len(i.given or "") for i in items) * 6 >= len(
        re.sub(r"\s", "", text)
    )


def _groups(
    out: Lists, source: Source, parties: Parties, unit: Unit, text: str, base: int, side: Side | None
) -> None:
    """Groups set apart by "/" or ";" : one of them ours when it holds our people, then the others are theirs."""
    pieces: list[tuple[int, str]] = []
    at = 0
    for piece in re.split(
        r"(\s*[/／;；|]\s*|[ 　、,]+(?=[^\s:：、,(（][^\s:：、,]{0,14}[:：]|(?:Attendees|Present|Participants|出席者?|参加者?)[ (（][^:：]{1,30}[:：]))",
        text,
    ):
        if piece.strip(" 　、,/／;；|"):
            pieces.append((at, piece))
        at += len(piece)
    heads = [_HEAD.match(piece) for _, piece in pieces]
    sided = [_head_side(h["head"], parties) if h else None for h in heads]
    read = [
        read_items(h["rest"], base + at + h.start("rest"))
        if h and s is not None
        else read_items(piece, base + at)
        for (at, piece), h, s in zip(pieces, heads, sided, strict=True)
    ]
    ours = [any(_is_ours(label, parties) for label in labels) for labels in read]
    polite = [any(label.honorific or label.title for label in labels) for labels in read]
    for labels, our, has_polite, head_side in zip(read, ours, polite, sided, strict=True):
        group_side = side
        if head_side is not None:
            group_side = head_side
        elif side is None:
            if our and not has_polite:
                group_side = Side.OURS
            elif any(ours) and not our:
                group_side = Side.CUSTOMER
        _add(out, source, unit, labels, Form.ATTENDEE, group_side, text[:30], parties)


def _is_ours(label: Label, parties: Parties) -> bool:
    key = name_key(label.family + (label.given or ""))
    return any(key == p or (label.given is None and p.startswith(key)) for p in parties.our_people)


def _add(
    out: Lists,
    source: Source,
    unit: Unit,
    labels: list[Label],
    form: Form,
    side: Side | None,
    why: str,
    parties: Parties,
) -> list[Mention]:
    added = []
    out.groups += 1
    mixed = len(labels) > 1 and any(label.honorific or label.title for label in labels)
    for label in labels:
        if parties.is_company(label.family) or (
            label.latin and label.given is None and source.document.language == "ja"
        ):
            continue
        mention = mention_of(label, source, form, unit)
        mention.group = unit.index * 100 + out.groups
        own = parties.of_words(label.org) if label.org else Side.UNKNOWN
        if _is_ours(label, parties) and side is not Side.CUSTOMER:
            mention.side = Side.OURS
        elif own in (Side.OURS, Side.THIRD) or (own is Side.CUSTOMER and side is None):
            mention.side = own
        elif side is not None:
            mention.side = side
        elif form is Form.ATTENDEE and mixed:
            mention.side = Side.CUSTOMER if label.honorific or label.title else Side.UNKNOWN
        mention.why_side = why
        added.append(mention)
    out.mentions += added
    return added


def _row(
    out: Lists, source: Source, parties: Parties, unit: Unit, cells: list[str], header: list[str]
) -> None:
    block = unit.block
    kinds = [column_kind(h) for h in header] if header else []
    kinds += [None] * (len(cells) - len(kinds))
    keyed = _key_value(cells, kinds)
    if keyed is not None:
        key, position = keyed
        kind = column_kind(key)
        if kind in ("title", "department"):
            out.complete(kind, cells[position], block.cells[position].start, unit.index)
            return
        span = block.cells[position]
        value = cells[position]
        if kind == "attendance" or (
            _head_side(key, parties) is not None and re.search("出席|参加|attend|present", key, re.IGNORECASE)
        ):
            _groups(out, source, parties, unit, value, span.start, _head_side(key, parties))
            return
        if kind in ("ours", "customer", "person_keys", "name"):
            form = Form.AUTHOR if kind == "ours" else Form.TABLE
            side = Side.OURS if kind == "ours" else Side.CUSTOMER
            labels = _first_sentence_items(value, span.start)
            added = _add(out, source, unit, labels, form, side, key, parties)
            for mention in added:
                if kind == "person_keys" and len(labels) == 1:
                    mention.note = mention.note or key
            kinds[position] = None
    people: list[Mention] = []
    for position, kind in enumerate(kinds[: len(cells)]):
        value, span = cells[position], block.cells[position]
        if not value or kind not in ("ours", "customer", "name", "attendance", "person_keys"):
            continue
        if kind == "ours" and not source.public:
            for label in read_items(value.replace("・", "、"), span.start, loose=False):
                polite = bool(label.honorific or label.title)
                _add(
                    out,
                    source,
                    unit,
                    [label],
                    Form.TABLE if polite else Form.AUTHOR,
                    None if polite else Side.OURS,
                    header[position],
                    parties,
                )
        elif kind in ("customer", "name", "attendance", "person_keys"):
            named_side = Side.CUSTOMER if kind != "name" or source.public else None
            people += _add(
                out,
                source,
                unit,
                read_items(value, span.start),
                Form.NOTICE if source.public or _roster(kinds, cells) else Form.TABLE,
                named_side,
                header[position],
                parties,
            )
    if len(people) == 1 or (people and kinds.count("name") == 1 and len(people) == 1):
        _beside(people[0], source, block, cells, kinds)


def _roster(kinds: list[str | None], cells: list[str]) -> bool:
    """An organisation table: names with title or unit, and nothing that says they had to do with us."""
    if any(
        (kind in (None, "remark") and len(cell) >= 4) or (kind == "relation" and cell)
        for kind, cell in zip(kinds, cells, strict=False)
    ):
        return False
    return (
        "name" in kinds
        and bool({"title", "department"} & set(kinds))
        and not {"ours", "customer", "attendance"} & set(kinds)
    )


def _first_sentence_items(value: str, base: int) -> list[Label]:
    """People in the first sentence of a cell; what follows is about them."""
    head = re.split(r"。|(?<=[a-z])\. |※| - | – ", value)[0]
    return read_items(head, base, loose=False)


def _key_value(cells: list[str], kinds: list[str | None]) -> tuple[str, int] | None:
    """The key and the position of its value, when the row is one: "分類, 項目, 内容" and "項目, 内容, …" too."""
    for position, cell in enumerate(cells[:-1]):
        if (
            len(cell) <= 20
            and column_kind(cell)
            and (position < len(kinds) and kinds[position] in (None, "relation"))
        ) and cells[position + 1]:
            if kinds[position] is None or read_items(cells[position + 1], 0):
                return cell, position + 1
        side_head = re.match(r"(?:ご?出席者?|ご?参加者?|attendees)\s*[(（]", cell, re.IGNORECASE)
        if side_head and cells[position + 1]:
            return cell, position + 1
    return None


def _beside(
    mention: Mention, source: Source, block: Block, cells: list[str], kinds: list[str | None]
) -> None:
    """Title and department from the other columns of the person's row."""
    for position, kind in enumerate(kinds[: len(cells)]):
        value, span = cells[position], block.cells[position]
        if not value or _EMPTY.fullmatch(value):
            continue
        if kind == "title" and mention.title is None:
            mention.title = Phrase(value, span.start, span.end)
        elif kind == "department" and mention.department is None:
            mention.department = Phrase(value, span.start, span.end)
        elif kind == "organisation" and mention.org is None:
            mention.org = value
        elif kind == "kana":
            mention.note = mention.note or value
