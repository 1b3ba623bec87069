"""Who belongs in key_people: those who use, decide, influence, block, pay or take over. Everybody else is a mention."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from agent.people.contact import Contact
from agent.people.own_house import WEAK
from agent.people.roles import Standing
from agent.people.statements import MARK, Statement
from agent.people.titles import rank_of
from agent.people.types import Form, Person, Side

_LISTED = {Form.SPEAKER, Form.SENDER, Form.CHAT_USER, Form.ATTENDEE, Form.TABLE, Form.SIGNATURE}
LEAST_BARE = 1
"""Places from which a first name alone, that nothing is said of, is a stakeholder."""
CLEARLY_SHOWN = 0.9
"""Sum of signs of roles that makes somebody named once a stakeholder."""
POLITE = ("様", "さま", "殿")
"""Nobody calls so whom the account does not turn on; a friend or a driver is a さん."""
TOLD_OF = 1
"""People of the customer's with something told of them, beside whom others are named in passing."""
FEW = 2
"""Lines at most in which somebody is named in passing."""
TELLING = 0.2
"""Chance from which a sentence tells something a plan speaks of."""
OFFICER = 2
"""Rank of those nobody names in passing (agent.people.titles)."""
HARDLY = 0.1
"""The same for somebody named once with their post, which says more of them than a name alone."""
_STRUCTURE = _LISTED | {Form.RECEIVER}


def belongs(
    person: Person,
    standing: Standing | None,
    contact: Contact | None,
    public: Collection[int],
    meant_by_title: bool,
    succeeds: bool,
    moves: bool = False,
) -> bool:
    """True for a customer-side person who takes part in the account.

    Everybody of the customer's house whom the notes name belongs: a note is written about those who matter to the
    account, and its writer has sorted already. Copies of a mail, and people known from public pages only, belong
    where a title the notes speak of means them, or where they take over from one of these.
    """
    if person.side is not Side.CUSTOMER:
        return False
    noted = [m for m in person.mentions if m.doc not in public and m.form is not Form.NOTICE]
    if not noted:
        return meant_by_title or succeeds
    own = [m for m in noted if not m.copied]
    if any(m.form in _STRUCTURE or not m.latin or m.given or m.honorific or m.title for m in own):
        return True
    if moves or meant_by_title or succeeds or len({m.doc for m in own}) >= 2:
        return True
    shown = standing is not None and any(s.weight > 0 for s in standing.shown)
    return shown or len(own) >= LEAST_BARE


def is_passing(person: Person, public: Collection[int], spoken: float) -> bool:
    """True for somebody merely named in passing: taken for the customer's because nothing says otherwise, with neither
    title nor unit, in sentences that tell nothing a plan speaks of (`spoken`: the likeliest kind of them).

    The greeting at the door, the name of a case, a driver or somebody's friend are named like this.
    """
    noted = [m for m in person.mentions if m.doc not in public]
    if person.why_side not in WEAK or any(m.form not in (Form.PROSE, Form.SELF) for m in noted):
        return False
    places = len({(m.doc, m.unit) for m in noted})
    if any(m.honorific in POLITE for m in noted):
        return False
    if any(m.title and rank_of(m.title.text) <= OFFICER for m in noted):
        return False
    if any(m.title or m.department for m in noted):
        return places == 1 and spoken < HARDLY
    return 0 < places <= FEW and spoken < TELLING


