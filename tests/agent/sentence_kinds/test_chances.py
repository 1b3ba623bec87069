"""Chances of kinds: the same for the same sentence, and higher where a sentence states the kind."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from agent.sentence_kinds import Sentence, chances_of
from agent.sentence_kinds.chances import load
from agent.sentence_kinds.features import VALUES, features


@pytest.mark.parametrize(
    ("kind", "states", "does_not"),
    [
        (
            "commit_us",
            Sentence("・集計表は当社で作り、金曜までにお送りします", language="ja"),
            Sentence("・集計表は先週お渡し済み", language="ja"),
        ),
        (
            "promise",
            Sentence("稟議書には残業が月30時間減ると書いた", language="ja"),
            Sentence("他社では残業が月30時間減ったそうだ", language="ja"),
        ),
        (
            "commit_us",
            Sentence("We'll send you the usage report by Friday.", language="en"),
            Sentence("The usage report was late again in spring.", language="en"),
        ),
        (
            "goal",
            Sentence("They want the month-end close down from nine days to five by March.", language="en"),
            Sentence("The coffee machine on the third floor is down again.", language="en"),
        ),
    ],
)
def test_a_sentence_that_states_a_kind_is_likelier_to_be_of_it(
    kind: str, states: Sentence, does_not: Sentence
) -> None:
    stated, other = chances_of([states, does_not])
    odds = [chance / (1 - chance) for chance in (stated[kind], other[kind])]
    assert odds[0] > 4 * odds[1]


def test_width_and_numbers_do_not_change_a_chance() -> None:
    one, two = chances_of(
        [
            Sentence("３０件を２０件へ減らしたい", language="ja"),
            Sentence("45件を10件へ減らしたい", language="ja"),
        ]
    )
    assert one == two


def test_what_the_rules_saw_counts() -> None:
    plainly, seen = chances_of(
        [
            Sentence("見積の突合を半日に", language="ja"),
            Sentence("見積の突合を半日に", language="ja", seen_as=("goal",)),
        ]
    )
    assert seen["goal"] > plainly["goal"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_feature_of_a_sentence_has_a_group(language: str) -> None:
    sentence = Sentence(
        "7月末までに semi-automatic な点検を2割",
        "前",
        "後",
        "宿題",
        "us",
        "turn",
        "chat",
        language,
        ("goal",),
    )  # type: ignore[arg-type]
    found = list(features(sentence))
    assert len(found) > 50
    assert all(feature[0] in VALUES for feature in found)


def test_weights_of_another_folder_are_used(tmp_path: Path) -> None:
    (tmp_path / "en.features.txt").write_text("~hello", encoding="utf-8")
    (tmp_path / "en.kinds.tsv").write_text("greeting\t-1.0\n", encoding="utf-8")
    np.save(tmp_path / "en.weights.npy", np.array([[3.0]], dtype=np.float16))
    said, silent = chances_of([Sentence("Hello", language="en"), Sentence("Bye", language="en")], tmp_path)
    assert said["greeting"] == pytest.approx(1 / (1 + np.exp(-2)))
    assert silent["greeting"] == pytest.approx(1 / (1 + np.exp(1)))
    assert load("en", tmp_path).kinds == ("greeting",)
