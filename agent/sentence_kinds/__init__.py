"""Which kinds of statement a sentence of a note is likely to make: a goal, a promise, a commitment, a risk …

A linear reader of letter and word sequences, fitted on labelled notes by several writers (`evals.fits.sentence_kinds`)
and shipped as weights. It gives chances, never entries: fields take them beside what their own rules see.
"""

from agent.sentence_kinds.chances import Chances, chances_of
from agent.sentence_kinds.features import Sentence

__all__ = ["Chances", "Sentence", "chances_of"]
