"""A date that a short answer moves is set against whoever gave the one asked about."""

from __future__ import annotations

from agent.drafting.notes.contradictions.values import plain_of, values_in


def test_first_and_second_are_days_beside_a_month() -> None:
    days = [(value.day, value.month) for value in values_in(plain_of("They vote on the second of May."))]
    assert days == [(2, 5)]
    assert not values_in(plain_of("A second vote came first."))
