"""Promises that notes tell of in the third person, and requests in mails: who will do what, until when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.calendar import Anchor
from agent.drafting.notes.commitments.due_dates import due_in
from agent.drafting.notes.commitments.owners import Owners
from agent.drafting.notes.commitments.task import Task
from agent.drafting.notes.frames import frames
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark
from agent.renewal.sides import Side
from connectors.interface import BlockKind, DocumentKind
from connectors.language import JAPANESE

CUES = cues("agent.drafting.notes.commitments", "commitments")
GOALS = cues("agent.drafting.notes.goals", "goals")
SUBJECT_JA = re.compile(
    r"(?:^[\s・\-*]*|[、。:：(（]|(?<=で))(?P<who>[^、。「」()（）はがに:：\s]{1,14}?)(?:側)?(?:は|が|より|から|には|いわく|曰く|「|、)"
)
SUBJECT_EN = re.compile(
    r"(?:^[\s\-*•]*|[.;,:] (?:and )?|\band )(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w'’-]+)?|[Ww]e|I)(?: \([^)]{2,24}\))? (?:will|sends|brings|gives|prepares|owes|took (?:the|an|on)|takes|volunteered|offered|is on|said|shall|is going to|has promised|promised to|agreed to|is to|to|has to|undertook|said|is sending|can|owe)\b"
)
ELIDED = re.compile(
    r"^[\s\-*•]*(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\b[^.;:]{2,90}?(?:, | and |; )(?:but |so |then |also )?(?:will|wants to|is going to|promised to) \w+"
)
"""The name stands in the clause before (Okada likes it, will ask the board)."""
PRONOUN = re.compile(r"^[\s\-*•]*(?:She|He|They)\b|^[\s\-*•]*(?:Will|Wants to|Is going to) [a-z]+")
"""The sentence leaves who does it to one before it."""
NAMED = re.compile(r"^[\s\-*•]*(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")
BARE_TO = re.compile(r"^[\s\-*•]*(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) to (?!be\b)[a-z]+ [^.]{3,}")
"""Somebody and what they are to do, in the short hand of minutes."""
BY_THEN = re.compile(r"\b(?:by|before|until) then\b", re.I)
MOST_BACK = 5
"""Sentences of the same line before one in which its doer may be named."""
ASSIGNED = re.compile(
    r"(?:[をは]|[をは、]\s?)(?P<who>[^、。はがをにの\s「」]{1,14}?)(?:と|・)?(?:(?<=[と・])[^、。はがをに\s]{1,14}?)?(?:が(?:[^。、]{0,12}?(?:[うくすつぬむるぐぶ]|[一-龠]{2}))|で)(?:予定)?(?:[（(][^)）]{1,24}[)）])?[。]?$"
)
"""A matter and whose it is (見積は〇〇様が取る, 見直しを〇〇さんで)."""
QUOTED_WORD = re.compile(r"「[^「」]*(?:ます|する|とく|ておく|出す|送る|聞く)(?:ね|よ|から|ので|わ)*[。]?」")
"""What somebody said they will do, in their own words."""
UNDATED = re.compile(
    r"\bwill (?:also |then )?(?:tell|ask|send|show|name|find|check|write|call|share|raise|talk|speak|bring|get|give|let us|let me|look|draft|forward|try)\b"
)
"""What somebody does next, which needs no date to be owed."""
GIVEN = re.compile(
    r"約束して(?:くれ|もら|いただ)|くれるとのこと|もらえることに|(?:いただける|頂ける|くださる|下さる|もらえる|くれる)(?:とのこと|と(?:伺|承|聞|おっしゃ|言)|こと(?:に|と)(?:な|し))|(?:て|で)(?:いただく|もらう|頂く)(?:こと(?:に|と)(?:な|し|。|$)|[。]?$|[（(→])"
)
OURS = re.compile(
    r"(?:こちら|当方|当社|弊社)(?:のほう|の方|側)?(?:で|が|から)(?:は)?、?[^。「」]{2,40}(?:約束(?:を)?した|(?:(?<!を希望)する|[送出渡返]す|作る|見せる|届ける|まとめる|伺う|直す|調べる|聞く)(?:。|$|とした|こと(?:と|に)した))"
)
"""What we do, in the plain form of minutes; owed where a day is given as well."""
OWN = re.compile(
    r"と約束した|と約束。|(?:こちら|当方|当社|弊社|うち|私)(?:で|が|から)[^。]{2,30}(?:ことに(?:なった|した|し)|と約束|と伝えた|持ち帰(?:り|る|っ))|"
    r"\bwe promised\b|\bI promised\b|\bI owe\b|\bwe owe\b|\bsaid I(?:'|’)?(?:d|ll| would| will)\b|\bwe said we\b|\bpromised (?:it|this|that|them|him|her)\b|\btold (?:him|her|them) (?:I|we)(?:'|’)?(?:d|ll| would| will)\b",
    re.I,
)
THEIR_WORD = re.compile(
    r"(?:お約束|ご約束)(?:いただ|頂|くださ|下さ)|\byou (?:promised|said you(?:'|’)?d|undertook|agreed to)\b",
    re.I,
)
"""The writer of a mail reminds the reader of the reader's promise."""
OPENER = re.compile(
    r"(?:^|[\s・])(?P<who>[^\s、。「」()（）]{1,12}?)(?:より|から|曰く|いわく|に(?:確認|電話|聞))[。、:：]?"
)
"""A sentence that names who told what comes next (〇〇さんより。)."""
CALLED = re.compile(
    r"^[\s・*-]*(?P<who>@?[A-Z][\w.'’-]+(?: [A-Z][\w'’-]+)?|[^\s、。,「」はがをに]{1,10}(?:様|さん|氏|部長|課長|係長|室長|主任|常務|専務|社長))(?:へ)?[,、，:：]\s*"
)
QUESTION = re.compile(r"[?？]$|(?:でしょうか|ますか|ませんか)。?$")


