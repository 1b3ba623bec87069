"""Who owns, who only checks; present values that are no plain number; shares, hours and paper as results or not."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest

from agent.goals import GoalContext, labels_of, read_item

Kind = Literal["goal", "action"]


def _labels(text: str, kind: Kind) -> dict[str, object]:
    context = GoalContext(dt.date(2026, 6, 1), kind, 3, 12, None, dt.date(2027, 3, 31))
    return dict(labels_of(read_item(text, "en" if text.isascii() else "ja", context)))


@pytest.mark.parametrize(
    ("kind", "text", "owner"),
    [
        ("action", "操作手順書を送る。森", "person"),
        ("action", "東、西、南の3倉庫に端末を配る", "none"),
        ("goal", "受注率を30%から40%へ。営業の白鳥です。毎月見ます", "person"),
        ("action", "お手伝いの合間に鵜飼が棚札を並べ替える", "person"),
        ("action", "研修の手配者：森田", "person"),
        ("action", "受信者：人事課長、案内を送る", "none"),
        ("action", "まちづくり課、説明会の案内を5月に発送", "team"),
        ("goal", "新しい部署、活気ある職場に", "none"),
        ("action", "配布資料を作成し、品質保証課長が内容を確認、6月末", "none"),
        ("action", "棚卸表を9月末までに経理課長が確認する", "role"),
        ("goal", "誤出荷を月12件から4件へ。倉庫長が毎日点検", "role"),
        ("action", "資料を配るのは総務課。", "team"),
        ("action", "計画を承認するのは工場長。5月に提出", "none"),
        ("goal", "営業課と物流課が歩み寄れる関係", "none"),
        ("goal", "窓口の担当者が自信をもって答えている状態", "none"),
        ("action", "保守班が後任が決まったら点検表を書き直す", "team"),
        ("goal", "総務部で紙の申請を月200件から50件に減らす", "team"),
        ("goal", "月次締めを8日から5日へ。責任は経理部長にある", "role"),
        ("action", "Draft the guide; shift lead proofreads it", "none"),
        ("action", "Support team writes the guide, 3 May", "team"),
        ("action", "CISO to run the tabletop exercise", "role"),
        ("action", "Approver: head of tax. Send the file by June", "none"),
        ("goal", "Reviewed by: COO. Scrap 5% to 3%", "none"),
        ("goal", "Nadia, Facilities: energy cost down 5% by June", "person"),
        ("goal", "Vacancies, 31 May: 14 to 6", "none"),
        ("action", "Jones to send the rota by 4 June", "person"),
        ("goal", "Visitors should leave happier", "none"),
        ("goal", "Smaller queue at the help desk, happier staff", "none"),
        ("goal", "Errors tracked in the ticket system by Payroll, 40 to 20", "team"),
        ("goal", "Queue 12 to 4. Timed by the gate office, checked on 2 Nov", "none"),
        ("action", "Records team to be trained by 3 May", "none"),
    ],
)
def test_owner(kind: Kind, text: str, owner: str) -> None:
    assert _labels(text, kind)["owner"] == owner


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("貸出端末を90台に、まだ35台", True),
        ("成熟度をBへ。今D、年度末", True),
        ("貼り替えを全棚で終わらせる。残り240枚、7月末", True),
        ("照合の所要：丸3日→半日", True),
        ("見積りの返答が2週間でなく3日で出ること", True),
        ("排出量を基準年比80%へ", False),
        ("目標は検定70点。4月の模試は52点。教務課", True),
        ("Rank among the ten depots: 9th, aim for 4th", True),
        ("Errors in the pack: nil (seven last year)", True),
        ("Audit grade A by June, was C", True),
        ("Complaints 30 fewer than last quarter's 140", True),
        ("Arrears no higher than 2 cents in the dollar", False),
        ("30 minutes saved per clerk per day (5-day week)", False),
        ("Overtime down 20%. No one named yet", False),
    ],
)
def test_baseline(text: str, said: bool) -> None:
    assert _labels(text, "goal")["baseline"] is said


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("action", "見積書を作成し、購買課長が金額を照合する、6月末", True),
        ("action", "毎週金曜に竹本が進捗を確認する", False),
        ("goal", "ミスを月9件から3件に。班長が毎朝数える", True),
        ("goal", "売上原価率61%→58%、部門別PL、店長", True),
        ("goal", "Wait 30 to 20 min. Checked weekly by the ward sister", True),
        ("goal", "Lead time 9 days to 5, source WMS, ops lead", True),
        ("goal", "Staff comfortable with dashboards by June", False),
        ("goal", "Grants paper-free by May, internal audit confirming", True),
        ("action", "Notes of the call in the shared log by Friday", False),
    ],
)
def test_method(kind: Kind, text: str, said: bool) -> None:
    assert _labels(text, kind)["method"] is said


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("手術室の稼働率を62%から70%へ", True),
        ("勤怠アプリの利用率を62%から70%へ", False),
        ("紙の点検簿を全廃する", False),
        ("紙の請求書の処理時間を月40時間から10時間へ", True),
        ("紙おむつの使用量を月900枚から700枚へ", True),
        ("公式サイト経由の申込比率を20%から45%へ", False),
        ("締めの時刻を22:30から20:00へ", True),
        ("法人の解約率を5%から3%へ", True),
        ("始業を8:30から9:00に変更", False),
        ("Paper job cards under 50 a month by May", False),
        ("Paper costs under 5k a month by May", True),
        ("Staff who used the rota at least once a week: 40% to 80%", False),
        ("A healthier gross margin on spare parts", True),
    ],
)
def test_outcome(text: str, outcome: bool) -> None:
    assert _labels(text, "goal")["outcome"] is outcome
