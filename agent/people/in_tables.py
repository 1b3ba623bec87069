"""Mentions in table rows: hand-over forms, hearing sheets, CRM logs, rosters, notices."""

from __future__ import annotations

import re
from functools import cache

from agent.people.columns import column_kind
from agent.people.holder_columns import read_holders, with_holders
from agent.people.house_columns import PeopleTable
from agent.people.label_lists import read_items
from agent.people.labels import Label, place_words
from agent.people.lexicon import table
from agent.people.list_groups import EMPTY, Lists, add_groups, add_people, head_side
from agent.people.name_columns import label_of_columns, name_columns, printed
from agent.people.parties import Parties
from agent.people.titles import names_same_post
from agent.people.types import WITHIN, Form, Mention, Phrase, Side, Source, Unit
from connectors.interface import Block, BlockKind, Span

_ASKED = re.compile(r"設問|質問|回答|ご?記入欄|question|answer|response", re.IGNORECASE)
_USAGE = re.compile(
    r"licen[cs]ed|seats?\b|active|logins?\b|tablets|席数|ID数|利用(?:者)?(?:数|率)|ログイン|月1回|アクティブ|件数|台数",
    re.IGNORECASE,
)
"""Column heads of a usage report: what is named there is a site or unit."""
_READING = re.compile(r"[ぁ-んァ-ヶー]+(?:[ 　][ぁ-んァ-ヶー]+)?")
_FILLED = re.compile(r"記入|回答|filled|completed", re.IGNORECASE)
"""Who fills in a sheet of questions and answers is the one who is asked."""


