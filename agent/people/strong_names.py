"""Family names this account's sources prove by form, whether or not a dictionary knows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from agent.people.labels import is_callable, is_post
from agent.people.lexicon import alternatives, table
from agent.people.names import is_common, is_family, is_unknown
from agent.people.parties import Parties
from agent.people.types import Mention, Source

_GLOSS = re.compile(
    r"(?<![一-龥々])(?P<name>[一-龥々ヶ﨑髙]{1,5})[(（][ぁ-んァ-ヶー]{2,9}[)）](?=さん|様|氏|[一-龥]{0,4}(?:長|主任|主査|代理|次長)|が|は|です|、)"
)
_CALLED = re.compile(
    r"(?<![一-龥々ァ-ヶー])(?P<name>[一-龥々ヶ﨑髙]{1,4}|[ァ-ヶー]{2,7})(?P<hon>さん|様|さま|氏|くん|先生)(?![一-龥])"
)
MOSTLY_CALLED = 0.3
"""Share of a word's places at which an everyday word or a place has to be called さん, 様 or by a rank to be a name."""


def strong_names(known: Iterable[Mention], sources: Sequence[Source], parties: Parties) -> frozenset[str]:
    """Names of lists, speakers and senders; names with their reading in brackets; words called さん, 様, 氏.

    A word the dictionary knows otherwise ("ひのき" in 檜さん) is a name where no trade, unit or relative is called so
    and where it stands for hardly anything else: 広告さま is one house's department among many mentions of 広告.
    """
    names = {m.family for m in known if m.family and not m.latin and len(m.family) <= 5}
    called: Counter[str] = Counter()
    for source in sources:
        if source.document.language == "en":
            continue
        names |= {f["name"] for f in _GLOSS.finditer(source.folded)}
        called.update(f["name"] for f in _CALLED.finditer(source.folded))
        called.update(f["name"] for f in _ranked().finditer(source.folded))
    for word, times in called.items():
        if is_family(word) or not is_callable(word) or parties.is_company(word) or is_post(word):
            continue
        if re.match(r"[ァ-ヶー]", word):
            continue
        if is_unknown(word) or times >= MOSTLY_CALLED * sum(s.folded.count(word) for s in sources):
            names.add(word)
    return frozenset(n for n in names if not (len(n) == 1 and is_common(n) and not called[n]))


@cache
def _ranked() -> re.Pattern[str]:
    """A word before a rank that no unit stands before: 専務, 常務, 先生."""
    ranks = alternatives(table("titles")["personal"]["ranks"])
    posts = "課長|部長|主任|係長|次長|所長|店長|室長"
    return re.compile(
        rf"(?<![一-龥々ァ-ヶー])(?P<name>(?:[一-龥々ヶ﨑髙]{{2,3}}(?={ranks})|(?![副本元前新現各全両同当次正准主総他旧])[一-龥](?=(?:{posts})(?!会))))"
    )
