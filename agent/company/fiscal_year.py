"""The account's fiscal year-end with its citation: from filings, the EDINET code list, its own pages, spoken words, notes."""

from __future__ import annotations

import datetime as dt
import re
from calendar import month_name, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.calendar import fold
from agent.company.fiscal_year_answers import cite_question, is_agreed, year_end_answer
from agent.company.fiscal_year_by_law import year_end_by_law
from agent.company.fiscal_year_rules import YearEndPhrase, year_end_phrases
from agent.company.names import is_named_in, parse_name
from agent.company.ownership import FILINGS
from agent.company.registered import is_row, year_end_citation
from agent.evidence.cite import cite, cite_fact
from agent.messages import text as message
from agent.models.account import Account
from agent.models.evidence import Citation, Derived, Value
from agent.models.plan import Contradiction, MonthDay
from connectors.edinet.code_list import YEAR_END
from connectors.interface import Block, BlockKind, Document, DocumentKind, Fact

_DEI_YEAR_END = ("jpdei_cor:CurrentFiscalYearEndDateDEI", "dei:CurrentFiscalYearEndDate")
_FACTS_FORM = "companyfacts"
_COVER = 8000
"""Characters of a filing that hold its cover and the head of its five-year table."""
_WINDOW = 120
_ISO_DAY = re.compile("(\\d{4}|-)-(\\d{2})-(\\d{2})")
"""A date, or --09-28 as Form 10-K has it."""
_HINT = re.compile(
    "決算|年度|期末|期首|期初|第\\d+期|期が|来期は|新しい期|月始まり|月スタート|月締め|月期|暦年|期は|期替|期の|^期|[\\t|]期|締|〆|上期|下期|半期|四半期|\\dQ|Q\\d|H[12]|/\\d+期|月期|現在|貸借対照表|fiscal|financial|FY|year|half|quarter|books|account|\\bruns?\\b",
    re.IGNORECASE,
)
"""Words without which no rule of fiscal_year.toml can match; spares folding every line."""
_OWN_WORDS = re.compile("うち|弊社|当社|わが社|我が社|自社|\\bour\\b|\\bwe\\b|\\bits\\b", re.IGNORECASE)
_PAGES = frozenset({DocumentKind.WEB_PAGE, DocumentKind.FEED_ENTRY})

_TERMS = frozenset({"half_year", "quarter", "english_half_year", "english_quarter", "english_first_quarter_starts", "new_year_in", "next_year_begins", "next_year_from", "new_year_of_month", "this_year_until"})  # fmt: skip
"""Rules that tell the year by its parts or its start in passing: they stand behind every plain statement."""
_HEAD_BLOCKS = 4

