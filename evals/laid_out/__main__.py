"""Writes accounts of every layout and scores them: `python -m evals.laid_out [--seed N] [--rounds N] [--theme THEME] [--keep DIR]`.

Prints, for each theme, language and layout, the mean F1 of what the theme is about, worst first. Nothing is fitted on it.
"""

from __future__ import annotations

import shutil
import tempfile
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

from evals.laid_out.budget import gold_of_budget
from evals.laid_out.containers import write_source
from evals.laid_out.facts import AS_OF, HOUSE, MET, OURS, PRODUCT, Facts, called, draw
from evals.laid_out.layouts import LAYOUTS
from evals.scored_folder import scored

FIELDS = {
    "goals": ("goals.found", "goals.metric", "goals.baseline", "goals.target", "goals.due", "goals.owner"),
    "steps": ("decision_path.steps", "decision_path.approver", "decision_path.when"),
    "budget": (
        "budget.request_window",
        "budget.decision_body",
        "budget.decision_date",
        "budget.last_renewal_approver",
    ),
    "tasks": ("commitments", "commitments.due"),
    "tools": ("tools.found", "tools.department", "tools.purpose"),
    "people": ("people.found", "people.name", "people.title", "people.no_outsider"),
}
HEADS = {
    "ja": ("{d} 定例打合せメモ", "先方:{c}、当社:三浦"),
    "en": ("Meeting notes, {d}", "Customer: {c}. Us: Robin Steele"),
}


def gold_of(theme: str, facts: Facts, body: Sequence[str], source: str) -> dict[str, Any]:
    """The gold of one theme; each entry quotes the lines of the note that hold its words."""

    def told(*words: str) -> list[dict[str, str]]:
        held = [
            word if "|" in line or "\t" in line else line.strip()
            for line in body
            for word in words
            if word in line
        ]
        return [{"source": source, "quote": line} for line in held]

    language = facts.language
    if theme == "goals":
        return {"goals": [
            {"statement": g.metric, "metric": g.metric, "baseline": g.baseline, "target": g.target,
             "due": f"{g.due:%Y-%m}" if g.month else g.due.isoformat(), "owner": g.owner.removesuffix("様") if told(g.owner) else None, "evidence": told(g.metric, g.target)}
            for g in facts.goals
        ]}  # fmt: skip
    if theme == "steps":
        return {"decision_path": [
            {"order": n, "step": s.what, "approver": s.by.removesuffix("様"), "when": s.when.isoformat(), "evidence": told(s.what)}
            for n, s in enumerate(facts.steps, 1)
        ]}  # fmt: skip
    if theme == "budget":
        return gold_of_budget(facts)
    if theme == "tasks":
        return {"commitments": [
            {"who": "us" if t.ours else "customer", "text": t.text, "due": t.due.isoformat(), "evidence": told(t.text)} for t in facts.tasks
        ]}  # fmt: skip
    if theme == "tools":
        return {
            "tools": [
                {"name": t.name, "department": t.team, "purpose": t.purpose, "evidence": told(t.name)}
                for t in facts.tools
            ]
        }
    printed = " ".join(body)
    named = [
        (f if g not in printed else f"{f} {g}" if language == "ja" else f"{g} {f}", f, p)
        for f, g, p in facts.people[:3]
    ]
    return {
        "key_people": [
            {"name": name, "title": post, "kind": "person", "role": "unknown", "stance": "不明", "status": "active", "aliases": [f], "evidence": told(f)}
            for name, f, post in named
        ],
        "not_people": [*OURS[language], "藤堂" if language == "ja" else "Dana Todd"],
    }  # fmt: skip


def write_account(folder: Path, theme: str, layout: str, facts: Facts) -> None:
    """The folder of one account: account.yaml, its note, gold.yaml."""
    language = facts.language
    customer, vendor = HOUSE[language]
    (folder / "sources").mkdir(parents=True)
    account = {
        "id": folder.name, "name": customer, "product": PRODUCT[language], "contract_start": "2026-04-01",
        "contract_end": "2027-03-31", "notice_days": 60, "csm": OURS[language][0], "as_of": AS_OF.isoformat(),
        "vendor": {"name": vendor, "people": list(OURS[language])},
    }  # fmt: skip
    met = f"{MET.year}年{MET.month}月{MET.day}日" if language == "ja" else f"{MET.day} {MET:%B} {MET.year}"
    present = ("、" if language == "ja" else ", ").join(called(one, language) for one in facts.people[:3])
    heads = [line.format(d=met, c=present) for line in HEADS[language]]
    body = LAYOUTS[theme][language][layout](facts)
    heads = heads[:1] if theme == "people" else heads
    write_source(folder / "sources", layout, heads, body, language, present)
    source = next((folder / "sources").iterdir()).name
    gold = {"language": language, **gold_of(theme, facts, body, source)}
    for name, value in (("account.yaml", account), ("gold.yaml", gold)):
        (folder / name).write_text(
            yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )


def write_all(to: Path, seed: int, rounds: int, theme: str | None) -> dict[str, tuple[str, str, str]]:
    """Folder name → theme, language and layout of every account written."""
    names: dict[str, tuple[str, str, str]] = {}
    for one, languages in LAYOUTS.items():
        if theme not in (None, one):
            continue
        for language, layouts in languages.items():
            for layout in layouts:
                for turn in range(rounds):
                    name = f"pack-{2001 + len(names)}-{one}"
                    names[name] = (one, language, layout)
                    write_account(to / name, one, layout, draw(Random(f"{seed} {layout} {turn}"), language))
    return names


def main() -> None:
    """Write, score, print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3, help="accounts a layout")
    parser.add_argument("--theme", choices=list(LAYOUTS))
    parser.add_argument("--keep", type=Path, help="folder to keep the accounts and the log in")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        to = given.keep or Path(scratch)
        shutil.rmtree(to / "packs", ignore_errors=True)
        names = write_all(to / "packs", given.seed, given.rounds, given.theme)
        values: dict[tuple[str, str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for item, fields_of_item in scored(to / "packs", to / "log.jsonl").items():
            for field, value in fields_of_item.items():
                if field in FIELDS[names[item][0]]:
                    values[names[item]][field].append(value)
    means = {key: {f: sum(v) / len(v) for f, v in fields.items()} for key, fields in values.items()}
    for theme in dict.fromkeys(key[0] for key in means):
        of_theme = [sum(v.values()) / len(v) for key, v in means.items() if key[0] == theme]
        print(f"{sum(of_theme) / len(of_theme):.3f} {theme}: mean of {len(of_theme)} layouts")
    for key, fields in sorted(
        means.items(), key=lambda pair: (pair[0][0], sum(pair[1].values()) / len(pair[1]))
    ):
        shown = " ".join(f"{name.split('.')[-1]} {value:.2f}" for name, value in fields.items())
        print(f"{sum(fields.values()) / len(fields):.2f} {key[0]:6} {key[1]} {key[2]:34} {shown}")


if __name__ == "__main__":
    main()
