"""Mentions in attendee lines and tables: hand-over forms, hearing sheets, CRM logs, rosters."""

from __future__ import annotations

import re

from agent.people.attendance_rows import heads_attendance, read_attendance_row
from agent.people.author_lines import author_mentions
from agent.people.columns import column_kind, is_header
from agent.people.house_columns import people_tables
from agent.people.in_tables import read_row
from agent.people.in_talk import mention_of
from agent.people.label_lists import read_items
from agent.people.labels import Label, read_label
from agent.people.latin_words import is_everyday
from agent.people.list_groups import HEAD, Lists, add_groups, add_people, head_side, is_ours
from agent.people.names import split_name
from agent.people.notice_lines import APPOINTED_NAME, NOTICE_LINE
from agent.people.parties import Parties
from agent.people.sided_lines import Listed, sided_lines
from agent.people.types import Form, Mention, Side, Source, Unit
from agent.people.writers_house import theirs_by_writer
from connectors.interface import BlockKind, DocumentKind, Span

_SPACED_HEAD = re.compile(
    r"^[\s　■◆●・]*(?P<head>ご?出席者?|ご?参加者?|先方|先様|当方|当社|弊社|貴社|御社|お客様側?)[ 　]+(?P<rest>\S.*)$"
)


_AUTHOR_INLINE = re.compile(
    r"(?:作成者?|記入者?|記録者?|書|文責|担当|メモ|記|Author|Prepared by|Written by|Notes by)\s*[:：]\s*(?P<rest>[^/|\n]{1,40})"
)
_ATTEND_INLINE = re.compile(
    r"(?<=[ 　。、/／)）])(?:ご?出席者?|ご?参加者?|同席者?|[Aa]ttendees|[Pp]resent|[Ii]n the room)[:：=＝][ 　]*(?P<rest>.+)$"
)
"""Those present, named on the line that gives day and place."""
_NEXT_KEY = re.compile(r"(?<=[a-z])\. (?=[A-Z][a-z]+(?: [a-z]+)?:)")
"""The next key on the line: "Author: A. Carter. Sponsor: …"."""
_OF_A_HOUSE = re.compile(
    r"(?!(?:Present|Attend|Action|Owner|Next|Date|Place|Where|When|Follow|To|From|Cc|Also|Apolog|All|Everyone|Both|Team|People|Note|Time|Who)\w*)[A-Z][\w&'’]+(?: [A-Z][\w&'’]+){0,2}(?: side| team)?"
)
"""A head that may be a house's name before its people: with one of ours among them it is ours."""
_MET = re.compile(r"会い|会った|面談|同席|訪問|対応|話した|\bmet\b|attend|with", re.IGNORECASE)


def list_mentions(source: Source, parties: Parties) -> list[Mention]:
    """Mentions in attendee lines, tables and authors' lines of one document."""
    out = Lists()
    header: list[str] = []
    tables = people_tables(source, parties)
    sided = sided_lines(source, parties)
    heading_side: Side | None = None
    in_attendance = rows_follow = lines_follow = False
    for unit in source.units:
        block = unit.block
        if block.kind is BlockKind.TABLE_ROW:
            cells = [source.folded[c.start : c.end] for c in block.cells]
            people = tables.get(block.table) if block.table is not None else None
            if (block.header and (people is None or people.headed)) or is_header(cells, header):
                header = cells
                continue
            if rows_follow and people is None and read_attendance_row(out, source, parties, unit, cells):
                continue
            heads = header or (list(people.header) if people else [])
            read_row(out, source, parties, unit, cells, heads, people)
            continue
        header = []
        if unit.index in sided:
            _of_line(out, source, parties, unit, sided[unit.index])
            continue
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
        rows_follow = in_attendance or heads_attendance(unit.text)
        apart = re.search(r"\n\s*\n", source.folded[max(0, unit.start - 3) : unit.start])
        below_head = lines_follow and not apart and _is_of_those_present(unit, parties)
        if spaced or below_head:
            in_attendance = True
        elif lines_follow or (
            in_attendance
            and ("。" in unit.text or re.match(r"[\s　]*(?:\d+[.．)）]|[■◆●【\[・])", unit.text))
        ):
            in_attendance = False
        lines_follow = below_head or (heads_attendance(unit.text) and block.kind is not BlockKind.HEADING)
        side = _line(out, source, parties, unit, in_attendance, heading_side)
        heading_side = side if side is not None else heading_side
    mentions = [*out.mentions, *author_mentions(source, parties, out.mentions)]
    theirs_by_writer(source, parties, mentions)
    return mentions


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


