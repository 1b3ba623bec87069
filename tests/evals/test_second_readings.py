"""Second readings are of packs that may be studied, quote their sources exactly, and say how far readers agree."""

from __future__ import annotations

from evals.second_readings import agreement, second_readings
from evals.tasks.plan import HELD_OUT


def test_second_readings_are_of_studied_packs_and_quote_their_sources() -> None:
    pairs = list(second_readings())
    assert len(pairs) >= 6
    for first, second in pairs:
        assert not first.name.startswith(HELD_OUT)
        sources = {path.name for path in (first.folder / "sources").iterdir()}
        quoted = [piece for person in second.gold.key_people for piece in person.evidence]
        assert quoted
        assert {piece.source for piece in quoted} <= sources


def test_readers_agree_on_people_and_far_less_on_contradictions() -> None:
    found = agreement()
    assert found["people.economic_buyer"] == 1.0
    assert 0.9 < found["people.role"] < 1.0
    assert found["contradictions"] < 0.6