# Rank of a statement: lower is nearer to the company's own formal word.
_OF_ANOTHER_TIME = re.compile(
    r"(?:合併|統合|買収|移行|変更|改定|改正)(?:した|する|の)?(?:後|のち)|(?:来年|来期|再来年|次期|今後|これから)(?:度)?(?:は|から|より)|"
    r"\b(?:after (?:the )?(?:merger|acquisition|change|move|integration)|from next|as of next|will (?:move|change|become|end))\b",
    re.I,
)
"""A year-end to come, which refutes none of today."""
_FILING, _REGISTER, _OWN_PAGE, _SPOKEN, _NOTE, _TERM = range(6)


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that states the year-end."""

    month: int
    day: int | None
    words: str
    rank: int
    document: Document
    citation: Citation
    on: dt.date
    question: Citation | None = None  # what the words answer


@dataclass(frozen=True, slots=True)
class FiscalYearEnd:
    value: Value[MonthDay] | None
    contradictions: list[Contradiction]


def read_fiscal_year_end(account: Account, documents: Sequence[Document], language: str) -> FiscalYearEnd:
    """The year-end by the best-ranked statement: filing, EDINET code list, the company's page, spoken words, notes,
    the year's halves and quarters; else, and against mere notes, the one the law sets for the account's legal form.

    Of one rank the latest document counts. A month without a day is the month's last day, check "computed".
    Statements of other months become contradictions. What our own side says of 当社 is left out; what it
    reports of the customer is a note.
    """
    statements = sorted(
        (s for document in documents for s in _statements(account, document)),
        key=lambda s: (s.rank, -s.on.toordinal(), s.day is None, s.citation.start),
    )
    by_law = year_end_by_law(account, documents)
    if not statements:
        return FiscalYearEnd(by_law, [])
    best = statements[0]
    if by_law is not None and best.rank >= _NOTE and best.month != by_law.value.month:
        return FiscalYearEnd(by_law, [])  # a note in passing was read of a term; the form leaves no choice
    dated = next((s for s in statements if s.month == best.month and s.day is not None), best)
    agreeing = [s for s in statements[1:] if s.month == best.month and s.document is not best.document]
    contradictions = []
    told: set[int] = {best.month}
    for other in statements[1:]:
        if other.month in told or other.rank >= _TERM or best.rank == other.rank == _FILING:
            continue
        told.add(other.month)
        if other.document is not best.document and not _OF_ANOTHER_TIME.search(other.citation.quote):
            contradictions.append(_contradiction(best, other, language))
    supporting = [best, *agreeing[:1]] if dated is best else [dated, best]
    asked = [s.question for s in supporting if s.question is not None]
    return FiscalYearEnd(_value(dated, [*(s.citation for s in supporting), *asked]), contradictions)


def _value(best: Statement, citations: list[Citation]) -> Value[MonthDay]:
    if best.day is not None:
        stated = [c.model_copy(update={"check": "value_matches"}) for c in citations]
        return Value[MonthDay](value=MonthDay(month=best.month, day=best.day), citations=stated)
    printed = re.search(
        rf"(?<!\d)0?{best.month}(?!\d)", fold(citations[0].quote).text
    )  # an April start or a month's name prints no 3
    month = Value[object](value=best.month, unit="月", citations=citations)
    if not printed:
        month = Value[object](value=best.words, citations=citations[:1])
    day = monthrange(2001, best.month)[1]  # an ordinary year: 28 February
    return Value[MonthDay](
        value=MonthDay(month=best.month, day=day),
        citations=citations,
        check="computed",
        derived=Derived(rule="last_day_of_month", inputs=[month]),
    )


def _statements(account: Account, document: Document) -> Iterator[Statement]:
    on = document.published or dt.date.min
    if is_row(document):
        yield from _of_register(document, on)
        return
    if document.kind in FILINGS:
        yield from _of_filing(
            document, document.period.end if document.period and document.period.end else on
        )
        return
    own_page = document.kind in _PAGES and _published_by(account, document)
    head = "\n".join(
        [document.title, *(document.text[b.start : b.end] for b in document.blocks[:_HEAD_BLOCKS])]
    )
    for index, block in enumerate(document.blocks):
        ours = _is_ours(account, block)
        for phrase, place, asked in _phrases(document, index, head):
            citation = cite(document, *place)
            if citation is None or not _about_account(account, document, citation, phrase):
                continue
            own_words = _OWN_WORDS.search(citation.quote) is not None
            if ours and own_words:
                continue  # our own year
            spoken = not ours and (block.speaker is not None or own_words)
            rank = _OWN_PAGE if own_page else _SPOKEN if spoken else _NOTE
            rank = _TERM if phrase.rule in _TERMS else rank
            said = block.spoken_on or on
            yield Statement(phrase.month, phrase.day, phrase.words, rank, document, citation, said, asked)


def _phrases(
    document: Document, index: int, head: str
) -> Iterator[tuple[YearEndPhrase, tuple[int, int], Citation | None]]:
    """Phrases of a block with their place in the document; of a row also with its cells kept apart; answers with their question."""
    block = document.blocks[index]
    text = document.text[block.start : block.end]
    if _HINT.search(text):
        for words in dict.fromkeys((text, text.replace("\t", "|"))):
            folded = fold(words)
            for phrase in year_end_phrases(folded.text, head):
                start, end = folded.original(phrase.start, phrase.end)
                yield phrase, (block.start + start, block.start + end), None
    before = document.blocks[index - 1] if index else None
    if before is None or before.speaker == block.speaker or block.kind is BlockKind.TABLE_ROW:
        return
    asked = cite_question(document, before)
    if asked is None:
        return
    said = block.cells[0].start if block.cells else block.start  # behind the speaker's name
    folded = fold(document.text[said : block.end])
    answer = year_end_answer(folded.text)
    if answer is not None:
        start, end = folded.original(answer.start, answer.end)
        yield answer, (said + start, said + end), asked
    elif is_agreed(folded.text):
        stated = fold(re.sub("[?？]|ですよね|ですか|, is that right", "。", asked.quote)).text
        for phrase in year_end_phrases(stated):
            yield phrase, (asked.start, asked.end), cite(document, said, said + 2)


def _of_register(document: Document, on: dt.date) -> Iterator[Statement]:
    words, stated = year_end_citation(document)
    phrase = next(year_end_phrases(f"{YEAR_END}は{fold(words).text}"), None)
    if phrase is not None and stated is not None:
        yield Statement(phrase.month, phrase.day, phrase.words, _REGISTER, document, stated, on)


def _of_filing(document: Document, on: dt.date) -> Iterator[Statement]:
    tagged = next((f for f in document.facts if f.element in _DEI_YEAR_END), None)
    expected = _month_day(tagged)
    if tagged is not None and expected is not None:
        for citation in cite_fact(document, tagged)[:1]:
            yield Statement(*expected, "", _FILING, document, citation, on)
            return
    if document.form == _FACTS_FORM:
        yield from _of_company_facts(document, on)
        return
    annual = document.kind is DocumentKind.ANNUAL_REPORT
    for phrase, start, end in _cover_phrases(document):
        if phrase.rule == "fiscal_year_period" and not annual and expected is None:
            continue
        if expected is not None and phrase.month != expected[0]:
            continue
        cover = cite(document, start, end)
        if cover is not None:
            yield Statement(phrase.month, phrase.day, phrase.words, _FILING, document, cover, on)
            return


def _of_company_facts(document: Document, on: dt.date) -> Iterator[Statement]:
    """The SEC's companyfacts print no cover: the row of a figure of the newest whole year, first and last day cited."""
    for fact in document.facts:
        if document.period is None or fact.context.period != document.period or fact.span is None:
            continue
        first, last = document.period
        line = document.text.rfind("\n", 0, fact.span.start) + 1
        words = f"{first}\t{last}"
        start = document.text.find(words, line, fact.span.start)
        cited = cite(document, start, start + len(words), "value_matches") if start >= 0 else None
        if last is not None and cited is not None:
            yield Statement(last.month, last.day, "", _FILING, document, cited, on)
            return


