"""Ruled boxes of PDFs that hold several lines: labels and figures belong together by their heights."""

from __future__ import annotations

import pytest

from connectors.readers.pdf_layout import _grouped
from connectors.readers.pdf_lines import _apart, _cells


@pytest.mark.parametrize(
    ("lines", "heights", "heads", "labels"),
    [
        (
            [(118.7, "売上高"), (133.4, "外部顧客への"), (145.4, "売上高"), (159.1, "セグメント間"), (169.1, "の内部売上高"), (179.1, "又は振替高")],
            [139.2, 168.9],
            ["売上高"],
            ["外部顧客への売上高", "セグメント間の内部売上高又は振替高"],
        ),
        ([(10.0, "一"), (20.0, "二")], [10.5, 20.5], [], ["一", "二"]),
        ([(10.0, "一"), (40.0, "二")], [70.0, 90.0], None, None),
        ([(float(at), "行") for at in range(40)], [3.0, 9.0], None, None),
    ],
)  # fmt: skip
def test_lines_of_a_label_box_by_their_figures(
    lines: list[tuple[float, str]], heights: list[float], heads: list[str] | None, labels: list[str] | None
) -> None:
    found = _grouped(lines, heights)
    assert found == (None if labels is None else (heads, labels))


def test_marks_of_notes_stand_apart_from_their_figures() -> None:
    assert (
        _apart("販売費及び一般管理費 ※１,※２87,745 ※２△108,430")
        == "販売費及び一般管理費 ※１,※２ 87,745 ※２ △108,430"
    )
    cells = [cell.strip() for cell in _cells("売上原価 ※１ 150,127 ※１ 181,640")]
    assert cells == ["売上原価", "※１ 150,127", "※１ 181,640"]
