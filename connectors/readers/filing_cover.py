"""What the cover of a filing without tags (PDF, plain HTML) says it is: 有価証券報告書, 半期報告書, 決算短信, 10-K … with filer, period and day.

The labels are those of the disclosure ordinance's cover page (【提出書類】, 【会社名】, 【提出日】 …), of the
exchange's summary form (上場会社名, コード番号) and of the SEC's forms.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from connectors.dates import date_in
from connectors.interface import DocumentKind, FactPeriod, Filer

_KINDS = (
    ("有価証券報告書", DocumentKind.ANNUAL_REPORT),
    ("半期報告書", DocumentKind.SEMIANNUAL_REPORT),
    ("四半期報告書", DocumentKind.QUARTERLY_REPORT),
    ("臨時報告書", DocumentKind.OTHER_FILING),
    ("大量保有報告書", DocumentKind.OTHER_FILING),
    ("自己株券買付状況報告書", DocumentKind.OTHER_FILING),
    ("有価証券届出書", DocumentKind.OTHER_FILING),
    ("公開買付", DocumentKind.OTHER_FILING),
)
_FIELD = re.compile(
    r"【(提出書類|会社名|提出日|事業年度|中間会計期間|四半期会計期間|計算期間)】[ \t\u3000]*([^\n【]+)"
)
_CODE = re.compile(r"[(（]([E]\d{5})[)）]")
_PERIOD = re.compile(
    r"自[\s\u3000]*([^至\n]{6,22}日)[\s\u3000\n]*(?:[(（]第[^)）]{1,8}[)）])?[\s\u3000\n]*至[\s\u3000]*([^\n)）]{6,22}日)"
)
_SUMMARY = re.compile(r"(?:決算短信|決算 短信)")
_REVISION = re.compile(r"(?:業績予想|配当予想).{0,30}(?:修正|差異)|(?:修正|差異).{0,20}(?:業績予想|配当予想)")
_COMPANY = re.compile(
    r"(?:上場)?会\s*社\s*名[ \u3000：:]*(.+?)(?=[ \u3000]+(?:上場取引所|代表者|コード)|\n|$)"
)
_LISTING = re.compile(r"コ\s*ー\s*ド(?:\s*番\s*号)?[ \u3000：:]*(\d{3}[0-9A-Z]\d?)")
_RANGE = re.compile(r"[(（]([^()（）～〜\n]{6,20}日)\s*[～〜~－-]\s*([^()（）\n]{6,20}日)[)）]")
_SEC_FORM = re.compile(r"\bFORM\s+(10-K|10-Q|8-K|20-F|6-K)(?:/A)?\b", re.IGNORECASE)
_SEC_KINDS = {
    "10-K": DocumentKind.ANNUAL_REPORT,
    "20-F": DocumentKind.ANNUAL_REPORT,
    "10-Q": DocumentKind.QUARTERLY_REPORT,
}
_SEC_ENDED = re.compile(
    r"for the (?:fiscal |quarterly )?(?:year|period) ended:?\s+([A-Z][a-z]+ \d{1,2}, ?\d{4})", re.IGNORECASE
)
_SEC_NAME = re.compile(r"([^\n]{3,80})\n\s*\(?Exact name of registrant", re.IGNORECASE)

_FORM_HEADINGS = (
    "提出書類", "企業の概況", "主要な経営指標等の推移", "沿革", "事業の内容", "関係会社の状況", "従業員の状況", "事業の状況",
    "事業等のリスク", "設備の状況", "設備投資等の概要", "主要な設備の状況", "提出会社の状況", "株式等の状況", "配当政策",
    "自己株式の取得等の状況", "コーポレート・ガバナンスの状況等", "コーポレート・ガバナンスの概要", "役員の状況", "監査の状況",
    "役員の報酬等", "株式の保有状況", "経理の状況", "連結財務諸表等", "連結財務諸表", "連結貸借対照表", "連結損益計算書",
    "財務諸表等", "財務諸表", "貸借対照表", "損益計算書", "株主資本等変動計算書", "注記事項", "附属明細表",
    "主な資産及び負債の内容", "提出会社の株式事務の概要", "提出会社の参考情報", "提出会社の保証会社等の情報",
)  # fmt: skip
_FORM = re.compile(
    b"|".join(
        re.escape(f"【{heading}】".encode(encoding))
        for encoding in ("utf-8", "cp932", "euc_jp")
        for heading in _FORM_HEADINGS
    )
)
"""Headings of the forms of the disclosure ordinance (第二号様式, 第三号様式 …), in their brackets."""


class Cover(NamedTuple):
    """Kind NOTE and nothing else when the cover is of no known form."""

    kind: DocumentKind = DocumentKind.NOTE
    title: str = ""
    filer: Filer | None = None
    form: str | None = None
    period: FactPeriod | None = None
    published: dt.date | None = None
    amends: str | None = None

    @property
    def full_title(self) -> str:
        """The title, "" for a page without a cover; named as the covers of tagged filings name it."""
        return self.title


def is_form_page(data: bytes) -> bool:
    """True for a page with one of the form's headings, which no news page prints in such brackets."""
    return _FORM.search(data) is not None


