"""A plan that leaves out part of what was promised, in words or by its figures."""

from __future__ import annotations

import datetime as dt

import pytest

from agent.goals import GoalContext, read_item


def _contradiction(text: str, promise: str, language: str, kind: str = "action") -> str | None:
    context = GoalContext(
        dt.date(2026, 6, 1),
        "goal" if kind == "goal" else "action",
        3,
        12,
        None,
        dt.date(2027, 3, 31),
        promise,
    )
    return read_item(text, language, context).contradicts_promise


@pytest.mark.parametrize(
    ("language", "text", "promise"),
    [
        ("en", "Nadia connects 12 kilns by 30 Nov; the other 8 wait for next year", "20 kilns connected"),
        ("en", "Switch on SSO for Turin by 30 Nov; Bergamo and Como not planned", "SSO at all three plants"),
        ("en", "Hand over the Dutch manual in October; no Swedish version", "Manuals in Dutch and Swedish"),
        ("en", "API left for the next release, file upload meanwhile", "API live at go-live"),
        (
            "ja",
            "野沢さん、3航路の時刻表取込みを9/30まで（残る2航路は対応しない）",
            "5航路すべての時刻表を取込み",
        ),
        ("ja", "台帳の移行は直近1年分、それ以前は移さない。10月末", "過去8年分の台帳を移行"),
        ("ja", "全30社のうち、今期は県内の6社だけ接続を終える", "全30社を接続"),
    ],
)
def test_the_rest_is_left_out(language: str, text: str, promise: str) -> None:
    assert _contradiction(text, promise, language) is not None


@pytest.mark.parametrize(
    ("language", "text", "promise"),
    [
        ("en", "Nadia connects 12 kilns by 30 Sep, the other 8 follow by 30 Nov", "20 kilns connected"),
        ("ja", "10拠点のうち6拠点に8月導入、残り4拠点は12月に導入", "全10拠点へ導入"),
        ("ja", "3工房の作業動画を各1本作成し、6/19に限定公開", "全3工房分の作業動画を提供"),
    ],
)
def test_the_rest_follows(language: str, text: str, promise: str) -> None:
    assert _contradiction(text, promise, language) is None


@pytest.mark.parametrize(
    ("text", "promise", "held"),
    [
        ("Fuel: R$ 900k per year at present, cut it to R$ 500k by 30/10/2026", "save R$ 400k per year in fuel", None),
        ("Fuel: R$ 900k per year at present, cut it to R$ 600k by 30/10/2026", "save R$ 400k per year in fuel", "lower_target"),
        ("夜間の呼び出しを月4回以下に。いまは月11回", "夜間の呼び出しを月5回以内に", None),
        ("外部倉庫代を月310万円から月250万円に", "外部倉庫代を年1,000万円削減", "lower_target"),
    ],
)  # fmt: skip
def test_figures_in_one_period(text: str, promise: str, held: str | None) -> None:
    language = "en" if text.isascii() else "ja"
    assert _contradiction(text, promise, language, "goal") == held
