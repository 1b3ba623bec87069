"""Goals made of words that belong together: measures that are one, figures they may have, statements of sound parts."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.drafting.notes.claims import citation_of
from agent.drafting.notes.goals.measures import goes_with, is_bare, kind_of, measure
from agent.drafting.notes.goals.phrases import Told, measured_in
from agent.drafting.notes.goals.soundness import settled
from agent.drafting.notes.goals.statement import stated
from agent.drafting.notes.goals.values import Parts
from agent.models.account import Account
from agent.models.evidence import Citation, Value
from agent.models.plan import Goal
from agent.renewal.remarks import Remark, read_remarks
from agent.renewal.sides import Sides
from connectors.interface import RawSource
from connectors.registry import read_source

SIDES = Sides(
    Account(id="S-1", name="株式会社こぶし", as_of=dt.date(2026, 5, 20)),
    SimpleNamespace(people=[], vendor_people=[]),
)
ANCHOR = Anchor(as_of=dt.date(2026, 5, 20))


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("検品の待ち時間", "検品の待ち時間"),
        ("① 電話の取りこぼし件数", "電話の取りこぼし件数"),
        ("A. 棚卸の所要時間", "棚卸の所要時間"),
        ("いま出荷ミス", "出荷ミス"),
        ("受付から発送まで", "受付から発送まで"),
        ("注文から発送", None),
        ("新人の一人立ち", "新人の一人立ち"),
        ("まだまだですね", None),
        ("うれしいよ", None),
        ("と言われて", None),
        ("じゃあ", None),
        ("の欄", None),
        ("棚橋の人", None),
        ("倉田先生の課", None),
        ("12月分の伝票", None),
        ("画面で伝票", None),
        ("来期", None),
        ("月額利用料", None),
        ("invoice turnaround", "invoice turnaround"),
        ("three lost-time injuries", "lost-time injuries"),
        ("pallets that leave without a label", "pallets that leave without a label"),
        ("Well then I want that", None),
        ("Martin has", None),
        ("because the drivers wait", None),
        ("both", None),
    ],
)
def test_a_measure_is_a_noun_phrase(words: str, phrase: str | None) -> None:
    assert measure(words) == phrase


@pytest.mark.parametrize(
    ("words", "unit", "fits"),
    [
        ("点検の所要時間", "分", True),
        ("見本写真", "時間", False),
        ("見本写真", "枚", True),
        ("消耗品費", "円", True),
        ("消耗品費", "人", False),
        ("講習の欠席者", "名", True),
        ("出荷ミス", "件", True),
        ("出荷ミス", "分", False),
        ("定着率", "%", True),
        ("定着率", "時間", False),
        ("handover time", "minutes", True),
        ("picking errors", "minutes", False),
        ("picking errors", "", True),
        ("return rate", "%", True),
    ],
)
def test_a_figure_counts_what_the_measure_names(words: str, unit: str, fits: bool) -> None:
    assert goes_with(words, unit) is fits


@pytest.mark.parametrize(
    ("words", "bare"), [("件数", True), ("今期の件数", True), ("欠品の件数", False), ("hours", True)]
)
def test_no_sentence_is_made_of_how_things_are_counted(words: str, bare: bool) -> None:
    assert is_bare(words) is bare


def test_a_target_in_words_goes_with_any_measure() -> None:
    assert kind_of("", "半分") == "word"
    assert goes_with("出荷ミス", "", "ゼロ")


@pytest.mark.parametrize(
    ("text", "figure", "unit", "found"),
    [
        ("積み荷の確認を30分から20分に", "20分", "分", "積み荷の確認"),
        ("年末までに20分にしたい", "20分", "分", None),
        ("The aim is a packing time of 20 minutes", "20", "minutes", "packing time"),
        ("They hope to be at 20 soon", "20", "", None),
    ],
)
def test_the_measure_stands_beside_the_figure(text: str, figure: str, unit: str, found: str | None) -> None:
    at = text.index(figure)
    assert measured_in([Told(text, 2.0, (at, at + len(figure)))], unit, "") == found


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("棚札の差し替えが40分。", "棚札の差し替えを20分に短縮する"),
        ("それは20分に縮めたい。", "それは20分に縮めたい。"),
    ],
)
def test_a_measure_said_beside_none_of_the_figures_makes_no_sentence(quote: str, statement: str) -> None:
    cited = [Citation(source_id="s1", start=0, end=len(quote), quote=quote)]
    figures = [Value(value=value, unit="分", citations=cited) for value in (40, 20)]
    parts = Parts(metric="棚札の差し替え", baseline=figures[0], target=figures[1])
    told = "棚札の差し替えも見た。 それは20分に縮めたい。"
    assert stated("それは20分に縮めたい。", told, parts) == statement


def _parts(metric: str, baseline: float | None, target: float | str, unit: str | None) -> Parts:
    cited = [Citation(source_id="s1", start=0, end=4, quote="memo")]
    stood = Value(value=baseline, unit=unit, citations=cited) if baseline is not None else None
    return Parts(metric=metric, baseline=stood, target=Value(value=target, unit=unit, citations=cited))


@pytest.mark.parametrize(
    ("told", "parts", "statement"),
    [
        ("それを20分にしようよ。", _parts("積み荷の確認", 30, 20, "分"), "積み荷の確認を20分に短縮する"),
        ("それを40分にしようよ。", _parts("確認時間", 30, 40, "分"), "それを40分にしようよ。"),
        ("それを3割減らすんだよね。", _parts("出荷ミス", None, "3割", None), "それを3割減らすんだよね。"),
        ("Halve it, she said.", _parts("picking errors", None, "halve", None), "Halve picking errors"),
        ("It was 9. She says 4.", _parts("Picking errors", 9, 4, None), "Reduce picking errors to 4"),
        ("They said 12, from 9.", _parts("picking errors", 9, 12, None), "They said 12, from 9."),
    ],
)
def test_a_statement_is_composed_only_where_its_verb_is_known(
    told: str, parts: Parts, statement: str
) -> None:
    assert stated(told, told, parts) == statement


def _remarks(note: str) -> list[Remark]:
    documents, _ = read_source(RawSource("memo.txt", note.encode()))
    return read_remarks(documents, SIDES)


def _goal(remarks: list[Remark], place: int, target: tuple[float, str], **parts: object) -> Goal:
    citation = citation_of(remarks[place])
    assert citation is not None
    value = Value(value=target[0], unit=target[1], citations=[citation])
    return Goal(id="g-1", statement=remarks[place].text, target=value, citations=[citation], **parts)


@pytest.mark.parametrize(
    ("note", "place", "target"),
    [
        ("試運転は3日から10日までやります。", 0, (10, "日")),
        ("資料をもらって、17日に本社へ渡します。", 0, (17, "日")),
        ("5拠点をやめると、1拠点3千円になります。", 0, (3000, "円")),
        ("反対が3票なら流れます。", 0, (3, "票")),
        ("So goal 3 is now due on 31 July, for all the yards.", 0, (3, "")),
        ("来年分はまだですが、過去12か月を集計しました。", 0, (12, "か月")),
        ("I counted the visits of the full 12 months to October.", 0, (12, "months")),
    ],
)
def test_a_goal_made_by_a_misread_figure_is_left_out(
    note: str, place: int, target: tuple[float, str]
) -> None:
    remarks = _remarks(note)
    assert settled([_goal(remarks, place, target)], remarks, SIDES, ANCHOR) == []


def test_a_doubtful_measure_is_looked_for_anew_or_left_open() -> None:
    remarks = _remarks("積み荷の確認に40分かかっている。\nじゃあ、それを20分にしたい。\n")
    goal = _goal(remarks, 1, (20, "分"), metric="じゃあ")
    sound = settled([goal], remarks, SIDES, ANCHOR)[0]
    assert sound.metric == "積み荷の確認"
    assert sound.statement.startswith("積み荷の確認を20分に")
    alone = settled([_goal(remarks[1:], 0, (20, "分"), metric="じゃあ")], remarks[1:], SIDES, ANCHOR)[0]
    assert alone.metric is None
    assert "metric" in alone.missing
    assert "20分にしたい" in alone.statement


def test_a_baseline_in_another_unit_gives_way_to_the_one_in_the_sentence() -> None:
    remarks = _remarks("検査の指摘は32件ある。\n記録の残業は月45時間だったのを、12月末に20時間にしたい。\n")
    citation = citation_of(remarks[0])
    assert citation is not None
    wrong = Value(value=32, unit="件", citations=[citation])
    goal = _goal(remarks, 1, (20, "時間"), metric="記録の残業", baseline=wrong)
    sound = settled([goal], remarks, SIDES, ANCHOR)[0]
    assert sound.baseline is not None
    assert (sound.baseline.value, sound.baseline.unit) == (45, "時間")


@pytest.mark.parametrize("owner", ["For them", "Wants", "They"])
def test_no_owner_is_a_word_of_the_language(owner: str) -> None:
    remarks = _remarks("They want packing errors below 5 by June.\n")
    goal = _goal(remarks, 0, (5, ""), metric="packing errors", owner=owner)
    assert settled([goal], remarks, SIDES, ANCHOR)[0].owner is None


@pytest.mark.parametrize(
    ("quote", "value", "unit", "statement"),
    [
        ("来期は客単価を63万円まで", 630_000, "円", "客単価を63万円にする"),
        ("来期は出荷数を1,200箱まで", 1200, "箱", "出荷数を1,200箱にする"),
        ("来期は出荷数を1200箱まで", 1200, "箱", "出荷数を1200箱にする"),
    ],
)
def test_a_composed_statement_has_the_figure_as_it_is_written(
    quote: str, value: int, unit: str, statement: str
) -> None:
    metric = statement.partition("を")[0]
    cited = Citation(source_id="s", start=0, end=len(quote), quote=quote)
    target = Value[int | float | str](value=value, unit=unit, citations=[cited], check="quote_found")
    assert stated(f"{quote}行きたいです", quote, Parts(metric=metric, target=target)) == statement
