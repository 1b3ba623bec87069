"""Lines of a letter that state nothing: signatures, ways to reach somebody, greetings, closing words."""

from __future__ import annotations

import re

from agent.evidence.cite import locator_at
from agent.renewal.remarks import Remark

SIGNATURE = "signature"
"""Section that a mail's reader gives the lines of its signature."""
STATES = re.compile(
    r"。|(?:ます|です|ました|でした|ません)[!！]?$|[.!?？]$|^(?:P\.?\s?S\b|追伸)|"
    r"\b(?:I|we|you|they|he|she|it)(?:['’]\w+)? [a-z]+|\b(?:is|are|was|were|will|has|have|please)\b",
    re.I,
)
"""Words of a sentence, which a line of a signature has not: what stands below it by mistake is still read."""
REACHED = re.compile(
    r"^[\s|｜/／,、・*_-]*(?:(?:TEL|Tel|tel|FAX|Fax|fax|Phone|phone|Mobile|mobile|Direct|Cell|Office|E-?mail|e-?mail|Mail|Web|URL|"
    r"[TMFEPWtmfew]|電話(?:番号)?|携帯(?:電話)?|直通|代表|内線|ファックス|メール(?:アドレス)?)[\s.:：/()（）]*)?"
    r"(?:\+?[\d(][\d\s()./-]{6,}\d(?:\s*(?:\(?(?:内線|ext\.?|代表|直通|代)\s*\)?)?\s*\d{0,5}\)?)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+)"
    r"(?:[\s|｜/／,、・]+(?:TEL|Tel|FAX|Fax|Mobile|mobile|E-?mail|[TMFE]|携帯|直通|内線|電話)?[\s.:：]*"
    r"(?:\+?[\d(][\d\s()./-]{4,}\d|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+))*[\s)）]*$"
)
"""A telephone number, mail address or page alone on its line, labelled or not."""
ADDRESS = re.compile(
    r"^(?:〒\s*\d{3}-?\d{4}.{0,50}|(?:所在地|住所|address)[:：].{0,60}|"
    r"(?:東京都|北海道|(?:京都|大阪)府|[一-龠]{2,3}県)[^。]{0,30}\d[^。]{0,20}|"
    r"\d{1,5}[A-Za-z]? (?:[A-Z][\w'’]+ ){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Square|Way|Boulevard)\b[^.!?]{0,50})$",
    re.I,
)
GREETING = re.compile(
    r"^(?:[^、。]{1,24}[、。]\s*)?(?:いつも|平素(?:より|は)|日頃より)?(?:大変|格別の?)?(?:お世話になっ(?:て(?:おり|い)?ます|ております)|お疲れ(?:様|さま)(?:です|でした)|ご無沙汰して(?:おり|い)ます)"
    r"(?:[、。]\s*[^、。]{1,24}(?:です|でございます|と申します))?[。！!]*$|"
    r"^(?:どうぞ|何卒|今後とも|引き続き|以上、?)*(?:よろしく|宜しく)(?:お願い(?:いた|申し上げ|致)?(?:し)?ます)?[。！!]*$|^(?:拝啓|敬具|以上)[。]?$|"
    r"^(?:hi|hello|dear|good (?:morning|afternoon|evening))\b[^.!?:]{0,30}[,.!]?$|"
    r"^(?:(?:many )?thanks|thank you(?: very much| in advance)?|(?:best|kind|warm)(?: regards| wishes)?|(?:with )?(?:kind |best |warm )?regards|cheers|yours (?:sincerely|faithfully|truly)|sincerely)\b(?:,? [A-Z][\w .-]{0,24})?[,.!]?$",
    re.I,
)
FIELD = re.compile(
    r"^(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|差出人|宛先|送信日時|件名)\s*[:：]\s*\S", re.I
)


def states_nothing(remark: Remark) -> bool:
    """A signature's line, a telephone number, an address, a header line, a greeting: evidence for nothing."""
    text = remark.text.strip()
    if REACHED.match(text) or ADDRESS.match(text) or GREETING.match(text) or FIELD.match(text):
        return True
    return locator_at(remark.document, remark.start).section == SIGNATURE and not STATES.search(text)
