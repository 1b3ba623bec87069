"""Pages about another body: topics where they name one of the account's people or a body that its notes speak of."""

from __future__ import annotations

import pytest

from agent.drafting.related_pages import topics_of_related_pages
from agent.models.account import Account
from agent.models.plan import KeyPerson
from connectors.interface import Document, RawSource
from connectors.registry import read_source

ACCOUNT = Account.model_validate(
    {
        "id": "A-1", "name": "Calderon Freight Ltd", "product": "Lantern Desk", "contract_start": "2026-01-01",
        "contract_end": "2026-12-31", "notice_days": 60, "csm": "Olivia Marsh", "as_of": "2026-10-05", "language": "en",
        "vendor": {"name": "Lantern Works", "people": []},
    }
)  # fmt: skip
PEOPLE = [KeyPerson.model_validate({"id": "kp-1", "name": "Hugo Brandt", "title": "Group CFO"})]
PAGE = (
    "<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>3 September 2026</p><p>{words}</p>"
    "</main></body></html>"
)


def _read(path: str, text: str) -> Document:
    (document,) = read_source(RawSource(path=path, data=text.encode("utf-8")))[0]
    return document


def _topics(title: str, words: str, *notes: str) -> list[str]:
    page = _read("news.html", PAGE.format(title=title, words=words))
    documents = [page, *(_read(f"note{at}.md", text) for at, text in enumerate(notes))]
    about = {page.source_id: "other"}
    return [claim.text for claim in topics_of_related_pages(ACCOUNT, documents, about, PEOPLE)]


def test_a_page_that_names_one_of_the_people_is_a_topic() -> None:
    words = "Orvald Holding will halve its applications by 2028, says Hugo Brandt, who leads the review of all units."
    assert _topics("Orvald halves its applications", words) == ["Orvald halves its applications"]


@pytest.mark.parametrize(("notes", "told"), [(2, True), (1, False)])
def test_a_body_that_several_notes_speak_of_is_of_the_circle(notes: int, told: bool) -> None:
    texts = ["# Call\n\nOrvald decides above 50k.", "# Visit\n\nThe people from Orvald come in June."][:notes]
    assert (
        bool(_topics("Orvald halves its applications", "All units of the group are reviewed.", *texts))
        is told
    )


def test_a_page_of_strangers_is_none() -> None:
    assert not _topics(
        "Tarnow Foods opens a plant", "The plant has ninety people and a new line.", "# Call\n\nAll well."
    )
