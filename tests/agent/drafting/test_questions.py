from __future__ import annotations

import pytest

from agent.drafting.fields import FIELDS
from agent.drafting.questions import question_for, question_kinds
from agent.messages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted({field.kind for field in FIELDS}))
def test_every_kind_of_field_has_a_question_in_three_degrees(kind: str, language: str) -> None:
    question, ask, forms = question_for(kind, language, subject="XYZ")
    wordings = {forms.close, forms.normal, forms.distant}
    assert len(wordings) == 3
    assert question
    assert ask
    assert not any("{" in words for words in {question, *wordings})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_names_its_subject(language: str) -> None:
    question, _, forms = question_for("goal_due", language, subject="A-1")
    assert all("A-1" in words for words in (question, forms.close, forms.normal, forms.distant))


def test_without_a_subject_a_neutral_word_stands_there() -> None:
    assert "この件" in question_for("goal_due", "ja")[0]


def test_an_unknown_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        question_for("no_such_kind", "ja")


def test_both_languages_ask_about_the_same_kinds() -> None:
    assert question_kinds("ja") == question_kinds("en")
