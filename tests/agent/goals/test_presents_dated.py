"""Present figures with a day or a clause of their own, and figures of kinds that were not counted."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, labels_of, read_item

CONTEXT = GoalContext(dt.date(2026, 6, 1), "goal", 3, 3, None, dt.date(2027, 3, 31))


@pytest.mark.parametrize(
    ("language", "text", "target", "present"),
    [
        ("ja", "冷凍庫の電気代、月88万円を月70万円以下。総務係長", "70万円", "88万円"),
        ("ja", "荷待ち：月42時間。2026年度末に月20時間", "20時間", "42時間"),
        ("ja", "検収の滞留は月16件発生している。11月末までに5件以下", "5件", "16件"),
        ("ja", "破損返品を月30件の半分以下にする", "半分", "30件"),
        ("ja", "上期末の未回収箱▲40個（7月末で120個）", "▲40個", "120個"),
        ("ja", "書き損じ 百万分の20（いま百万分の75）", "20", "75"),
        (
            "en",
            "Mislabelled pallets down to two a month by October 2026, nine a month now",
            "two a month",
            "nine a month",
        ),
        ("en", "Curing time: 9 h now, 6 h by 31 Oct 2026", "6 h", "9 h"),
        ("en", "Demurrage, EUR 30k a month, halved by 18 December", "halved", "EUR 30k a month"),
        ("en", "The night crew loses 7 h a week retyping logs; bring that to under 3 h", "3 h", "7 h a week"),
    ],
)
def test_target_and_present(language: str, text: str, target: str, present: str) -> None:
    read = read_item(text, language, CONTEXT)
    assert read.target is not None
    assert read.baseline is not None
    assert (read.target.text, read.baseline.text) == (target, present)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("入力率を90%に（5月時点で62%）", "none"),
        ("契約満了日までに9店で稼働（5月時点で2店）", "relative_resolved"),
        ("推奨度 +8 → +20（直近調査は4月）", "none"),
    ],
)
def test_the_day_of_a_present_figure_is_no_due_date(text: str, due: str) -> None:
    assert labels_of(read_item(text, "ja", CONTEXT))["due"] == due


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("ja", "今期末の2か月前に誤配を月3件以下", dt.date(2027, 1, 31)),
        ("ja", "契約満了の半年前に誤配を月3件以下", dt.date(2026, 9, 30)),
        ("en", "Misroutes under 3 a month four weeks before contract end", dt.date(2027, 3, 3)),
        ("ja", "誤配を月3件以下、11月20日（2027年）", dt.date(2027, 11, 20)),
    ],
)
def test_days_that_are_moved(language: str, text: str, last: dt.date) -> None:
    assert read_item(text, language, CONTEXT).due.last == last
