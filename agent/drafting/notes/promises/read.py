"""What was promised at purchase: the business case's (稟議書) expected effects, and the report they were tied to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from agent.drafting.notes.claims import claim_of, same_matter
from agent.drafting.notes.promises.aims import asks_for_aims, asks_what_for, states_an_aim
from agent.drafting.notes.promises.lists import is_no_promise, read_lists
from agent.drafting.notes.promises.scenes import is_taken_back, read_scenes
from agent.drafting.notes.promises.told import TO_WHOM, read_told
from agent.models.evidence import Claim
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import MARKS, Remark
from connectors.interface import Document

CUES = cues("agent.drafting.notes.promises", "promises")
ITEM = re.compile(r"[①-⑳]|(?:^|(?<=[\s。]))[(（]\d[)）]")
LEAD = re.compile(
    r"^[\s・\-*]*(?:\d+(?:\.\d+)+[.)）]?(?=\s)|\d+[.)）]|[①-⑳]|[(（](?:\d+|[アイウエオ])[)）]|[アイウエオ](?=[\s　.．)）])[.．)）]?)?\s*"
)
CONDITION_LABEL = re.compile(
    r"^[\s・\-*]*(?:付帯(?:意見|条件|事項)|承認条件|条件付き承認|conditions? of approval)\s*[:：　]\s*", re.I
)
UNKNOWN = re.compile(
    r"廃棄|誰も知ら|記録(?:は)?な|不明|覚えて(?:い)?な|見つから|わから(?:ない|ず)|nobody knows|no record|unknown|lost",
    re.I,
)
"""The answer says that nobody knows what was promised."""
FIRST = re.compile(r"^(?:[(（][1１アa][)）]|①|1[.．)])")
LATER = re.compile(r"^(?:[(（](?:[2-9２-９]|[イウエオb-e])[)）]|[②-⑨]|[2-9][.．)])")
REASON = re.compile(r"なぜ|なんで|どうして|理由|わけ|決め手|きっかけ|\bwhy\b|\breasons?\b", re.I)
"""Such a label stands over what was wrong before as often as over what is to come of the purchase."""
MAX_LENGTH = 160
OPENING = 200
CHANGE = re.compile(
    r"(?:削減|短縮|半減|低減|減ら|向上|改善|増や|なくす|以内に|以下に|以上に)|"
    r"\b(?:reduce|cut|save|shorten|increase|raise|improve|lower|halve|eliminate|from \S+ to)\b",
    re.I,
)
LISTED = re.compile(r"[、;；。]|(?<=」)と(?=「)")
SLASH = re.compile(r"(?<=\D) [/／] (?=\D)")
EFFECT = re.compile(
    r"(?:短縮|削減|半減|低減|向上|改善|減|増|ゼロ|底上げ|防止|統一|平準化|なくす|なくなる|する)(?:[(（][^)）]*[)）])?[」。]*$"
)
QUOTED = re.compile(r"(?P<of>[^、。「」:：はが\s]{2,24}(?:は|が|を|の))?「(?P<piece>[^」]{4,60})」")
"""Words of the business case in quotes, behind what they are about."""
BARE_EFFECT = re.compile(
    r"(?:約)?[\d０-９.]+\s?(?:割|%|％|分の[\d１-９一二三四]|件|時間|分|日|倍)?[^\d。、]{0,8}|半[減分].{0,6}"
)
"""A figure and what becomes of it, of nobody knows what."""
BESIDE = re.compile(
    r"^(?:なお|ただし|ちなみに|P\.?S)|別の予算|埃|お世話になり|よろしく|探しておりました|該当箇所"
)
NOT_EFFECT = re.compile(r"^(?:費用|金額|年額|見積|承認|起案|日付|cost|price|fee|amount|approved)", re.I)


def read_promises(answers: Sequence[Answer], remarks: Sequence[Remark]) -> list[Claim]:
    """Promises at purchase in the order of the sources; the same promise in two sources is one claim with both quotes.

    Where a source lists them, they are what the list says, and talk about them adds none.
    The purpose of purchase stands in where no source lists an expected effect (a hand-over without a 稟議書).
    """
    found: list[tuple[str, list[Remark]]] = []
    cases = frozenset(r.document.source_id for r in remarks if r.is_note and is_case(r.document))
    listed = read_lists(remarks, cases)
    for text, remark in listed or [
        *_labelled(answers, "label"),
        *_aims(answers, in_paper=True),
        *_listed_on(remarks, answers),
        *_under_headings(remarks),
        *_in_cases(answers, remarks),
        *_told(remarks),
        *((text, r) for text, r in read_told(remarks) if not is_taken_back(r, remarks)),
        *read_scenes(remarks),
    ]:
        _add(found, text, remark)
    if not found:
        said = [*_labelled(answers, "purpose"), *_aims(answers, in_paper=False)]
        for text, remark in [*said, *_under_headings(remarks, "purpose")]:
            _add(found, text, remark)
    for text, remark in _conditions(remarks):
        _add(found, text, remark)
    claims = (claim_of("promise", number, said, text) for number, (text, said) in enumerate(found, 1))
    return [claim for claim in claims if claim]


def _add(found: list[tuple[str, list[Remark]]], text: str, remark: Remark) -> None:
    if BESIDE.search(text) or UNKNOWN.search(text) or is_no_promise(text):
        return
    text = TO_WHOM.sub("", text)
    at = next(
        (
            i
            for i, (known, _) in enumerate(found)
            if same_matter(known, text) or text in known or known in text
        ),
        None,
    )
    if at is None:
        found.append((text, [remark]))
        return
    known, said = found[at]
    fuller = len(text) > len(known) and not _lists(text, known)
    found[at] = (text, [remark, *said]) if fuller or _lists(known, text) else (known, [*said, remark])


def _lists(text: str, item: str) -> bool:
    """The text names the item among others."""
    pieces = split_promises(re.sub(r"^[^:：、]{1,24}[:：]", "", text))
    return len(pieces) > 1 and item in text and item != text


def _labelled(answers: Sequence[Answer], cue: str) -> Iterator[tuple[str, Remark]]:
    for answer in answers:
        if not answer.is_empty and CUES[cue].search(answer.label):
            for remark in answer.remarks:
                if UNKNOWN.search(remark.text) or (REASON.search(answer.label) and not _has_effect(remark)):
                    continue
                yield from ((piece, remark) for piece in split_promises(remark.text))


def _aims(answers: Sequence[Answer], in_paper: bool) -> Iterator[tuple[str, Remark]]:
    """What answers say the purchase was for: under a label that names its paper, or a bare word in a record of it."""
    for answer in answers:
        first = answer.remarks[0]
        asked = asks_for_aims(answer.label) if in_paper else asks_what_for(answer.label, first.document)
        if answer.is_empty or not first.is_note or not asked:
            continue
        for remark in answer.remarks:
            pieces = () if UNKNOWN.search(remark.text) else split_promises(remark.text)
            yield from ((piece, remark) for piece in pieces if states_an_aim(piece))


def _has_effect(remark: Remark) -> bool:
    return bool(CHANGE.search(remark.text) or EFFECT.search(remark.text) or states_an_aim(remark.text))


def _listed_on(remarks: Sequence[Remark], answers: Sequence[Answer]) -> Iterator[tuple[str, Remark]]:
    """Numbered lines right under a labelled one that begins such a list (期待効果：(1) … / (2) …)."""
    starts = {
        (a.remarks[-1].document.source_id, a.remarks[-1].block): _style(a.value)
        for a in answers
        if CUES["label"].search(a.label) and FIRST.match(a.value.strip())
    }
    for remark in remarks:
        style = starts.get((remark.document.source_id, remark.block - 1))
        if style is not None and LATER.match(remark.text.strip()) and _style(remark.text) == style:
            starts[remark.document.source_id, remark.block] = style
            yield from ((piece, remark) for piece in split_promises(remark.text.strip()))


def _style(text: str) -> str:
    """How an item is numbered: by brackets, circles or dots."""
    first = text.strip()[:1]
    return "bracket" if first in "(（" else "circle" if "①" <= first <= "⑳" else "dot"


def _under_headings(remarks: Sequence[Remark], cue: str = "label") -> Iterator[tuple[str, Remark]]:
    for remark in whole_items(remarks):
        if remark.is_note and CUES[cue].search(remark.heading) and not _is_heading(remark):
            yield from ((piece, remark) for piece in split_promises(remark.text))


def _told(remarks: Sequence[Remark]) -> Iterator[tuple[str, Remark]]:
    """Effects that a sentence quotes from the business case (期待効果は「検索時間の半減」と …)."""
    for remark in remarks:
        if (
            remark.is_note
            and remark.kind.value not in ("heading", "table_row")
            and CUES["label"].search(remark.text)
        ):
            for quoted in QUOTED.finditer(remark.text):
                piece = quoted["piece"]
                if EFFECT.search(piece) or re.search(r"\d", piece):
                    bare = BARE_EFFECT.fullmatch(piece) and quoted["of"]
                    yield quoted[0] if bare else piece, remark


def _in_cases(answers: Sequence[Answer], remarks: Sequence[Remark]) -> Iterator[tuple[str, Remark]]:
    """Everything under 効果, benefits … of a document that is itself the business case (稟議書)."""
    for remark in whole_items(remarks):
        if not remark.is_note or not is_case(remark.document) or _is_heading(remark):
            continue
        if NOT_EFFECT.match(remark.text) or BESIDE.search(remark.text):
            continue
        if remark.kind.value not in ("list_item", "paragraph"):
            continue
        if _is_effect(remark.heading) or (_measured(remark.text) and not _is_apart(remark.heading)):
            yield from ((piece, remark) for piece in split_promises(remark.text))
    for answer in answers:
        if answer.remarks[0].is_note and is_case(answer.remarks[0].document) and _is_effect(answer.label):
            for remark in answer.remarks if not answer.is_empty else ():
                yield from ((piece, remark) for piece in split_promises(remark.text))


def is_case(document: Document) -> bool:
    """The document is itself the business case: its title or first line says so."""
    opening = document.text[:OPENING]
    named = f"{document.path} {document.title}".replace("_", " ")
    return bool(CUES["case"].search(named) or CUES["case"].search(opening.partition("\n")[0]))


def _measured(text: str) -> bool:
    """A figure that is to change: what a business case promises wherever it says so."""
    return bool(re.search(r"\d", text) and CHANGE.search(text))


def _is_apart(heading: str) -> bool:
    return bool(CUES["not_case_section"].search(heading))


def _is_effect(heading: str) -> bool:
    return bool(CUES["case_section"].search(heading)) and not CUES["not_case_section"].search(heading)


def _conditions(remarks: Sequence[Remark]) -> Iterator[tuple[str, Remark]]:
    for remark in remarks:
        if not remark.is_note or remark.kind.value == "heading" or len(remark.text) > MAX_LENGTH:
            continue
        labelled = CONDITION_LABEL.match(remark.text)
        stated = CUES["condition_stated"].search(remark.text) if is_case(remark.document) else None
        if labelled or stated:
            yield (
                (remark.text[labelled.end() :] if labelled else stated[0] if stated else "").strip(" 。."),
                remark,
            )
        elif CUES["condition_heading"].search(remark.heading) and CUES["condition"].search(remark.text):
            text = CUES["condition_heading"].sub("", LEAD.sub("", remark.text), count=1)
            yield text.strip(" 　:："), remark


def whole_items(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Remarks with the sentences of one list item put together again, as one item is one promise or task."""
    for _, group in groupby(remarks, key=lambda r: (r.document.source_id, r.block)):
        said = list(group)
        first, last = said[0], said[-1]
        if first.kind.value == "list_item" and last.end - first.start <= MAX_LENGTH:
            yield replace(first, end=last.end, text=first.document.text[first.start : last.end])
        else:
            yield from said


def split_promises(text: str) -> list[str]:
    """One text per numbered item (①, (1)); the whole text where nothing is numbered."""
    starts = [match.start() for match in ITEM.finditer(text)]
    if not starts:
        listed = [piece for piece in LISTED.split(text) if piece.strip()]
        together = len(listed) < 2 or not (all(EFFECT.search(piece) for piece in listed) or text.isascii())
        if together and SLASH.search(text):
            listed, together = SLASH.split(text), False
        pieces = [text] if together else listed
    else:
        bounds = [*starts, len(text)]
        pieces = [text[a:b] for a, b in pairwise(bounds)]
    return [piece for raw in pieces if 4 <= len(piece := LEAD.sub("", raw).strip(" 　、。")) <= MAX_LENGTH]


def _is_heading(remark: Remark) -> bool:
    return remark.kind.value == "heading" or remark.text.strip(MARKS + ":：") == remark.heading
