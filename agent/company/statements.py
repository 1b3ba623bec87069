"""Business, policies, issues, risks, market and competitors as a filing states them in its own sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.company.excerpts import (
    Heading,
    Sentence,
    best,
    claims,
    fact,
    headings,
    pest_of,
    section_sentences,
)
from agent.company.sections import section
from agent.evidence.cite import cite
from agent.models.evidence import Claim
from connectors.interface import Document, DocumentKind, Span

_LIMITS = {"business": 5, "policies": 8, "issues": 10, "risks": 12, "market": 8, "competitors": 4}
_RIGHT_BELOW = 5
"""Characters, line ends, between a heading and the next one where nothing stands below it but that."""
_ISSUE_HEAD = re.compile("課題|取り?組|施策|対応|challenge|issue", re.IGNORECASE)
_POLICY_HEAD = re.compile(
    "方針|理念|戦略|計画|目標|ビジョン|指標|ミッション|パーパス|strateg|vision|polic", re.IGNORECASE
)
_MARKET_HEAD = re.compile(
    "(?:経営|事業|市場|外部|競争|経済)環境|市場|動向|マクロ|業界|market|environment|trend", re.IGNORECASE
)
_RISK_FRAME = re.compile(
    "リスク(?:マネジメント|管理|マップ|の(?:管理|把握|評価|特定))|事業等のリスク$|体制$|プロセス$|^リスク$|主要なリスク$|^(?:注|対応策)|risk factors$",
    re.IGNORECASE,
)
_RISK_SENTENCE = re.compile(
    "可能性があります|おそれがあります|恐れがあります|影響を(?:及ぼ|与え|受け)|could |may "
)


@dataclass
class Statements:
    business: list[Claim] = field(default_factory=list)
    policies: list[Claim] = field(default_factory=list)
    issues: list[Claim] = field(default_factory=list)
    disclosed_risks: list[Claim] = field(default_factory=list)
    market: list[Claim] = field(default_factory=list)
    competitors: list[Claim] = field(default_factory=list)


def read_statements(filings: Sequence[Document]) -> Statements:
    """Each list from the newest filing that has it, best first, bounded, as facts with their sentences cited.

    Annual and half-year reports and earnings summaries are read; risks are the headings of 事業等のリスク with the
    sentence that explains them, issues and policies are sentences chosen by the words in excerpts.toml.
    """
    found = Statements()
    for document in filings:
        if document.kind is DocumentKind.FORECAST_REVISION:
            continue
        found.business = found.business or _business(document)
        found.disclosed_risks = found.disclosed_risks or risk_claims(document)
        policy = _sentences(document, "policy")
        analysis = _sentences(document, "analysis")
        outlook = policy or _outlook(document, analysis)
        found.issues = found.issues or _issues(document, policy or (analysis if outlook else []))
        found.policies = found.policies or _policies(document, outlook)
        found.market = found.market or _market(document, [*policy, *analysis])
        found.competitors = found.competitors or _competitors(document, policy)
        if found.business and found.issues and found.disclosed_risks:
            break
    return found


def _outlook(document: Document, analysis: Sequence[Sentence]) -> list[Sentence]:
    """Where a Form 10-K, which has no section for it, tells what its company aims at: Items 1 and 7."""
    if document.language != "en" or document.kind is not DocumentKind.ANNUAL_REPORT:
        return []
    return [*_sentences(document, "business"), *analysis]


def _sentences(document: Document, name: str) -> list[Sentence]:
    span = section(document, name)
    return list(section_sentences(document, span)) if span is not None else []


def _business(document: Document) -> list[Claim]:
    found = _sentences(document, "business")
    chosen = best(found, ("trade", "own", "field"), least=3, limit=_LIMITS["business"])
    return claims(document, "business", sorted(chosen, key=lambda s: s.span.start))


def _issues(document: Document, policy: Sequence[Sentence]) -> list[Claim]:
    """Headings below 対処すべき課題 with their first sentence, then the sentences that speak of an issue most."""
    words = ("issue", "need", "field")
    under = [s for s in policy if s.head is not None and _ISSUE_HEAD.search(s.head)]
    rest = [
        s
        for s in policy
        if s.head is None or not (_POLICY_HEAD.search(s.head) or _MARKET_HEAD.search(s.head))
    ]
    made = _headed(document, "issue", _issue_headings(document), policy)[: _LIMITS["issues"] - 4]
    chosen = best(under, words, least=2, limit=_LIMITS["issues"])
    if len(chosen) + len(made) < 3:
        others = [s for s in (rest or policy) if s not in under]
        chosen += best(others, words, least=3, limit=_LIMITS["issues"])
    sentences = claims(document, "issue", chosen, first=len(made) + 1)
    return [*made, *sentences][: _LIMITS["issues"]]


def _issue_headings(document: Document) -> list[Heading]:
    span = section(document, "policy")
    found: list[Heading] = []
    above: int | None = None
    for heading in headings(document, span) if span is not None else ():
        if above is not None and heading.level > above:
            found.append(heading)
        else:
            above = heading.level if "課題" in heading.text else None
    return found


def _headed(
    document: Document, prefix: str, found: Sequence[Heading], sentences: Sequence[Sentence]
) -> list[Claim]:
    """A fact per heading that has a sentence of its own below it: the words of both, both cited.

    A heading right above another one is the title of those below and says nothing alone.
    """
    made: list[Claim] = []
    for place, heading in enumerate(found):
        cited = cite(document, *heading.span)
        following = found[place + 1].span.start if place + 1 < len(found) else None
        explained = _first_after(sentences, heading.span, following)
        below = cite(document, *explained.span) if explained is not None else None
        if cited is None or (following is not None and _is_title_of(heading, found[place + 1], explained)):
            continue
        if explained is not None and below is not None:
            words = f"{heading.text}{': ' if heading.text.isascii() else '：'}{explained.text}"
            made.append(fact(f"{prefix}-{len(made) + 1}", words, [cited, below], document))
        elif prefix == "risk":
            made.append(fact(f"{prefix}-{len(made) + 1}", heading.text, [cited], document))
    return made


def _is_title_of(heading: Heading, following: Heading, explained: Sentence | None) -> bool:
    return explained is None and following.span.start - heading.span.end < _RIGHT_BELOW


def _policies(document: Document, policy: Sequence[Sentence]) -> list[Claim]:
    under = [s for s in policy if s.head is not None and _POLICY_HEAD.search(s.head)]
    chosen = best(under or policy, ("aim", "need", "field"), least=3, limit=_LIMITS["policies"])
    return claims(document, "policy", chosen)


def _market(document: Document, found: Sequence[Sentence]) -> list[Claim]:
    under = [s for s in found if s.head is not None and _MARKET_HEAD.search(s.head)]
    chosen = best([*under, *found], ("market", "field"), least=3, limit=_LIMITS["market"])
    made = claims(document, "market", chosen)
    for claim in made:
        if (aspect := pest_of(claim.text)) is not None:
            claim.__pydantic_extra__ = {**(claim.__pydantic_extra__ or {}), "pest": aspect}
    return made


def _competitors(document: Document, policy: Sequence[Sentence]) -> list[Claim]:
    found = [*policy, *_sentences(document, "risks")]
    return claims(document, "competitor", best(found, ("rival",), least=3, limit=_LIMITS["competitors"]))


def risk_claims(document: Document) -> list[Claim]:
    """事業等のリスク: its headings with the sentence below each; without headings its own risk sentences."""
    span = section(document, "risks")
    if span is None:
        return []
    found = list(section_sentences(document, span))
    heads = [heading for heading in headings(document, span) if not _RISK_FRAME.search(heading.text)]
    numbered = [heading for heading in heads if not heading.bullet]
    made = _headed(document, "risk", numbered if len(numbered) >= 3 else heads, found)
    if len(made) >= 2:
        return made[: _LIMITS["risks"]]
    telling = [s for s in found if _RISK_SENTENCE.search(s.text)]
    return claims(document, "risk", telling[: _LIMITS["risks"]])


def _first_after(found: Sequence[Sentence], place: Span, until: int | None) -> Sentence | None:
    """The first sentence below a heading, not beyond the next one."""
    end = min(place.end + 400, until if until is not None else place.end + 400)
    return next((s for s in found if place.end <= s.span.start < end), None)