def says(key: str, text: str) -> bool:
    """True when the words hold a pattern of pledges.toml in the text's language."""
    language = "ja" if JAPANESE.search(text) else "en"
    return any(p.search(text) for p in frames("agent.drafting.notes.commitments", "pledges", language, key))


def read_narrated(remarks: Sequence[Remark], owners: Owners, anchor: Anchor) -> Iterator[Task]:
    """Promises told in minutes, diaries and logs: somebody whose side is known, what they will do, and a date to come."""
    for index, remark in enumerate(remarks):
        if not _tells(remark):
            continue
        text = remark.text
        if (
            not (
                CUES["narrated"].search(text)
                or says("told", text)
                or _is_bare_to(remark, owners)
                or (remark.document.kind is DocumentKind.NOTE and _is_assigned(remark, owners))
                or (QUOTED_WORD.search(text) and not CUES["not_will"].search(text))
                or GIVEN.search(text)
                or OWN.search(text)
                or OURS.search(text)
                or THEIR_WORD.search(text)
            )
            or CUES["done"].search(text)
            or QUESTION.search(text)
        ):
            continue
        if says("not_told", text) and not GIVEN.search(text):
            continue
        if THEIR_WORD.search(text) and remark.document.kind is DocumentKind.MAIL and remark.side:
            yield Task(remark, text, "us" if remark.side == "customer" else "customer", None)
            continue
        before = [
            r
            for r in remarks[max(0, index - MOST_BACK) : index][::-1]
            if r.document is remark.document and r.block == remark.block and r.column == remark.column
        ]
        owner, side = _who(remark, owners, before)
        when = due_in(text, remark.day, anchor)
        later = _next_date(remarks, index, anchor) if when is None and side else None
        if when is None and BY_THEN.search(text) and before:
            later = before[0]
        when = when or (due_in(later.text, later.day, anchor) if later else None)
        if (
            side == "us"
            and GIVEN.search(text)
            and (remark.kind is BlockKind.TURN or remark.document.kind is DocumentKind.MAIL)
        ):
            owner, side = None, "customer"
        undated = UNDATED.search(text) or _is_assigned(remark, owners)
        if side and (when or GIVEN.search(text) or OWN.search(text) or (owner and undated)):
            yield Task(remark, text, side, owner, more=(later,) if later else ())


