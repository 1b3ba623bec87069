"""The checker accepts what stands there, in any typing the contract allows, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.evidence.cuts import Reason
from agent.evidence.fold import fold
from agent.evidence.quote import Found, QuoteChecker, Refused
from agent.messages import text as message
from connectors.interface import Block, BlockKind, Document, DocumentKind

SOURCE = """(1) 経営方針
・ｶﾞﾊﾞﾅﾝｽを強化する。
売上高\t△1,234百万円\t5,678\t12.5\t%\t(1,234\t)
当社は２０２６年に解約する見込みはありません。来期の予算は3〜5億円です。「値上げは認める。」とは言っていない。
非連結子会社は3社である。未定ではない。面積は50m²です。①拡大と②縮小。更新しない
という方針です。必ずしも達成できるとは限らない。
We do not expect notable growth. Sales were $1.2 million in 2025. AT&amp;T is a client. It fell (5.3%).
1.5倍に拡大
令和6年3月期第3四半期の売上は１，２３４円。か゚は別の字。
"""
CHECKER = QuoteChecker(SOURCE)


def found(quote: str) -> str:
    result = CHECKER.find(quote)
    assert isinstance(result, Found), result.reason
    return SOURCE[result.start : result.end]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("ガバナンスを強化する。", "ｶﾞﾊﾞﾅﾝｽを強化する。"),
        ("・ｶﾞﾊﾞﾅﾝｽを\n強化する。", "・ｶﾞﾊﾞﾅﾝｽを強化する。"),
        ("△１,２３４百万円", "△1,234百万円"),
        ("売上高 △1,234百万円", "売上高\t△1,234百万円"),
        ("12.5 %", "12.5\t%"),
        ("(1,234 )", "(1,234\t)"),
        ("当社は2026年に解約\nする見込みは  ありません。", "当社は２０２６年に解約する見込みはありません。"),
        ("We do not\nexpect   notable growth.", "We do not expect notable growth."),
        ("AT&T is a client.", "AT&amp;T is a client."),
        ("AT&amp;T&nbsp;is a client.", "AT&amp;T is a client."),
        ("経営方針", "経営方針"),
        ("更新しない という方針です。", "更新しない\nという方針です。"),
        ("面積は50m²です。", "面積は50m²です。"),
        ("令和6年3月期第3四半期の売上は1，234円。", "令和6年3月期第3四半期の売上は１，２３４円。"),
        ("It fell (5.3%).", "It fell (5.3%)."),
        ("It fell （5.3％）．", "It fell (5.3%)."),
        ("（１）経営方針", "(1) 経営方針"),
        (
            "来期の予算は3〜5億円です｡｢値上げは認める｡｣とは言っていない｡",
            "来期の予算は3〜5億円です。「値上げは認める。」とは言っていない。",
        ),
        ("Sales were ＄1．2 million in 2025．", "Sales were $1.2 million in 2025."),
        ("令和6年3月期第3四半期の売上は1,234円｡", "令和6年3月期第3四半期の売上は１，２３４円。"),
    ],
)
def test_true_quotes_keep_their_place(quote: str, stands: str) -> None:
    assert found(quote) == stands


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("", Reason.EMPTY),
        ("\u3000\n", Reason.EMPTY),
        ("当" * 2000, Reason.TOO_LONG),
        ("1,234百万円", Reason.CUT_FROM_SIGN),
        ("△1,234", Reason.CUT_FROM_SCALE),
        ("△1,23", Reason.INSIDE_NUMBER),
        ("1,234\t)", Reason.CUT_FROM_SIGN),
        ("12.5", Reason.NOT_WHOLE_UNITS),
        ("5,679", Reason.NOT_IN_SOURCE),
        ("▲1,234百万円", Reason.NOT_IN_SOURCE),
        ("△1,234千円", Reason.NOT_IN_SOURCE),
        ("当社は2026年に解約する見込みはあり", Reason.CUT_FROM_NEGATION),
        ("当社は20 26年に解約する見込みはありません。", Reason.NOT_IN_SOURCE),
        ("連結子会社は3社である。", Reason.CUT_FROM_NEGATION),
        ("定ではない。", Reason.CUT_FROM_NEGATION),
        ("5億円です。", Reason.INSIDE_NUMBER),
        ("「値上げは認める。」", Reason.NOT_WHOLE_UNITS),
        ("必ずしも達成できる", Reason.CUT_FROM_NEGATION),
        ("We do not expect not able growth.", Reason.SPACING),
        ("We do not expect not\nable growth.", Reason.SPACING),
        ("expect notable growth.", Reason.CUT_FROM_NEGATION),
        ("We do expect notable growth.", Reason.NOT_IN_SOURCE),
        ("Sales were $1.2", Reason.CUT_FROM_SCALE),
        ("1.2 million in 2025.", Reason.CUT_FROM_SCALE),
        ("5倍に拡大", Reason.INSIDE_NUMBER),
        ("面積は50m2です。", Reason.NOT_IN_SOURCE),
        ("1拡大と②縮小。", Reason.NOT_IN_SOURCE),
        ("6年3月期第3四半期の売上は１，２３４円。", Reason.INSIDE_NUMBER),
        ("売上高△1,234百万円", Reason.SPACING),
        ("経営方針・ガバナンスを強化する。", Reason.SPACING),
        ("非連結子会社は3社である。未\u200b定ではない。", Reason.NOT_IN_SOURCE),
        ("\u202e非連結子会社は3社である。", Reason.NOT_IN_SOURCE),
        ("か\u309aは別の字。".replace("\u309a", ""), Reason.NOT_IN_SOURCE),
        ("We do nοt expect notable growth.", Reason.NOT_IN_SOURCE),  # Greek omicron
        ("令和6年3月期第3四半期の売上は１．２３４円。", Reason.NOT_IN_SOURCE),
        ("令和6年3月期第3四半期の売上は１、２３４円。", Reason.NOT_IN_SOURCE),
        ("来期の予算は3～5億円です。", Reason.NOT_IN_SOURCE),  # full-width tilde for a wave dash
        ("△１,２３４百万円，５,６７８", Reason.NOT_IN_SOURCE),
        ("It fell [5.3%].", Reason.NOT_IN_SOURCE),
        ("売上高 △1,234百万円 5,678 12.5", Reason.NOT_WHOLE_UNITS),
    ],
)
def test_everything_else_is_refused_with_its_reason(quote: str, reason: Reason) -> None:
    result = CHECKER.find(quote)
    assert isinstance(result, Refused)
    assert result.reason is reason


@pytest.mark.parametrize(
    ("item", "quote"), [("□ 目標", "目標"), ("①拡大", "拡大"), ("- 5%減", "5%減"), ("※1 注", "1 注")]
)
def test_marks_that_say_something_stay(item: str, quote: str) -> None:
    assert isinstance(QuoteChecker(item).find(quote), Refused)


def test_words_may_be_quoted_without_the_speakers_label() -> None:
    text = "田中 一郎: 予算は未定です。決めるのは部長です。\nSubject: 来期の件\n"
    blocks = (
        Block(BlockKind.TURN, 0, 25, speaker="田中 一郎"),
        Block(BlockKind.FIELD, 26, 39),
    )
    document = Document("s1", "a", "t", DocumentKind.CHAT, text, blocks, "0" * 64, "ja")
    checker = QuoteChecker.of(document)
    for quote in ("予算は未定です。", "田中 一郎: 予算は未定です。", "決めるのは部長です。", "来期の件"):
        answer = checker.find(quote)
        assert isinstance(answer, Found), quote
        assert text[answer.start : answer.end] == quote
    assert isinstance(checker.find("一郎: 予算は未定です。"), Refused)


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("担当\tNo\n三浦\t1", "三浦"),
        ("競合\nなし", "競合"),
        ("Net sales\t$\t32,765", "32,765"),
        ("会社\nずっと黒字です。", "ずっと黒字です。"),
    ],
)
def test_neighbours_that_are_not_part_of_it_do_not_matter(source: str, quote: str) -> None:
    assert isinstance(QuoteChecker(source).find(quote), Found)


def test_near_picks_among_several_places() -> None:
    checker = QuoteChecker("はい。\n予算は未定です。\nはい。\n時期も未定です。\nはい。")
    places = [checker.find("はい。", near=near) for near in (None, 0, 13, 99)]
    assert [place.start for place in places if isinstance(place, Found)] == [0, 0, 13, 26]


def test_a_quote_over_the_limit_is_refused_even_when_it_stands_there() -> None:
    long = "長" * 300 + "。"
    result = QuoteChecker(long).find(long)
    assert isinstance(result, Refused)
    assert result.reason is Reason.TOO_LONG


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_has_words_in_both_languages(reason: Reason) -> None:
    assert message(f"evidence.refused.{reason}", "ja") != message(f"evidence.refused.{reason}", "en")


ALPHABET = st.text(alphabet="あ亜Ａ1２,.。△ \n\tｶﾞ\u3000&amp;aB-", min_size=1, max_size=60)


@given(ALPHABET)
def test_folding_maps_back(text: str) -> None:
    folded = fold(text)
    for position in range(len(folded.text)):
        start, end = folded.origin(position), folded.origin_end(position + 1)
        assert 0 <= start < end <= len(text)
        assert fold(text[start:end]).text.endswith(folded.text[position]) or folded.text[position] == " "


@given(ALPHABET)
def test_what_is_found_reads_the_same(text: str) -> None:
    checker = QuoteChecker(text)
    for line in text.split("\n"):
        result = checker.find(line)
        if isinstance(result, Found):
            assert fold(text[result.start : result.end]).text == fold(line.strip()).text
