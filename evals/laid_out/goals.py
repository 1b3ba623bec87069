"""Layouts of goals: a metric with where it stands, what it is to reach, until when, and who answers for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.laid_out.days import day
from evals.laid_out.facts import Facts, Goal
from evals.laid_out.writing import Layout


def until(goal: Goal, language: str, style: str = "plain") -> str:
    """The due date of a goal: a month's end as its month."""
    if not goal.month:
        return day(goal.due, language, "plain" if style == "month" else style)
    if language == "en":
        return f"end of {goal.due:%B} {goal.due.year}"
    return f"{goal.due.year}年{goal.due.month}月末"


def _each(write: Callable[[int, Goal], list[str]], between: Sequence[str] = ()) -> Layout:
    def lines(facts: Facts) -> list[str]:
        out: list[str] = []
        for number, goal in enumerate(facts.goals, 1):
            out += write(number, goal)
            if number < len(facts.goals):
                out += between
        return out

    return lines


def _one(
    pattern: str, language: str, style: str = "plain", between: Sequence[str] = (), head: Sequence[str] = ()
) -> Layout:
    """A layout of a pattern with {n} {m} {b} {t} {d} {o}; its line breaks are the note's."""

    def write(number: int, goal: Goal) -> list[str]:
        return pattern.format(
            n=number, c="①②③"[number - 1], m=goal.metric, b=goal.baseline, t=goal.target,
            d=until(goal, language, style), o=goal.owner,
        ).split("\n")  # fmt: skip

    inner = _each(write, between)
    return lambda facts: [*head, *inner(facts)]


GOALS_JA: dict[str, Layout] = {
    "numbered head, parts indented": _one("・目標{n} {m}\n　 現状 {b}\n　 目標 {t}\n　 期限 {d}\n　 担当 {o}", "ja"),
    "circled head, parts in brackets": _one("{c} {m}(現状{b}→目標{t}、{d}まで、担当:{o})", "ja"),
    "heading, parts as bullets": _one("■{m}\n- 現状:{b}\n- 目標:{t}\n- 期限:{d}\n- 責任者:{o}", "ja", between=[""]),
    "Markdown table": lambda f: [
        "| 目標 | 現状 | 目標値 | 期限 | 担当 |", "| --- | --- | --- | --- | --- |",
        *(f"| {g.metric} | {g.baseline} | {g.target} | {until(g, 'ja')} | {g.owner} |" for g in f.goals),
    ],
    "arrow, date and name behind": _one("・{m}:{b} → {t}({d}、{o})", "ja"),
    "one sentence": _one("・{m}を現状の{b}から{d}までに{t}にする。責任者は{o}。", "ja"),
    "one line of labels in brackets": _one("【KPI】{m}【現状】{b}【目標】{t}【期日】{d}【責任者】{o}", "ja"),
    "parts with slashes": _one("{n}. {m}\n   As-is: {b} / To-be: {t} / 期限: {d} / 担当: {o}", "ja"),
    "nested letters": _one("{n}. {m}\n   a. 現状 {b}\n   b. 目指す値 {t}\n   c. いつまでに {d}\n   d. 責任者 {o}", "ja"),
    "tabs with a header": lambda f: [
        "目標\t現状\t目標値\t期限\t担当", *(f"{g.metric}\t{g.baseline}\t{g.target}\t{until(g, 'ja')}\t{g.owner}" for g in f.goals)
    ],
    "double arrow, labels": _one("{n}) {m} {b}⇒{t} 期限 {d} 主担当 {o}", "ja"),
    "labels in lines, blank between": _one("指標 {m}\n現状値 {b}\n目標値 {t}\n期日 {d}\n責任者 {o}", "ja", between=[""]),
    "bullets nested by hyphen": _one("- {m}\n  - 今: {b}\n  - めざす姿: {t}\n  - 時期: {d}\n  - 主担当: {o}", "ja"),
    "spaces as columns": lambda f: [
        "目標        現状      目標値     期限       責任者", *(f"{g.metric}   {g.baseline}   {g.target}   {until(g, 'ja')}   {g.owner}" for g in f.goals)
    ],
    "bullet, then a line going on": _one("・{m}を{t}にしたい\n  (いまは{b}。{d}まで。{o}が責任者)", "ja"),
    "question and answer": _one("Q{n} 改善したい指標は?\nA {m}\nQ 現在の値は?\nA {b}\nQ 目標値は?\nA {t}\nQ いつまでに?\nA {d}\nQ 責任者は?\nA {o}", "ja"),
    "equals signs": _one("目標{n}={m} 現状={b} 目標値={t} 期限={d} 担当={o}", "ja"),
}  # fmt: skip

