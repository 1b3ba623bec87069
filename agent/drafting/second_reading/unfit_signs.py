"""Sentences that cannot show a risk, whatever their chance: they tell of somebody else, or the opposite."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.drafting.notes.predicates import is_negated
from agent.drafting.notes.risks.signs import does_not_know, speaks_of_leaving, speaks_of_successor
from agent.models.plan import KeyPerson, RiskKind
from agent.renewal.remarks import Remark
from agent.renewal.sides import Sides

DECIDES = re.compile(
    r"決裁(?:する|します|者は|になります|です|だ|を(?:する|します|取る))|(?:決裁者|最終(?:的)?(?:決定|判断|承認)者?)(?:は|が)|(?:が|で)(?:最終)?(?:決裁|決定|承認|判断)(?:する|します|です|だ)|間違い(?:ない|ありません|なく)|"
    r"\b(?:signs?(?: off)?|decides?|approves?|has (?:the )?final (?:approval|say|word)|is the (?:decision[- ]maker|approver|signatory|economic buyer)|(?:it(?:'|\u2019)s|is) \w+(?:'|\u2019)s (?:call|decision)|makes the (?:call|decision))\b",
    re.I,
)
UNSURE = re.compile(
    r"不明|たぶん|多分|おそらく|かもしれ|はず|らしい|ようだ|未確認|面識|会え|会った|会って|話せ|聞けて|見えな|読めな|[?？]|"
    r"\b(?:maybe|perhaps|probably|might|may|think|guess|assume|unclear|not sure|unknown|never|yet|apparently|seems?|met|new)\b",
    re.I,
)

ADVISES = re.compile(
    r"(?:コンサル(?:タント|会社|ティング)?|顧問|アドバイザー|会計士|監査法人|税理士|弁護士|社労士|診断士)(?:[^。]{0,20})?(?:助言|支援|監修|指導|相談|同席|紹介|アドバイス|手伝|まとめ|作成)|"
    r"\b(?:advis(?:ed|es|ing)|consult(?:ed|s|ing)|act(?:ed|s|ing) as (?:an? )?(?:adviser|advisor|consultant)|(?:ran|runs|running|managed|wrote|drafted|helped with|supported) the (?:tender|selection|procurement|RFP)|facilitat(?:ed|es|ing)|audit(?:ed|s|ing))\b",
    re.I,
)
"""Somebody of another house who helps the customer to choose, check or run things."""
COMPETES = re.compile(
    r"安[いくか]|割安|値引|見積|乗り?換|切り?替|比較|競合|他社製|代わり|替え|自社の(?:製品|ツール|サービス)|推(?:す|し|奨)|勧め|"
    r"\b(?:cheaper|instead|switch\w*|replac\w*|quot\w+|pric\w+|compar\w+|rival|competit\w+|alternatives?|pitch\w*|recommend\w*|prefer\w*|favou?r\w*|push\w*|against us|their own (?:product|tool|platform|software)|resell\w*|sell\w*|went with|chose|benchmark\w*|demo\w*|look(?:ing|ed)? at)\b",
    re.I,
)


def is_unfit(kind: RiskKind, remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> bool:
    """A departure of somebody who is known to be no champion; an adviser who offers nothing of their own; an open decider where the sentence names the one who decides."""
    if kind == "champion_departure":
        return _of_no_champion(remark, people, sides)
    if kind == "competitor":
        return bool(ADVISES.search(remark.text)) and not COMPETES.search(remark.text)
    return kind == "eb_unknown" and _names_the_decider(remark, people)


def _of_no_champion(remark: Remark, people: Sequence[KeyPerson], sides: Sides) -> bool:
    """Somebody else than the champions moves, comes after, or is spoken of; without a known champion it may be one."""
    champions = [person for person in people if "champion" in (person.role, *person.also_roles)]
    if not champions:
        return False
    named = sides.person(remark.text)
    if named is None:
        goes = any(person.status in ("leaving", "left") for person in champions)
        return speaks_of_successor(remark.text) and not goes
    if any(named is champion for champion in champions) or any(_says(c, remark.text) for c in champions):
        return False
    return speaks_of_leaving(remark.text) or speaks_of_successor(remark.text)


def _says(person: KeyPerson, text: str) -> bool:
    return any(name in text for name in (person.name, *person.aliases))


def _names_the_decider(remark: Remark, people: Sequence[KeyPerson]) -> bool:
    """It says outright that the known decider decides."""
    text = remark.text
    if UNSURE.search(text) or does_not_know(text):
        return False
    buyers = [person for person in people if "economic_buyer" in (person.role, *person.also_roles)]
    found = DECIDES.search(text)
    if found is None or is_negated(text[found.end() : found.end() + 8]):
        return False
    return any(_says(buyer, text) for buyer in buyers)
