"""Contradictions by kind: fewer than said, counted again, goals changed, minds corrected, year-ends, moved events."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.contradictions import said as statements
from agent.drafting.notes.contradictions.beside import Beside
from agent.drafting.notes.contradictions.coverage import fewer_than_said
from agent.drafting.notes.contradictions.dates import disputed_dates, year_end_month
from agent.drafting.notes.contradictions.goal_changes import changed_goals
from agent.drafting.notes.contradictions.recounts import recounts
from agent.drafting.notes.contradictions.said import Said
from agent.drafting.notes.contradictions.stances import corrected_stances
from agent.drafting.notes.contradictions.taken_back import moved, taken_back
from agent.models.account import Account
from agent.models.plan import KeyPerson
from agent.people.types import PeopleReading
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from connectors.interface import RawSource
from connectors.registry import read_source

AS_OF = dt.date(2026, 11, 20)
ACCOUNT = Account.model_validate({"id": "X", "name": "株式会社こぶし", "as_of": "2026-11-20"})
PEOPLE = [
    KeyPerson.model_validate({"id": name, "name": name, "kind": "person", "role": "user", "citations": []})
    for name in ("鵜沼", "Keziah Marlow")
]


def _said(*files: tuple[str, str]) -> list[Said]:
    documents = [d for path, text in files for d in read_source(RawSource(path, text.encode()))[0]]
    return statements.testimony(read_remarks(documents, Sides(ACCOUNT, PeopleReading())), AS_OF)


def _two(before: str, after: str) -> list[Said]:
    return _said(
        ("memo.md", f"# 打合せ 2026-06-10\n\n- {before}\n"),
        ("note.md", f"# 打合せ 2026-09-10\n\n- {after}\n"),
    )


def _quotes(pairs: object) -> list[tuple[str, str]]:
    return [(p.a.text.removeprefix("- "), p.b.text.removeprefix("- ")) for p in pairs]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("課長は「12拠点ともつながっています」と言う", "管理画面で動いているのは8"),
        ("係長は上に「8割は開かれている」と報告している", "でもうちの画面では資料60本中22本"),
        ("所長さんは全営業所と言っていましたが", "使っているのは本社だけです"),
        ('Dock lead: "everybody is on it"', "Our console has 14 of 31 with a scan in June"),
    ],
)
def test_a_lower_count_behind_a_claim_of_all(claim: str, count: str) -> None:
    assert _quotes(fewer_than_said(_said(("memo.md", f"- {claim}\n- {count}\n")))) == [(claim, count)]


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("全営業所で使えるようにする", "いま使っているのは3営業所だけ"),
        ("課長は「12拠点ともつながっています」と言う", "管理画面でも12拠点中12拠点"),
        ("Forms with every field done", "58% in March"),
    ],
)
def test_no_pair_where_nothing_is_claimed_or_all_is_counted(claim: str, count: str) -> None:
    assert _quotes(fewer_than_said(_said(("memo.md", f"- {claim}\n- {count}\n")))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("8月の誤配は7件と聞く", "誤配は8月が9件だった"),
        ("7月は返品が14件", "7月の返品は数え直して16件"),
    ],
)
def test_one_month_counted_twice(before: str, after: str) -> None:
    assert _quotes(recounts(_two(before, after))) == [(before, after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("7月の誤配は7件", "8月の誤配は9件"),
        ("誤配を8月に7件以下へ減らしたい", "8月の誤配は9件"),
        ("昨年8月の誤配は14件", "8月の誤配は9件"),
    ],
)
def test_two_months_a_target_and_last_year_are_no_dispute(before: str, after: str) -> None:
    assert _quotes(recounts(_two(before, after))) == []


def _weighed(before: str, after: str, chances: tuple[float, float]) -> list[Beside]:
    """The two among other lines: words are rare only in more than two of them."""
    others = "".join(f"- {word}を{day}日に送る\n" for day, word in enumerate("図表案書券札盤絵歌", 1))
    notes = _two(f"{before}\n{others}", after)
    last = len(notes) - 1
    given = {0: chances[0], last: chances[1]}
    return [Beside(s, {"goal": given.get(place, 0.0)}) for place, s in enumerate(notes)]


def test_a_goal_and_what_drops_it() -> None:
    goal, drop = "検品の手戻りを月40件から15件へ減らす", "検品の手戻りの目標は取り下げる"
    assert _quotes(changed_goals(_weighed(goal, drop, (0.9, 0.2)))) == [(goal, drop)]
    assert _quotes(changed_goals(_weighed(goal, drop, (0.1, 0.2)))) == []
    assert _quotes(changed_goals(_weighed(goal, "検品の手戻りは9月が21件", (0.9, 0.2)))) == []


def test_what_others_make_of_somebody_and_their_own_word() -> None:
    sides = Sides(ACCOUNT, PeopleReading(people=PEOPLE))
    notes = _two("鵜沼さんは反対派とみる", "鵜沼さんは反対しているわけではなく、入力の手間だけが心配とのこと")
    assert len(_quotes(corrected_stances(notes, PEOPLE, sides))) == 1
    calm = _two("鵜沼さんは反対派とみる", "鵜沼さんは入力の手間が心配とのこと")
    assert _quotes(corrected_stances(calm, PEOPLE, sides)) == []


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("決算は3月だと思います", 3),
        ("4月から決算が12月に変わった", 12),
        ("Year end: calendar?", 12),
        ("Financial year: July to June", 6),
        ("決算と重なるので9月後半は忙しい", None),
    ],
)
def test_months_of_year_ends(text: str, month: int | None) -> None:
    assert [year_end_month(s) for s in _said(("memo.md", f"- {text}\n"))][:1] == [month]


def test_a_guess_does_not_refute_what_the_customer_said() -> None:
    notes = _two("決算は9月とのことです", "決算は3月だと思います")
    assert _quotes(disputed_dates(notes, notes, Anchor(AS_OF))) == [
        ("決算は3月だと思います", "決算は9月とのことです")
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("所長会は12月9日です", "なお所長会ですが、都合により12月16日に変わりました"),
        ("残業の数字は6月26日までにもらう", "残業の数字は、26日の予定が30日になりそうです"),
    ],
)
def test_an_event_that_moved(before: str, after: str) -> None:
    notes = _two(before, after)
    assert (before, after) in [*_quotes(moved(notes)), *_quotes(taken_back(notes))]


def test_a_wish_to_move_has_moved_nothing() -> None:
    notes = _two("通知の期限は10月16日です", "通知の期限を12月25日まで延ばせるか聞いておきます")
    assert _quotes(moved(notes)) == []