def _line(
    out: Lists, source: Source, parties: Parties, unit: Unit, in_attendance: bool, heading_side: Side | None
) -> Side | None:
    """One line; returns the side its head sets for the lines below it."""
    inline = _ATTEND_INLINE.search(unit.text)
    if inline and column_kind(unit.text[: inline.start()]) is None:
        add_groups(out, source, parties, unit, inline["rest"], unit.start + inline.start("rest"), None)
        return None
    found = HEAD.match(unit.text) or _SPACED_HEAD.match(unit.text)
    if found:
        head, kind = found["head"], column_kind(found["head"])
        side = head_side(head, parties)
        rest, at = _NEXT_KEY.split(found["rest"])[0], unit.start + found.start("rest")
        if kind == "attendance" or (side is not None and (in_attendance or _only_people(rest))):
            add_groups(out, source, parties, unit, rest, at, side)
            return None
        if kind in ("title", "department"):
            out.complete(kind, rest, at, unit.index)
            return None
        if kind in ("ours", "customer", "person_keys", "name") and len(rest) <= 80:
            side = Side.OURS if kind == "ours" else Side.CUSTOMER
            if kind == "customer" and _MET.search(head):
                add_groups(out, source, parties, unit, rest, at, side)
                return None
            if kind != "ours" or _only_people(rest):
                add_people(
                    out,
                    source,
                    unit,
                    read_items(rest, at, loose=kind != "ours"),
                    Form.AUTHOR if kind == "ours" else Form.TABLE,
                    side,
                    head,
                    parties,
                )
        if (
            kind is None
            and side is None
            and _OF_A_HOUSE.fullmatch(head)
            and not is_everyday(head)
            and not re.search(r"[|/]", rest)
            and _only_people(rest)
        ):
            labels = read_items(rest, at)
            if any(is_ours(label, parties) for label in labels) and not any(one.honorific for one in labels):
                add_people(out, source, unit, labels, Form.ATTENDEE, Side.OURS, head, parties)
                return None
        for author in _AUTHOR_INLINE.finditer(unit.text):
            if author.start() > 0 or kind != "ours":
                add_people(
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
        side = head_side(unit.text, parties) if len(unit.text) < 20 else None
        if side is not None and read_label(unit.text, 0, loose=False) is None:
            return side
        add_groups(out, source, parties, unit, unit.text, unit.start, heading_side)
    return None


def _of_line(out: Lists, source: Source, parties: Parties, unit: Unit, listed: Listed) -> None:
    """The one person of a line under the head of a side."""
    label = listed.line.label
    for mention in add_people(out, source, unit, [label], Form.ATTENDEE, listed.side, listed.head, parties):
        if listed.side is not None and mention.side is not Side.OURS:
            mention.side = listed.side


def _is_of_those_present(unit: Unit, parties: Parties) -> bool:
    """A line below the head of those present that is a house's name, or holds people and no sentence."""
    text = unit.text.strip()
    if unit.block.kind is BlockKind.HEADING or "。" in text or text.endswith("."):
        return False
    head = HEAD.match(text)
    if head:
        return head_side(head["head"], parties) is not None
    return head_side(text, parties) is not None or _only_people(text)


def _only_people(text: str) -> bool:
    items = read_items(text, 0, loose=False)
    if text.isascii():
        return bool(items) and len(items) * 2 > len(
            [p for p in re.split(r"[,;]| and ", re.sub(r"\([^)]*\)", "", text)) if p.strip()]
        )
    return bool(items) and sum(len(i.family) + len(i.given or "") for i in items) * 8 >= len(
        re.sub(r"\s", "", text)
    )
