"""The file a layout stands in: a layout's name says it before a colon ("mail: …"); a plain note without one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import docx

from evals.laid_out.facts import HOUSE, OURS


def write_source(
    folder: Path, layout: str, heads: Sequence[str], body: Sequence[str], language: str, present: str
) -> None:
    """Writes the one source of an account: the heads of a note where the container has a place for them, and the body."""
    kind = layout.partition(":")[0] if ":" in layout else ""
    if kind == "docx":
        _word(folder / "01_minutes_20261105.docx", [*heads, *body])
        return
    name, text = WRITERS.get(kind, _note)(heads, body, language, present)
    (folder / name).write_text(text, encoding="utf-8")


def _note(heads: Sequence[str], body: Sequence[str], language: str, present: str) -> tuple[str, str]:
    return "01_minutes_20261105.txt", "\n".join([*heads, "", *body, ""])


def _markdown(heads: Sequence[str], body: Sequence[str], language: str, present: str) -> tuple[str, str]:
    first, *others = heads
    return "01_minutes_20261105.md", "\n".join([f"# {first}", "", *others, "", *body, ""])


def _csv(heads: Sequence[str], body: Sequence[str], language: str, present: str) -> tuple[str, str]:
    """Cells between tabs as a CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(line.split("\t") for line in body)
    return "01_list_20261105.csv", out.getvalue()


def _mail(heads: Sequence[str], body: Sequence[str], language: str, present: str) -> tuple[str, str]:
    ours, them = OURS[language][0], present.split("、" if language == "ja" else ", ")[0]
    subject, hello = (
        (
            "昨日のお打合せの件",
            f"{them}\n\nお世話になっております。{HOUSE['ja'][1]}の三浦です。\n本日はありがとうございました。",
        )
        if language == "ja"
        else ("Today's meeting", f"Hi {them.split(' ')[0]},\n\nThanks for your time today.")
    )
    bye = "よろしくお願いいたします。\n三浦" if language == "ja" else "Best regards,\nRobin"
    head = [
        f"From: {ours} <miura@vendor.example>", f"To: {them} <someone@customer.example>", f"Subject: {subject}",
        "Date: Thu, 05 Nov 2026 18:02:00 +0900", "MIME-Version: 1.0", 'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: 8bit",
    ]  # fmt: skip
    return "01_mail_20261105.eml", "\n".join([*head, "", hello, "", *body, "", bye, ""])


def _talk(heads: Sequence[str], body: Sequence[str], language: str, present: str) -> tuple[str, str]:
    """Somebody of ours reads the list out, a cue a line."""
    cues = [f"{OURS[language][0]}: {line}" for line in body if line]
    stamps = [
        f"00:{n // 6:02}:{n % 6 * 10:02}.000 --> 00:{n // 6:02}:{n % 6 * 10 + 8:02}.000"
        for n in range(len(cues))
    ]
    return "01_talk_20261105.vtt", "WEBVTT\n\n" + "\n\n".join(
        f"{a}\n{b}" for a, b in zip(stamps, cues, strict=True)
    ) + "\n"


def _word(to: Path, lines: Sequence[str]) -> None:
    """Paragraphs; lines with tabs that follow each other are a table."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(len(rows), max(len(row) for row in rows))
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell
            rows = []
        if line:
            document.add_paragraph(line)
    document.save(str(to))


Writer = Callable[[Sequence[str], Sequence[str], str, str], tuple[str, str]]
WRITERS: dict[str, Writer] = {"md": _markdown, "csv": _csv, "mail": _mail, "talk": _talk}
