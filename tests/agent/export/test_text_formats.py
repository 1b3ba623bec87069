"""plan.md and plan.html: footnotes, languages, and words of sources that stay words."""

from __future__ import annotations

import io
import re

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.export.compose import compose
from agent.export.markdown import markdown
from agent.export.page import page
from agent.export.safe_text import for_markdown
from agent.export.word_file import word_file
from agent.models.plan import InventoryEntry, SuccessPlan

_JAPANESE = re.compile("[぀-ヿ㐀-鿿]")


def test_every_number_has_its_footnote_and_every_footnote_its_quote(plan: SuccessPlan) -> None:
    text = markdown(compose(plan))
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    defined = re.findall(r"^\[\^(\d+)\]: .*「(.+)」", text, re.M)
    assert used == {number for number, _ in defined} == {str(number + 1) for number in range(len(defined))}


def test_words_of_sources_make_no_markup_in_markdown(plan: SuccessPlan) -> None:
    text = markdown(compose(plan))
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "http://" not in text
    assert "&lt;script&gt;" in text


def test_words_of_sources_make_no_markup_in_html(plan: SuccessPlan) -> None:
    text = page(compose(plan))
    assert "<script" not in text
    assert re.findall(r'(?:href|src)="(?!#)', text) == []
    assert "default-src 'none'" in text


def test_the_same_numbers_in_every_format(plan: SuccessPlan) -> None:
    layout = compose(plan)
    number = next(source.number for source in layout.sources if source.quote.startswith("若宮さん"))
    assert f"若宮 透[^{number}]" in markdown(layout)
    assert f'href="#c{number}"' in page(layout)
    document = docx.Document(io.BytesIO(word_file(layout, plan.as_of)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert f"若宮 透 [{number}]" in cells


def test_the_page_draws_the_stakeholder_map_with_harmless_names(plan: SuccessPlan) -> None:
    plan.key_people[0].name = "<script>x</script>若宮"
    html = page(compose(plan))
    drawing = html[html.index("<svg") : html.index("</svg>")]
    assert "&lt;script&gt;x" in drawing
    assert "<script" not in html


def test_the_inventory_asks_for_what_is_stale_or_unknown(plan: SuccessPlan) -> None:
    plan.decision_path.inventory = [
        InventoryEntry(topic="champion", state="fresh", text="チャンピオン: 若宮"),
        InventoryEntry(topic="economic_buyer", state="unknown", text="決裁者: 不明", question="誰ですか。"),
    ]
    lines = markdown(compose(plan)).splitlines()
    at = next(number for number, line in enumerate(lines) if "半年棚卸し" in line)
    assert lines[at + 1].endswith("若宮")
    assert "誰ですか。" in lines[at + 2]


@pytest.mark.parametrize(
    "section",
    ["アカウント情報", "CS体制", "キーマン情報", "決裁の道", "サクセス方針", "目標", "未確認事項", "出典"],
)
def test_sections_stand_in_the_plans_order(plan: SuccessPlan, section: str) -> None:
    assert re.search(rf"^##+ {section}", markdown(compose(plan)), re.M)


def test_no_english_heading_in_a_japanese_plan(plan: SuccessPlan) -> None:
    headings = re.findall(r"^#+ (.+)$", markdown(compose(plan)), re.M)
    assert [heading for heading in headings if not _JAPANESE.search(heading)] == []


def test_no_japanese_heading_in_an_english_plan(english_plan: SuccessPlan) -> None:
    headings = re.findall(r"^##+ (.+)$", markdown(compose(english_plan)), re.M)
    assert [heading for heading in headings if _JAPANESE.search(heading)] == []


def test_an_inference_is_marked_and_shows_what_it_rests_on(plan: SuccessPlan) -> None:
    line = next(line for line in markdown(compose(plan)).splitlines() if "費用の説明" in line)
    assert "【推論】" in line
    assert "[^" in line


@given(st.text(max_size=80))
def test_any_words_stay_on_one_line_without_markup(words: str) -> None:
    line = for_markdown(words)
    assert "\n" not in line
    assert "<" not in line
    assert not re.search(r"(?<!\\)[`*_\[\]|]", line)
