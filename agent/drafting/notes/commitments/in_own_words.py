"""Promises in speech as a list has them: without the speaker's label and the "Yes," before, owned by who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.commitments.matters import with_matter
from agent.models.plan import Commitment
from agent.renewal.remarks import Remark

OPENER = re.compile(
    r"^(?:(?:はい|ええ|うん|もちろん(?:です)?|かしこまりました|承知(?:いた)?し(?:まし)?た|了解(?:です|しました)?|わかりました|分かりました|では|じゃあ|それでは)[、。！!]+\s*"
    r"|(?:yes|yeah|sure|of course|ok(?:ay)?|right|fine|absolutely|certainly|no problem|will do|understood|thanks?(?: you)?|well)[,.!:;–—-]+\s+)+",
    re.I,
)
"""What answers the one who asked, before the promise itself."""
SHORTEST = 6
"""Letters a promise has without its opener."""
HOUSE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
"""The company behind a speaker's name in a transcript."""
OWN_EN = re.compile(
    r"\bI(?:'|’)?(?:ll|\s+will|\s+shall|\s+can|\s+am|(?:'|’)m)\b|\byou(?:'|’)?(?:ll|\s+will) (?:have|get|receive|hear|see)\b|\blet me\b",
    re.I,
)
OWN_JA = re.compile(
    r"(?:ます|ましょう|ておく|てみる|とく|ますね|ますよ|ますので|ますから)[ねよ。」）)、]*$|(?:私|僕|自分)(?:の(?:ほう|方))?(?:が|で|から)"
)
ANOTHERS_JA = re.compile(
    r"(?:^|[、。])(?!私|わたし|僕|自分|こちら|こっち|当方|うち|弊社|当社|ここ|それ|これ|あと|今日|明日|今週|来週|[\d０-９])[^、。]{1,14}?(?:さん|様|氏|長|部|課|任|チーム)?(?:が|から|より)(?=[^、。]*(?:ます|する|送|出|渡|連絡|返))"
)
"""Somebody else is the one who does it (佐藤が送ります)."""


def in_own_words(commitments: Sequence[Commitment], remarks: Sequence[Remark]) -> list[Commitment]:
    """The commitments, each with its text cut to the promise and, where the speaker takes it on, with its owner.

    A promise that does not say what it is about has the line it answers before it.
    """
    told = [_in_own_words(entry, list(quoted(entry, remarks))) for entry in commitments]
    return [with_matter(entry, remarks) for entry in told]


def quoted(entry: Commitment, remarks: Sequence[Remark]) -> Iterator[Remark]:
    """The lines the entry cites; a citation of speech may begin with the speaker's label."""
    for citation in entry.citations:
        for remark in remarks:
            if (
                remark.document.source_id == citation.source_id
                and citation.start <= remark.start < citation.end
            ):
                yield remark


def _in_own_words(entry: Commitment, lines: Sequence[Remark]) -> Commitment:
    said = next((line.speaker for line in lines if line.speaker), None)
    label = re.match(rf"{re.escape(said)}\s*[:：]\s*", entry.text) if said else None
    text = entry.text[label.end() :] if label else entry.text
    rest = OPENER.sub("", text)
    text = rest if len(rest) >= SHORTEST else text or entry.text
    return entry.model_copy(update={"text": text, "owner": entry.owner or _speaker(entry, lines)})


def _speaker(entry: Commitment, lines: Sequence[Remark]) -> str | None:
    """Who of the side that owes it says, of themselves, that they will do it."""
    for line in lines:
        if line.speaker and line.side in (entry.who, None) and not line.quoted and _takes_on(line.text):
            return HOUSE.sub("", line.speaker)
    return None


def _takes_on(words: str) -> bool:
    if words.isascii() or not re.search(r"[ぁ-ん]", words):
        return OWN_EN.search(words) is not None
    return OWN_JA.search(words) is not None and not ANOTHERS_JA.search(words)