def _cover_phrases(document: Document) -> Iterator[tuple[YearEndPhrase, int, int]]:
    """Phrases on the cover, then in the table of 株式事務; with offsets in the document's text."""
    text = document.text
    places = [match.start() for match in re.finditer("事業年度", text[:_COVER])]
    share_office = text.rfind("株式事務の概要")
    if share_office >= 0:
        places.append(text.find("事業年度", share_office))
    windows = [(at, min(at + _WINDOW, len(text))) for at in places if at >= 0] + [(0, min(_COVER, len(text)))]
    for start, end in windows:
        folded = fold(text[start:end])
        for phrase in year_end_phrases(folded.text):
            first, last_ = folded.original(phrase.start, phrase.end)
            yield phrase, start + first, start + last_


def _month_day(fact: Fact | None) -> tuple[int, int] | None:
    match = _ISO_DAY.search(str(fact.value)) if fact is not None and fact.value else None
    return (int(match[2]), int(match[3])) if match else None


def _published_by(account: Account, document: Document) -> bool:
    publisher = document.filer.name if document.filer else ""
    return is_named_in(f"{document.title}\n{publisher}", account.name)


def _about_account(account: Account, document: Document, citation: Citation, phrase: YearEndPhrase) -> bool:
    """In published pages a period's name counts when the page is the account's or the sentence names it."""
    if document.kind not in _PAGES or _published_by(account, document):
        return True
    return phrase.rule not in ("period_name", "english_year_to") or is_named_in(citation.quote, account.name)


def _is_ours(account: Account, block: Block) -> bool:
    """Said by the vendor's side: by name, company or as the account's CSM."""
    if not block.speaker:
        return False
    label = re.sub("\\s", "", block.speaker)
    ours = [account.csm, account.vendor.name and parse_name(account.vendor.name).core, *account.vendor.people]
    return any(name and re.sub("\\s", "", name) in label for name in ours)


def _month_named(month: int, language: str) -> str:
    return f"{month}月" if language == "ja" else month_name[month]


def _contradiction(best: Statement, other: Statement, language: str) -> Contradiction:
    return Contradiction(
        text=message(
            "company.year_end_differs",
            language,
            a=_month_named(best.month, language),
            b=_month_named(other.month, language),
            first=best.citation.quote,
            second=other.citation.quote,
        ),
        a=best.citation,
        b=other.citation,
        preferred="a",
        why=message(
            f"company.why_year_end_{('filing', 'register', 'page', 'spoken', 'newer')[best.rank]}", language
        ),
    )
