"""The person who decides alone, where no body does: at the last step at which it is decided, dated or not, else the buyer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.second_reading.listed_steps import Listed
from agent.models.evidence import Citation, Value
from agent.models.plan import KeyPerson
from agent.renewal.approvers import economic_buyer
from agent.renewal.clauses import CUES
from agent.renewal.holders import BODY

POST = re.compile(r"(?:事業本|本|事業|支)?(?:部|課|室|局|社|店|所|工場|センター)長|専務|常務")
"""A post by which a power is told; 本部長 is another than 部長."""

ANOTHER_AMOUNT = re.compile(
    r"(?:以上|超|超え|超過|上回)(?:だと|なら|は|ると|れば|たら|る?場合)[^。]{0,12}|\b(?:if|should) (?:it|that|they|we|the (?:price|amount))[^.;]{0,40}|\b(?:over|above|more than|beyond) [£$€A-Z]{0,4} ?\d[^.;]{0,30}\b(?:goes|needs|is for|has to)\b",
    re.I,
)
GONE = re.compile(
    r"権限(?:が|は|も)(?:な[いくっ]|失)|決め(?:られ|る立場)[^。]{0,4}(?:ない|ません)|分からな|分かりませ|任期|\b(?:lost|loses?|no longer|used to|nobody|who (?:signs|decides|approves))\b",
    re.I,
)
_POST = r"(?:[一-龠ァ-ヴー]{0,8}(?:長|専務|常務|代表|理事|取締役|執行役員))"
_POST_EN = (
    r"(?:(?:[A-Za-z&]+ ){0,3}(?:[Dd]irector|[Mm]anager|[Pp]resident|[Oo]fficer|[Cc]hair|[Hh]ead|[Pp]artner|[Oo]wner)(?: of [A-Za-z ]{2,24})?"
    r"|C[A-Z]O|FD|MD|S?VP(?: [A-Z]\w+)?)"
)
BESIDE = (
    rf"NAME[ 　]?{_POST}(?![一-龠])",
    rf"{_POST}(?:の|、|[ 　])NAME",
    rf"{_POST}[(（]NAME[)）]",
    rf"NAME[(（]{_POST}[)）]",
    rf"\bNAME \({_POST_EN}\)",
    rf"\bNAME, (?:our |the )?{_POST_EN}(?=[,.;)]|$)",
)
"""A name and the post printed beside it."""
POST_ONLY = re.compile(rf"{_POST}$|^(?:the |our )?{_POST_EN}$")


def person_who_decides(listed: Sequence[Listed], people: Sequence[KeyPerson]) -> Value[str] | None:
    """Who decides alone, as a quote names them; None where the power was told of a post they have left since."""
    name, person, told = _decider(listed, people)
    if name is None or (person is not None and has_left_the_post(person, told)):
        return None
    return _named(name, person, told)


def decider_alone(listed: Sequence[Listed], people: Sequence[KeyPerson]) -> KeyPerson | None:
    """The stakeholder who decides alone; None where a body does, or nobody is known to."""
    _, person, told = _decider(listed, people)
    return person if person is not None and not has_left_the_post(person, told) else None


def _decider(
    listed: Sequence[Listed], people: Sequence[KeyPerson]
) -> tuple[str | None, KeyPerson | None, Sequence[Citation]]:
    for one in reversed([one for one in listed if one.decides]):
        name = one.step.approver
        person = next((p for p in people if p.name == name), None)
        if name is not None and (person is None or person.kind == "person"):
            return name, person, one.step.citations
    buyer = economic_buyer(people)
    if (
        buyer is None
        or buyer.kind != "person"
        or buyer.status in ("left", "leaving")
        or buyer.role_basis == "inferred"
    ):
        return None, None, ()
    told = [citation for citation in reversed(buyer.citations) if _tells_of_today(citation.quote)]
    return (buyer.name, buyer, told) if told else (None, None, ())


def _tells_of_today(quote: str) -> bool:
    """No approval that is over, no case of another amount, no power that is gone, nothing asked."""
    past = CUES["past"].search(quote) or CUES["question"].search(quote)
    return not past and not ANOTHER_AMOUNT.search(quote) and not GONE.search(quote)


def with_post(found: Value[str]) -> Value[str]:
    """The name together with the post that the quote prints beside it ("須磨専務", "Ann Lee (CFO)"); a body as it is."""
    name = str(found.value)
    if BODY.search(name) or POST_ONLY.search(name):
        return found
    for citation in found.citations:
        for beside in BESIDE:
            told = re.search(beside.replace("NAME", re.escape(name)), citation.quote)
            if told is not None:
                return found.model_copy(update={"value": told[0]})
    return found


def has_left_the_post(person: KeyPerson, told: Sequence[Citation]) -> bool:
    """The power is told of a post, and the person holds another one now: whether it went with them nobody said."""
    now = {found[0] for found in POST.finditer(person.title or "")}
    then = {found[0] for citation in told for found in POST.finditer(citation.quote)}
    return bool(now and then) and not now & then


def _named(name: str, person: KeyPerson | None, told: Sequence[Citation]) -> Value[str] | None:
    """The first of name, other names, family name and title that a quote prints."""
    others = (*person.aliases, person.title or "") if person is not None else ()
    words = [name, *sorted(others, key=len, reverse=True), re.split(r"[\s　]", name)[0]]
    for word in (word for word in words if len(word) > 1):
        citation = next((c for c in told if word in c.quote), None)
        if citation is not None:
            return Value[str](value=word, citations=[citation])
    return None
