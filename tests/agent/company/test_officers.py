from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from agent.company.officers import tagged_officers
from agent.company.officers_printed import newest_officers, printed_officers
from agent.company.scales import scale_of
from connectors.interface import FactPeriod

_HEAD = ("役職名", "氏名", "生年月日", "略歴", "任期", "所有株式数 (千株)")


def _board(page: Any) -> Any:
    page.heading("(2)【役員の状況】")
    page.row(*_HEAD, header=True)
    page.row("代表取締役 社長", "森 田 一 成", "1961年５月３日生", "1984年４月 入社", "(注)３", "12")
    page.row("取締役 管理本部長", "木下 葵（旧姓：佐々木）", "昭和45年２月11日", "", "同上", "－")
    page.row("監査役", "John Hill（ジョン・ヒル）", "1955年12月１日", "", "※１", "1,003")
    page.row("計", "", "", "", "", "1,015")
    page.line(
        "３ 取締役の任期は、2024年３月期に係る定時株主総会終結の時から2025年３月期に係る定時株主総会終結の時までであります。"
    )
    page.line(
        "※１ 監査役の任期は、2023年６月開催の定時株主総会における選任後４年以内に終了する事業年度のうち最終のものに関する定時株主総会の終結の時までであります。"
    )
    return page


def test_printed_table(page: Any) -> None:
    officers = printed_officers(_board(page).document())
    assert [(o.name, o.title) for o in officers] == [
        ("森 田 一 成", "代表取締役 社長"),
        ("木下 葵（旧姓：佐々木）", "取締役 管理本部長"),
        ("John Hill（ジョン・ヒル）", "監査役"),
    ]
    assert [o.birth_date.value for o in officers if o.birth_date] == [
        dt.date(1961, 5, 3),
        dt.date(1970, 2, 11),
        dt.date(1955, 12, 1),
    ]
    assert [o.term_until for o in officers] == [
        "2025年３月期に係る定時株主総会終結の時",
        "2025年３月期に係る定時株主総会終結の時",
        "選任後４年以内に終了する事業年度のうち最終のものに関する定時株主総会の終結の時",
    ]
    assert [o.shares.value if o.shares else None for o in officers] == [12_000, None, 1_003_000]
    assert officers[0].shares is not None
    assert [c.quote for c in officers[0].shares.citations] == ["12", "所有株式数 (千株)"]


def test_two_title_columns_are_one_title(page: Any) -> None:
    page.row("役名", "職名", "氏名", "生年月日", header=True)
    page.row("取締役", "営業本部長", "谷 宏", "昭和30年１月９日生")
    page.row("監査役", "－", "沢 文", "昭和31年１月９日生")
    assert [o.title for o in printed_officers(page.document())] == ["取締役 営業本部長", "監査役"]


def test_planned_board_and_substitutes_are_left_out(page: Any) -> None:
    _board(page)
    page.line("当該決議が承認可決されますと、当社の役員の状況は以下のとおりとなる予定です。")
    page.row(*_HEAD, header=True)
    page.row("代表取締役 社長", "新 任 者", "1970年５月３日生", "", "", "1")
    assert "新 任 者" not in [o.name for o in printed_officers(page.document())]


def test_tables_without_titles_are_no_board(page: Any) -> None:
    page.row("氏名", "生年月日", "略歴", header=True)
    page.row("補欠 太郎", "1970年５月３日生", "")
    assert printed_officers(page.document()) == []


def test_tags_come_first_and_proposals_never(page: Any) -> None:
    heads = page.row(*_HEAD, header=True)
    cells = page.row("取締役 副社長", "旗 手 進", "1966年７月２日", "", "2024年６月から１年", "5")
    planned = page.row("取締役", "次 期 者", "1976年７月２日", "", "", "")
    member = (("jpcrp_cor:DirectorsAndOtherOfficersAxis", "x:HatateMember"),)
    about = "InformationAboutDirectorsAndCorporateAuditors"
    for part, cell in zip(
        ("OfficialTitleOrPosition", "Name", "DateOfBirth", "", "TermOfOffice"), cells, strict=False
    ):
        if part:
            page.fact(f"jpcrp_cor:{part}{about}", "…", cell, members=member)
    page.fact(
        f"jpcrp_cor:NumberOfSharesHeldOrdinaryShares{about}",
        5000,
        cells[5],
        members=member,
        scale_span=heads[5],
    )
    page.fact(f"jpcrp_cor:Name{about}Proposal", "次 期 者", planned[1], members=member)
    officers = tagged_officers(page.document())
    assert [(o.name, o.title, o.term_until) for o in officers] == [
        ("旗 手 進", "取締役 副社長", "2024年６月から１年")
    ]
    assert officers[0].shares is not None
    assert officers[0].shares.value == 5000
    assert newest_officers([page.document()]) == officers


