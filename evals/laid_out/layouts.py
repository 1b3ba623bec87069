"""The layouts facts are written in: each takes facts and gives the lines of one note. `LAYOUTS` lists them by theme and language.

A layout is a way in which people set out what they know, with plain words: what fails here fails for its form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.laid_out.days import day
from evals.laid_out.facts import Facts
from evals.laid_out.goals import GOALS_EN, GOALS_JA
from evals.laid_out.tasks import TASKS_EN, TASKS_JA
from evals.laid_out.tasks_more import TASKS_EN_MORE, TASKS_JA_MORE
from evals.laid_out.third import TASKS_EN_THIRD, TASKS_JA_THIRD, TOOLS_EN_THIRD, TOOLS_JA_THIRD
from evals.laid_out.tools import TOOLS_EN, TOOLS_JA
from evals.laid_out.tools_more import TOOLS_EN_MORE, TOOLS_JA_MORE

Layout = Callable[[Facts], list[str]]

# Ways to a decision ---------------------------------------------------------------------------------------------------


def _chain(pattern: str, joint: str, language: str, style: str = "plain", head: str = "{}") -> Layout:
    def lines(facts: Facts) -> list[str]:
        steps = [
            pattern.format(n=n, w=s.what, b=s.by, d=day(s.when, language, style))
            for n, s in enumerate(facts.steps, 1)
        ]
        return head.format(joint.join(steps)).split("\n")

    return lines


def _rows(header: Sequence[str], language: str, left: str, between: str, right: str, rule: bool) -> Layout:
    def lines(facts: Facts) -> list[str]:
        rows = [
            list(header),
            *([str(n), s.what, s.by, day(s.when, language)] for n, s in enumerate(facts.steps, 1)),
        ]
        out = [left + between.join(row) + right for row in rows]
        return [out[0], *(["| --- | --- | --- | --- |"] if rule else []), *out[1:]]

    return lines


STEPS_JA: dict[str, Layout] = {
    "arrows on one line": _chain("{w}({b}、{d})", " → ", "ja", "short", "更新の決裁フロー:{}"),
    "numbered lines": _chain("{n}. {w}:{b}({d})", "\n", "ja", head="更新の決裁の流れ\n{}"),
    "bullets, who first": _chain("・{b} {w} {d}", "\n", "ja", head="■更新の稟議\n{}"),
    "Markdown table": _rows(("順", "内容", "承認者", "時期"), "ja", "| ", " | ", " |", True),
    "tabs with a header": _rows(("順", "手順", "担当", "期日"), "ja", "", "\t", "", False),
    "sentences": _chain("{d}に{b}が{w}をする。", "", "ja", head="更新は次のように進む。{}"),
    "dates first": _chain("{d} {w}({b})", "\n", "ja", "slash", "【決裁スケジュール】\n{}"),
    "circled, dash": _chain("{n}) {w} - {b} - {d}まで", "\n", "ja", head="更新の手順\n{}"),
    "down arrows": _chain("{w} {b} {d}", "\n↓\n", "ja", head="決裁ルート\n{}"),
    "nested parts": _chain("・{w}\n  担当: {b}\n  期日: {d}", "\n", "ja", head="更新の決裁手順\n{}"),
    "greater-than signs": _chain("{b}({w} {d})", ">", "ja", "short", "決裁ルート:{}"),
    "by and then": _chain("{b}が{d}に{w}", "、次に", "ja", head="更新の決裁は、{}という順。"),
}  # fmt: skip

STEPS_EN: dict[str, Layout] = {
    "arrows on one line": _chain("{b} {w} ({d})", " -> ", "en", head="How the renewal is approved: {}"),
    "numbered lines": _chain("{n}. {b} {w}, {d}", "\n", "en", head="Approval steps for the renewal\n{}"),
    "bullets": _chain("- {d}: {b} {w}", "\n", "en", head="Renewal approval\n{}"),
    "Markdown table": _rows(("#", "Step", "Approver", "When"), "en", "| ", " | ", " |", True),
    "tabs with a header": _rows(("No.", "Step", "Who", "Date"), "en", "", "\t", "", False),
    "sentences": _chain("{b} {w} on {d}.", " Then ", "en", head="The renewal goes like this. {}"),
    "nested parts": _chain("- {w}\n  who: {b}\n  when: {d}", "\n", "en", head="Steps of the renewal decision\n{}"),
    "dates first": _chain("{d} - {w} - {b}", "\n", "en", "slash", "Decision timetable\n{}"),
}  # fmt: skip


# People ---------------------------------------------------------------------------------------------------------------


def _people(pattern: str, joint: str, head: str = "{}", shown: int = 3) -> Layout:
    def lines(facts: Facts) -> list[str]:
        named = [pattern.format(f=f, g=g, p=p) for f, g, p in facts.people[:shown]]
        return head.format(joint.join(named)).split("\n")

    return lines


PEOPLE_JA: dict[str, Layout] = {
    "one line": _people("{f}{p}", "、", "先方:{}\n当社:三浦、江口"),
    "full names, post before": _people("{p} {f} {g}様", "、", "出席者(お客様):{}\n出席者(当社):三浦 葵、江口 仁"),
    "full names, post behind": _people("{f} {g}様({p})", "、", "参加者 {}\n弊社 三浦、江口"),
    "lines by side": _people("　{p} {f} {g} 様", "\n", "【先方】\n{}\n【当社】\n　三浦 葵\n　江口 仁"),
    "bullets, slash": _people("- {f} {g} / {p}", "\n", "## 先方参加者\n{}\n## 当社参加者\n- 三浦 葵\n- 江口 仁"),
    "Markdown table": lambda f: [
        "| 氏名 | 役職 | 会社 |", "| --- | --- | --- |", *(f"| {a} {b} | {p} | まほろば商店 |" for a, b, p in f.people[:3]),
        "| 三浦 葵 | CSM | タナテック |",
    ],
    "house in brackets": lambda f: [
        "出席: " + "、".join([*(f"{a} {p}(まほろば商店)" for a, b, p in f.people[:3]), "三浦(タナテック)"])
    ],
    "tabs with a header": lambda f: [
        "会社\t氏名\t役職", *(f"まほろば商店\t{a} {b}\t{p}" for a, b, p in f.people[:3]), "タナテック\t三浦 葵\tCSM"
    ],
    "house before, three spaces": lambda f: [
        "出席者", "  まほろば商店   " + "  ".join(f"{p} {a}様" for a, b, p in f.people[:3]), "  タナテック     三浦、江口"
    ],
    "a third house": lambda f: [
        "先方:" + "、".join(f"{a}{p}" for a, b, p in f.people[:3]) + "、(あさひ総研)藤堂様", "当社:三浦、江口"
    ],
    "a third house behind": lambda f: [
        "先方:" + "、".join(f"{a}{p}" for a, b, p in f.people[:3]), "オブザーバー:藤堂様(あさひ総研)", "当社:三浦、江口"
    ],
}  # fmt: skip
PEOPLE_EN: dict[str, Layout] = {
    "one line": _people("{g} {f} ({p})", ", ", "Customer: {}\nUs: Robin Steele, Jo Marlow"),
    "post behind comma": _people("{g} {f}, {p}", "; ", "Attendees (Northgate): {}\nAttendees (Shelfwise): Robin Steele; Jo Marlow"),
    "lines by side": _people("  {g} {f} - {p}", "\n", "Northgate Foods\n{}\nShelfwise\n  Robin Steele\n  Jo Marlow"),
    "bullets, slash": _people("- {g} {f} / {p}", "\n", "## Customer\n{}\n## Shelfwise\n- Robin Steele\n- Jo Marlow"),
    "Markdown table": lambda f: [
        "| Name | Title | Company |", "| --- | --- | --- |", *(f"| {b} {a} | {p} | Northgate Foods |" for a, b, p in f.people[:3]),
        "| Robin Steele | CSM | Shelfwise |",
    ],
    "house in brackets": lambda f: [
        "Present: " + ", ".join([*(f"{b} {a} (Northgate, {p})" for a, b, p in f.people[:3]), "Robin Steele (Shelfwise)"])
    ],
    "post first": _people("{p} {g} {f}", ", ", "Present for Northgate: {}\nPresent for us: Robin Steele"),
    "a third house": lambda f: [
        "Present: " + ", ".join([*(f"{b} {a} ({p})" for a, b, p in f.people[:3]), "Dana Todd (Arc Consulting)"]), "For us: Robin Steele, Jo Marlow",
    ],
}  # fmt: skip

LAYOUTS: dict[str, dict[str, dict[str, Layout]]] = {
    "goals": {"ja": GOALS_JA, "en": GOALS_EN},
    "steps": {"ja": STEPS_JA, "en": STEPS_EN},
    "tasks": {
        "ja": TASKS_JA | TASKS_JA_MORE | TASKS_JA_THIRD,
        "en": TASKS_EN | TASKS_EN_MORE | TASKS_EN_THIRD,
    },
    "tools": {
        "ja": TOOLS_JA | TOOLS_JA_MORE | TOOLS_JA_THIRD,
        "en": TOOLS_EN | TOOLS_EN_MORE | TOOLS_EN_THIRD,
    },
    "people": {"ja": PEOPLE_JA, "en": PEOPLE_EN},
}
