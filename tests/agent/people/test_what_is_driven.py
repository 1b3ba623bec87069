"""What is pushed must be ours, what is blocked blocks nobody, and who says "I" is meant by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from agent.people import PeopleReading
from agent.people.claims.aimed import aims_elsewhere
from agent.people.claims.read import claims_of
from agent.people.names import split_name

Read = Callable[..., PeopleReading]
P, Q = "\ue000", "\ue001"


def _drives(line: str, product: str = "Soyogi") -> bool:
    marked = line.replace("{P}", P).replace("{Q}", Q)
    return any(
        c.shows == "champion" and not c.denied and not aims_elsewhere(marked, c, [product])
        for c in claims_of(marked, frozenset([P, Q]))
    )


@pytest.mark.parametrize(
    ("line", "drives"),
    [
        ("{P} said the launch has been pushed into the spring.", False),
        ("The pilot was pushed to April, says {P}.", False),
        ("{P} is pushing their scheduling add-on.", False),
        ("{P} is pushing for a bigger rebate.", False),
        ("{P} is a big fan of Rotamaster.", False),
        ("{P} is keen on Rotamaster.", False),
        ("{P} is a big fan of Soyogi.", True),
        ("{P} pushed for the renewal at the board.", True),
        ("{P} is pushing it to the other plants.", True),
        ("{P}はシフトマックスを推している。", False),
        ("{P}は競合の製品を推している。", False),
        ("{P}は他社の売り込みを断って、うちを推してくれている。", True),
        ("{P}は会議のたびに推してくれる。", True),
        ("{P} will write the business case.", True),
        ("{P}が稟議を書きます。", True),
    ],
)
def test_what_is_driven_is_ours(line: str, drives: bool) -> None:
    assert _drives(line) is drives


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        ("{P} said the import job is still blocked.", None),
        ("{P} reports that the order was held again.", None),
        ("The roll-out was blocked by {P}.", P),
        ("{P} blocked the roll-out.", P),
    ],
)
def test_what_is_blocked_blocks_nobody(line: str, blocks: str | None) -> None:
    found = [c.mark for c in claims_of(line.replace("{P}", P)) if c.shows == "blocker" and not c.denied]
    assert found == ([blocks] if blocks else [])


@pytest.mark.parametrize("words", ["矢野までは", "矢野よりは", "矢野から", "矢野だけが"])
def test_particles_are_no_given_name(words: str) -> None:
    assert split_name(words) is None


def _people(read: Read, text: str, **account: Any) -> dict[str, Any]:
    return {p.name: p for p in read({"n.md": text}, **account).people}


def test_people_listed_under_a_third_house_are_outsiders(read: Read) -> None:
    people = _people(
        read,
        "# 定例 2026年9月24日\n- 出席者\n  - ヤマネ製作: 野田部長(製造部)、内藤様(製造部)\n  - ソフトリンクス: 堺様(PMO)\n  - 当社: 江崎\n\n"
        "- 野田部長「ソフトリンクスの堺さんが推しているだけで、うちは考えていません」\n- 内藤様は毎日使っている。\n",
    )
    assert set(people) == {"野田", "内藤"}


def test_who_says_i_explains_to_the_other(read: Read) -> None:
    people = _people(
        read,
        "# 定例 2026年9月24日\n先方：野田部長、唐沢常務\n当社：江崎\n\n- 野田部長は「替えるつもりはない。常務には私から説明する」とのこと。\n",
    )
    assert people["野田"].stance == "推進"
    assert people["唐沢"].stance == "不明"


ENGLISH: dict[str, Any] = {"name": "Hart & Dale Freight Ltd", "csm": "Emi Esaki", "language": "en"}


def test_systems_gone_over_to_met_and_the_house_behind_a_post(read: Read) -> None:
    people = _people(
        read,
        "# Review 2026-09-24\n\nAttendees: Helen Marsh (Operations Manager, Hart & Dale), Tom Birch (IT Integration Lead, Hart & Dale), Emi Esaki (us)\n\n"
        "- Helen said they moved from Oldham to Brill Yonder for WMS.\n"
        "- Ruth Ames (CFO) signs the renewal. She has met us twice.\n- Tom has not met us with Ruth's team.\n",
        **ENGLISH,
    )
    assert "Brill Yonder" not in people
    assert people["Tom Birch"].department != "Hart & Dale"
    assert people["Ruth Ames"].engagement.current == "in contact (no date given)"
