"""Who decides, who has influence, who is for it: statements about people that later or more direct words refute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.drafting.notes.contradictions.pairs import Pair, is_earlier, newest_of
from agent.models.plan import KeyPerson
from agent.renewal.cues import cues
from agent.renewal.labelled import Answer
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

CUES = cues("agent.drafting.notes.contradictions", "contradictions")
DECISION = cues("agent.renewal", "decision")
DECIDER = re.compile(r"決裁(?:者|権|$)|決定者|承認者|意思決定|decision[- ]maker|economic buyer", re.I)
RANK = "部長|課長|係長|主任|次長|室長|センター長|マネージャー|本部長"
CLAIMS_TO_DECIDE = re.compile(
    r"(?:が)?(?:判断|決裁|決定)すれば|が決裁者|決裁者(?:は|が)|決裁権(?:は|も|が)?お?(?:持|あり)|(?:私|わたし)が通した|で決まる(?:はず|と思)|の一存で|"
    r"(?:ほぼ|実質(?:的(?:な|に))?|事実上(?:の)?)の?決裁者|決裁者(?:です|だ(?!と思))|"
    r"can sign|signs off|always signs|decision[- ]maker: |renewal is (?:hers|his|theirs)",
    re.I,
)

DENIES_TO_DECIDE = re.compile(
    r"(?:決裁|承認|決定)権(?:限)?(?:は|も|が|を|まで)?(?:持っ(?:て(?:は)?(?:い)?(?:ない|ません|おりません))|持た(?:ない|ず)|持ちません|な(?:い|く|し)|ありません|ございません)|"
    r"(?:決裁者|決定者|承認者)(?:では|じゃ)(?:な(?:い|く|かった)|ありません|ございません)|"
    r"(?:not|n[’']t|never) (?:really )?(?:the |a |our )?(?:decision[- ]maker|decider|approver)|"
    r"(?:can(?:no|[’'])t|do(?:es)?(?: not|n[’']t)) (?:sign|approve|decide)",
    re.I,
)


def disputed_people(
    remarks: Sequence[Remark], answers: Sequence[Answer], people: Sequence[KeyPerson], sides: Sides
) -> Iterator[Pair]:
    yield from _decider(remarks, answers, people, sides)
    yield from _influence(remarks, sides)
    yield from _stance(remarks, people, sides)
    yield from _title(remarks, people)


def _decider(
    remarks: Sequence[Remark], answers: Sequence[Answer], people: Sequence[KeyPerson], sides: Sides
) -> Iterator[Pair]:
    """A form or somebody of ours names a decider; the customer's own words name another person or body."""
    claims = _claims(remarks, answers)
    denied = next(_denials(claims, remarks, sides), None)
    if denied:
        yield denied
        return
    buyers = [p for p in people if "economic_buyer" in (p.role, *p.also_roles)]
    right = newest_of([r for r in remarks if _names_decider(r, buyers, sides)], lambda r: _directness(r))
    if right is None:
        return
    for remark in claims:
        person = sides.person(remark.text)
        if person is None or person.kind == "body" or any(person is buyer for buyer in buyers):
            continue
        if is_earlier(remark, right):
            yield Pair("decider", remark, right, "direct" if right.side == "customer" else "newer")
            return


def _claims(remarks: Sequence[Remark], answers: Sequence[Answer]) -> list[Remark]:
    """Who is said to decide: answers of forms, then sentences that say so and do not deny it; labels before sentences."""
    claims = [
        a.remarks[0] for a in answers if DECIDER.search(a.label) and not a.is_empty and a.remarks[0].is_note
    ]
    claims += [r for r in remarks if r.is_note and CLAIMS_TO_DECIDE.search(r.text) and r.side != "us"]
    claims = [r for r in claims if not DENIES_TO_DECIDE.search(r.text)]
    return sorted(claims, key=lambda r: r.text.endswith("。"))


def _denials(claims: Sequence[Remark], remarks: Sequence[Remark], sides: Sides) -> Iterator[Pair]:
    """Somebody said to decide who later says themselves, or is said, not to."""
    for denial in remarks:
        if not denial.is_note or denial.side == "us" or not DENIES_TO_DECIDE.search(denial.text):
            continue
        person = sides.person(denial.text) or sides.person(denial.speaker or "")
        for claim in claims:
            if person is not None and _claimed(claim, sides) is person and is_earlier(claim, denial):
                yield Pair("decider", claim, denial, "direct")


