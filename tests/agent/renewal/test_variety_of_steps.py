"""Steps of a decision as many writers would put them: kind, who approves (/), when (@), above (>=) or below (<) which amount."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from agent.calendar import Anchor
from agent.models.plan import KeyPerson
from agent.renewal.decision_path import Step, decision_steps, read_steps
from agent.renewal.remarks import read_remarks
from agent.renewal.sides import Sides
from connectors.interface import Document

Read = Callable[[dict[str, str]], list[Document]]


def shown(steps: list[Step], language: str) -> str:
    """ "request@2026-10-23 decide/常務会@2026-12>=3000000", in order."""
    words = []
    for step, plan in zip(steps, decision_steps(steps, language), strict=True):
        holder = f"/{plan.approver}" if plan.approver else ""
        when = f"@{plan.when}" if plan.when else ""
        words.append(f"{step.kind}{holder}{when}")
    return " ".join(words)


def steps_of(notes: SimpleNamespace, read: Read, text: str, more: list[KeyPerson]) -> list[Step]:
    people = [*notes.who.people, *more]
    who = SimpleNamespace(people=people, vendor_people=notes.who.vendor_people)
    sides = Sides(notes.account, who)
    remarks = read_remarks(read({"m.md": text}), sides)
    return read_steps(remarks, people, sides, Anchor(notes.account.as_of, 3))


JAPANESE = [
    # requests, their windows and papers
    ("来期の予算申請は10月23日が締切です。", "request@2026-10-23"),
    ("予算要求書の提出期限は11月13日とのこと。", "request@2026-11-13"),
    ("予算枠の申請は12月上旬まで。", "request@2026-12"),
    ("来年度の概算要求は10月30日に締まります。", "request@2026-10-30"),
    ("予算登録の入力期限:11月20日", "request@2026-11-20"),
    ("来期分のツール費用は11月6日までに経営企画へ出しておく必要がある。", "request@2026-11-06"),
    ("11月10日までに予算案に入れておかないと、来期は付かない。", "request@2026-11-10"),
    ("議案書の締切は12月4日。", "papers@2026-12-04"),
    ("役員会の資料は11月18日必着。", "papers@2026-11-18"),
    ("稟議は11月中に回し始めたい、と熊倉部長。", "request@2026-11-30"),
    ("稟議書は椎名係長が11月16日に起票する。", "request@2026-11-16"),
    ("予算の仮押さえを10月末にかけます。", "request@2026-10-31"),
    ("予算申請の受付は11月2日から11月27日。", "request@2026-11-27"),
    # who looks at it on the way
    ("法務のリーガルチェックに2週間、11月20日まで。", "legal/法務@2026-11-20"),
    ("セキュリティ審査を12月1日までに通しておくこと。", "security@2026-12-01"),
    ("情シスのセキュリティチェックシート提出が11月13日期限。", "security/情シス@2026-11-13"),
    ("購買部の相見積は11月24日までに3社分。", "procurement/購買部@2026-11-24"),
    ("予算ヒアリングは11月12日です。", "hearing@2026-11-12"),
    ("財務の査定が11月25日にある。", "hearing/財務@2026-11-25"),
    ("部門長レビューは11月9日。", "review@2026-11-09"),
    ("熊倉部長の事前確認は11月4日に済ませる。", "review/熊倉@2026-11-04"),
    # decisions
    ("12月15日の取締役会に付議。", "decide/取締役会@2026-12-15"),
    ("最終的には12月8日の常務会で諮ります。", "decide/常務会@2026-12-08"),
    ("決裁は熊倉部長まで。", "decide/熊倉"),
    ("更新の可否は熊倉部長が判断されます。", "decide/熊倉"),
    ("熊倉部長がうんと言えば通る。", "decide/熊倉"),
    ("ハンコを押すのは熊倉部長です。", "decide/熊倉"),
    ("熊倉部長の専決事項です。", "decide/熊倉"),
    ("教授会の議を経て、1月20日の役員会で可決されれば契約できる。", "decide/教授会 decide/役員会@2027-01-20"),
    ("常務会は毎月第2水曜で、次は11月11日。", "decide/常務会@2026-11-11"),
    ("11月の第2水曜の常務会にかける。", "decide/常務会@2026-11-11"),
    ("来月10日の常務会で決まる。", "decide/常務会@2026-10-10"),
    ("投資審議会が1月中旬。ここで採否が出る。", "decide/投資審議会@2027-01"),
    ("2月の定例議会で予算案が可決される見込み。", "decide/定例議会@2027-02"),
    ("300万円を超えると常務会、それ以下なら熊倉部長決裁。", "decide/常務会 decide/熊倉"),
    # after it
    ("内示は2月1日。", "announce@2027-02-01"),
    ("各部への予算配賦通知は3月上旬。", "announce@2027-03"),
    ("注文書の発行は3月15日までに。", "contract@2027-03-15"),
    ("発注は3月末までに済ませる必要がある。", "contract@2027-03-31"),
    # chains
    ("起案(11月4日)→部長承認(11月9日)→常務会(11月18日)。", "request@2026-11-04 review/熊倉@2026-11-09 decide/常務会@2026-11-18"),
    ("流れ:椎名係長が起案 → 熊倉部長 → 常務会", "request review/熊倉 decide/常務会"),
    ("まず熊倉部長が確認し、その後経理の審査、最後に常務会で決裁。", "review/熊倉 review/経理 decide/常務会"),
    ("予算要求は11月6日、ヒアリングは11月20日、内示は1月15日。", "request@2026-11-06 hearing@2026-11-20 announce@2027-01-15"),
    ("申請締切は10月30日で、決定は12月22日の常務会です。", "request@2026-10-30 decide/常務会@2026-12-22"),
    ("11月13日までに稟議を上げれば、11月25日の常務会に間に合う。", "request@2026-11-13 decide/常務会@2026-11-25"),
    # no step of this decision
    ("弊社の見積は11月6日までに提出。", ""),
    ("次回の報告会は11月12日です。", ""),
    ("社内の安全大会は11月20日。", ""),
    ("稟議の仕組みをツールに載せたい。", ""),
    ("委員会活動の日程表も載せています。", ""),
    ("承認ボタンを押し忘れる人が多い。", ""),
    ("購買部でも30名が使い始めた。", ""),
    ("当社の社内稟議は10月30日に通った。", ""),
    ("昨年は12月8日の常務会で承認された。", ""),
    ("競合の提案は11月9日に取締役会に出るらしい。", ""),
    ("申請画面の改修は11月10日リリース。", ""),
    ("法務部から使い方の質問が3件。", ""),
    ("いつ決まるのかは聞いていない。", ""),
]  # fmt: skip

ENGLISH = [
    ("Budget requests close on 25 September.", "request@2026-09-25"),
    ("Bids for next year's budget have to be in by September 11.", "request@2026-09-11"),
    ("The budget round opens in September and closes on 9 October 2026.", "request@2026-10-09"),
    ("Board papers are due by 14 October.", "papers@2026-10-14"),
    ("The deadline for papers is 2 October.", "papers@2026-10-02"),
    ("Her cut-off for renewals to go into the plan is 18 September.", "request@2026-09-18"),
    ("Numbers need to reach Finance before 4 September.", "request@2026-09-04"),
    ("Paper goes in on 2 October 2026.", "papers@2026-10-02"),
    ("Legal review takes two weeks, to be done by 30 October.", "legal/Legal@2026-10-30"),
    ("Infosec has to clear it by 12 October.", "security/Infosec@2026-10-12"),
    ("Procurement runs a three-quote exercise in October.", "procurement/Procurement@2026-10"),
    ("The data protection assessment is due on 15 October.", "security@2026-10-15"),
    ("Hugo Brandt reviews it first.", "review/Hugo Brandt"),
    ("Hugo signs off anything up to $20,000.", "decide/Hugo Brandt"),
    ("Hugo has the final say.", "decide/Hugo Brandt"),
    ("It's Hugo's call.", "decide/Hugo Brandt"),
    ("It sits with Hugo Brandt to say yes or no.", "decide/Hugo Brandt"),
    ("The Spend Committee votes on 21 October.", "decide/Spend Committee@2026-10-21"),
    ("The board meets on 18 November and takes renewals then.", "decide/board@2026-11-18"),
    ("Anything above £40k needs the Spend Committee.", "decide/Spend Committee"),
    ("The trustees vote on it on 3 December.", "decide/trustees@2026-12-03"),
    ("Budget lock is 30 October.", "decide@2026-10-30"),
    ("The budget is frozen on 13 November.", "request@2026-11-13"),
    ("Departments hear in early December.", "announce@2026-12"),
    ("Allocations come out on 7 December.", "announce@2026-12-07"),
    ("The PO has to be raised by 18 December.", "contract@2026-12-18"),
    ("It goes to Hugo Brandt, then Procurement, then the Spend Committee.", "review/Hugo Brandt procurement/Procurement decide/Spend Committee"),
    ("First legal looks at it, then the Spend Committee decides on 21 October, and finally a PO is issued by 6 November.", "legal decide/Spend Committee@2026-10-21 contract@2026-11-06"),
    ("Request (4 September) -> finance review (18 September) -> Spend Committee (21 October)", "request@2026-09-04 review@2026-09-18 decide/Spend Committee@2026-10-21"),
    ("Our quote is due on 4 September.", ""),
    ("The next review call is on 2 September.", ""),
    ("We will submit the usage report by 4 September.", ""),
    ("Legal has forty users now.", ""),
    ("The approval screen is slow.", ""),
    ("The board loved the dashboard.", ""),
    ("Last year the Spend Committee approved it on 14 October 2025.", ""),
    ("I don't know when they decide.", ""),
    ("Perhaps the board decides in November.", ""),
    ("Our own board approves discounts by 1 September.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), JAPANESE)
def test_japanese(japanese: SimpleNamespace, read: Read, sentence: str, expected: str) -> None:
    steps = steps_of(japanese, read, f"# 打合せ 2026-09-25\n\n- {sentence}\n", [])
    assert shown(steps, "ja") == expected


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH)
def test_english(english: SimpleNamespace, read: Read, sentence: str, expected: str) -> None:
    steps = steps_of(english, read, f"# Call, 1 August 2026\n\n- {sentence}\n", [])
    assert shown(steps, "en") == expected
