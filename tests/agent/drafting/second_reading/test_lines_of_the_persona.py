"""Lines about somebody else than the decider are no part of the decider's persona."""

from __future__ import annotations

from pathlib import Path

from agent.pipeline import draft

ACCOUNT = (
    "id: A1\nname: Harbour Foods Ltd\nproduct: OrderPal\ncontract_start: 2026-04-01\ncontract_end: 2027-03-31\n"
    "as_of: 2026-10-01\nlanguage: en\ncsm: Orla Finn\nvendor: {name: OrderPal Ltd, people: [Orla Finn, Tom Hale]}\n"
)
CALL = """WEBVTT

00:01.000 --> 00:05.000
<v Orla Finn>Who signs the renewal in the end, Priya?

00:05.000 --> 00:15.000
<v Priya Nair>Walter Crane, our finance director, decides. Walter only looks at the payback in pounds and hates long decks.

00:15.000 --> 00:22.000
<v Tom Hale>That sounds like something we can help with. I'll bring a payback sheet for Walter by Friday.

00:22.000 --> 00:30.000
<v Priya Nair>I would love it to be simple. Nobody had an answer last time.
"""


def test_what_we_pledge_what_a_speaker_wishes_and_what_nobody_does(tmp_path: Path) -> None:
    (tmp_path / "account.yaml").write_text(ACCOUNT, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "20260910_call.vtt").write_text(CALL, encoding="utf-8")
    (tmp_path / "sources" / "20260901_note.md").write_text(
        "# 1 September 2026\n\nPresent: Priya Nair (Purchasing Manager), Walter Crane (Finance Director) / Orla Finn\n\n"
        "- Walter Crane decides on the renewal\n",
        encoding="utf-8",
    )
    persona = draft(tmp_path).plan.decision_path.decider_persona
    assert persona is not None
    assert "Walter only looks at the payback" in persona.text
    for other in ("help with", "I'll bring", "I would love", "Nobody had"):
        assert other not in persona.text
