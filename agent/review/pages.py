"""docs/rules: one page a rule and an index, written from the catalogue and the examples.

`python -m agent.review.pages docs/rules` writes them; a test compares them with what stands there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from agent.review.explain import catalogue, explanation
from agent.review.rules import RULES

_LETTERS = {
    "S": "Specific", "M": "Measurable", "A": "Achievable", "R": "Relevant", "T": "Timed", "O": "Owned", "P": "Plan",
}  # fmt: skip


def pages() -> dict[str, str]:
    """File name → Markdown, the index first."""
    written = {"index.md": _index()}
    written.update({f"{rule.id}.md": _page(rule.id) for rule in RULES})
    return written


def _index() -> str:
    lines = [
        "# Rules of the SMART review",
        "",
        "`banso rules` lists them, `banso rules S01` explains one. `banso.toml` switches rules and severities.",
        "Written by `python -m agent.review.pages docs/rules`.",
    ]
    titles = {entry["id"]: entry["title"] for entry in catalogue("ja")}
    for letter, name in _LETTERS.items():
        lines += ["", f"## {letter} – {name}", "", "| id | severity | rule | 規則 |", "|---|---|---|---|"]
        for entry in catalogue("en"):
            if entry["id"].startswith(letter):
                row = f"| [{entry['id']}]({entry['id']}.md) | {entry['severity']} "
                lines.append(f"{row}| {entry['title']} | {titles[entry['id']]} |")
    return "\n".join(lines) + "\n"


def _page(rule_id: str) -> str:
    english, japanese = explanation(rule_id, "en"), explanation(rule_id, "ja")
    rule = next(rule for rule in RULES if rule.id == rule_id)
    check = rule.item or rule.whole
    told = (check.__doc__ or "").strip().partition(": ")[2] if check else ""
    lines = [
        f"# {rule_id} – {english['title']} / {japanese['title']}",
        "",
        f"Severity: {english['severity']}",
        "",
    ]
    lines += [told[:1].upper() + told[1:], ""]
    for name, told_in in (("English", english), ("日本語", japanese)):
        lines += [
            f"## {name}",
            "",
            f"- {told_in['message']}",
            f"- {told_in['question']}",
            f"- {told_in['hint']}",
            "",
        ]
    for quality, heading in (("bad", "Bad examples / 悪い例"), ("good", "Good examples / 良い例")):
        lines += [f"## {heading}", ""]
        lines += [f"- {example}" for language in ("ja", "en") for example in english[quality][language]]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def main(folder: str) -> None:
    """Write every page into the folder."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, content in pages().items():
        (target / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "docs/rules")
