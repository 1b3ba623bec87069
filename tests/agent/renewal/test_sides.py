from __future__ import annotations

from types import SimpleNamespace

import pytest

from agent.renewal.sides import Sides


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("野々村 遥(道標テック)", "us"),
        ("当社 戸張", "us"),
        ("弊社", "us"),
        ("椎名係長", "customer"),
        ("熊倉", "customer"),
        ("先方", "customer"),
        ("柳原", None),
        ("", None),
        (None, None),
        ("熊倉・野々村", None),
    ],
)
def test_side_of_a_label(japanese: SimpleNamespace, label: str | None, side: str | None) -> None:
    assert japanese.sides.of(label) == side


def test_shorthand_of_one_letter_is_a_colleague_only_where_one_name_fits(japanese: SimpleNamespace) -> None:
    assert japanese.sides.of_initial("野") == "us"
    assert japanese.sides.of_initial("熊") == "customer"
    assert japanese.sides.of_initial("山") is None


def test_the_longest_name_in_a_sentence_is_the_person(japanese: SimpleNamespace) -> None:
    assert japanese.sides.person("熊倉部長が常務会に上げる").name == "熊倉"
    assert japanese.sides.person("だれもいない") is None


def test_latin_names_match_whole_words(english: SimpleNamespace) -> None:
    assert english.sides.person("Hugo said so").name == "Hugo Brandt"
    assert english.sides.person("Hugon said so") is None


def test_a_family_name_of_a_customer_on_our_list_is_not_ours() -> None:
    account = SimpleNamespace(
        vendor=SimpleNamespace(people=["Ada Loft"], name=None), csm="Ada Loft", product=None
    )
    who = SimpleNamespace(
        people=[SimpleNamespace(name="Mio Sakaki", aliases=["Sakaki"])], vendor_people=["Ada Loft", "Sakaki"]
    )
    sides = Sides(account, who)  # type: ignore[arg-type]
    assert (sides.of("Mio Sakaki"), sides.of("Ada Loft")) == ("customer", "us")
