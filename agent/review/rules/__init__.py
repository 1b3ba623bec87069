"""All rules in the order of their ids: one file a letter, one row a rule."""

from agent.review.rule import Rule
from agent.review.rules.achievable import ACHIEVABLE
from agent.review.rules.measurable import MEASURABLE
from agent.review.rules.ownership import OWNERSHIP
from agent.review.rules.plan import PLAN
from agent.review.rules.relevant import RELEVANT
from agent.review.rules.specific import SPECIFIC
from agent.review.rules.timed import TIMED

RULES: tuple[Rule, ...] = (*SPECIFIC, *MEASURABLE, *ACHIEVABLE, *RELEVANT, *TIMED, *OWNERSHIP, *PLAN)

__all__ = ["RULES"]
