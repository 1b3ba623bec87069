"""Words that go against a promise: remote where on site was promised, one site for all, put off, less often."""

from __future__ import annotations

import re

_OPPOSED = (
    (
        r"対面|現地|訪問(?!件数)|オンサイト|来社|on-?site|in[- ]person|face[- ]to[- ]face",
        r"オンライン|リモート|Web会議|ウェブ会議|Zoom|Teams|動画配信|録画|リモート|online|remote|virtual|webinar|video call",
    ),
    (
        r"オンライン(?:のみ|で完結)|リモート(?:のみ|で完結)|online only|fully remote",
        r"対面|現地|来社|on-?site|in[- ]person",
    ),
    (
        r"全社|全店|全拠点|全部署|全部門|全員|全国|すべての|全ての|全\d+|all |every |company-wide|enterprise-wide|entire",
        r"一部|のみ|だけ|まず|限定|パイロット|先行|試行|本社(?:のみ|だけ)|only|pilot|one (?:site|team|department)|a single|subset|limited to",
    ),
    (
        r"無償|無料|追加費用(?:は?(?:なし|無し|不要|かから))|追加料金(?:は?(?:なし|無し|不要))|費用内|(?:契約|料金|費用|基本料)に含|free|no (?:extra|additional) (?:cost|charge|fee)|at no cost|included",
        r"有償|有料|追加費用(?!は?(?:なし|無し|不要|かから))|追加料金|別途(?:お?見積|費用|請求)|課金|paid|charge(?:d|able)|extra (?:cost|fee)|at cost|billed|additional fee",
    ),
    (r"専任|専属|dedicated", r"兼任|兼務|共有(?:の)?担当|持ち回り|shared|pooled|part-time"),
    (
        r"現行(?:の)?(?:人員|体制|要員|人数)(?:のまま|で)|増員(?:なし|せず|しない)|人員を?増やさ|without (?:adding|extra|additional) (?:headcount|staff|fte)|no (?:additional|extra|new) (?:headcount|staff|hire)",
        r"増員(?!なし|せず)|追加採用|人員(?:を)?(?:追加|(?:\d+[名人])?増(?!やさ|員なし))|新規採用|hire|add (?:headcount|staff)|additional (?:headcount|staff)",
    ),
    (
        r"(?:既存|現行)(?:の)?(?:システム|基幹|運用|フロー|ツール)(?:は|を)?(?:変更(?:なし|せず|しない)|そのまま|維持)|(?:改修|開発|カスタマイズ)(?:なし|不要|せず)|no (?:customi[sz]ation|development|changes? to)|without changing|out of the box",
        r"改修(?!なし|不要|せず)|カスタマイズ(?!なし|不要|せず)|追加開発|個別開発|custom(?:i[sz]e|i[sz]ation| build)|redevelop",
    ),
    (
        r"24時間|24/7|24x7|24/365|365日",
        r"平日(?:のみ|の|8|9|10|日中)|営業時間(?:内|のみ)|日中のみ|business hours|weekdays|office hours",
    ),
    (
        r"日本語(?:対応|サポート|で)|Japanese",
        r"英語(?:サポート|対応)?(?:のみ|だけ|で)|English[- ]only|in English",
    ),
    (
        r"国内(?:サーバ|データセンター|保管)|in (?:the )?(?:EU|Japan)|on-?prem",
        r"海外(?:サーバ|リージョン|データセンター)|overseas|outside (?:the )?(?:EU|Japan)|public cloud",
    ),
    (
        r"紙(?:を|の)?(?:廃止|全廃|ゼロ|なくす|無くす|やめ)|ペーパーレス|paperless|eliminate paper",
        r"紙(?:で|に|も|の)?(?:申請書|帳票)?(?:も)?(?:印刷|配布|保管|併用|運用|提出)|印刷して|郵送で|print(?:ed)? (?:copies|and)|on paper",
    ),
    (
        r"自動(?:化|連携|で)|手作業(?:なし|をなく|ゼロ|不要)|automat(?:ic|ed)|no manual",
        r"手(?:作業|入力|動)(?:で|により|にて)|Excelで(?:転記|手)|manually|by hand|manual (?:entry|upload|export)",
    ),
    (
        r"削減|減ら|短縮|圧縮|下げ|reduce|cut|lower|fewer|decrease|shorten",
        r"(?:残業|工数|コスト|費用|時間|人員|件数|在庫|ミス|経費)[^、。\n]{0,8}(?:増や|増加|拡大|増員)|increase (?:the )?(?:cost|hours|headcount|overtime|effort|spend)",
    ),
)
OWN_SUBJECT = re.compile(
    r"紙|ペーパー|paper|24時間|24/7|増員|人員を|headcount|全拠点|全店|全部署|all (?:sites|stores|branches)",
    re.I,
)
"""Promises whose opposite needs no other word in common: no paper, round the clock, all sites."""
PUT_OFF = re.compile(
    r"先送り|延期|見送|取りやめ|中止(?!率|件)|postpon|defer(?:red|ring)?(?![a-z])|put off|called off", re.I
)
_OFTEN = (
    (re.compile(r"毎日|日次|(?<![a-z])daily", re.I), 245.0),
    (re.compile(r"隔週|(?<![a-z])(?:bi-?weekly|fortnightly|every other week)", re.I), 26.0),
    (re.compile(r"毎週|週次|(?<![a-z])weekly|every week", re.I), 52.0),
    (re.compile(r"隔月|every other month", re.I), 6.0),
    (re.compile(r"毎月|月次|(?<![a-z])monthly|every month", re.I), 12.0),
    (re.compile(r"四半期|(?<![a-z])quarterly|every quarter", re.I), 4.0),
    (re.compile(r"半年|半期|(?<![a-z])(?:half-yearly|twice a year)", re.I), 2.0),
    (re.compile(r"年次|毎年|(?<![a-z])(?:annual(?:ly)?|yearly|once a year)", re.I), 1.0),
)  # fmt: skip
_TIMES_JA = re.compile(r"(?P<p>年|四半期|月|週)(?:に|間)?(?P<n>\d{1,2})回")
_TIMES_A = {"年": 1.0, "四半期": 4.0, "月": 12.0, "週": 52.0}


def less_often(planned: str, promised: str) -> bool:
    """研修は年1回 where 年4回 was promised; quarterly reports where monthly ones were."""
    now, then = _times(planned), _times(promised)
    return now is not None and then is not None and now < then


def _times(text: str) -> float | None:
    """How often a year a text that measures nothing else says something happens."""
    counted = _TIMES_JA.search(text)
    if counted:
        return _TIMES_A[counted["p"]] * int(counted["n"])
    if re.search(r"\d", text):
        return None
    return next((times for pattern, times in _OFTEN if pattern.search(text)), None)


def without_present(text: str) -> str:
    """The text less what it says of today: 現在は本社のみ."""
    return re.sub(r"(?:現在|現状|今)は?[^、。\n()]*|(?:currently|today|now)[^,.;()]*", "", text, flags=re.I)


def is_opposed(promised: str, planned: str) -> bool:
    """The plan says the opposite of what was promised, and does not say the promised thing as well."""
    for wanted, against in _OPPOSED:
        if re.search(wanted, promised, re.I) and re.search(against, planned, re.I):
            rest = re.sub(against, "", planned, flags=re.I)
            if not re.search(wanted, rest, re.I) or re.search(r"のみ|だけ|only", planned, re.I):
                return True
    return False
