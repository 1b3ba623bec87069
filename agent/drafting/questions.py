"""The question for an empty slot, in words a CSM can use: who can know, and how to ask by closeness."""

from __future__ import annotations

from agent.messages import catalogue, text
from agent.models.evidence import QuestionForms

AREA = "questions"


def question_for(field_kind: str, language: str, **context: str) -> tuple[str, str, QuestionForms]:
    """`(question, ask, forms)` for a kind of field (drafting/fields.py) in "ja" or "en".

    `question` is short and neutral for a list, `ask` says who can know, `forms` words it for somebody close,
    normal and distant. `subject` in the context is what the question is about (a goal's statement, a person's
    name); without it a neutral word stands there. Raises KeyError for a kind without a question.
    """
    subject = context.get("subject") or text(f"{AREA}.this", language)
    question, ask, close, normal, distant = (
        text(f"{AREA}.{field_kind}.{part}", language, subject=subject)
        for part in ("question", "ask", "close", "normal", "distant")
    )
    return question, ask, QuestionForms(close=close, normal=normal, distant=distant)


def question_kinds(language: str) -> frozenset[str]:
    """Kinds of fields there is a question for."""
    return frozenset(key.rpartition(".")[0] for key in catalogue(language, AREA)) - {""}
