"""A small calculus of promises: the figures of two texts in one kind and unit, and whether the planned one falls short;
hours, acts and grades that a promise names, and whether the plan goes against them.
"""

from agent.goals.promised.acts import drops_another, ends_it, ends_what_stays, leaves_it_undone
from agent.goals.promised.charged import is_charged
from agent.goals.promised.compare import Verdict, has_rate, speaks_of_effort, verdict_on
from agent.goals.promised.doers import gives_it_to_customer
from agent.goals.promised.given import ends_what_is_given
from agent.goals.promised.gone import some_left
from agent.goals.promised.held import holds_still, moves_against
from agent.goals.promised.later_years import ends_of_years, in_later_year
from agent.goals.promised.looks import only_looks
from agent.goals.promised.parts import names_only_some
from agent.goals.promised.payback import pays_back
from agent.goals.promised.ruled_out import does_what_is_ruled_out
from agent.goals.promised.single import has_several
from agent.goals.promised.weekdays import fewer_days
from agent.goals.promised.whole import covers_part, speaks_not_of_given
from agent.goals.promised.windows import days_ruled_out, in_forbidden_hours

__all__ = [
    "Verdict",
    "covers_part",
    "days_ruled_out",
    "does_what_is_ruled_out",
    "drops_another",
    "ends_it",
    "ends_of_years",
    "ends_what_is_given",
    "ends_what_stays",
    "fewer_days",
    "gives_it_to_customer",
    "has_rate",
    "has_several",
    "holds_still",
    "in_forbidden_hours",
    "in_later_year",
    "is_charged",
    "leaves_it_undone",
    "moves_against",
    "names_only_some",
    "only_looks",
    "pays_back",
    "some_left",
    "speaks_not_of_given",
    "speaks_of_effort",
    "verdict_on",
]
