"""Sentences about another matter of the customer's by what stands beside them: 「電子カルテの入れ替えで大騒ぎで。あれは理事会で決まります。」,
"The grants panel meets on the 19th. That's the money we give away, nothing to do with tools."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.renewal.other_matters import HERE, is_of_another_matter, says_it_is_apart
from agent.renewal.remarks import Remark

Key = tuple[str, int]

POINTS = re.compile(
    r"^[\s・\-*]*(?:で、|だから|なので|ただ、?|まあ、?|and |but |so |well,? )?"
    r"(?:(?:あれ|それ|これ|あっち|そっち|あちら|そちら|あの(?:件|話)|その(?:件|話)|この(?:件|話))(?:は|が|も|なら|って|だけ)"
    r"|(?:that|this|it|they|those|these)(?:['’]s|['’]re| is| are| was| were| goes| go| gets| comes| sits?| meets?| will| has| have| needs?)\b)",
    re.I,
)
"""It speaks of what was told last."""
TOPIC = re.compile(
    r"は(?!じ|い、|い。|ず|っきり)|も、|については|に関しては|の(?:件|話|ほう|方)(?:です|だ|で、|、)"
)
NEW_SUBJECT = re.compile(r"^(?!\s*(?:he|she|it|they|that|this|then|and)\b)[\sA-Za-z]", re.I)
OURS = re.compile(
    r"更新|継続|契約(?!社員)|予算|経費|費用|システム|ツール|アプリ|ソフト|サービス|\brenew\w*|\bbudgets?\b|\btools?\b|\bsoftware\b|\bsystems?\b|\bapps?\b|\byou\b|\byours?\b",
    re.I,
)
"""The sentence may be about us again."""
ASKED_BACK = re.compile(
    r"^\W*(?:それは?|あれは?|これは?|今のは?|いまのは?)[^。]{2,30}(?:の|という)(?:お?話|件|こと|ほう|方)(?:です|で(?:すよ|しょう)|でしょう)[^。]{0,6}[?？か。]*$"
    r"|^\W*(?:(?:and |but )?(?:that|this)(?:['’]s| is)|you mean) (?:about |for )?(?:the |your )?[^.?]{3,40}\?$",
    re.I,
)
"""We ask whether it was another thing that was meant; what follows agrees or not."""
AGREES = re.compile(
    r"^\W*(?:あ[っ、]?)*(?:はい|ええ|うん|そう|失礼|すみません|yes|yeah|right|sorry|correct|oh)", re.I
)
AS_FAR = 3
"""Sentences of one turn or paragraph that go on about a matter without naming it."""


def of_other_matters(remarks: Sequence[Remark], products: Sequence[str] = ()) -> frozenset[Key]:
    """Where the remarks stand that are about another purchase or decision of the customer's by the words beside them.

    Those that go on about it in the same turn or paragraph, those said to have been about it right after, and those that
    we took for ours until the customer said that they were not. `products` are the words of our product's name.
    """
    found: set[Key] = set()
    since = 0
    for index, remark in enumerate(remarks):
        before = remarks[index - 1] if index else None
        here = is_of_another_matter(remark.text) and not _names(remark.text, products)
        if before is not None and _together(before, remark):
            since = 0 if here else since + 1
            goes_on = (
                not here and since <= AS_FAR and key(before) in found and _goes_on(remark.text, products)
            )
            if goes_on or here:
                found.add(key(remark))
            if here and POINTS.match(remark.text) and says_it_is_apart(remark.text):
                found.add(key(before))
        elif here:
            since = 0
            found.add(key(remark))
        found.update(_taken_back(remarks, index, products))
    return frozenset(found)


def key(remark: Remark) -> Key:
    """Where a remark stands."""
    return remark.document.source_id, remark.start


def _together(one: Remark, other: Remark) -> bool:
    return one.document is other.document and one.block == other.block and one.speaker == other.speaker


def _goes_on(text: str, products: Sequence[str]) -> bool:
    """It goes on about what was told last: it points to it, or names no subject of its own; nothing of ours in it."""
    if OURS.search(text) or HERE.search(text) or _names(text, products):
        return False
    if POINTS.match(text):
        return True
    return not (NEW_SUBJECT.match(text) if text.isascii() else TOPIC.search(text))


def _taken_back(remarks: Sequence[Remark], index: int, products: Sequence[str]) -> set[Key]:
    """The customer's turn before our question whether another thing was meant, where the customer's next turn agrees."""
    asked = remarks[index]
    if asked.side != "us" or not ASKED_BACK.search(asked.text) or not 0 < index < len(remarks) - 1:
        return set()
    about = asked.text.split("。")[0]
    if _names(about, products) or re.search(r"更新|継続|\brenew", about, re.I):
        return set()
    after = next((r for r in remarks[index + 1 :] if r.speaker != asked.speaker), None)
    before = remarks[index - 1]
    if after is None or after.document is not asked.document or not AGREES.match(after.text):
        return set()
    turn = [r for r in remarks[:index] if r.document is before.document and r.block == before.block]
    return {key(r) for r in turn if r.side != "us"}


def _names(text: str, products: Sequence[str]) -> bool:
    return any(word in text for word in products)
