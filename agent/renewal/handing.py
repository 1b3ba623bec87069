"""Who stands behind a step that no rule gave an approver, read out of its sentence and those beside it.

Somebody whose yes the sentence asks for, else to whom the paper is handed ("send me this by", 「20日までに私のところへ」), else
who does it ("Tobias sends the figures", 「わたしがまとめます」). A day alone leans on the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.models.plan import KeyPerson
from agent.renewal.approvers import HEAD, economic_buyer
from agent.renewal.clauses import CUES
from agent.renewal.cues import cues, frames
from agent.renewal.holders import body_in, by_title, same_body, stands_alone
from agent.renewal.remarks import Remark
from agent.renewal.saying import said_by
from agent.renewal.sides import Sides

PACKAGE, FILE = "agent.renewal", "handing"
ME = frozenset(
    {
        "私",
        "自分",
        "わたし",
        "わたくし",
        "僕",
        "ぼく",
        "俺",
        "おれ",
        "小生",
        "小職",
        "当方",
        "こちら",
        "うち",
        "I",
        "me",
        "my",
    }
)
EACH = "各"
EVERY_UNIT = re.compile(
    r"各[一-龠ァ-ヴー]{0,4}(?:部|課|室|局|署|店|所|場|校|園|院|館|施設|拠点|部門|支店|社|班|係|G|グループ|チーム)(?:から|より|ごと|が)"
)
"""Every unit hands in: that names nobody who approves."""
ARTICLE = re.compile(r"^(?:the|our|their|its|his|her) ", re.I)
UNIT = re.compile(
    r"(?!各|貴|御|弊|当|うち|全|本部$|事務局)[一-龠ァ-ヴーA-Za-z]{2,12}(?:部|課|室|局|本部|センター)"
)
"""A department of the customer by its name."""
I_DO = re.compile(
    r"(?:出し|提出し|上げ|まとめ|起案し|起票し|固め|延ばし|作り|作成し|回し|諮り|書き|用意し)(?:ます|ておきます|たいです|る予定です|ます予定です)[。]?$"
)
REASON = re.compile(r"ため|ので|[、。]")
SUBJECT = re.compile(
    r"(?:さん|様|氏|長|部|課|室|局|社|会|者|側|方|監査|本部|事務局|[ァ-ヴー]{2,})(?:が|は|から|で|より)(?!、?ですが)|各|皆|全員"
)
SHORT = 30
"""Characters up to which a sentence without a name may lean on the one before it."""


def who_stands_behind(
    remark: Remark, before: Remark | None, after: Remark | None, people: Sequence[KeyPerson], sides: Sides
) -> str | None:
    """The person, body or holders as the plan names them; None where nobody is told or the step is only made known.

    `before` and `after` are the remarks beside it in its document.
    """
    text = remark.text
    if cues(PACKAGE, FILE)["made_known"].search(text) or EVERY_UNIT.search(text):
        return None
    body = _deciding_body(text, people)
    if body is not None:
        return body
    found = _first(("assents", "named", "does", "takes"), remark, people, sides) or _says_so(
        remark, people, sides
    )
    if found is None and after is not None and _goes_on(remark, after):
        found = _first(("named",), after, people, sides) or _first(
            ("does",), after, people, sides, only_me=True
        )
    if found is None and before is not None and _goes_on(before, remark) and len(text) <= SHORT:
        leans = cues(PACKAGE, FILE)["leans_on_neighbour"].search(text)
        found = _first(("takes", "does"), before, people, sides) if leans else None
    return found


def holder_named(words: str, remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> str | None:
    """A customer's person, or a department as the plan names it, that words standing alone name."""
    return _holder(words, remark, people, sides)


def _says_so(remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> str | None:
    """The speaker, where the customer says without a subject what they will do (「12月25日までに出します」)."""
    named = SUBJECT.search(REASON.split(remark.text.rstrip("。"))[-1]) is not None
    return None if named or not I_DO.search(remark.text) else _holder("私", remark, people, sides)


def _deciding_body(text: str, people: Sequence[KeyPerson]) -> str | None:
    """The body named where the sentence decides; the buyer of that name in the plan's words."""
    words = body_in(text) if cues(PACKAGE, FILE)["decides"].search(text) else None
    if (
        words is None
        or CUES["request"].search(text)
        or CUES["papers"].search(text)
        or _takes_paper(words, text)
    ):
        return None
    buyer = economic_buyer(people)
    known = [
        p for p in people if p.kind == "body" and (stands_alone(p.name, text) or same_body(words, p.name))
    ]
    if buyer in known:
        return buyer.name if buyer else None
    return known[0].name if known else words


def _takes_paper(body: str, text: str) -> bool:
    """Something is handed to the body, which does not approve it by that."""
    name = re.escape(ARTICLE.sub("", body))
    return bool(
        re.search(
            rf"{name}(?:の?事務局)?(?:に|へ|宛て?に?|あてに?)[^。、]{{0,12}}(?:提出|出[しすせ]|送|渡|届|回[しす])|"
            rf"\b(?:submit\w*|sen[dt]s?|sending|hand\w*|papers?|pack|goes in|due|with|copied)\b[^.;]{{0,40}}\b(?:to|with|for|into) (?:the )?{name}",
            text,
            re.I,
        )
    )


def _goes_on(one: Remark, other: Remark) -> bool:
    return (
        one.document is other.document and one.speaker == other.speaker and abs(one.block - other.block) <= 1
    )


def _first(
    keys: Sequence[str], remark: Remark, people: Sequence[KeyPerson], sides: Sides, only_me: bool = False
) -> str | None:
    """The first holder that a frame of the first key with any names."""
    for key in keys:
        for _, words in sorted(_told(key, remark.text)):
            if only_me and words not in ME:
                continue
            holder = _holder(words, remark, people, sides)
            if holder is not None:
                return holder
    return None


def _told(key: str, text: str) -> Iterator[tuple[int, str]]:
    """Where the key's frames begin and whom they name, overlapping ones too ("by the 6th to Mr X", 「6日までに…さんへ」)."""
    for frame in frames(PACKAGE, FILE, key):
        match = frame.search(text)
        while match is not None:
            yield match.start("who"), match["who"]
            match = frame.search(text, match.start() + 1)


def _holder(words: str, remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> str | None:
    if words in ME:
        speaker = said_by(remark, sides)
        return speaker.name if speaker is not None else None
    if words.startswith(EACH):
        return None if EVERY_UNIT.match(f"{words}が") else words
    if sides.of(words) == "us":
        return None
    known = sides.person(words) or by_title(ARTICLE.sub("", words), people)
    if known is not None:
        return known.name if known.kind == "person" else None
    if UNIT.fullmatch(words):
        return _of_unit(words, people)
    return None


def _of_unit(words: str, people: Sequence[KeyPerson]) -> str | None:
    """The department's only head or only stakeholder; else the department as written."""
    members = [
        p
        for p in people
        if p.kind == "person" and p.department and words in p.department and p.status == "active"
    ]
    heads = [p for p in members if p.title and HEAD.search(p.title)] or members
    return heads[0].name if len(heads) == 1 else words
