"""A second reading of the notes: each sentence weighed by the fitted reader of kinds, with what the rules saw in it.

Entries none of whose sentences is likely to be of their kind are dropped; likely sentences that no rule saw become
entries. Whatever is added is cited word for word like everything else (docs/adr/0007).
"""

from agent.drafting.second_reading.read import second_reading

__all__ = ["second_reading"]