def _claimed(claim: Remark, sides: Sides) -> KeyPerson | None:
    """Whom a claim is about: named in it, else in the row its cell stands in."""
    named = sides.person(claim.text)
    if named is not None or claim.kind.value != "table_row":
        return named
    row = claim.document.blocks[claim.block]
    cells = (sides.person(claim.document.text[cell.start : cell.end]) for cell in row.cells)
    return next((person for person in cells if person is not None), None)


def _names_decider(remark: Remark, buyers: Sequence[KeyPerson], sides: Sides) -> bool:
    if (
        not remark.is_note
        or remark.kind.value in ("heading", "field")
        or DECISION["hedge"].search(remark.text)
    ):
        return False
    if not (DECISION["decider"].search(remark.text) or DECISION["decide"].search(remark.text)):
        return False
    if remark.side != "customer" and DECISION["belief"].search(remark.text):
        return False
    if DECISION["question"].search(remark.text) or DECISION["past"].search(remark.text):
        return False
    return any(sides.names(remark.text, buyer) for buyer in buyers)


def _directness(remark: Remark) -> int:
    """The customer's own voice before a note about it, a plain statement of who decides before a mention."""
    plain = (
        bool(DECISION["decider"].search(remark.text))
        or "最後は" in remark.text
        or "承認が必要" in remark.text
    )
    return 2 * plain + (remark.side == "customer")


def _influence(remarks: Sequence[Remark], sides: Sides) -> Iterator[Pair]:
    """Somebody is said to be able to turn the matter; others say that they have nothing to do with it."""
    for denied in remarks:
        if not denied.is_note or not CUES["denies_influence"].search(denied.text) or denied.side == "us":
            continue
        person = sides.person(denied.text)
        claims = [
            r
            for r in remarks
            if person is not None
            and r.is_note
            and CUES["claims_influence"].search(r.text)
            and sides.person(r.text) is person
        ]
        claim = newest_of(claims, lambda r: not r.quoted)
        if claim is not None:
            yield Pair("influence", claim, denied, "direct")
            return


def _stance(remarks: Sequence[Remark], people: Sequence[KeyPerson], sides: Sides) -> Iterator[Pair]:
    """Somebody said that all is well; in their own later words they mean to let it go."""
    for against in remarks:
        if not against.is_note or against.side != "customer" or not CUES["opposes"].search(against.text):
            continue
        person = sides.person(against.speaker or "")
        if person is None or against.document.kind.value not in ("mail", "chat", "transcript"):
            continue
        calm = [
            r
            for r in remarks
            if r.is_note and CUES["calm"].search(r.text) and is_earlier(r, against) and r.side != "us"
        ]
        theirs = [r for r in calm if _is_theirs(r, person, remarks, sides)]
        if theirs:
            yield Pair("stance", theirs[-1], against, "direct")
            return


def _is_theirs(remark: Remark, person: KeyPerson, remarks: Sequence[Remark], sides: Sides) -> bool:
    """Said by the person, or told of them: named in the sentence or in the one before it."""
    if remark.speaker is not None:
        return sides.person(remark.speaker) is person
    around = [
        remark,
        *(r for r in remarks if r.document is remark.document and 0 < remark.start - r.end <= 80),
    ]
    return any(sides.person(r.text) is person for r in around)


def _title(remarks: Sequence[Remark], people: Sequence[KeyPerson]) -> Iterator[Pair]:
    """A record gives a title that a notice of promotion has overtaken."""
    for person in people:
        names = {person.name, person.name.replace(" ", "").replace("　", "")}
        promoted = [
            r
            for r in remarks
            if not r.is_note and CUES["promoted"].search(r.text) and any(n in r.text for n in names)
        ]
        notice = newest_of(promoted)
        family = re.split(r"[\s　]", person.name)[0]
        old = re.compile(
            rf"{re.escape(family)}[^、。]{{0,6}}[(（]?(?P<title>{RANK})[)）]?|(?P<before>{RANK})[ 　]{re.escape(family)}"
        )
        stale = [
            r
            for r in remarks
            if notice and r.is_note and old.search(r.text) and not _is_new(r.text, old, notice.text)
        ]
        record = newest_of(
            [r for r in stale if notice and is_earlier(r, notice)], lambda r: r.kind.value == "table_row"
        )
        if notice is not None and record is not None:
            yield Pair("not_so", record, notice, "newer")
            return


def _is_new(text: str, pattern: re.Pattern[str], notice: str) -> bool:
    """The title in the record is the new one of the notice: what stands after を, not in the brackets."""
    found = pattern.search(text)
    title = next((value for value in found.groups() if value), "") if found else ""
    return bool(re.search(rf"(?:を|に)[^(（]*(?<!本){re.escape(title)}に", notice))