def test_shares_whose_scale_stands_nowhere_are_not_given(page: Any) -> None:
    name, shares = page.row("旗 手 進", "5")
    member = (("jpcrp_cor:DirectorsAndOtherOfficersAxis", "x:HatateMember"),)
    about = "InformationAboutDirectorsAndCorporateAuditors"
    page.fact(f"jpcrp_cor:Name{about}", "…", name, members=member)
    page.fact(f"jpcrp_cor:NumberOfSharesHeldOrdinaryShares{about}", 5000, shares, members=member)
    assert [officer.shares for officer in tagged_officers(page.document())] == [None]


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("(単位：百万円)", 10**6),
        ("所有株式数(千株)", 1000),
        ("（億円）", 10**8),
        ("(円)", 1),
        ("in millions", 10**6),
    ],
)
def test_scale_words(words: str, scale: int) -> None:
    assert scale_of(words) == scale


def test_name_and_birth_date_in_one_cell(page: Any) -> None:
    page.row("役職名", "氏名 (生年月日)", "略歴", header=True)
    page.row("取締役会長", "長　谷　宏 ( 1957年２月11日 生)", "")
    page.row("監査役", "沢 文（旧姓：森） (昭和31年１月９日生)", "")
    officers = printed_officers(page.document())
    assert [(o.name, o.birth_date.value) for o in officers if o.birth_date] == [
        ("長　谷　宏", dt.date(1957, 2, 11)),
        ("沢 文（旧姓：森）", dt.date(1956, 1, 9)),
    ]


def test_a_person_in_two_tables_is_one_officer(page: Any) -> None:
    for title, name, born in (
        ("取締役", "谷 宏", "1957年２月11日"),
        ("取締役 代表執行役社長", "沢 文", "1956年１月９日"),
        ("取締役", "森 実", "1956年１月９日"),
    ):
        page.row("役職名", "氏名", "生年月日", header=True)
        page.row(title, name, born)
    page.row("役職名", "氏名", "生年月日", header=True, table=1)
    page.row("執行役 財務統括", "谷　宏", "1957年２月11日", table=1)
    page.row("代表執行役社長", "沢 文", "1956年１月９日", table=1)
    page.row("執行役", "森 実", "1970年１月９日", table=1)
    officers = printed_officers(page.document())
    assert [(o.name, o.title) for o in officers] == [
        ("谷 宏", "取締役／執行役 財務統括"),
        ("沢 文", "取締役 代表執行役社長"),
        ("森 実", "取締役"),
        ("森 実", "執行役"),
    ]
    assert {"取締役", "執行役 財務統括"} <= {c.quote for c in officers[0].citations}


def test_boards_of_other_companies_and_dates_of_plans_are_no_officers(page: Any) -> None:
    _board(page)
    page.row("信託", "長期報酬", "2018年６月19日", "", "年額", "2")
    page.heading("(4)【役員の報酬等】")
    page.row(*_HEAD, header=True, table=5)
    page.row("取締役", "他 社一", "1960年５月３日生", "", "(注)３", "1", table=5)
    period = FactPeriod(dt.date(2023, 4, 1), dt.date(2024, 3, 31))
    names = [o.name for o in printed_officers(page.document(period=period))]
    assert names == ["森 田 一 成", "木下 葵（旧姓：佐々木）", "John Hill（ジョン・ヒル）"]


