"""Lines in like words that are two commitments: of either side, or for two days."""

from agent.drafting.second_reading.commitments import _are_two
from agent.models.evidence import Value
from agent.models.plan import Commitment


def _owed(who: str, text: str, day: str | None) -> Commitment:
    due = Value[str].model_construct(value=day) if day else None
    return Commitment.model_construct(who=who, text=text, due=due, citations=[])


def test_two_days_or_two_sides_are_two() -> None:
    first = _owed("us", "申込書は4月8日までにお送りします", "2027-04-08")
    assert _are_two(first, _owed("us", "一覧は4月22日までにお送りします", "2027-04-22"))
    assert _are_two(first, _owed("customer", "申込書は4月8日までにお送りします", "2027-04-08"))


def test_a_day_that_moves_is_one() -> None:
    first = _owed("us", "申込書は4月8日までにお送りします", "2027-04-08")
    assert not _are_two(first, _owed("us", "申込書は4月15日に変更してお送りします", "2027-04-15"))
