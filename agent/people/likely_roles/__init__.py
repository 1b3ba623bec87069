"""A fitted second reading of roles and stances: chances of each, from all that the notes tell of a person or body.

Candidates with the rules' standings go in, `weigh` gives standings in which the chances have spoken (docs/adr/0012).
The weights are fitted by evals/fits/roles.py on labelled notes and packs.
"""

from agent.people.likely_roles.chances import WEIGHTS, RoleChances, role_chances
from agent.people.likely_roles.features import Seen, features_of
from agent.people.likely_roles.told import Told, sentences_with_kinds, told_of
from agent.people.likely_roles.weigh import weigh

__all__ = [
    "WEIGHTS",
    "RoleChances",
    "Seen",
    "Told",
    "features_of",
    "role_chances",
    "sentences_with_kinds",
    "told_of",
    "weigh",
]
