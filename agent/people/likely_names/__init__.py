"""A second reader of names: words weighed by what stands around them at all their places, not by dictionaries alone.

Candidates are taken generously (`candidates_ja`, `candidates_en`), weighed by weights fitted on notes in which
everybody printed is marked (`evals.fits.names`), and joined with what the rules found (`taken`).
"""

from agent.people.likely_names.chances import chances_of
from agent.people.likely_names.types import Candidate, Place

__all__ = ["Candidate", "Place", "chances_of"]
