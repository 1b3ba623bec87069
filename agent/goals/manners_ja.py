"""Loose manners before a Japanese act (資料を手際よく作成), and wishes that leave their verb out (現場にゆとりを)."""

from __future__ import annotations

import re

from agent.calendar.patterns import regex
from agent.goals.deliverables import ACTS_JA
from agent.goals.names import manner_of
from agent.goals.quantities import MASK
from agent.goals.scan import Scan
from agent.goals.words import words

Span = tuple[int, int]
_CHECKABLE_MANNER = frozenset(words("ja", "checkable", "manner"))

_BOON_JA = regex(
    r"(?:[一-龥ァ-ヶー]{1,8}(?:に|へ|の|も)(?:[^、。\n\d]{0,8}の)?|^)(?P<boon>(?:[一-龥ぁ-んー]{1,4}な)?(?:ゆとり|余裕|笑顔|活気|元気|やりがい|誇り|自信|安心感?|信頼感?|つながり|一体感|風通し|潤い|彩り|わくわく|ワクワク|楽しさ|喜び|感動|納得感?|手応え|手ごたえ|やる気|意欲|活力|刺激|気づき|学び|余白|温かみ|温もり|ぬくもり|おもてなし|寄り添い|メリハリ|スピード感|緊張感|透明性|柔軟性|機動力|競争力|底力|現場力|チーム力|組織力|提案力|対応力|発信力|団結|絆|希望|夢|光|風|追い風|弾み|勢い|実り|安らぎ|落ち着き|平穏|秩序|規律|節度|品格|魅力|輝き)(?:と[^、。\n\d]{1,6})?を)$"
)
"""現場にゆとりを: a wish that leaves its verb out."""


def wishes(scan: Scan) -> list[Span]:
    """Spans of what is wished for at the end of a field."""
    text, found = scan.without_dates, []
    for start, end in scan.segments:
        if text.endswith("を", start, end) and (boon := _BOON_JA.search(text[start:end])):
            found.append((start + boon.start("boon"), start + boon.end("boon")))
    return found


_CONDITION_JA = regex(
    r"(?:[一-龥ぁ-んァ-ヶー]{1,6}(?:感|心|意|念|情|愛|力|気持ち|思い|想い)|余裕|ゆとり|自信|勇気|ユーモア)を(?:もって|持って|以って|もち|持ち|込めて|こめて|抱いて|交えて|忘れず|添えて|胸に)|[一-龥]{1,4}(?:が|の|に)(?:あれば|許せば|整えば|許す限り|空けば|でき次第|あるとき|ある範囲|合わせて柔軟)|(?:相談|調整|協議|連携|議論)し(?:ながら|つつ)|(?:いい|良い|よい|ほどよい|程よい)(?:感じ|具合|塩梅|頻度|加減)(?:に|で)"
)
_BEFORE_ACT_JA = regex(
    rf"を(?P<adverb>(?:[^をがは、。\n\d{MASK}]{{1,6}}を(?=[^をは、。\n\d]{{1,8}}(?:て|で|ながら|に|ず)))?(?:[^をがは、。\n\d{MASK}]|が(?=ら)){{2,16}}?)(?={ACTS_JA})"
)
_AIM_BEFORE_ACT_JA = regex(
    rf"を(?P<adverb>[^を、。\n\d{MASK}]{{2,12}}(?:[^をれ、。\n\d](?:ように)|[いたる]程度に))(?={ACTS_JA})"
)
"""を相手の顔が立つように開催する: an aim with a subject of its own where the manner stands."""
_MANNER_END_JA = regex(
    r"(?:幅|並み|調子|呼吸|拍子|ペース|テンポ|リズム|目線|思い|気持ち)を(?:合わせ|揃え|そろえ)て$|(?:らしい|[いな])(?:やり方|やりかた|やりよう|かたち|スタイル)で$|(?:[腹腰肝気心胸肩目手足頭息骨身口耳鼻背膝首声力汗襟肚度](?:を|の)[^、。\n\d]{1,6}(?:て|で|た形で)|(?:感じ|風|具合|調子|構え|つもり|心づもり|覚悟|姿勢|気概|勢い|ノリ|塩梅)(?:で|に)|(?<!新し)(?<!ごと)く|ず(?:に)?|ながら|つつ|れば|限り|めに|かに|々と|げに|そうに|程度に|ように)$"
    r"|^(?!まで|から|など|すべて|それぞれ|あわせて|ともに|まとめて|あらためて|すでに|ごとに|について|として|もとに|のため)[ぁ-んー]{3,}$"
    r"|^(?:[一-龥ぁ-ん]*[いよ]い|[一-龥ぁ-ん]+な)[一-龥]{1,4}[にで]$"
)


_WITHOUT_JA = regex(
    r"(?:置か|使わ|用い|設け|通さ|経|介さ|待た|含ま|含め|持た|変え|止め|閉め|増やさ|減らさ|出さ|残さ|付け|加え|挟ま|分け|問わ|要さ|伴わ|払わ|送ら|動かさ|開け|切ら|入れ|"
    r"(?:印刷|発行|利用|使用|設置|経由|停止|中断|出張|来社|訪問|変更|追加)せ)ず(?:に)?"
)
"""専任を置かず, 紙を使わず: what is left out can be seen."""


def manner_before_act(text: str) -> list[Span]:
    """What stands between the object and a concrete act, when it says how: 資料を手際よく作成する."""
    found = [match.span() for match in _CONDITION_JA.finditer(text)]
    for match in _BEFORE_ACT_JA.finditer(text):
        adverb = match["adverb"]
        stem = re.sub(r"[にと]$", "", adverb)
        listed = (
            stem in _CHECKABLE_MANNER
            or adverb in _CHECKABLE_MANNER
            or _WITHOUT_JA.fullmatch(adverb) is not None
        )
        if not listed and (
            _MANNER_END_JA.search(adverb)
            or (re.fullmatch(r"[一-龥]{2,4}[にと]", adverb) and manner_of(adverb))
        ):
            found.append(match.span("adverb"))
    return found + [match.span("adverb") for match in _AIM_BEFORE_ACT_JA.finditer(text)]
