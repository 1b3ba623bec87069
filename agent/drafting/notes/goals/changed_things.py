"""What a goal without a figure measures: the thing that is to become less, more, shorter or better."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.goals.measures import is_bare, measure
from connectors.language import JAPANESE

THINGS_JA = re.compile(
    r"(?:^|[、。「」:：\s　]|(?:まで|して|せて|えて|して|ので|から|ば|と)(?=[一-龠ァ-ヴー]))(?P<what>[^、。「」()（）をがは:：\s　]{2,26})(?:を|が)(?:もっと|さらに|少しでも|少し|できるだけ|なるべく|ぐっと|大きく|今より|いまより)?(?:減|へら|へり|なく(?!て)|無く|ゼロ|増や|ふや|短く|短縮|縮め|ちぢめ|上げ|下げ|高め|早め|早く|速く|半減|半分|抑え|おさえ|伸ば|削減|向上|改善|底上げ)"
)
THINGS_EN = re.compile(
    r"\b(?:fewer|less|shorter|faster|quicker|higher|lower) (?P<less>[a-z][a-z' -]{2,50}?)(?=$|[.,;:()\"”]| (?:by|in|at|across|from|before|than|so|and|which|that|when|caused|due)\b)|"
    r"\b(?:cut|reduce|lower|raise|increase|shorten|improve|speed up|halve|bring down|get rid of|eliminate|stop|end|lift|grow) (?:the |their |our |its )?(?:number of |amount of )?(?P<what>[a-z][a-z' -]{2,50}?)(?=$|[.,;:()\"”]| (?:by|to|in|at|across|from|before|than|so|and|which|that|when|on|for)\b)",
    re.I,
)
NOUN = re.compile(r"(?:[一-龠ァ-ヴー々]+の)?[一-龠ァ-ヴー々]{0,6}(?:[一-龠々][れけりいきちえめせし])")
"""A thing called by the stem of a verb (点検の抜け, 手戻り)."""
UNCOUNTED = re.compile(
    r"(?:力|意識|質|レベル|水準|スキル|文化|風土|雰囲気|意欲|書|状|帳|簿|票|紙|ノート|用紙|台帳|ファックス|FAX|ハンコ)$|\b(?:skills?|culture|morale|awareness|quality|level|hospitality|paper|forms?|notebooks?|spreadsheets?)$",
    re.I,
)
"""Things done away with whole, and abilities: nothing says in what they are counted."""
LONGEST = 40


def thing_changed(statement: str, known: Sequence[str] = ()) -> str | None:
    """The noun phrase that the statement says is to be changed, where it may be measured; None where it names none."""
    if JAPANESE.search(statement):
        found = [match["what"] for match in THINGS_JA.finditer(statement)]
    else:
        found = [match["less"] or match["what"] for match in THINGS_EN.finditer(statement)]
    for words in found:
        named = measure(words.strip(), known) or (words if NOUN.fullmatch(words) else None)
        if named and not is_bare(named) and not UNCOUNTED.search(named) and len(named) <= LONGEST:
            return named
    return None