GOALS_EN: dict[str, Layout] = {
    "numbered head, parts indented": _one("- Goal {n}: {m}\n    Current: {b}\n    Target: {t}\n    Due: {d}\n    Owner: {o}", "en"),
    "head, parts in brackets": _one("{n}. {m} (from {b} to {t} by {d}, owner: {o})", "en"),
    "heading, parts as bullets": _one("## {m}\n- Baseline: {b}\n- Target: {t}\n- Due: {d}\n- Owner: {o}", "en", between=[""]),
    "Markdown table": lambda f: [
        "| Goal | Now | Target | Due | Owner |", "| --- | --- | --- | --- | --- |",
        *(f"| {g.metric} | {g.baseline} | {g.target} | {until(g, 'en')} | {g.owner} |" for g in f.goals),
    ],
    "arrow, date and name behind": _one("- {m}: {b} -> {t} ({d}, {o})", "en"),
    "one sentence": _one("- Bring {m} from {b} to {t} by {d}; {o} owns it.", "en"),
    "parts with slashes": _one("{n}. {m}\n   As is: {b} / To be: {t} / When: {d} / Who: {o}", "en"),
    "nested letters": _one("{n}. {m}\n   a. today {b}\n   b. target {t}\n   c. by {d}\n   d. owner {o}", "en"),
    "tabs with a header": lambda f: [
        "Goal\tToday\tTarget\tDue\tOwner", *(f"{g.metric}\t{g.baseline}\t{g.target}\t{until(g, 'en')}\t{g.owner}" for g in f.goals)
    ],
    "labels in lines, blank between": _one("Metric: {m}\nBaseline: {b}\nTarget: {t}\nDue date: {d}\nOwner: {o}", "en", between=[""]),
    "bullets nested by hyphen": _one("- {m}\n  - now: {b}\n  - where we want to be: {t}\n  - when: {d}\n  - who: {o}", "en"),
    "bullet, then a line going on": _one("- We want {m} at {t}\n  (today {b}; by {d}; {o} is responsible)", "en"),
    "equals signs": _one("goal {n} = {m}, now = {b}, target = {t}, due = {d}, owner = {o}", "en"),
}  # fmt: skip


GOALS_JA |= {
    "bold labels": _one("**{m}**\n- **現状値**:{b}\n- **目標値**:{t}\n- **達成時期**:{d}\n- **責任者**:{o}", "ja", between=[""]),
    "square brackets as labels": _one("[指標] {m}\n[現状] {b}\n[目標] {t}\n[いつまで] {d}\n[主担当] {o}", "ja", between=[""]),
    "wide slashes": _one("・{m}/現状{b}/目標{t}/期限{d}/担当{o}", "ja"),
    "target before baseline": _one("・{m} 目標{t}(今{b})、{d}、{o}担当", "ja"),
    "numbers with points": _one("1.{n} {m}\n  現状値…{b}\n  目標値…{t}\n  期限…{d}\n  担当…{o}", "ja"),
    "a column more": lambda f: [
        "| No | KPI | 部門 | 現状 | 目標 | 達成時期 | 責任者 | 備考 |", "|---|---|---|---|---|---|---|---|",
        *(f"| {n} | {g.metric} | 営業部 | {g.baseline} | {g.target} | {until(g, 'ja')} | {g.owner} | |" for n, g in enumerate(f.goals, 1)),
    ],
    "owner and date first": lambda f: [
        "| 担当 | 期限 | 指標 | 目標値 | 現状値 |", "|---|---|---|---|---|",
        *(f"| {g.owner} | {until(g, 'ja')} | {g.metric} | {g.target} | {g.baseline} |" for g in f.goals),
    ],
    "one paragraph, semicolons": lambda f: [
        "目標は次のとおり。" + ";".join(f"{g.metric}を{g.baseline}から{g.target}({until(g, 'ja')}、{g.owner})" for g in f.goals) + "。"
    ],
    "three lines each": _one("{c}{m}\n{b}→{t}\n{d}まで({o})", "ja"),
    "label with a note behind": _one("◆{m}\n 現状:{b}(先月の集計)\n 目標:{t}(部長承認済み)\n 期限:{d}\n 責任者:{o}", "ja"),
    "no owner": _one("・{m}\n  現状 {b}\n  目標 {t}\n  期限 {d}", "ja"),
    "arrows at the head": _one("{m}\n→現状 {b}\n→目標 {t}\n→期限 {d}\n→担当 {o}", "ja"),
    "polite sentence": _one("{m}につきましては、現在{b}のところ、{d}までに{t}とすることを目標といたします。責任者は{o}です。", "ja"),
    "two sentences": _one("・{m}は今{b}。{d}までに{t}を目指す。担当は{o}。", "ja"),
    "goal verb, figures in brackets": _one("・{m}を改善する({b}→{t})。期限:{d}。責任者:{o}", "ja"),
    "colon of two dots in columns": _one("目標{n}     : {m}\n現状      : {b}\n目標値    : {t}\n期限      : {d}\n責任者    : {o}", "ja", between=[""]),
    "before and after": _one("{m} Before {b} / After {t} / {d} / {o}", "ja"),
    "KPI tree": _one("KPI{n}: {m}\n ┣ 現状 {b}\n ┣ 目標 {t}\n ┣ 期限 {d}\n ┗ 担当 {o}", "ja"),
    "sub-table by part": lambda f: [
        "| 項目 | " + " | ".join(f"目標{n}" for n in range(1, len(f.goals) + 1)) + " |", "|---|" + "---|" * len(f.goals),
        "| 指標 | " + " | ".join(g.metric for g in f.goals) + " |", "| 現状 | " + " | ".join(g.baseline for g in f.goals) + " |",
        "| 目標値 | " + " | ".join(g.target for g in f.goals) + " |", "| 期限 | " + " | ".join(until(g, "ja") for g in f.goals) + " |",
        "| 責任者 | " + " | ".join(g.owner for g in f.goals) + " |",
    ],
    "distractors around": lambda f: [
        "アジェンダ", "・近況", "・目標の確認", "", *(f"・{g.metric}:{g.baseline}→{g.target}({until(g, 'ja')}まで、責任者 {g.owner})" for g in f.goals),
        "", "当社側の社内目標:今期の更新率 92%→95%", "次回:12月10日 14:00",
    ],
}  # fmt: skip