def read_requests(remarks: Sequence[Remark], owners: Owners, anchor: Anchor) -> Iterator[Task]:
    """What a mail asks the other side, or whom it calls by name, to do until a date. The request itself makes it owed;
    nobody has to accept."""
    for remark in remarks:
        if remark.document.kind is not DocumentKind.MAIL or remark.quoted or remark.side is None:
            continue
        text = remark.text
        if not says("request", text) or says("not_request", text):
            continue
        if due_in(text, remark.day, anchor) is not None:
            called = called_by_name(text)
            side = owners.side(called, remark.document.source_id) if called else None
            other = remark.side if _among_themselves(remark, owners) else None
            other = other or ("customer" if remark.side == "us" else "us")
            yield Task(remark, text, side or other, None)


def _among_themselves(remark: Remark, owners: Owners) -> bool:
    """Everybody a mail goes to is of the writer's house: what it asks is theirs to do."""
    document = remark.document
    sides = [owners.side(who.name, document.source_id) for who in document.participants if who.role != "from"]
    return bool(sides) and all(side == remark.side for side in sides)


def called_by_name(text: str) -> str | None:
    """Whom a sentence calls before it asks ("Ida, please …", 熊倉様、…), among several a mail goes to."""
    found = CALLED.match(text)
    return found["who"].removeprefix("@") if found else None


def asks_the_other_side(remark: Remark) -> bool:
    """What somebody in a mail or a talk asks those they speak to to do: a task of theirs, whatever it is for."""
    spoken = remark.document.kind is DocumentKind.MAIL or remark.kind is BlockKind.TURN
    if not spoken or remark.quoted or remark.side is None:
        return False
    return says("request", remark.text) and not says("not_request", remark.text)


def _tells(remark: Remark) -> bool:
    if remark.kind is BlockKind.TURN:
        return remark.side == "us" and bool(GIVEN.search(remark.text))
    if remark.document.kind is DocumentKind.MAIL:
        return not remark.quoted and bool(GIVEN.search(remark.text) or THEIR_WORD.search(remark.text))
    if remark.document.kind not in (DocumentKind.NOTE, DocumentKind.TABLE, DocumentKind.CHAT):
        return False
    if remark.kind in (BlockKind.HEADING, BlockKind.FIELD) or CUES["heading"].search(remark.heading):
        return False
    return not GOALS["heading"].search(remark.heading) or UNDATED.search(remark.text) is not None


def _next_date(remarks: Sequence[Remark], index: int, anchor: Anchor) -> Remark | None:
    """The sentence right after in the same line that only goes on about the date."""
    if index + 1 >= len(remarks):
        return None
    here, after = remarks[index], remarks[index + 1]
    if after.document is not here.document or after.block != here.block or after.column != here.column:
        return None
    tells = CUES["narrated"].search(after.text) or says("told", after.text)
    return None if tells or due_in(after.text, after.day, anchor) is None else after


def _is_assigned(remark: Remark, owners: Owners) -> bool:
    """The sentence ends in somebody known whose matter it is."""
    found = ASSIGNED.search(remark.text)
    return found is not None and owners.side(found["who"], remark.document.source_id) is not None


def _is_bare_to(remark: Remark, owners: Owners) -> bool:
    found = BARE_TO.match(remark.text)
    return found is not None and owners.side(found["who"], remark.document.source_id) is not None


def _named_before(before: Sequence[Remark], owners: Owners) -> tuple[str, Side] | None:
    """Whom the nearest of these sentences begins with."""
    for remark in before:
        found = NAMED.match(remark.text)
        side = owners.side(found["who"], remark.document.source_id) if found else None
        if found and side:
            return found["who"], side
    return None


def _who(remark: Remark, owners: Owners, before: Sequence[Remark] = ()) -> tuple[str | None, Side | None]:
    japanese = JAPANESE.search(remark.text) is not None
    pattern = SUBJECT_JA if japanese else SUBJECT_EN
    others = ASSIGNED if japanese else ELIDED
    source = remark.document.source_id
    for found in [*pattern.finditer(remark.text), *others.finditer(remark.text)]:
        side = owners.side(found["who"], source)
        if side:
            return found["who"], side
    meant = _named_before(before, owners) if PRONOUN.match(remark.text) else None
    if meant:
        return meant
    if before:
        opener = OPENER.search(before[0].text)
        side = owners.side(opener["who"], source) if opener else None
        if opener and side:
            return opener["who"], side
    other = pattern.search(remark.text)
    if GIVEN.search(remark.text) or (other and says("to_us", remark.text)):
        return other["who"] if other else None, "customer"
    return None, "us" if OWN.search(remark.text) else remark.side