def read_row(
    out: Lists,
    source: Source,
    parties: Parties,
    unit: Unit,
    cells: list[str],
    header: list[str],
    people_table: PeopleTable | None = None,
) -> None:
    """Adds the people of one row: a key and its value, or cells under known column heads.

    `people_table`: what the whole table says of the houses its rows name.
    """
    block = unit.block
    kinds = [column_kind(h) for h in header] if header else []
    kinds += [None] * (len(cells) - len(kinds))
    if any(_USAGE.search(h) for h in header):
        kinds = [None if k in ("name", "customer", "person_keys") else k for k in kinds]
    if any(_ASKED.search(h) for h in header):
        kinds = [
            "customer" if k == "ours" and _FILLED.search(h) else k
            for k, h in zip(kinds, [*header, *cells], strict=False)
        ]
    kinds = with_holders(_of_log(kinds, header), header)
    if "holder" in kinds:
        read_holders(out, source, parties, unit, cells, header, kinds)
    house = people_table.side(cells, parties) if people_table else None
    if people_table and people_table.column < len(kinds):
        kinds[people_table.column] = "organisation"
    keyed = _key_value(cells, kinds) if house is None else None
    if keyed is not None:
        key, position = keyed
        kind = column_kind(key)
        if kind in ("customer", "person_keys") and _OURS_KEY.search(key):
            kind = "ours"
        value = _DAY_BEFORE.sub("", cells[position])
        asks = _asks(header) and not _SELLS.match(value) and not _speaks_of_a_customer(source)
        if kind == "ours" and (asks or _POLITE.search(cells[position][:20])):
            kind = "customer"
        if kind in ("title", "department"):
            out.complete(kind, cells[position], block.cells[position].start, unit.index)
            return
        span = block.cells[position]
        value = cells[position]
        if kind == "attendance" or (
            head_side(key, parties) is not None and re.search("出席|参加|attend|present", key, re.IGNORECASE)
        ):
            add_groups(out, source, parties, unit, value, span.start, head_side(key, parties))
            return
        if kind in ("ours", "customer", "person_keys", "name"):
            form = Form.AUTHOR if kind == "ours" else Form.TABLE
            side = Side.OURS if kind == "ours" else Side.CUSTOMER
            labels = _first_sentence_items(value, span.start)
            added = add_people(out, source, unit, labels, form, side, key, parties)
            for mention in added:
                if kind == "person_keys" and len(labels) == 1:
                    mention.note = mention.note or key
            kinds[position] = None
    people: list[Mention] = _of_two_columns(out, source, parties, unit, cells, header, kinds)
    within = not source.public and _within(cells, header)
    for position, kind in enumerate(kinds[: len(cells)]):
        value, span = cells[position], block.cells[position]
        if not value or kind not in ("ours", "customer", "name", "attendance", "person_keys"):
            continue
        if kind == "ours" and not source.public:
            for label in read_items(value.replace("・", "、"), span.start, loose=False):
                polite = bool(label.honorific or label.title)
                add_people(
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
            why = header[position]
            if _owner_of_task(header, position):
                named_side = None
            if not source.public and _own_mark().match(value):
                named_side = Side.OURS
            elif within and not _POLITE.search(value) and not _CUSTOMER_HEAD.search(why):
                named_side, why = Side.OURS, WITHIN
            people += add_people(
                out,
                source,
                unit,
                read_items(value, span.start),
                Form.NOTICE if source.public or (house is None and _roster(kinds, cells)) else Form.TABLE,
                house or named_side,
                why,
                parties,
            )
    if house is not None and people_table is not None and not people_table.shared:
        house = house if house is not Side.CUSTOMER else None
    if house is not None and people_table is not None:
        for person in people:
            person.side, person.why_side = house, cells[people_table.column]
    if len(people) == 1:
        _beside(people[0], source, block, cells, kinds)
        if header and not source.public and not _asks(header):
            _post_by_its_words(people[0], block, cells, kinds)
        _outside(people[0], parties, cells, kinds)


def _of_two_columns(
    out: Lists,
    source: Source,
    parties: Parties,
    unit: Unit,
    cells: list[str],
    header: list[str],
    kinds: list[str | None],
) -> list[Mention]:
    """The person whose family and given name stand in two cells, which then hold nobody else."""
    places = name_columns(header)
    label = label_of_columns(places, cells, unit.block.cells) if places else None
    if places is None or label is None:
        return []
    for place in places:
        kinds[place] = None
    added = add_people(out, source, unit, [label], Form.TABLE, None, header[places[0]], parties)
    for mention in added:
        mention.surface = printed(label)
    return added


_CUSTOMER_HEAD = re.compile(r"顧客|客先|お客|先方|customer|client|contact", re.IGNORECASE)
"""Columns that stand for the customer in every row of a log, a talk within our house too."""


def _owner_of_task(header: list[str], position: int) -> bool:
    """The column "Who" of a list of tasks, which both houses share."""
    if not re.fullmatch(r"who|person|people", header[position].strip(), re.IGNORECASE):
        return False
    return any(_TASK.fullmatch(head.strip()) for head in header)


_TASK = re.compile(r"what|actions?|to[- ]?do|tasks?|homework|next steps?|item|points?", re.IGNORECASE)


def _within(cells: list[str], header: list[str]) -> bool:
    """True for a row of a log whose kind of contact is a talk within our own house (種別=社内, Type=Internal)."""
    log = table("columns")["log"]
    head = re.compile("(?:" + "|".join(log["kind_heads"]) + r")\Z", re.IGNORECASE)
    inside = re.compile("(?:" + "|".join(log["within"]) + r")\Z", re.IGNORECASE)
    return any(
        head.match(re.sub(r"[\s　_.]", "", h)) and inside.match(cell.strip())
        for h, cell in zip(header, cells, strict=False)
    )


@cache
def _own_mark() -> re.Pattern[str]:
    """Our own house in brackets before a name: "(社内)…"."""
    return re.compile(
        rf"[(（\[［【](?:{'|'.join(table('columns')['log']['own_marks'])})[)）\]］】]", re.IGNORECASE
    )


_POLITE = re.compile(r"様|さん|氏")
_SELLS = re.compile(
    r"(?:弊社|当社)?(?:営業|CSM?|カスタマーサクセス|サポート|導入支援|SE)[ 　・:：](?!部|課)|[^,、]{2,30}, ?(?:sales|CSM?|support)\b",
    re.IGNORECASE,
)
"""A post that a vendor's people have, in front of who filled in a form."""
_DAY_BEFORE = re.compile(r"\A[\d年月/.\- ]+(?:日|[(（].[)）])?[ 　]*")
"""The day somebody filled in a form, in front of their name."""
_OF_A_CUSTOMER = re.compile(
    r"顧客(?:名|企業|先)?|得意先名?|取引先名?|(?:customer|client|account)(?: ?name)?", re.IGNORECASE
)
"""Key of a row for the customer's name, in a paper that only the one who sells writes."""


def _speaks_of_a_customer(source: Source) -> bool:
    """A sheet with a row for who the customer is: whoever filled it in is one of us."""
    return any(
        unit.block.kind in (BlockKind.TABLE_ROW, BlockKind.FIELD)
        and len(unit.block.cells) == KEY_AND_VALUE
        and _OF_A_CUSTOMER.fullmatch(
            source.folded[unit.block.cells[0].start : unit.block.cells[0].end].strip()
        )
        for unit in source.units
    )


KEY_AND_VALUE = 2
_TOPIC = re.compile(r"項目|質問|設問|項番|聞いた?こと|たずねたこと|item|topic|question", re.IGNORECASE)
_ANSWER = re.compile(r"ご?(?:記入|記載|回答|内容|お答え)|answers?|response|entry", re.IGNORECASE)
_DAY = re.compile(r"日付|日時|年月日|date|day|when", re.IGNORECASE)
_TEXT = re.compile(
    r"内容|なかみ|メモ|記録|所感|日報|報告|やりとり|話した?こと|notes?|report|text|entry|summary|comment|details?",
    re.IGNORECASE,
)
_WHO = re.compile(r"who|person|name", re.IGNORECASE)
_WROTE = re.compile(r"ご?氏名|お?名前|名|rep|by", re.IGNORECASE)
"""The column of who wrote a daily report, beside another column for whom they met."""


def _asks(header: list[str]) -> bool:
    """True for a sheet of questions and answers: it is the customer who is asked."""
    return any(_ASKED.search(h) for h in header) or bool(header and _TOPIC.fullmatch(header[0].strip()))


def _of_log(kinds: list[str | None], header: list[str]) -> list[str | None]:
    """In a log of days and notes whoever wrote the line is ours; in a sheet of topics the answers name nobody's writer."""
    if not header:
        return kinds
    heads = [h.strip() for h in header]
    out = list(kinds)
    if any(_TOPIC.fullmatch(h) for h in heads):
        out = [
            None if kind == "ours" and position < len(heads) and _ANSWER.fullmatch(heads[position]) else kind
            for position, kind in enumerate(out)
        ]
    if not any(_DAY.fullmatch(h) for h in heads):
        out = [
            "name"
            if kind == "ours" and position < len(heads) and heads[position].casefold() == "by"
            else kind
            for position, kind in enumerate(out)
        ]
    if "ours" not in out and "customer" in out and any(_DAY.fullmatch(h) for h in heads):
        out = [
            "ours" if kind == "name" and _WROTE.fullmatch(heads[position]) else kind
            for position, kind in enumerate(out[: len(heads)])
        ] + out[len(heads) :]
    if "ours" not in out and any(_DAY.fullmatch(h) for h in heads) and any(_TEXT.fullmatch(h) for h in heads):
        out = [
            "ours"
            if kind in ("customer", "name") and position < len(heads) and _WHO.fullmatch(heads[position])
            else kind
            for position, kind in enumerate(out)
        ]
    return out


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
            position + 2 < len(cells)
            and cells[position + 2]
            and len(cells[position + 1]) <= 20
            and column_kind(cells[position + 1])
        ):
            continue
        if (
            (
                len(cell) <= 20
                and column_kind(cell)
                and (position < len(kinds) and kinds[position] in (None, "relation"))
            )
            and cells[position + 1]
            and (kinds[position] is None or read_items(cells[position + 1], 0))
        ):
            return cell, position + 1
        side_head = re.match(r"(?:ご?出席者?|ご?参加者?|attendees)\s*[(（]", cell, re.IGNORECASE)
        if side_head and cells[position + 1]:
            return cell, position + 1
    return None


