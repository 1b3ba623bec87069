"""Writes the sample account's annual report as an EDINET package: `python examples/make_filing.py [FILE]`.

Form as in real submissions: the disclosure site's folders, a header member with contexts and hidden document
information, inline XBRL with the taxonomy's element names. The bytes are the same on every machine (members
are stored, with a fixed time).
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from html import escape
from pathlib import Path

import filing_content as content
from filing_content import EXTENSION

TARGET = Path(__file__).parent / "minato" / "sources" / f"01_yuho_{content.DOCUMENT_ID}.zip"
YEARS = ["Prior4Year", "Prior3Year", "Prior2Year", "Prior1Year", "CurrentYear"]
STEM = f"jpcrp030000-asr-001_{content.EDINET_CODE}-000_{content.YEAR_END}_01_{content.FILED}"
SEGMENT_COLUMNS = [f"{EXTENSION}{member}" for member, _ in content.SEGMENTS] + [
    "ReportableSegmentsMember", "ReconcilingItemsMember", "",
]  # fmt: skip
NAMESPACES = {
    "": "http://www.w3.org/1999/xhtml",
    "ix": "http://www.xbrl.org/2008/inlineXBRL",
    "ixt": "http://www.xbrl.org/inlineXBRL/transformation/2011-07-31",
    "xbrli": "http://www.xbrl.org/2003/instance",
    "xbrldi": "http://xbrl.org/2006/xbrldi",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "iso4217": "http://www.xbrl.org/2003/iso4217",
    "jpdei_cor": "http://disclosure.edinet-fsa.go.jp/taxonomy/jpdei/2013-08-31/jpdei_cor",
    "jpcrp_cor": "http://disclosure.edinet-fsa.go.jp/taxonomy/jpcrp/2025-11-01/jpcrp_cor",
    "jppfs_cor": "http://disclosure.edinet-fsa.go.jp/taxonomy/jppfs/2025-11-01/jppfs_cor",
    EXTENSION: f"http://disclosure.edinet-fsa.go.jp/jpcrp030000/asr/001/{content.EDINET_CODE}-000/"
    f"{content.YEAR_END}/01/{content.FILED}",
}
used_contexts: set[str] = set()


def text(element: str, context: str, words: str, form: str = "") -> str:
    """A tagged word; "/" in titles is a line break."""
    used_contexts.add(context)
    attribute = f' format="{form}"' if form else ""
    body = "<br />".join(escape(part) for part in words.split("/"))
    return f'<ix:nonNumeric contextRef="{context}" name="{element}"{attribute}>{body}</ix:nonNumeric>'


def block(element: str, context: str, inner: str) -> str:
    """A tagged text block."""
    used_contexts.add(context)
    return f'<ix:nonNumeric contextRef="{context}" name="{element}" escape="true">{inner}</ix:nonNumeric>'


def figure(
    element: str, context: str, value: int | str | None, unit: str = "JPY", scale: int = 6, decimals: int = -6
) -> str:
    """A tagged figure: negative ones with △ outside the tag, None as nil beside a dash."""
    used_contexts.add(context)
    start = f'<ix:nonFraction contextRef="{context}" name="{element}" unitRef="{unit}"'
    if value is None:
        return f'{start} xsi:nil="true" />－'
    negative = isinstance(value, int) and value < 0
    digits = f"{abs(value):,}" if isinstance(value, int) else value
    sign = ' sign="-"' if negative else ""
    shown = f'{start} decimals="{decimals}" scale="{scale}" format="ixt:numdotdecimal"{sign}>{digits}</ix:nonFraction>'
    return ("△" if negative else "") + shown


def table(rows: list[list[str]], header_rows: int = 0) -> str:
    """Rows of ready markup; a cell "<<n" spans n columns."""
    lines = []
    for row in rows:
        cells = "".join(
            f'<td colspan="{cell[2]}"><p>{cell[3:]}</p></td>' if cell.startswith("<<") else
            f"<td>{cell}</td>" if cell.startswith("<") and "<table" in cell else f"<td><p>{cell}</p></td>"
            for cell in row
        )  # fmt: skip
        lines.append(f"<tr>{cells}</tr>\n")
    return f'<table cellspacing="0">\n{"".join(lines)}</table>\n'


def summary(rows: list[tuple], member: str) -> str:
    terms = [["<<2回次", *(f"第{number}期" for number in range(64, 69))],
             ["<<2決算年月", *(f"{year}年３月" for year in range(2022, 2027))]]  # fmt: skip
    for label, unit_label, element, kind, unit, scale, decimals, values in rows:
        name = f"jpcrp_cor:{element}SummaryOfBusinessResults"
        terms.append([label, unit_label, *(
            figure(name, f"{year}{kind}{member}", value, unit, scale, decimals)
            for year, value in zip(YEARS, values, strict=True)
        )])  # fmt: skip
    if not member:
        for label, element, values, marks in (
            ("従業員数", "NumberOfEmployees", content.EMPLOYEES, ("", "")),
            ("〔外、平均臨時雇用者数〕", "AverageNumberOfTemporaryWorkers", content.TEMPORARY, ("〔", "〕")),
        ):
            terms.append([label, "(名)", *(
                marks[0] + figure(f"jpcrp_cor:{element}", f"{year}Instant", value, "pure", 0, 0) + marks[1]
                for year, value in zip(YEARS, values, strict=True)
            )])  # fmt: skip
    return table(terms)


def statement(rows: list[tuple], kind: str) -> str:
    """A financial statement of two years, in millions of yen."""
    if kind == "Instant":
        heads = ["前連結会計年度<br />(2025年３月31日)", "当連結会計年度<br />(2026年３月31日)"]
    else:
        heads = ["前連結会計年度<br />(自　2024年４月１日<br />至　2025年３月31日)",
                 "当連結会計年度<br />(自　2025年４月１日<br />至　2026年３月31日)"]  # fmt: skip
    lines = [["<<3(単位：百万円)"], ["", *heads]]
    for label, element, depth, *values in rows:
        cells = ["", ""]
        if element:
            instant = "Instant" if element == "CashAndCashEquivalents" else kind
            cells = [
                figure(f"jppfs_cor:{element}", f"{year}{instant}", value)
                for year, value in zip(YEARS[3:], values, strict=True)
            ]
        lines.append(["　" * depth + label, *cells])
    return table(lines)


def segments(year: str) -> str:
    figures = content.SEGMENT_FIGURES[year]
    heads = ["", *(name for _, name in content.SEGMENTS), "計", "調整額", "連結財務諸表計上額"]
    contexts = [f"{year}Duration" + (f"_{member}" if member else "") for member in SEGMENT_COLUMNS]
    rows = [["<<6(単位：百万円)"], heads]
    for label, element, index in (
        ("外部顧客への売上高", "jpcrp_cor:RevenuesFromExternalCustomers", 0),
        ("セグメント間の内部売上高又は振替高", "jpcrp_cor:TransactionsWithOtherSegments", 1),
        ("セグメント利益", "jppfs_cor:OperatingIncome", 2),
    ):
        rows.append(
            [
                label,
                *(
                    figure(element, context, column[index])
                    for context, column in zip(contexts, figures, strict=True)
                ),
            ]
        )
    return table(rows)


def officers() -> str:
    rows = [["役職名", "氏名", "生年月日", "略歴", "任期", "所有株式数<br />(千株)"]]
    for title, name, member, born, term, shares, career in content.OFFICERS:
        context = f"FilingDateInstant_{EXTENSION}{member}Member"
        about = "InformationAboutDirectorsAndCorporateAuditors"
        rows.append([
            text(f"jpcrp_cor:OfficialTitleOrPosition{about}", context, title),
            text(f"jpcrp_cor:Name{about}", context, name),
            text(f"jpcrp_cor:DateOfBirth{about}", context, born, "ixt:dateyearmonthdaycjk") + "生",
            block(f"jpcrp_cor:CareerSummary{about}TextBlock", context, table([list(step) for step in career])),
            text(f"jpcrp_cor:TermOfOffice{about}", context, term),
            figure(f"jpcrp_cor:NumberOfSharesHeldOrdinaryShares{about}", context, shares, "shares", 3, -3),
        ])  # fmt: skip
    return table(rows)


def officer_counts() -> str:
    men, women = 4, 2
    context = "FilingDateInstant"
    return (
        "<p>男性" + figure("jpcrp_cor:NumberOfMaleDirectorsAndOtherOfficers", context, men, "pure", 0, 0)
        + "名　女性" + figure("jpcrp_cor:NumberOfFemaleDirectorsAndOtherOfficers", context, women, "pure", 0, 0)
        + "名（役員のうち女性の比率" + figure("jpcrp_cor:RatioOfFemaleDirectorsAndOtherOfficers", context, "33.3", "pure", -2, 3)
        + "％）</p>"
    )  # fmt: skip


def employees() -> str:
    rows = [["セグメントの名称", "従業員数(名)"]]
    for (member, name), count in zip(content.SEGMENTS, (962, 348), strict=True):
        rows.append(
            [
                name,
                figure(
                    "jpcrp_cor:NumberOfEmployees",
                    f"CurrentYearInstant_{EXTENSION}{member}",
                    count,
                    "pure",
                    0,
                    0,
                ),
            ]
        )
    rows.append(
        [
            "全社(共通)",
            figure(
                "jpcrp_cor:NumberOfEmployees", "CurrentYearInstant_CorporateSharedMember", 92, "pure", 0, 0
            ),
        ]
    )
    rows.append(["合計", figure("jpcrp_cor:NumberOfEmployees", "CurrentYearInstant", 1402, "pure", 0, 0)])
    return "<p>2026年３月31日現在</p>" + table(rows)


def research() -> str:
    spent = figure(
        "jpcrp_cor:ResearchAndDevelopmentExpensesResearchAndDevelopmentActivities",
        "CurrentYearDuration",
        1486,
    )
    return f"<p>当連結会計年度における研究開発費の総額は{spent}百万円であります。</p>"


TABLES = {
    "summary": lambda: summary(content.SUMMARY, ""),
    "summary_alone": lambda: summary(content.SUMMARY_ALONE, "_NonConsolidatedMember"),
    "group": lambda: table([[escape(cell) for cell in row] for row in content.GROUP_COMPANIES]),
    "employees": employees,
    "research": research,
    "officer_counts": officer_counts,
    "officers": officers,
    "officer_notes": lambda: "".join(f"<p>{note}</p>" for note in content.OFFICER_NOTES),
    "balance_sheet": lambda: statement(content.BALANCE_SHEET, "Instant"),
    "income": lambda: statement(content.INCOME, "Duration"),
    "cash_flows": lambda: statement(content.CASH_FLOWS, "Duration"),
    "segments_prior": lambda: segments("Prior1Year"),
    "segments_current": lambda: segments("CurrentYear"),
    "shares": lambda: table(
        [["事業年度", "４月１日から３月31日まで"], ["定時株主総会", "６月中"], ["基準日", "３月31日"]]
    ),
}


def body(pieces: list[tuple[str | None, list[str]]]) -> str:
    parts = []
    for element, lines in pieces:
        inner = ""
        for line in lines:
            tag, _, words = line.partition("|")
            inner += TABLES[line[1:]]() if line[0] == "@" else f"<{tag}>{escape(words)}</{tag}>\n"
        year = "CurrentYearDuration" if element and "Consolidated" in element else "FilingDateInstant"
        parts.append(block(f"jpcrp_cor:{element}", year, inner) if element else inner)
    return "\n".join(parts)


def header() -> str:
    rows = []
    for label, element, words in content.COVER:
        form = "ixt:dateyearmonthdaycjk" if "Date" in element else ""
        rows.append([label, text(f"jpcrp_cor:{element}", "FilingDateInstant", words, form)])
    hidden = "".join(
        text(f"jpdei_cor:{element}DEI", "FilingDateInstant", words) for element, words in {
            "EDINETCode": content.EDINET_CODE,
            "SecurityCode": content.SECURITIES_CODE,
            "FilerNameInJapanese": content.COMPANY,
            "FilerNameInEnglish": content.COMPANY_ENGLISH,
            "CabinetOfficeOrdinance": "企業内容等の開示に関する内閣府令",
            "DocumentType": "第三号様式",
            "AccountingStandards": "Japan GAAP",
            "WhetherConsolidatedFinancialStatementsArePrepared": "true",
            "CurrentFiscalYearStartDate": content.YEAR_START,
            "CurrentPeriodEndDate": content.YEAR_END,
            "TypeOfCurrentPeriod": "FY",
            "CurrentFiscalYearEndDate": content.YEAR_END,
            "PreviousFiscalYearStartDate": "2024-04-01",
            "PreviousFiscalYearEndDate": "2025-03-31",
            "AmendmentFlag": "false",
        }.items()
    )  # fmt: skip
    resources = (
        "".join(context_markup(name) for name in sorted(used_contexts | {"FilingDateInstant"})) + units()
    )
    return (
        f'<div style="display:none"><ix:header><ix:hidden>{hidden}</ix:hidden>'
        f"<ix:resources>{resources}</ix:resources></ix:header></div>\n<h1>【表紙】</h1>{table(rows)}"
    )


def context_markup(name: str) -> str:
    relative, _, member = name.partition("_")
    back = int(match[1]) if (match := re.match(r"Prior(\d)", relative)) else 0
    year = int(content.YEAR_END[:4]) - back
    if relative == "FilingDateInstant":
        period = f"<xbrli:instant>{content.FILED}</xbrli:instant>"
    elif relative.endswith("Instant"):
        period = f"<xbrli:instant>{year}-03-31</xbrli:instant>"
    else:
        period = (
            f"<xbrli:startDate>{year - 1}-04-01</xbrli:startDate><xbrli:endDate>{year}-03-31</xbrli:endDate>"
        )
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://disclosure.edinet-fsa.go.jp">'
        f"{content.EDINET_CODE}-000</xbrli:identifier></xbrli:entity><xbrli:period>{period}</xbrli:period>"
        f"{scenario(member)}</xbrli:context>\n"
    )


def scenario(member: str) -> str:
    if not member:
        return ""
    axis = "jpcrp_cor:OperatingSegmentsAxis"
    value = (
        f"{EXTENSION}:{member.removeprefix(EXTENSION)}"
        if member.startswith(EXTENSION)
        else f"jpcrp_cor:{member}"
    )
    if member == "NonConsolidatedMember":
        axis, value = "jppfs_cor:ConsolidatedOrNonConsolidatedAxis", "jppfs_cor:NonConsolidatedMember"
    elif member.startswith(EXTENSION) and "Segment" not in member:
        axis = "jpcrp_cor:DirectorsAndOtherOfficersAxis"
    return f'<xbrli:scenario><xbrldi:explicitMember dimension="{axis}">{value}</xbrldi:explicitMember></xbrli:scenario>'


def units() -> str:
    simple = {"JPY": "iso4217:JPY", "pure": "xbrli:pure", "shares": "xbrli:shares"}
    marked = "".join(
        f'<xbrli:unit id="{name}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>'
        for name, measure in simple.items()
    )
    return marked + (
        '<xbrli:unit id="JPYPerShares"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:JPY</xbrli:measure>'
        "</xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure>"
        "</xbrli:unitDenominator></xbrli:divide></xbrli:unit>"
    )


def page(title: str, inner: str) -> bytes:
    spaces = " ".join(f'xmlns{":" + prefix if prefix else ""}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<html {spaces}>\n<head><title>{title}</title></head>\n'
        f"<body><div>\n{inner}\n</div></body>\n</html>\n"
    ).encode()


def build() -> bytes:
    """The zip's bytes."""
    used_contexts.clear()
    pages = {number: body(pieces) for number, pieces in content.MEMBERS.items()}
    pages = {"0000000": header(), **pages}
    folder = f"{content.DOCUMENT_ID}/XBRL/PublicDoc/"
    names = {
        number: f"{number}_{'header' if number == '0000000' else 'honbun'}_{STEM}_ixbrl.htm"
        for number in pages
    }
    files = {folder + names[number]: page(names[number], inner) for number, inner in pages.items()}
    listed = "".join(f"<ixbrl>{name}</ixbrl>" for name in names.values())
    files[folder + "manifest_PublicDoc.xml"] = (
        '<?xml version="1.0" encoding="utf-8"?>\n<manifest xmlns="http://disclosure.edinet-fsa.go.jp/2013/manifest"><list>'
        f'<instance id="jpcrp030000" type="PublicDoc" preferredFilename="{STEM}.xbrl">{listed}</instance></list></manifest>\n'
    ).encode()
    files["XbrlSearchDlInfo.csv"] = (
        "書類管理番号,書類名,EDINET(ファンド)コード,提出者(ファンド),提出者法人番号\r\n"
        f"{content.DOCUMENT_ID},有価証券報告書,{content.EDINET_CODE},{content.COMPANY},{content.CORPORATE_NUMBER}\r\n"
    ).encode("cp932")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 6, 25, 9, 0, 0)), data)
    return buffer.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.write_bytes(build())
    print(f"{target}: {target.stat().st_size} bytes")
