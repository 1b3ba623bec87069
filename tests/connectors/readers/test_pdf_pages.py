"""Pages of a PDF as pdfium sees them: fonts the file does not hold, and ruling lines."""

from __future__ import annotations

import pytest

from connectors.readers.pdf import _open
from connectors.readers.pdf_fonts import box_font
from connectors.readers.pdf_layout import LayoutPages, Table
from connectors.readers.pdf_rulings import is_ruled

_UPRIGHT = "100 {} 0.5 40 re f\n"
_FLAT = "100 {} 200 0.5 re f\n"


def _pdf(content: str) -> bytes:
    """A page whose font, MS Mincho, is named and not held; hand-made, the cross-references left to the reader."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type0/BaseFont/MS-Mincho/Encoding/UniJIS-UCS2-H/DescendantFonts[5 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/MS-Mincho/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>"
        "/FontDescriptor<</Type/FontDescriptor/FontName/MS-Mincho/Flags 4/FontBBox[0 -137 1000 859]"
        "/ItalicAngle 0/Ascent 859/Descent -137/CapHeight 709/StemV 78>>>>",
        f"<</Length {len(content)}>>stream\n{content}endstream",
    ]
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size 7>>\n%%EOF\n".encode()


def _shown(words: str, left: int, top: int) -> str:
    return f"BT /F 10 Tf {left} {top} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"


def test_single_signs_in_a_font_the_file_does_not_hold_are_read() -> None:
    content = (
        _shown("営業損失", 50, 700) + _shown("△", 200, 700) + _shown("有", 50, 660) + _shown("※", 90, 620)
    )
    document = _open(_pdf(content))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "".join(text.split()) == "営業損失△有※"


def test_the_font_is_the_same_file_each_time() -> None:
    assert box_font()[:4] == b"\0\1\0\0"
    assert len(box_font()) < 1000
    assert box_font() == box_font.__wrapped__()


@pytest.mark.parametrize(
    ("content", "ruled"),
    [
        (_shown("本文", 50, 700), False),
        (_FLAT.format(700) + _FLAT.format(100), False),
        (_UPRIGHT.format(700), False),
        (_UPRIGHT.format(700) + _UPRIGHT.format(600), True),
        ("".join(_FLAT.format(700 - 20 * row) for row in range(6)), True),
        ("100 100 m 100 300 l S\n200 100 m 200 300 l S\n", True),
        ("50 50 495 742 re S\n60 60 300 300 re f\n", False),
    ],
)
def test_a_page_with_rulings_holds_a_table(content: str, ruled: bool) -> None:
    document = _open(_pdf(content))
    assert is_ruled(document[0]) is ruled
    document.close()


def test_letters_and_rulings_of_pdfium_make_the_table_pdfplumber_finds() -> None:
    lines = "".join(f"100 {y} m 300 {y} l S\n" for y in (600, 640, 680))
    lines += "".join(f"{x} 600 m {x} 680 l S\n" for x in (100, 200, 300))
    words = [("売上高", 110, 655), ("△５", 210, 655), ("利益", 110, 615), ("△", 210, 615), ("７", 220, 615)]
    data = _pdf(lines + "".join(_shown(*word) for word in words) + _shown("本文", 100, 720))
    with LayoutPages(data) as layout:
        assert layout.page(1) == ["本文", Table([["売上高", "△５"], ["利益", "△７"]])]
        assert layout.page(1, careful=True) == layout.page(1)
        assert sorted(layout.letters(1)) == sorted("売上高△５利益△７本文")


def test_a_turned_page_is_left_to_pdfminer() -> None:
    data = _pdf("0 1 -1 0 400 100 cm\n" + _shown("縦", 10, 10))
    with LayoutPages(data) as layout:
        assert layout.page(1) == layout.page(1, careful=True)
        assert layout._drawn_page(1) is None
