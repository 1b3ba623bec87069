"""Writes the golden sources that are no plain text: run `python tests/connectors/build_golden.py` after a change.

All names and figures are invented. The bytes do not depend on the day they are written.
"""

from __future__ import annotations

import datetime as dt
import email.message
import email.policy
import io
import zipfile
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
_ROWS = [
    ["年月", "拠点", "利用者数", "利用率", "更新日"],
    ["2026-08", "本社", 118, 0.524, dt.date(2026, 9, 1)],
    ["2026-09", "本社", 131, 0.582, dt.date(2026, 10, 1)],
    ["2026-09", "中部工場", 1204, 0.09, dt.date(2026, 10, 1)],
]
_MINUTES_CP932 = """打合せ記録（第２回）
２０２６年１０月７日
出席： 業務改善部 葉山部長、若宮主任
当社： 桐原（記録）

□ 状況
 ・月次の締め作業は、従来の５日から４日に短縮した。髙梨様によると残り１日は
   承認待ちの時間である。
 ・決裁は役員会で行う。金額が５００万円を超えるためである。

宿題
  桐原    見積の再提示      １０月１６日
  葉山部長  役員会の日程の確認   １０月末
"""


def workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "利用状況"
    for row in _ROWS:
        sheet.append(row)
    for line in sheet.iter_rows(min_row=2, min_col=4, max_col=4):
        line[0].number_format = "0.0%"
    for line in sheet.iter_rows(min_row=2, min_col=3, max_col=3):
        line[0].number_format = "#,##0"
    hidden = book.create_sheet("控え")
    hidden.append(["見えないシートの文字"])
    hidden.sheet_state = "hidden"
    return _saved(book)


def word() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading("引き継ぎメモ", 0)
    document.add_heading("体制", 1)
    document.add_paragraph("推進役は業務改善部の若宮主任。葉山部長に月1回報告している。")
    document.add_paragraph("決裁者は未確認", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(table.rows[0].cells, ("担当", "作業", "期限"), strict=True):
        cell.text = words
    for cell, words in zip(table.rows[1].cells, ("当社 桐原", "見積の再提示", "2026年10月16日"), strict=True):
        cell.text = words
    hidden = document.add_paragraph().add_run("隠し文字は読まれない")
    hidden.font.hidden = True
    return _saved(document)


def slides() -> bytes:
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "2027年3月期 第2四半期の振り返り"
    slide.placeholders[1].text = "受注は前年同期比12%増\n販管費は△3%"
    grid = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    for (row, column), words in {
        (0, 0): "項目",
        (0, 1): "実績",
        (1, 0): "受注",
        (1, 1): "1,240百万円",
    }.items():
        grid.cell(row, column).text = words
    slide.notes_slide.notes_text_frame.text = "社長への説明は11月12日。"
    return _saved(deck)


def mail() -> bytes:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = "若宮 透 <t.wakamiya@aoba-seiki.example>"
    message["To"] = "桐原 沙希 <s.kirihara@vendor.example>"
    message["Date"] = "Wed, 07 Oct 2026 18:30:00 +0900"
    message["Subject"] = "役員会の件①"
    message.set_content(
        "桐原様\n\nアオバ精機の若宮です。\n\n役員会は11月19日に決まりました。\n ・議案の締め切り：11月5日\n\n"
        "若宮\n\n> 若宮様\n> 役員会の日程はお分かりになりますか。\n> 桐原\n",
        charset="utf-8",
    )
    message.add_attachment(
        "担当,期限\n若宮,2026/11/05\n".encode("cp932"), maintype="text", subtype="csv", filename="議案.csv"
    )
    message.set_boundary("golden-boundary")
    return message.as_bytes()


def pdf() -> bytes:
    """Two pages set in a font every reader knows by name, coded in UTF-16 (predefined CMap)."""
    pages = [
        [
            "【表紙】", "【提出書類】 有価証券報告書", "【提出日】 2026年６月24日",
            "【事業年度】 第31期（自 2025年４月１日 至 2026年３月31日）", "【会社名】 株式会社アオバ精機",
        ],
        [
            "第一部【企業情報】", "第１【企業の概況】", "１【主要な経営指標等の推移】",
            "売上高 （百万円） 12,345 13,579 14,680", "経常利益 （百万円） 1,020 △210 1,355",
            "当社は精密部品を製造している。",
        ],
    ]  # fmt: skip
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[5 0 R 7 0 R]/Count 2>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiKakuGo-W5/Encoding/UniJIS-UTF16-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiKakuGo-W5/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Japan1)/Supplement 5>>/DW 1000>>",
    ]
    for number, lines in enumerate(pages):
        content = b"BT /F1 10 Tf 1 0 0 1 50 780 Tm 20 TL\n" + b"".join(
            b"<" + line.encode("utf-16-be").hex().encode() + b"> Tj T*\n" for line in lines
        )
        content += b"ET"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (6 + 2 * number)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def _saved(document: object) -> bytes:
    """The saved package with every member's time set to 1980, in the order it was written."""
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(zipfile.ZipInfo(info.filename), source.read(info), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    (GOLDEN / "usage.xlsx").write_bytes(workbook())
    (GOLDEN / "handover.docx").write_bytes(word())
    (GOLDEN / "review.pptx").write_bytes(slides())
    (GOLDEN / "board.eml").write_bytes(mail())
    (GOLDEN / "annual_report.pdf").write_bytes(pdf())
    (GOLDEN / "minutes_cp932.txt").write_bytes(_MINUTES_CP932.encode("cp932"))
    (GOLDEN / "log_utf16.tsv").write_bytes(
        '日付\t種別\t内容\r\n2026/10/07\t訪問\t"葉山部長と面談。\n役員会は11月"\r\n'.encode("utf-16")
    )


if __name__ == "__main__":
    main()
