"""Conditions on which the renewal hangs: without this, no signature."""

from __future__ import annotations

import re

JAPANESE = re.compile(
    r"(?:なけれ(?:ば|ば、)|な(?:い|かった)(?:と|なら|ようなら|ようであれば|限り|かぎり|うち(?:は|に)|場合|まま(?:で)?は|とき|ようでは)|(?:ません|できず|無し|なし)(?:と|なら|では|に(?:は)?|のまま)|次第(?:で|によ)|(?:遅れ|間に合わな|動かな|直らな|出な)[^。、]{0,6}(?:ば|たら|なら|と))"
    r"[^。]{0,40}(?:更新|継続|契約|延長|署名|サイン|判(?:を|は)|押印|稟議|決裁|承認|予算|解約|乗り換え|切り替え|賛成|続け)"
    r"[^。]{0,16}(?:しない|せず|できない|できません|しません|ません|ない|難し|無理|見送|止め|やめ|打ち切|白紙|考え(?:直|させ)|解約|検討(?:する|します)|乗り換え|切り替え)",
)
DEPENDS_JA = re.compile(
    r"(?:更新|継続|契約(?:の)?延長|再契約)(?:する(?:か)?(?:どうか)?|の可否|の(?:前提|条件)|できるか)?[^。]{0,10}(?:は|が)[^。]{0,30}(?:次第|にかかって|が(?:前提|条件)|(?:前提|条件)(?:です|だ|と|になる|に))"
)
ENGLISH = re.compile(
    r"\b(?:if|unless|until|without|as long as|so long as)\b[^.;]{3,90}?[,.]?\s(?:we|he|she|they|I|it|[A-Z][\w\u2019'-]+|(?:the|our|my|his|her|their) \w+)?\s?"
    r"(?:wo|ca|ai|do|does)n['\u2019]t (?:be )?(?:[a-z]+ )?(?:sign|renew|extend|continu|approv|pay|stay|commit|fund|back|support|keep|re-?sign|agree|carry on|go on|put)\w*|"
    r"\b(?:if|unless|until|without)\b[^.;]{3,90}?\b(?:will not|cannot|can not|would not|wouldn['\u2019]t|not going to|refuse\w*|no (?:renewal|signature|extension|contract)|walk(?:s|ing)? away|cancel\w*|(?:look|go|switch|move) elsewhere|(?:is|are|was|were) out|leave)\b|"
    r"\b(?:wo|ca|do|does)n['\u2019]t (?:be )?(?:sign|renew|extend|continu|approv|commit|fund|stay)\w*[^.;]{0,50}\b(?:if|unless|until|without|before)\b|"
    r"\b(?:will not|cannot|not going to|would not|wouldn['\u2019]t) (?:be )?(?:sign|renew|extend|continu|approv|commit|fund|stay)\w*[^.;]{0,50}\b(?:if|unless|until|without)\b|"
    r"\b(?:renewal|renewing|extension|signature|signing)\b[^.;]{0,30}\b(?:depends?|hinges?|hangs?|contingent|conditional|rests?) (?:up)?on\b|"
    r"\bonly (?:sign|renew|extend|approve|continue)\w*[^.;]{0,40}\b(?:if|once|when|after)\b|"
    r"\bno [\w -]{3,40}, no (?:renewal|signature|extension|contract|deal|budget)\b",
    re.I,
)
ABOUT_CONTRACT = re.compile(
    r"\b(?:sign|renew|extend|extension|contract|continu|approv|commit|fund|stay|cancel|walk|elsewhere|another year|subscription|deal|keep|budget)\w*",
    re.I,
)


def hangs_the_renewal(text: str) -> bool:
    """The sentence says that the contract goes on only if something comes about."""
    if JAPANESE.search(text) or DEPENDS_JA.search(text):
        return True
    found = ENGLISH.search(text)
    return found is not None and bool(ABOUT_CONTRACT.search(text))
