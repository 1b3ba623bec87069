"""Goals of the generator (evals/goal_forms.py) with their loose words, source and review marked: what the review must
read right by its invariants, the weights are fitted on too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evals.goal_forms import AS_OF, CONTRACT_END, CUSTOMER_MONTH, VENDOR_MONTH, Form, forms

MARKED_PARTS = ("vague", "method", "review")
"""What a generated goal's words are marked for; the weights of other labels are not fitted on it."""
COUNT, SEED = 2_400, 41
EVERY = 12
"""Of the goals without a loose word, one in so many is taken."""


def generated_items(language: str) -> Iterator[dict[str, Any]]:
    """The goals, in the form of the labelled ones but with these labels alone."""
    for number, form in enumerate(forms(COUNT, SEED)):
        if number % EVERY and not (form.degree or form.intro or form.second or form.alone):
            continue
        text = form.text(language)
        spans = [span for label, words in _parts(form, language) if (span := _span(text, label, words))]
        yield {
            "id": f"generated-{language}-{number:04}",
            "lang": language,
            "kind": form.kind,
            "text": text,
            "context": {
                "as_of": AS_OF.isoformat(),
                "customer_fiscal_year_end_month": CUSTOMER_MONTH,
                "vendor_fiscal_year_end_month": VENDOR_MONTH,
                "contract_end": CONTRACT_END.isoformat(),
                "purchase_promise": None,
            },
            "labels": {},
            "spans": spans,
        }


def _parts(form: Form, language: str) -> Iterator[tuple[str, str]]:
    """Label and words; what only introduces a figure is not loose."""
    if "S" in form.expected:
        for part in (form.degree, form.second, form.alone):
            if part is not None:
                yield "vague", part.of(language)
    for label, part in (("method", form.method), ("review", form.review)):
        if part is not None:
            yield label, part.of(language)


def _span(text: str, label: str, words: str) -> dict[str, Any] | None:
    start = text.lower().find(words.lower())
    if start < 0:
        return None
    return {"label": label, "start": start, "end": start + len(words), "text": words}
