"""Names of XBRL members as they are printed, and the cell a question of the benchmark's form is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.tables.index import index_tables
from agent.tables.members import member_likeness
from agent.tables.question import core, read_question
from agent.tables.rank import rank_cells, rank_tables
from agent.tables.strings import Strings
from connectors.interface import Document

Filing = Callable[..., Document]


def strings(*words: str) -> Strings:
    found = Strings()
    for word in words:
        found.number(word)
    found.close()
    return found


@pytest.mark.parametrize(
    ("member", "printed", "others"),
    [
        ("RetainedEarningsBroughtForward", "繰越利益剰余金", ["利益剰余金合計", "資本金"]),
        ("NonControllingInterestsIFRS", "非支配持分", ["親会社の所有者に帰属する持分", "合計"]),
        ("PersonalCareReportableSegment", "パーソナルケア", ["ペットケア", "その他"]),
        ("SteelBusinessReportableSegments", "鉄鋼事業", ["機械事業", "建設事業"]),
        ("HanakoYamada", "山田花子", ["佐藤一郎", "鈴木次郎"]),
        ("SATOICHIRO", "佐藤一郎", ["山田花子", "取締役"]),
        ("JohnSmith", "ジョン・スミス", ["ピーター・ブラウン"]),
    ],
)
def test_the_printed_name_of_a_member_is_likest(member: str, printed: str, others: list[str]) -> None:
    found = strings(printed, *others)
    like, _ = member_likeness(member, found)
    assert int(like.argmax()) == found.numbers[printed]
    assert like[found.numbers[printed]] >= 0.5


@pytest.mark.parametrize(
    ("question", "pieces", "year", "at_day", "scope", "member"),
    [
        ("Ａ社の2020年時点の個別決算における「その他、流動資産」は？", ("その他", "流動資産"), 2020, True, False, ""),
        ("Ａ社の2019年の連結決算における「売上高」は？", ("売上高",), 2019, False, True, ""),
        ("Ａ社の2024年のOrdinaryShareMemberにおける「株主数－金融機関」は？", ("株主数", "金融機関"), 2024, False, None, "OrdinaryShare"),
        ("Ａ社の2024年時点のYamadaHanakoにおける「氏名」は？", ("氏名",), 2024, True, None, "YamadaHanako"),
    ],
)  # fmt: skip
def test_parts_of_a_question(
    question: str, pieces: tuple[str, ...], year: int, at_day: bool, scope: bool | None, member: str
) -> None:
    read = read_question(question)
    assert (read.pieces, read.year, read.at_day, read.consolidated, read.member) == (
        pieces,
        year,
        at_day,
        scope,
        member,
    )


def test_cores_leave_out_what_filers_add() -> None:
    assert core("営業利益又は営業損失(△)") == core("営業利益")
    assert core("流動資産合計") == core("流動資産")
    assert core("たな卸資産") == core("棚卸資産")
    assert core("売上高") != core("売上原価")


EQUITY = [
    ["", "株主資本", "", "", "純資産合計"],
    ["", "資本金", "利益剰余金", "株主資本合計", ""],
    ["当期首残高", "100", "500", "590", "600"],
    ["剰余金の配当", "", "△ 30", "△ 31", "△ 32"],
    ["当期末残高", "101", "700", "790", "800"],
]
ASSETS = [
    ["", "建物", "土地", "合計"],
    ["2023年3月31日残高", "10", "20", "30"],
    ["取得", "3", "4", "7"],
    ["2024年3月31日残高", "13", "24", "37"],
]


@pytest.fixture
def report(filing: Filing) -> Document:
    return filing(
        "#第５【経理の状況】", "#④【株主資本等変動計算書】", "当事業年度（自 2023年4月1日 至 2024年3月31日）",
        "(単位：百万円)", EQUITY, "#有形固定資産", "取得原価", ASSETS,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "cell", "table"),
    [
        ("Ａ社の2024年の個別決算における「剰余金の配当」は？", "△ 32", None),
        ("Ａ社の2024年の個別決算のShareholdersEquityMemberにおける「剰余金の配当」は？", "△ 31", None),
        ("Ａ社の2024年時点の個別決算のCapitalStockMemberにおける「純資産」は？", "101", 0),
        ("Ａ社の2023年時点の個別決算のCapitalStockMemberにおける「純資産」は？", "100", 0),
        ("Ａ社の2024年時点における「土地、取得原価」は？", "24", None),
        ("Ａ社の2023年時点における「有形固定資産、取得原価」は？", "30", None),
    ],
)
def test_the_likeliest_cell_is_of_the_year_and_member_asked_for(
    report: Document, question: str, cell: str, table: int | None
) -> None:
    index = index_tables([report])
    choice = rank_cells(index, read_question(question), table)
    assert index.cells[choice.cells[0]].words == cell
    assert sum(choice.probabilities) == pytest.approx(1)


def test_tables_are_ranked_by_their_cells(report: Document) -> None:
    index = index_tables([report])
    ranked = rank_tables(index, read_question("Ａ社の2024年時点における「土地、取得原価」は？"))
    assert ranked[0][0] == 1
    assert sum(chance for _, chance in ranked) == pytest.approx(1)


def test_no_table_gives_no_choice(filing: Filing) -> None:
    index = index_tables([filing("表のない報告です。")])
    assert rank_cells(index, read_question("売上高は")).cells == []
    assert rank_tables(index, read_question("売上高は")) == []