_NO_PART = re.compile(
    r"(?:関係|かかわり|関わり|縁|利害)(?:は|が|も)?(?:まったく|全く|特に)?(?:な[いくし]|無[いくし]|ありませ|ござい?ませ)|無関係|(?:タッチ|関知|関与|介入)(?:は)?(?:し|いたし|され)(?:ない|ませ|ず)|ノータッチ|関わ(?:ら(?:ない|ず)|りませ|っては?(?:いない|いませ|おらず|おりませ))"
    r"|(?:話|件|契約|システム|導入|更新|判断|決裁)に(?:は|も)?口(?:は|を|も)(?:出さ|挟ま|はさま)|蚊帳の外|担当外|管轄外|雲の上|(?:発言|ご?発言|質問)(?:は|も)?(?:な[しくい]|無し|ありませ)|見学(?:のみ|だけ|とのこと|の方)|挨拶(?:のみ|だけ)"
    r"|\b(?:has|have|had|takes?|plays?|with|wants?) no (?:part|say|role|stake|involvement|interest|authority|vote|hand) (?:in|over|on|with|here)\b|\bnothing to do with\b|\b(?:is|was|are) ?n(?:o|['’])t (?:really |at all |herself |himself )?(?:involved|concerned|interested in|part of (?:this|it|the (?:deal|contract|project)))\b"
    r"|\bnever (?:even )?heard of\b|\b(?:not|outside|isn['’]t) (?:in )?(?:his|her|their) (?:area|department|budget|remit|patch|business|concern|call)\b|\b(?:just|only|merely) (?:being )?(?:curious|visiting|observing|passing through|here to (?:listen|observe|watch)|say(?:ing)? hello|shadowing)\b|\b(?:said nothing|kept quiet|did not speak|just listened)\b",
    re.IGNORECASE,
)
"""Said of somebody: that they have no part in the matter."""


def has_no_part(statement: Statement, before: Sequence[Statement], person: int) -> bool:
    """True where the sentence says that the person has no part in the matter: whom it names last before the words, or
    where it names nobody whom the sentences `before` it in its block named last."""
    found = _NO_PART.search(statement.marked)
    if found is None:
        return False
    own = [statement.ref(mark) for mark in re.findall(MARK, statement.marked[: found.start()])]
    told = [ref for one in before for ref in map(one.ref, re.findall(MARK, one.marked))]
    named = [ref for ref in [*told, *own] if ref.kind == "person"]
    return bool(named) and named[-1].index == person


_SPEAKS = re.compile(
    r"\A(?:さん|様|さま|氏)?[。、][^。\n]{0,12}(?:入りま|入る|参加|同席|つない)|\A(?:さん|様|さま|氏)?(?:いわく|曰く|談\b|[:：「]|(?:は|が|も|から)?、?「|に聞く|(?:は|が|も)(?:不在|欠席|同席|出席)|(?:は|が|も|から)、?[^。\n]{0,16}(?:使|入力|やってい|たい(?:と|の|そう|らしい)|ほしい|困))"
    r"|\A(?:さん|様|さま|氏)?(?:という[方人])?(?:[(（][^()（）]{1,20}[)）])?(?:が|は|も)、?(?:同席|担当|[^。\n]{0,24}?(?:(?<!来)(?<!いらし)(?:て|で)(?:いる|います|おられ|おります|いらっしゃ)|をまとめ))"
    r"|\A(?:(?:,? [a-z]+)?,?| ?\([^()]{2,30}\),?|[^()\n]{0,24}\)| (?:from|in|of) [A-Za-z ]{2,24}?) (?:says|said|asks|asked|writes|wrote|replied|told|adds|added|reckons|insists|wants|needs|hopes|(?:already )?uses|looks after|runs|keeps|signs|checks|is (?:not |n['’]t |very |quite )?keen)\b|\A ?\([^()]{2,30}\): "
    r"|\A from the [A-Z][a-z]+ (?:branch|store|shop|site|depot|plant|team|office|desk|ward|yard)\b"
)
"""Behind a name: their own words or wishes, their use, or a place of work of the house's."""
_SPOKEN = re.compile(
    r"窓口(?:の|は|が)\Z|責任者?は[^。、\n]{0,8}\Z|[\"”」] ?[-–—] ?\Z|うち(?:は|の)\Z|\b[Aa]n? [a-z]+(?: [a-z]+)? (?:called|named) \Z|\b[A-Z][a-z]+['’]s (?:deputy|assistant|boss|colleague|team|manager|lead),? \Z"
    r"|\b(?:says|said|asks|asked|adds|added|according to|asked by|told by|met|meet|[Ss]at with|[Mm]et with|[Ss]poke to|[Tt]alked to|contact is|is) (?:(?:Mr|Ms|Mrs|Dr)\.? )?\Z"
)


def is_heard(head: str, tail: str) -> bool:
    """True where the words before or behind the name give it as one who says, wants or uses something there."""
    return bool(_SPEAKS.match(tail) or _SPOKEN.search(head))
