"""The map: power from the role, boxes that never overlap, text that never becomes markup."""

from __future__ import annotations

import itertools
import re
from xml.etree import ElementTree

import pytest

from agent.models.plan import KeyPerson, Role
from agent.people.stakeholder_map import build_map
from agent.people.stakeholder_svg import BOX_H, BOX_W, draw

_ROLES: list[Role] = ["economic_buyer", "champion", "influencer", "blocker", "user", "unknown"]


def people(count: int) -> list[KeyPerson]:
    return [
        KeyPerson(id=f"kp-{n:02d}", name=f"山田{n}", title="部長" if n % 2 else None, department=f"第{n % 4}部", role=_ROLES[n % 6], our_contact="江崎" if n % 3 else None)
        for n in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("count", [0, 1, 5, 20, 40])
def test_boxes_do_not_overlap_and_stay_inside(count: int) -> None:
    root = ElementTree.fromstring(draw(build_map(people(count)), "ja"))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    boxes = [
        (float(r.attrib["x"]), float(r.attrib["y"]))
        for r in root.iter("{http://www.w3.org/2000/svg}rect")
        if r.attrib.get("width") == str(BOX_W)
    ]
    assert len(boxes) == count
    for (x1, y1), (x2, y2) in itertools.combinations(boxes, 2):
        assert abs(x1 - x2) >= BOX_W or abs(y1 - y2) >= BOX_H
    assert all(x + BOX_W <= width and y + BOX_H <= height for x, y in boxes)


def test_power_follows_the_role() -> None:
    tiers = {n.role: n.tier for n in build_map(people(6)).nodes}
    assert tiers["economic_buyer"] == "decides"
    assert tiers["champion"] == tiers["blocker"] == tiers["influencer"] == "influences"
    assert (tiers["user"], tiers["unknown"]) == ("uses", "unclear")


def test_links_stand_only_where_an_entry_states_them() -> None:
    boss, clerk = people(2)
    stated = build_map(
        [
            boss,
            clerk.model_copy(update={"reports_to": boss.name}),
            people(3)[2].model_copy(update={"reports_to": "誰か"}),
        ]
    )
    assert [(x.source, x.target) for x in stated.links if x.kind == "reports_to"] == [(clerk.id, boss.id)]
    assert stated.ours == ("江崎",)


def test_names_are_text_not_markup() -> None:
    hostile = KeyPerson(id="kp-01", name='<script>alert("x")</script>&', title="</svg>")
    drawing = draw(build_map([hostile]), "en")
    assert "<script" not in drawing
    assert ElementTree.fromstring(drawing) is not None
    assert len(re.findall("</svg>", drawing)) == 1


def test_both_languages_draw() -> None:
    nodes = build_map(people(7))
    assert "economic buyer" in draw(nodes, "en")
    assert "決裁者" in draw(nodes, "ja")
