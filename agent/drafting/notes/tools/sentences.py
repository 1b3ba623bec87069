"""Tools that a sentence says are in use, with the work done in them and by whom ("在庫はXで管理", "documents live in X")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.drafting.notes.frames import SLOT, frames, slots_in, with_slots
from agent.drafting.notes.tools.items import ToolItem
from agent.drafting.notes.tools.names import Name, names_of
from agent.drafting.notes.tools.no_name import is_no_name
from agent.drafting.notes.tools.purpose import department_of, purpose_of
from agent.drafting.notes.tools.words import is_work
from agent.renewal.cues import cues
from agent.renewal.remarks import Remark

CUES = cues("agent.drafting.notes.tools", "tools")
LANGUAGES = ("ja", "en")
CALLED = re.compile(
    r"(?P<purpose>[一-龠ァ-ヴーA-Za-z・]{2,14}?|(?<=[はがをに、]))"
    r"(?P<noun>システム|ツール|ソフト|アプリ|基盤|基幹|サービス|ポータル|グループウェア|データベース|パッケージ|カルテ|端末)"
    r"(?:として|には|では|は|の|に)?「(?P<quoted>[^」]{2,24})」"
)
UNNAMED = re.compile(
    r"(?:^|[、。「と])(?P<phrase>[一-龠ァ-ヴーA-Za-z]{2,16}(?:の[一-龠ァ-ヴーA-Za-z]{2,10}){0,2}の(?:管理)?"
    r"(?:ツール|システム|ソフト))(?=に|で|の次|を使|は)"
)
UNNAMED_IN_USE = re.compile(
    r"(?:^|[、。「と(（:：\s])(?P<phrase>(?:親会社|グループ|自前|手作り|独自|本社|親元|取引先)の[一-龠ァ-ヴーA-Za-z]{0,8}(?:システム|ツール|ソフト|基盤|台帳|PLM|ERP|SFA|CRM|WMS|基幹))"
    r"(?=を(?:使|併用|入れ)|に(?:も)?(?:二重|入力|転記|登録|入|残)|と(?:も)?(?:連携|つな|二重|重複|重な)|で(?:も)?(?:管理|運用|回|計算)|が(?:動い|入って|あ|別))"
)
ANY_TOOL = re.compile(
    r"^(?:他|ほか|社内|うち|現在|既存|弊社|当社|御社|全部|上|複数|別|こ|そ|業務|新し|自社|会社|全社)"
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with its names and the same with a slot for each."""

    names: list[Name]
    masked: str
    language: str

    def slots(self, key: str) -> set[int]:
        found: set[int] = set()
        for frame in frames("agent.drafting.notes.tools", "words", self.language, key):
            found |= slots_in(frame, self.masked)
        return found

    def told_of_work(self) -> set[int]:
        """Slots of names said to be a kind of work ("車両の検査は「X」"): whatever the work is."""
        found: set[int] = set()
        for number, name in enumerate(self.names):
            at = _place(self.masked, number)
            work = WORK_IS.search(self.masked[:at]) if name.sure and self.language == "ja" else None
            if work and is_work(work["words"]) and AND_SO_ON.match(self.masked, at + 1):
                found.add(number)
            quoted = name.end - name.start > len(name.text)
            called = (
                THING_IS.search(self.masked[:at]) if name.sure and quoted and self.language == "ja" else None
            )
            if (
                called
                and not NO_THING.search(called["words"] or called["device"])
                and AND_SO_ON.match(self.masked, at + 1)
            ):
                found.add(number)
        return found


WORK_IS = re.compile(
    r"(?P<words>[^はがをにで、。「」()（）:：\s]{2,14})(?:[(（][^()（）]{1,10}[)）])?は(?:[^、。はが\s]{2,12}(?:部|課|室|係|局|センター|工場)の)?$"
)
THING_IS = re.compile(
    rf"(?:^|[、。:：・\s])(?P<words>{SLOT}|[一-龠ァ-ヴーA-Za-z]{{2,10}})は[^、。「」はが]{{0,6}}$|(?P<device>[一-龠ァ-ヴー]{{1,8}}(?:器|機|端末|装置|盤))の$"
)
NO_THING = re.compile(
    r"^(?:合言葉|キーワード|テーマ|スローガン|口ぐせ|口癖|答え|返事|返答|印象|感想|理由|本音|結論|判断|発言|反応|コメント|社長|会長|専務|部長|課長|本人|先方|題|件名|題名|名前|名称|会社|社名|愛称|評価|決め手|条件|要望|希望|一言|趣旨|趣味|今|目標|狙い|約束)|"
    r"(?:さん|様|氏|部|課|長|者|員|的|点|先|社)$"
)
AND_SO_ON = re.compile(r"[、。(（]|で|に|だ|と|を|の(?:まま|中)|\s*$")


def tools_in_sentence(remark: Remark) -> Iterator[ToolItem]:
    """Tools the remark says are in use. Offers, comparisons, tools given up, and common words are none."""
    text = remark.text
    for match in CALLED.finditer(text):
        if is_no_name(match["quoted"]):
            continue
        yield ToolItem(match["quoted"], match["purpose"].strip("のはが、 ") + match["noun"])
    if not remark.is_note or remark.side == "us" or remark.kind.value in ("heading", "field"):
        return
    for match in UNNAMED_IN_USE.finditer(text):
        if not ANY_TOOL.match(match["phrase"]) and scene_of(match["phrase"]) is None:
            yield ToolItem(match["phrase"])
    if remark.side == "customer":
        for match in UNNAMED.finditer(text):
            if not ANY_TOOL.match(match["phrase"]):
                yield ToolItem(match["phrase"])
    scene = scene_of(text)
    if scene is None:
        return
    out = scene.slots("from_here") | scene.slots("gone")
    named = scene.slots("naming")
    used = (
        named
        | scene.told_of_work()
        | {number for number in scene.slots("frames") if scene.names[number].sure}
    )
    for number in sorted(used - out - (scene.slots("offered") if not CUES["now"].search(text) else set())):
        name = scene.names[number]
        at = _place(scene.masked, number)
        yield ToolItem(
            name.text,
            purpose_of(scene.masked, at, scene.language),
            department_of(scene.masked, at, scene.language),
        )


def scene_of(text: str) -> _Scene | None:
    """The sentence with slots for its names, None where it has none."""
    names = names_of(text)
    if not names:
        return None
    japanese = bool(re.search(r"[ぁ-んァ-ヴ一-龠]", text))
    masked = with_slots(text, [(name.start, name.end) for name in names])
    return _Scene(names, masked, LANGUAGES[0] if japanese else LANGUAGES[1])


def names_in(text: str) -> Iterator[ToolItem]:
    """Every name in an answer on how something is done today ("共有フォルダにWordで保存。動画はYouTube")."""
    for name in names_of(text):
        yield ToolItem(name.text)


def _place(masked: str, number: int) -> int:
    at = -1
    for _ in range(number + 1):
        at = masked.index(SLOT, at + 1)
    return at
