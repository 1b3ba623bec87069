"""A fitted second opinion on what the rules read in a goal or action (docs/adr/0009).

Every token gets a score for each part of a plan's goal (method, review, owner …), from weights fitted on goals whose
words were marked by several writers (`evals.fits.smart_labels`); the whole text gets one for being a business result or
leaving something concrete (`evals.fits.smart_items`). Loose words, sources and goals without a scale are judged by the
rules' verdict and all scores together (`data/judged.toml`); other labels of the rules are overruled only where the score
lies far on the other side; how far is data (`data/bounds.toml`).
"""

from agent.goals.second_opinion.judged import Situation
from agent.goals.second_opinion.opinion import Opinion, opinion_on
from agent.goals.second_opinion.scores import LABELS, Scores, scores_of
from agent.goals.second_opinion.signs import Sign, signs_of
from agent.goals.second_opinion.tokens import Token, tokens_of

__all__ = [
    "LABELS",
    "Opinion",
    "Scores",
    "Sign",
    "Situation",
    "Token",
    "opinion_on",
    "scores_of",
    "signs_of",
    "tokens_of",
]
