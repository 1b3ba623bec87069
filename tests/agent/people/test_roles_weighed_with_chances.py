"""What chances of roles and stances may overrule, and what they never do without a sentence that shows it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from agent.models.plan import Role
from agent.people.deciding.buyer import Candidate
from agent.people.evidence_of_roles import Shown
from agent.people.likely_roles import WEIGHTS, RoleChances, Seen, Told, features_of, role_chances, weigh
from agent.people.refs import FIRST_MARK, Ref
from agent.people.roles import Standing
from agent.people.statements import Statement
from agent.people.types import Side
from agent.sentence_kinds import Sentence
from agent.sentence_kinds.chances import load

A = chr(FIRST_MARK)
ROLES: tuple[Role, ...] = ("economic_buyer", "champion", "influencer", "user", "blocker", "unknown")
STANCES = ("推進", "中立", "慎重", "反対", "不明")


def said(text: str, number: int = 0, directness: float = 2.0) -> Statement:
    ref = Ref("person", number)
    return Statement(
        0, 0, 0, len(text), text, (ref,), None, None, Side.UNKNOWN, None, directness, False, False, False
    )


def told(text: str, number: int = 0, **kinds: float) -> Told:
    chances = {name.replace("_plus", ":+").replace("_minus", ":-"): value for name, value in kinds.items()}
    return Told(said(text, number), Sentence(text.replace(A, "彼")), chances, far=1.0, at=(0,))


def seen(
    number: int = 0, role: Role = "unknown", plain: float = 0.0, *beside: Told, likely: bool = False
) -> Seen:
    key = ("person", number)
    signs = [Shown(Ref(*key), role, plain, said(f"{A}が決める", number), plain)] if plain else []
    hint = [Shown(Ref(*key), "economic_buyer", 0.5, said(f"{A}の判", number), 0.4)] if likely else []
    return Seen(Candidate(key), Standing(role=role, shown=signs), list(beside), hint)


def chances(**given: float) -> RoleChances:
    return RoleChances(
        {role: given.get(role, 0.05) for role in ROLES},
        {stance: given.get(stance, 0.5 if stance == "不明" else 0.05) for stance in STANCES},
    )


def roles(people: list[Seen], likely: list[RoleChances]) -> list[Role]:
    weighed = weigh(people, likely)
    return [weighed[one.key].standing.role for one in people]


def test_nobody_is_read_where_nobody_is() -> None:
    assert weigh([], []) == {}


@pytest.mark.parametrize(
    ("person", "chance", "role"),
    [
        (seen(0, "economic_buyer", 1.0), 0.4, "economic_buyer"),  # rule and chance agree
        (
            seen(0, "economic_buyer", 1.0),
            0.1,
            "influencer",
        ),  # a hint of a rule that the words around do not bear out
        (seen(0, "economic_buyer", 3.0), 0.1, "economic_buyer"),  # said in plain words
        (seen(0, "economic_buyer", 3.0), 0.01, "influencer"),
        (seen(0, likely=True), 0.6, "economic_buyer"),  # named by chance, with a sentence
        (seen(0), 0.9, "influencer"),  # and never without one
        (seen(0, likely=True), 0.4, "influencer"),
    ],
)
def test_the_economic_buyer(person: Seen, chance: float, role: Role) -> None:
    assert roles([person], [chances(economic_buyer=chance, influencer=0.3)]) == [role]


def test_a_rule_for_who_decides_is_not_believed_far_behind_another() -> None:
    people = [seen(0, "economic_buyer", 3.0), seen(1, likely=True)]
    assert (
        roles(people, [chances(economic_buyer=0.1, champion=0.1), chances(economic_buyer=0.9)])[1]
        == "economic_buyer"
    )
    assert roles(people, [chances(economic_buyer=0.3), chances(economic_buyer=0.9)])[1] == "economic_buyer"
    assert roles(people, [chances(economic_buyer=0.6), chances(economic_buyer=0.9)])[0] == "economic_buyer"


def test_of_two_near_each_other_nobody_is_named() -> None:
    people = [seen(0, likely=True), seen(1, likely=True)]
    assert "economic_buyer" not in roles(people, [chances(economic_buyer=0.7), chances(economic_buyer=0.65)])
    assert roles(people, [chances(economic_buyer=0.7), chances(economic_buyer=0.4)])[0] == "economic_buyer"


def test_one_champion_and_only_with_a_sentence() -> None:
    shown = told(f"{A}さんが社内に広めてくれた", 0, champion=0.8)
    also = told(f"{A}さんも勧めている", 1, champion=0.6)
    both = [seen(0, "unknown", 0.0, shown), seen(1, "unknown", 0.0, also)]
    assert roles(both, [chances(champion=0.7, user=0.3), chances(champion=0.6, user=0.3)]) == [
        "champion",
        "user",
    ]
    assert roles([seen(0)], [chances(champion=0.7, user=0.3)]) == ["user"]


def test_the_likeliest_drives_though_another_role_is_likelier_for_them() -> None:
    people = [
        seen(number, "unknown", 0.0, told(f"{A}さんが社内に広めてくれた", number, champion=0.8))
        for number in range(2)
    ]
    assert roles(people, [chances(champion=0.3, user=0.6), chances(champion=0.28, user=0.1)])[0] == "champion"
    assert roles(people[:1], [chances(champion=0.15, user=0.1)]) == ["user"]


def test_what_a_likely_driver_does_is_cited_where_nobody_says_that_they_drive() -> None:
    does = seen(0, "unknown", 0.0, told(f"{A}さんが名簿を20日までに作る", 0, commit_them=0.9))
    asks = seen(0, "unknown", 0.0, told(f"{A}さんが名簿を作ってくれますか", 0, commit_them=0.9))
    assert roles([does], [chances(champion=0.7, user=0.3)]) == ["user"]  # met once
    does.candidate.contacts = asks.candidate.contacts = 3
    assert roles([does], [chances(champion=0.7, user=0.3)]) == ["champion"]
    assert roles([does], [chances(champion=0.3, user=0.2)]) == ["user"]
    assert roles([asks], [chances(champion=0.7, user=0.3)]) == ["user"]


def test_who_has_left_has_no_part() -> None:
    gone = seen(0)
    gone.status = "left"
    assert roles([gone], [chances(influencer=0.8)]) == ["unknown"]


def test_whom_plain_words_call_the_champion_stays_it_where_the_chances_allow() -> None:
    said = seen(0, "champion", 3.0, told(f"推進役は{A}さん", 0, champion=0.3))
    other = seen(1, "unknown", 0.0, told(f"{A}さんも勧めている", 1, champion=0.9))
    assert roles([said, other], [chances(champion=0.55, user=0.6), chances(champion=0.6)])[0] == "champion"
    assert roles([said, other], [chances(champion=0.05, user=0.3), chances(champion=0.6)])[1] == "champion"


@pytest.mark.parametrize(
    "words", ["さんに旗を振ってほしい", "さんが広めてくれますか", "さんに広めていただきたい"]
)
def test_wishes_and_questions_show_no_champion(words: str) -> None:
    person = seen(0, "unknown", 0.0, told(A + words, 0, champion=0.9))
    assert roles([person], [chances(champion=0.9, influencer=0.3)]) == ["influencer"]


def test_a_stance_needs_a_sentence_and_is_cited() -> None:
    warm = seen(0, "unknown", 0.0, told(f"{A}さんは大満足", 0, stance_plus=0.7))
    cold = seen(1)
    weighed = weigh([warm, cold], [chances(推進=0.8), chances(反対=0.8)])
    assert weighed[warm.key].stance[0] == "推進"
    assert weighed[warm.key].stance[1] is warm.told[0].statement
    assert weighed[cold.key].stance == ("不明", None)


def test_a_likely_stance_is_shown_by_what_is_done_or_feared() -> None:
    doubts = seen(0, "unknown", 0.0, told(f"{A}さんは値段に見合うかを書面で求めた", 0, persona=0.9))
    silent = seen(1, "unknown", 0.0, told(f"{A}さんは席を外した", 1))
    weighed = weigh([doubts, silent], [chances(慎重=0.6, 不明=0.2), chances(慎重=0.6, 不明=0.2)])
    assert weighed[doubts.key].stance == ("慎重", doubts.told[0].statement)
    assert weighed[silent.key].stance == ("不明", None)


def test_a_body_neither_champions_nor_uses() -> None:
    body = Seen(Candidate(("body", 0)), Standing())
    assert roles([body], [chances(champion=0.9, user=0.8, influencer=0.2)]) == ["influencer"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_shipped_weights_know_every_role_and_stance(language: str) -> None:
    weights = load(language, WEIGHTS)
    assert set(weights.kinds) == {f"role {r}" for r in ROLES} | {f"stance {s}" for s in STANCES}
    assert weights.table.shape == (len(weights.rows), len(weights.kinds))
    assert np.isfinite(weights.table).all()


def test_words_of_deciding_raise_the_chance_of_deciding() -> None:
    decides = seen(0, "unknown", 0.0, told(f"{A}の決裁がないと更新できない", 0, decider=0.9), likely=True)
    chats = seen(0, "unknown", 0.0, told(f"{A}と天気の話", 0))
    one, other = (role_chances([person], "ja")[0].roles["economic_buyer"] for person in (decides, chats))
    assert one > 2 * other


def test_features_hold_no_name_and_compare_candidates() -> None:
    first = seen(0, "unknown", 0.0, told(f"{A}の決裁", 0, decider=0.9))
    second = seen(1, "unknown", 0.0, told(f"{A}の机", 1, decider=0.2))
    one, two = features_of([first, second], "ja")
    assert one["%leads linked decider"] == 1.0
    assert "%leads linked decider" not in two
    assert not any(A in name for name in [*one, *two])


def test_who_was_never_heard_stands_nowhere_on_others_guesses() -> None:
    guessed = seen(0, "unknown", 0.0, told(f"{A}さんは大満足", 0, stance_plus=0.7))
    line = told(f"{A}さんは大満足", 1, stance_plus=0.7)
    line = replace(line, statement=replace(line.statement, quoted=((0, 3, 1),)))
    quoted = seen(1, "unknown", 0.0, line)
    for one in (guessed, quoted):
        one.stance, one.stance_shown = "推進", one.told[0].statement
    likely = chances(推進=0.4, 不明=0.5)
    weighed = weigh([guessed, quoted], [likely, likely])
    assert weighed[guessed.key].stance == ("不明", None)
    assert weighed[quoted.key].stance[0] == "推進"
