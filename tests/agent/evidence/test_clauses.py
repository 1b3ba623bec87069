"""A sentence that is too long to quote is quoted by whole clauses that stand alone, and by nothing else."""

from __future__ import annotations

import pytest

from agent.evidence.cite import cite
from agent.evidence.clauses import clause_run, clause_runs, clause_spans
from agent.evidence.quote import Found, QuoteChecker, Reason, Refused
from agent.models.evidence import MAX_QUOTE
from connectors.interface import Block, BlockKind, Document, DocumentKind, Span

FILL = "各地の拠点の設備の更新と人員の配置の見直しを計画に沿って順に進め、" * 10
PLAIN = f"当社は、中期計画の初年度に1,200百万円を投じ、{FILL}売上高は前期比3.5%増の△12,345百万円となった。"
DENIED = f"当社は、工場の新設を進め、{FILL}また株式の追加取得を行う予定はありません。"
BRACKETS = f"当社（以下、「A、B」という。）は、{FILL}拠点を1、2か所から増やし、順に開いた。"
ENGLISH = (
    "The company expects that sales of its products will grow, "
    + "that its plants will be renewed one after another according to the plan of the board, " * 5
    + "and that on December 31, 2025 the debt of $1,234.5 million will be repaid."
)
ENGLISH_DENIED = ENGLISH.replace("expects that", "does not expect that")
LIST = "The obligations are: " + " ".join(
    f"({mark}) to keep the accounts of the {word} business apart from those of every other business of the group"
    for mark, word in zip("abcde", ("first", "second", "third", "fourth", "fifth"), strict=True)
)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        (PLAIN, "当社は、中期計画の初年度に1,200百万円を投じ、"),
        (PLAIN, "中期計画の初年度に1,200百万円を投じ"),
        (PLAIN, "売上高は前期比3.5％増の△12，345百万円となった。"),
        (BRACKETS, "拠点を1、2か所から増やし、順に開いた。"),
        (BRACKETS, "当社（以下、「A、B」という。）は、"),
        (DENIED, "また株式の追加取得を行う予定はありません。"),
        (ENGLISH, "and that on December 31, 2025 the debt of $1,234.5 million will be repaid."),
        (ENGLISH_DENIED, "The company does not expect that sales of its products will grow,"),
        (
            LIST,
            "(c) to keep the accounts of the third business apart from those of every other business of the group",
        ),
    ],
)
def test_whole_clauses_are_found_where_they_stand(sentence: str, quote: str) -> None:
    text = f"前の文。\n{sentence}\n次の文。"
    answer = QuoteChecker(text).find(quote)
    assert isinstance(answer, Found), answer.reason
    assert text[answer.start : answer.end] == quote.replace("％", "%").replace("，", ",")


@pytest.mark.parametrize(
    ("sentence", "quote", "reason"),
    [
        (PLAIN, PLAIN, Reason.TOO_LONG),
        (PLAIN, "1,200百万円を投じ、", Reason.NOT_WHOLE_UNITS),
        (PLAIN, "売上高は前期比3.5%増の△12,345", Reason.CUT_FROM_SCALE),
        (PLAIN, "12,345百万円となった。", Reason.CUT_FROM_SIGN),
        (DENIED, "当社は、工場の新設を進め、", Reason.CUT_FROM_NEGATION),
        (BRACKETS, "2か所から増やし、", Reason.NOT_WHOLE_UNITS),
        (BRACKETS, "B」という。）は、", Reason.NOT_WHOLE_UNITS),
        (ENGLISH, "2025 the debt of $1,234.5 million will be repaid.", Reason.NOT_WHOLE_UNITS),
        (ENGLISH_DENIED, "and that on December 31, 2025 the debt of $1,234.5 million will be repaid.",
         Reason.CUT_FROM_NEGATION),
    ],
)  # fmt: skip
def test_parts_of_clauses_and_clauses_that_are_denied_are_refused(
    sentence: str, quote: str, reason: Reason
) -> None:
    result = QuoteChecker(f"前の文。\n{sentence}\n次の文。").find(quote)
    assert isinstance(result, Refused)
    assert result.reason is reason


def test_a_run_of_clauses_does_not_reach_into_the_next_sentence() -> None:
    result = QuoteChecker(f"{PLAIN}翌期は増益である。").find(
        "売上高は前期比3.5%増の△12,345百万円となった。翌期は増益である。"
    )
    assert isinstance(result, Refused)


def test_a_short_sentence_has_no_clauses() -> None:
    text = "当社は、工場を新設し、人員を増やした。"
    assert clause_spans(text, 0, len(text)) == []
    assert isinstance(QuoteChecker(text).find("当社は、工場を新設し、"), Refused)


@pytest.mark.parametrize("sentence", [PLAIN, BRACKETS, ENGLISH, LIST])
def test_clauses_cover_the_sentence_and_runs_may_be_quoted(sentence: str) -> None:
    clauses = clause_spans(sentence, 0, len(sentence))
    assert "".join(sentence[s.start : s.end] for s in clauses).replace(" ", "") == sentence.replace(" ", "")
    runs = list(clause_runs(sentence, Span(0, len(sentence))))
    assert (runs[0].start, runs[-1].end) == (0, len(sentence))
    checker = QuoteChecker(sentence)
    for run in runs:
        assert run.end - run.start <= MAX_QUOTE
        assert checker.find(sentence[run.start : run.end], near=run.start) == Found(run.start, run.end)


def test_a_citation_inside_a_long_sentence_is_its_clause() -> None:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(PLAIN)),)
    document = Document("s1", "a", "t", DocumentKind.NOTE, PLAIN, blocks, "0" * 64, "ja")
    at = PLAIN.index("△12,345")
    citation = cite(document, at, at + 7)
    assert citation is not None
    assert citation.quote == "売上高は前期比3.5%増の△12,345百万円となった。"
    assert cite(document, 0, len(PLAIN)) is None
    at = DENIED.index("工場の新設")
    assert clause_run(DENIED, Span(0, len(DENIED)), at, at + 5) is None
