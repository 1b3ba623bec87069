"""Lines of one form are entries, however full they are."""

from __future__ import annotations

from connectors.readers.line_forms import begins_a_part, same_form


def test_entries_of_one_form() -> None:
    assert same_form("台帳の写しを渡す → 大川 純 3/9", "棚の図面を直す → 庄司様 3/12")
    assert same_form("3/9 台帳の写しを渡す 大川 純", "3/12 棚の図面を直す 庄司様")
    assert not same_form("台帳の写しは来週に", "渡すことになった(大川)。")


def test_a_part_with_its_label() -> None:
    assert begins_a_part("担当 大川 純")
    assert begins_a_part("due: 9 March")
    assert not begins_a_part("渡す相手は庄司様である")