_OURS_KEY = re.compile(
    r"[(（](?:ours|our side|us|internal|弊社|当社|自社|社内)[)）]|\bour (?:own )?(?:exec|sponsor|contact|side)",
    re.IGNORECASE,
)
"""A key that names a post on our side: "Exec sponsor (ours)"."""
_NO_CUSTOMER = re.compile(
    r"\b(?i:not (?:a |an |our |the |really a )?(?:customer|client)|not (?:on )?(?:their|our customer's) (?:staff|payroll)|not theirs|not one of theirs|third party)\b"
    r"|(?:お客様|お客さま|顧客|客先の人|先方の人|先方|社員|職員|正社員)では(?:ない|ありません|ございません|無い)|(?:外部|他社|社外|委託先|別会社)の(?:方|人|者)"
)
_OURS_CELL = re.compile(
    r"(?:us|ours|our side|our team|internal|vendor|(?:our )?(?:own )?colleague|(?:弊社|当社|自社)の?[一-龥A-Z]{0,8}|こちら側?|社内)\Z",
    re.IGNORECASE,
)
_HOUSE_IN_BRACKETS = re.compile(r"[^()（）]{2,30}[(（](?P<business>[^()（）]{2,20})[)）]\s*\Z")


def _outside(mention: Mention, parties: Parties, cells: list[str], kinds: list[str | None]) -> None:
    """A third party's where another cell of the row says so: "NOT a customer", "Brightline (agency)", "委託先の方"."""
    if mention.side is Side.OURS or mention.form is Form.NOTICE:
        return
    for cell, kind in zip(cells, kinds, strict=False):
        if not cell or kind in ("name", "customer", "person_keys", "ours", "title"):
            continue
        if _OURS_CELL.match(cell.strip()) and kind != "relation":
            mention.side, mention.why_side, mention.org = Side.OURS, cell, cell
            return
        house = _HOUSE_IN_BRACKETS.fullmatch(cell)
        if (
            _NO_CUSTOMER.search(cell)
            or (house and parties.of_words(house["business"]) is Side.THIRD)
            or (kind == "organisation" and parties.of_words(cell) is Side.THIRD)
        ):
            mention.side, mention.why_side, mention.org = Side.THIRD, cell, cell
            return