def has_cover(text: str) -> bool:
    """True for text that begins with the cover of a Japanese or American filing, not merely speaks of one."""
    head = text[:3000]
    return "【提出書類】" in head or (
        "SECURITIES AND EXCHANGE COMMISSION" in head.upper() and bool(_SEC_FORM.search(head))
    )


def read_cover(text: str) -> Cover:
    """The cover read from the text of the first two pages."""
    head = text[:6000]
    fields = {name: value.strip(" \t\u3000") for name, value in _FIELD.findall(head)}
    named = fields.get("提出書類", "") or _first_lines(head)
    for word, kind in _KINDS:
        if word in named and (word != "半期報告書" or "四半期報告書" not in named):
            return _japanese_filing(head, fields, named, kind)
    if _SUMMARY.search(head[:400]):
        return _exchange(head, DocumentKind.EARNINGS_SUMMARY, "決算短信")
    if _REVISION.search(head[:800]) and _COMPANY.search(head[:800]):
        return _exchange(head, DocumentKind.FORECAST_REVISION, None)
    form = _SEC_FORM.search(head[:3000])
    return _sec(head, form[1].upper()) if form else Cover()


def _first_lines(head: str) -> str:
    lines = [line.strip() for line in head.split("\n") if line.strip()][:3]
    return next((line for line in lines if any(line.endswith(word) for word, _ in _KINDS)), "")


def _japanese_filing(head: str, fields: dict[str, str], named: str, kind: DocumentKind) -> Cover:
    period = _PERIOD.search(fields.get("事業年度", "") or head) or _PERIOD.search(head)
    name = fields.get("会社名") or next(
        iter(re.findall(r"^\S{0,4}株式会社\S{1,20}$|^\S{1,20}株式会社$", head, re.M)), ""
    )
    code = _CODE.search(head)
    amended = named if named.startswith("訂正") else None
    title = f"{name} {named}".strip()
    return Cover(
        kind,
        title,
        Filer(re.sub(r"[(（]E\d{5}[)）]", "", name), edinet_code=code[1] if code else None) if name else None,
        named,
        _range(period),
        date_in(fields.get("提出日", "")),
        amended,
    )


def _exchange(head: str, kind: DocumentKind, form: str | None) -> Cover:
    company, listing = _COMPANY.search(head), _LISTING.search(head)
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    title = next((line for line in lines[:12] if _SUMMARY.search(line) or _REVISION.search(line)), lines[0])
    day = next((found for line in lines[:12] if len(line) <= 24 and (found := date_in(line))), None)
    filer = Filer(company[1].strip(" \u3000"), sec_code=listing[1] if listing else None) if company else None
    return Cover(kind, title, filer, form, _range(_RANGE.search(head)), day)


def _sec(head: str, form: str) -> Cover:
    ended, name = _SEC_ENDED.search(head), _SEC_NAME.search(head)
    end = date_in(ended[1]) if ended else None
    filer = Filer(name[1].strip()) if name else None
    title = " ".join(part for part in (filer.name if filer else "", form) if part)
    return Cover(
        _SEC_KINDS.get(form, DocumentKind.OTHER_FILING),
        title,
        filer,
        form,
        FactPeriod(None, end) if end else None,
    )


def _range(found: re.Match[str] | None) -> FactPeriod | None:
    if found is None:
        return None
    start, end = date_in(found[1]), date_in(found[2])
    return FactPeriod(start, end) if end else None