@pytest.mark.parametrize(
    ("note", "until"),
    [
        ("３．2024年５月28日開催の定時株主総会の終結の時から１年間。", "2024年５月28日開催の定時株主総会の終結の時から１年間"),
        ("(注) ３ 2020年３月期に係る定時株主総会にて就任後、2021年３月期に係る定時株主総会の終結の時までであります。", "2021年３月期に係る定時株主総会の終結の時"),
        ("３　2021年３月期に係る定時株主総会終結の時までです。", "2021年３月期に係る定時株主総会終結の時"),
        ("３ 2020年６月26日開催の定時株主総会選任後、１年以内に終了する事業年度のうち最終のものに関する定時株主総会の終結の時までです。", "2020年６月26日開催の定時株主総会選任後、１年以内に終了する事業年度のうち最終のものに関する定時株主総会の終結の時"),
        ("2023年５月23日付で任期満了により退任しております。", None),
    ],
)  # fmt: skip
def test_how_notes_end_a_term(page: Any, note: str, until: str | None) -> None:
    page.row(*_HEAD, header=True)
    page.row("取締役", "谷 宏", "1957年２月11日", "", "(注)３", "1")
    page.line(note)
    assert [o.term_until for o in printed_officers(page.document())] == [until]


@pytest.mark.parametrize(
    ("cell", "notes", "until"),
    [
        (
            "(注)4",
            [
                "4 取締役の任期は、2020年12月期に係る定時株主総会終結の時から2021年12月期に係る定時株主総会終結の時",
                "までです。",
            ],
            "2021年12月期に係る定時株主総会終結の時",
        ),
        (
            "注1",
            [
                "(注) 1.　取締役の任期は、2020年6月19日開催の定時株主総会における選任後1年以内に終了する事業年度のうち、",
                "最終のものに関する定時株主総会の終結時までとなっています。",
                "2.　監査役の任期は、2022年６月開催の定時株主総会終結の時までであります。",
            ],
            "選任後1年以内に終了する事業年度のうち、最終のものに関する定時株主総会の終結時",
        ),
        (
            "(注３)",
            [
                "（注３）2024年６月20日開催の定時株主総会で選任され、任期は選任後１年以内に終了する事業年度のうち、最終のものに関する定時株主総会の終結の時に満了します。"
            ],
            "2024年６月20日開催の定時株主総会で選任され、任期は選任後１年以内に終了する事業年度のうち、最終のものに関する定時株主総会の終結の時",
        ),
        (
            "(注)2",
            [
                "（注）1　2024年3月28日後2年以内に終了する事業年度のうち最終のものに関する定時株主総会の終結のとき",
                "2　2021年3月30日後4年以内に終了する事業年度のうち最終のものに関する定時株主総会の終結のとき",
                "4　取締役 北山泰氏は社外取締役であります。",
            ],
            "2021年3月30日後4年以内に終了する事業年度のうち最終のものに関する定時株主総会の終結のとき",
        ),
        ("(注②)", ["② 監査役の任期は、2023年３月期に係る定時株主総会終結の時までであります。"], "2023年３月期に係る定時株主総会終結の時"),
        ("(注)", ["（注）取締役の任期は、2023年３月期に係る定時株主総会終結の時までであります。"], "2023年３月期に係る定時株主総会終結の時"),
        ("(注)8 (注)3", ["３ 取締役の任期は、2025年３月期に係る定時株主総会終結の時までであります。", "８ 戸籍上の氏名は別であります。"], "2025年３月期に係る定時株主総会終結の時"),
        ("(注)７", ["３ 取締役の任期は、2025年３月期に係る定時株主総会終結の時までであります。"], None),
        ("１年 (注)７", ["３ 取締役の任期は、2025年３月期に係る定時株主総会終結の時までであります。"], "１年 (注)７"),
        ("2024年６月から１年", [], "2024年６月から１年"),
    ],
)  # fmt: skip
def test_the_note_of_a_term(page: Any, cell: str, notes: list[str], until: str | None) -> None:
    page.row("役職名", "氏名", "生年月日", "任期 (期間)", header=True)
    page.row("取締役", "谷 宏", "昭和30年１月９日生", cell)
    for note in notes:
        page.line(note)
    (officer,) = printed_officers(page.document())
    assert officer.term_until == until
