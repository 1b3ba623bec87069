"""Figures that a sentence only tells: of a sample, of a case, of what was found or will be counted. None is a target."""

from __future__ import annotations

import re

from agent.drafting.notes.goals.figures import states_aim

SAMPLE = re.compile(
    r"(?:分)?を(?:含め|除[いくき])|(?:ほど)?を?(?:測っ|計っ|数えて|調べ|抜き|抽出|サンプル|試し)"
)
FOUND = re.compile(
    r"(?:だった|でした|であった|だったとのこと|でしたとのこと)(?:[(（][^()（）]*[)）])?[。」]?$|(?:くらい|ぐらい|ほど|程度|[割%％件回日分人])(?:らしい|だそう|みたい|のよう)(?:です|だ)?[。」]?$|(?:だった|でした|であった)と(?:の|いう)|との(?:ご)?報告(?:があ|をいただ|で)|(?:半減|倍増|減少|増加|改善|短縮|低下|上昇)し(?:た|ました)[。」]?$|"
    r"\bgot (?:that|this|it|there) by\b|\b(?:came|comes|worked) out (?:at|as)\b",
    re.I,
)
"""Tells what was found."""
COUNTS = re.compile(
    r"(?:測り|計り|数え|調べ)(?:ます|ておきます|る予定です)[。」]?$|(?:測る|計る|調べる)[。」]?$"
)
"""Says that something will be counted, and not to what it is to come."""
CASE = re.compile(r"\b(?:when|whenever|because|since|where|unless|as soon as)\b[^,.;:]*$", re.I)


def is_only_told(text: str, before: str, after: str) -> bool:
    """True where the figure between `before` and `after` sets nothing to be reached, unless the sentence states an aim."""
    told = SAMPLE.match(after) or CASE.search(before) or COUNTS.search(text) or FOUND.search(text)
    return told is not None and not states_aim(text)
