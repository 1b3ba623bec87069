"""People a sentence names, as whoever wrote it may name the owner of a goal or the approver of a step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.calendar.month_names import MONTHS
from agent.drafting.notes.goals.owner import names_an_owner, owner_of
from agent.drafting.second_reading.parts.surroundings import Told
from agent.people.names import is_family
from agent.renewal.sides import Sides
from connectors.language import JAPANESE

_TITLES = (
    r"(?:代表)?取締役|代表理事|理事長|副?社長|会長|専務|常務|副?頭取|執行役員|相談役|顧問|総務長|"
    r"(?:本?部|課|係|班|室|局|所|店|工場|センター|支店|院|園|校|組|駅|船|事務|館|場|農場|看護|師|料理|板|塾|司書|技師|主計|隊|艇|区|センタ)長(?:代理|補佐)?|"
    r"[次室]長|主任|主査|主幹|主事|参事|参与|代理|代表|リーダー|マネージャー|マネジャー|チーフ|女将|若女将|支配人|番頭|杜氏|棟梁|住職|教頭|教授|教諭|婦長|GL|GM|CIO|CFO|CEO|COO"
)
_JAPANESE = re.compile(
    rf"(?P<name>[一-龠々ヶ]{{1,4}}|[ァ-ヴー]{{2,7}}|[ぁ-ん]{{2,4}}(?=さん|様|氏))(?P<held>(?:{_TITLES})?(?:さん|様|さま|氏|殿|先生|ちゃん|君|くん)|(?:{_TITLES}))"
    rf"|(?<![一-龠ァ-ヴー])(?P<title>(?:{_TITLES}))(?:さん|様)?"
)
_BARE = re.compile(r"(?<![一-龠々ヶァ-ヴー])[一-龠々ヶ]{1,4}(?![一-龠々ヶァ-ヴー])")
_ENGLISH = re.compile(
    r"(?<![\w'’])(?P<name>(?:(?P<held>Mr|Ms|Mrs|Dr|Prof|Sister|Father|Capt|Captain|Frau|Herr|Madame|Sr|Sra|Datuk|Encik|Puan)\.? )?[A-Z][a-zÀ-ÿ'’]+(?:[- ][A-Z][a-zÀ-ÿ'’]+)?(?: (?:ji|san))?)(?![\w])"
)
_NO_NAME = re.compile(
    r"^(?:The|This|That|These|Those|They|We|It|He|She|I|You|Our|Their|His|Her|My|Your|And|But|So|If|When|Then|There|Here|What|Who|How|Why|"
    r"Where|Which|All|Both|Each|Every|Some|Most|Many|No|Yes|Not|Now|Today|Next|Last|First|Second|Third|Also|Still|Only|Once|After|Before|By|In|On|"
    rf"At|For|From|To|With|As|Of|An|A|{MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Diwali|Ramadan|Ok|Okay|Right|Well|Target|Goal|"
    r"Owner|Due|Aim|KPI|Baseline|Currently|Agreed|Note|Re|Subject|Will|Would|Can|Could|Let|Per|Until|Till|Within|Reduce|Cut|Bring|Raise|Get|Wants?|"
    r"Success|Year|Month|Quarter|Finance|Sales|Operations|Board|Committee|Excel|CRM|ERP)$"
)


@dataclass(frozen=True, slots=True)
class Who:
    """A person of one sentence. `held` is the closing title or form of address, `place` of `of` in the sentence."""

    start: int
    end: int
    words: str
    form: str  # name, family (without any title), title, speaker
    held: str
    place: int
    of: int
    by_rules: bool
    again: bool  # named in another sentence around the goal as well


def people_in(told: Sequence[Told], place: int, sides: Sides) -> list[Who]:
    """Candidates in order: names with a title or form of address, family names, bare titles, the speaker."""
    line = told[place]
    text = line.remark.text
    japanese = bool(JAPANESE.search(text))
    found: list[tuple[int, int, str, str, str]] = []
    for match in (_JAPANESE if japanese else _ENGLISH).finditer(text):
        groups = match.groupdict()
        words = match[0]
        if not japanese and _NO_NAME.match(words.split(" ")[0]):
            continue
        form = "title" if groups.get("title") else "name"
        found.append(
            (match.start(), match.end(), words, form, groups.get("held") or groups.get("title") or "")
        )
    taken = [(start, end) for start, end, *_ in found]
    found += [
        (match.start(), match.end(), match[0], "family", "")
        for match in (_BARE.finditer(text) if japanese else ())
        if all(match.end() <= a or b <= match.start() for a, b in taken) and is_family(match[0])
    ]
    if line.remark.speaker:
        found.append((0, 0, line.remark.speaker, "speaker", ""))
    rules = (owner_of([line.remark], sides) or "") if names_an_owner(text) else ""
    return [
        Who(
            *one, place=number, of=len(found), by_rules=bool(rules) and (rules in one[2] or one[2] in rules),
            again=any(one[2][:2] in other.remark.text for other in told if other is not line),
        )
        for number, one in enumerate(sorted(found))
    ]  # fmt: skip