def _unit_in_title(mention: Mention, value: str, base: int) -> None:
    """ "システム部 主任調査役" in the column of titles gives the unit too."""
    read = _placed(value, base)
    if mention.department is None and read.department is not None:
        mention.department = read.department
        if mention.title is not None and read.department.start == base:
            rest = value[read.department.end - base :].strip(" 　・/／,、")
            if len(rest) > 1 and rest in value:
                at = base + value.rindex(rest)
                mention.title = Phrase(rest, at, at + len(rest))


def _post_by_its_words(mention: Mention, block: Block, cells: list[str], kinds: list[str | None]) -> None:
    """A cell whose every word is a unit or a title is the person's post, whatever its column is called."""
    for value, span, kind in zip(cells, block.cells, kinds, strict=False):
        if kind not in (None, "relation", "remark") or not 0 < len(value) <= LONGEST_POST:
            continue
        if read_items(value, 0, loose=False):
            continue
        read = _placed(value, span.start)
        if read.title is None or read.org is not None:
            continue
        if value.isascii() and len(read.title.text) + len(
            read.department.text if read.department else ""
        ) + 4 < len(value):
            continue
        if mention.title is not None and not names_same_post(mention.title.text, read.title.text):
            continue
        mention.title = read.title
        mention.department = mention.department or read.department
        return


def _placed(value: str, base: int) -> Label:
    read = Label(base, base, "", None, False, Span(base, base + len(value)))
    place_words(read, re.sub(r"[(（][^()（）]*[)）]", lambda found: " " * len(found[0]), value), base)
    return read


LONGEST_POST = 40
"""Characters of the longest cell that is read as a post."""


def _beside(
    mention: Mention, source: Source, block: Block, cells: list[str], kinds: list[str | None]
) -> None:
    """Title and department from the other columns of the person's row."""
    for position, kind in enumerate(kinds[: len(cells)]):
        value, span = cells[position], block.cells[position]
        if not value or EMPTY.fullmatch(value):
            continue
        if kind == "title" and mention.title is None:
            mention.title = Phrase(value, span.start, span.end)
            _unit_in_title(mention, value, span.start)
        elif kind == "department" and mention.department is None:
            mention.department = Phrase(value, span.start, span.end)
        elif kind == "organisation" and mention.org is None:
            mention.org = value
        elif kind == "kana" and _READING.fullmatch(value):
            mention.kana = Phrase(value, span.start, span.end)
        elif kind == "kana":
            mention.note = mention.note or value
