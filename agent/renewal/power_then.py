"""Whose word counted back then, in whatever words: a time that is past, a word of power and somebody who holds it in one clause.

「最初に買ったときは社長の一声だった」, "Original purchase: the FD's call", "It only needed her signature last time".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.models.evidence import Value
from agent.models.plan import KeyPerson
from agent.renewal.approved_then import BRACKETS, WORDS, parts_of, who_approved
from agent.renewal.purchased import of_something_else
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

EARLIER = re.compile(
    r"(?<![一-龠])(?:導入|購入|採用)(?:は|の(?:決裁|決定|稟議|承認|判断|サイン))|初(?:回|年度)|(?:これ|今)まで(?:は|の)|従来は|以前は|もともと|元々|はじめは|年(?:の)?(?:はじめ|初め)は"
    r"|\b(?:until (?:now|this year|last \w+)|up to now|so far|used to|previously|formerly|(?:last|first) time(?: (?:round|around))?|the first year|first year|original(?:ly)?|initial(?:ly)?|at purchase|the purchase|purchase(?= (?:approved|signed|authori|agreed|was)|:))\b",
    re.I,
)
"""Set in the past, beside the words of `then`."""
DID_IT = re.compile(
    r"(?:サイン|署名|押印|捺印|(?:判|印|ハンコ)を(?:押|つ)|承認|決裁|決め)(?:を)?[しい]?た(?:の|人|方)は(?!誰|どなた|だれ|、?(?:誰|どなた))"
    r"|(?:決裁|承認)(?:者)?は[^。、]{1,16}(?:だった|でした)",
)
"""Who gave a yes that is over; without a time it is the last one."""
POWER = re.compile(
    r"決裁|承認|了承|了解(?!し合)|裁可|専決|即決|決議|可決|一存|独断|一声|裁量|トップダウン|マター|コース|ハンコ|はんこ|判子|(?<![一-龠])[判印](?=[のでをがだ一ひ])|サイン|署名|押印|捺印"
    r"|決め(?:た|て|ました|られた)|決ま(?:った|って|りました)|止まり|どまり|(?:で|に)止ま|まで(?:上が|回|行)|ゴーサイン|許可|お墨付き|[OＯ][KＫ]"
    r"|(?:会長|社長|代表|専務|常務|オーナー|理事長|院長|園長|校長|所長|女将)(?:が|の)[^。、]{0,14}(?:入れ|買っ|契約し|導入し|採用し|始め)(?:た|て)"
    r"|\b(?:sign(?:ed|s|ature|atory|ing)?|sign(?:ed)?[- ]off|approv\w*|authori[sz]\w*|(?:call|decision)(?! (?:on|with|about|at|in)\b)|decided|say(?:-so)?|last word|final word|bought|agreed|nod(?:ded)?|blessing|green[- ]?lit|waved|okayed|voted|card)\b",
    re.I,
)
DRAFTS = re.compile(
    r"起案|起票|下書き|窓口|担当者?(?:は|が|だった)|紹介|推薦|\b(?:draft|wrote|introduc|recommend|contact)\w*",
    re.I,
)
NOT_THEY = re.compile(
    r"[^、。は]{1,16}(?:では|じゃ)なくて?、?|\bnot (?:the )?(?:\w+ ){1,3}but |(?:his|her|their|my) own budget\b",
    re.I,
)
"""Who it was not; and whose money it was, no budget decided on."""


GIVEN = re.compile(
    r"(?:決裁|承認|了承|了解|裁可|専決|即決|決議|可決|一存|独断|一声|裁量|トップダウン|判断|ハンコ|はんこ|判子?|印鑑?|サイン|署名|押印|捺印|[OＯ][KＫ]|許可)[^。、]{0,14}(?:った|いた|んだ|した|きた|れた|りた|済み?|ました|いただ(?:いた|き)|もらった)(?!ら)"
    r"|決め(?:た|てくれ|ました|られた)(?!ら|い)|決ま(?:った|りました)|(?:止ま|上が|回|通)(?:った|りました)(?!ら)|押し(?:た|て(?:くれ|もら)|ました)(?!ら)|買って(?:くれ|もら)|入れて(?:くれ|もら)"
    r"|\b(?:signed|approved|authori[sz]ed|agreed|decided|bought|nodded|waved|okayed|OK['’]d|voted|sanctioned|said yes|gave (?:it )?(?:the|us the) (?:nod|green light|go-ahead))\b"
    r"|\bwas (?:[\w'’]+ ){1,5}(?:call|decision|signature|approval)\b",
    re.I,
)
"""A yes that was given."""


NEXT = re.compile(r"更新(?:は|に|も)|\b(?:the )?renewal (?:is|was|goes|needs)\b", re.I)
"""What is told may be of the renewal ahead."""


def held_then(
    remark: Remark,
    people: Sequence[KeyPerson],
    sides: Sides,
    products: Sequence[str] = (),
    of_then: bool = False,
) -> Value[str] | None:
    """Who held the power back then, of several clauses the last that tells; None where none does.

    `of_then`: what stands around the sentence is about the purchase or the last renewal, so that its own words need not say so.
    """
    found: Value[str] | None = None
    for part in parts_of(remark.text):
        told = NOT_THEY.sub("", BRACKETS.sub("", part) or part)
        given = of_then and GIVEN.search(told) and not NEXT.search(told)
        if not (given or WORDS["then"].search(told) or EARLIER.search(told) or DID_IT.search(told)):
            continue
        left = EARLIER.sub("", WORDS["then"].sub("", told))
        if any(WORDS[key].search(left) for key in ("today", "other_matter", "taken_back")):
            continue
        for clause in _clauses(told):
            if (
                (GIVEN if given else POWER).search(clause)
                and not DRAFTS.search(clause)
                and not of_something_else(clause, products)
            ):
                found = who_approved(remark, clause, people, sides) or found
    return found


def speaks_of_then(text: str) -> bool:
    """The sentence sets what it tells in the time of the purchase or the last renewal."""
    found = WORDS["then"].search(text) or EARLIER.search(text)
    return bool(found) and not WORDS["today"].search(EARLIER.sub("", WORDS["then"].sub("", text)))


def _clauses(part: str) -> Iterator[str]:
    """The pieces between commas; a piece without a holder's word and one with it go together where there is but one of each."""
    yield from re.split(r"、|, (?!the |our )", part) if POWER.search(part) else ()
