"""What people do with the paper, told beside a step and without a day of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.acts import acts_beside
from agent.renewal.remarks import read_remarks
from agent.renewal.saying import said_by
from agent.renewal.sides import Sides
from agent.renewal.sightings import all_sightings
from agent.renewal.when import read_when
from agent.renewal.workflow import read_workflow
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]
NAMES = ("Ann Lowe", "Bo Tanner", "根本", "大槻")


def _acts(notes: SimpleNamespace, read: Read, text: str) -> list[tuple[str, str]]:
    people = [
        KeyPerson.model_validate({"id": f"p{n}", "name": name, "aliases": [name.split()[0]]})
        for n, name in enumerate(NAMES)
    ]
    sides = Sides(notes.account, SimpleNamespace(people=people, vendor_people=()))
    remarks = read_remarks(read({"m.md": f"# 打合せ 2026-09-10\n\n{text}\n"}), sides)
    anchor = Anchor(as_of=dt.date(2026, 9, 12))
    found = all_sightings(remarks, people, sides, anchor)
    acts = acts_beside(remarks, found, people, sides, anchor)
    return [(s.kind, getattr(s.approver, "name", str(s.approver))) for s in acts]


def test_who_writes_and_who_looks_at_it(japanese: SimpleNamespace, read: Read) -> None:
    text = "来期の予算要求の締切は10月20日です。書くのは根本さん、目を通すのは部長の大槻さん。11月9日の役員会で決まります。"
    assert _acts(japanese, read, text) == [("request", "根本"), ("review", "大槻")]


def test_a_title_with_its_holder_in_brackets(japanese: SimpleNamespace, read: Read) -> None:
    text = "- 総務部長(大槻)の押印\n- 12月4日の理事会で承認\n"
    assert ("review", "大槻") in _acts(japanese, read, text)


def test_checks_in_english(japanese: SimpleNamespace, read: Read) -> None:
    text = "Ann checks the figures, then it goes up. The Finance Committee votes on 14 October."
    assert ("review", "Ann Lowe") in _acts(japanese, read, text)


def test_nothing_beside_no_step(japanese: SimpleNamespace, read: Read) -> None:
    assert _acts(japanese, read, "店の写真は根本さんが確認しています。棚は大槻さんが見ます。") == []


def test_a_line_names_who_tells_it(japanese: SimpleNamespace, read: Read) -> None:
    people = [KeyPerson.model_validate({"id": "p0", "name": "根本"})]
    sides = Sides(japanese.account, SimpleNamespace(people=people, vendor_people=()))
    remarks = read_remarks(
        read(
            {
                "m.md": "# 打合せ 2026-09-10\n\n- 根本課長: 起案は自分がやります\n- 数字は自分で見る、と根本氏\n"
            }
        ),
        sides,
    )
    told = [person.name for remark in remarks if (person := said_by(remark, sides))]
    assert told == ["根本", "根本"]


def test_a_list_numbered_in_kanji_or_iroha_tells_the_way(japanese: SimpleNamespace, read: Read) -> None:
    people = [
        KeyPerson.model_validate({"id": f"p{n}", "name": name}) for n, name in enumerate(("根本", "大槻"))
    ]
    sides = Sides(japanese.account, SimpleNamespace(people=people, vendor_people=()))
    anchor = Anchor(as_of=dt.date(2026, 9, 12))
    for signs in ("イロハ", "一二三"):
        lines = (
            f"{signs[0]} 要望書の案 …… 根本、十月九日",
            f"{signs[1]} 総務部長(大槻)の押印",
            f"{signs[2]} 経営会議 十一月二日",
        )
        text = "打合せ 2026-09-10\n\n更新の手続きは次のとおりとのこと\n" + "\n".join(lines) + "\n"
        remarks = read_remarks(read({"m.txt": text}), sides)
        told = [
            (getattr(e.approver, "name", e.approver), e.when.iso if e.when else None)
            for e in read_workflow(remarks, people, sides, anchor)
        ]
        assert told == [("根本", "2026-10-09"), ("大槻", None), ("経営会議", "2026-11-02")]


def test_a_bare_day_counts_on_from_the_day_before_it() -> None:
    found = read_when(
        "12月1日から書き始め15日に回します", dt.date(2026, 10, 28), Anchor(as_of=dt.date(2026, 10, 30))
    )
    assert [when.iso for when in found] == ["2026-12-01", "2026-12-15"]