GOALS_EN |= {
    "bold labels": _one("**{m}**\n- **Baseline:** {b}\n- **Target:** {t}\n- **By when:** {d}\n- **Responsible:** {o}", "en", between=[""]),
    "square brackets as labels": _one("[Metric] {m}\n[Now] {b}\n[Target] {t}\n[Due] {d}\n[Owner] {o}", "en", between=[""]),
    "pipes in one line": _one("{m} | now {b} | target {t} | {d} | {o}", "en"),
    "target before baseline": _one("- {m}: target {t} (currently {b}), due {d}, owner {o}", "en"),
    "a column more": lambda f: [
        "| No | KPI | Team | Current | Target | By | Owner | Notes |", "|---|---|---|---|---|---|---|---|",
        *(f"| {n} | {g.metric} | Sales | {g.baseline} | {g.target} | {until(g, 'en')} | {g.owner} | |" for n, g in enumerate(f.goals, 1)),
    ],
    "owner and date first": lambda f: [
        "| Owner | Due | KPI | Target | Baseline |", "|---|---|---|---|---|",
        *(f"| {g.owner} | {until(g, 'en')} | {g.metric} | {g.target} | {g.baseline} |" for g in f.goals),
    ],
    "one paragraph, semicolons": lambda f: [
        "The goals: " + "; ".join(f"{g.metric} from {g.baseline} to {g.target} by {until(g, 'en')} ({g.owner})" for g in f.goals) + "."
    ],
    "three lines each": _one("{n}) {m}\n   {b} -> {t}\n   by {d} ({o})", "en"),
    "label with a note behind": _one("* {m}\n  Current: {b} (last month)\n  Target: {t} (signed off)\n  Due: {d}\n  Owner: {o}", "en"),
    "no owner": _one("- {m}\n  Current: {b}\n  Target: {t}\n  Due: {d}", "en"),
    "two sentences": _one("- {m} is {b} today. Target {t} by {d}. Owner: {o}.", "en"),
    "question and answer": _one("Q: Which metric?\nA: {m}\nQ: Where are you now?\nA: {b}\nQ: Where do you want to be?\nA: {t}\nQ: By when?\nA: {d}\nQ: Who owns it?\nA: {o}", "en", between=[""]),
    "colons in columns": _one("Goal {n}    : {m}\nCurrent   : {b}\nTarget    : {t}\nDue       : {d}\nOwner     : {o}", "en", between=[""]),
    "as is to be": _one("{m}: as-is {b}, to-be {t}, {d}, {o}", "en"),
    "spaces as columns": lambda f: [
        "Goal        Now      Target     Due       Owner", *(f"{g.metric}   {g.baseline}   {g.target}   {until(g, 'en')}   {g.owner}" for g in f.goals)
    ],
    "distractors around": lambda f: [
        "Agenda", "- News", "- Review of goals", "", *(f"- {g.metric}: {g.baseline} -> {g.target} (by {until(g, 'en')}, owner {g.owner})" for g in f.goals),
        "", "Our own internal target: renewal rate 92% -> 95%", "Next meeting: 10 December, 14:00",
    ],
}  # fmt: skip
