"""A year-end told in answer to a question: 「決算は何月ですか」 「6月です」, "When does your year close?" "End of June."."""

from __future__ import annotations

import re

from agent.company.fiscal_year_rules import YearEndPhrase, answered_month
from agent.evidence.cite import cite
from agent.models.evidence import Citation
from connectors.interface import Block, Document

_QUESTION = re.compile(
    r"(?:決算|期末|年度末|会計年度|事業年度|期の(?:終わり|締め)|年度の(?:終わり|締め))[^。?？]{0,14}(?:何月|いつ|ですか|でしょうか|時期|教えて|伺)"
    r"|何月(?:が|に)?(?:決算|期末|締め)"
    r"|\b(?:when|what month|which month)\b[^.?]{0,30}\b(?:(?:fiscal|financial|budget|accounting|your|the|company|books?) ?year|books)\b[^.?]{0,20}\b(?:end|close|finish|shut)"
    r"|\b(?:when is|what is|what's|when's) (?:your|the) (?:fiscal |financial )?year[ -]end"
    r"|[^。?？]{0,8}(?:決算|期末|年度末|締め)[^。?？]{0,10}(?:ですよね|でしたよね|で合って|でよろしい|ですか)"
    r"|[^.?]{0,20}\byear[ -]end\b[^.?]{0,30}\?",
    re.IGNORECASE,
)
_OTHER = re.compile(r"発表|説明会|短信|公告|見込|セール")
_LONGEST = 120
_AGREES = re.compile(
    r"(?:はい|ええ|そうです|その通り|おっしゃる通り|yes|that's right|that is right|correct|right|exactly)(?=$|[、。,.! ])(?!.{0,6}(?:違|but|not))",
    re.IGNORECASE,
)


def cite_question(document: Document, block: Block) -> Citation | None:
    """The quote of a question for the customer's year-end; None where the block asks for something else."""
    text = document.text[block.start : block.end]
    found = _QUESTION.search(text) if len(text) <= _LONGEST else None
    if found is None or _OTHER.search(text):
        return None
    return cite(document, block.start + found.start(), block.start + found.end())


def year_end_answer(folded: str) -> YearEndPhrase | None:
    """The month an answer begins with ("はい、6月です", "End of June")."""
    return answered_month(folded)


def is_agreed(folded: str) -> bool:
    """The answer agrees with what the question says (「はい」, "That's right")."""
    return _AGREES.match(folded) is not None
