"""Group companies that notes name: 関連会社の北浜デリカ, our sister company Linden Print.

A name counts where its form says that it is a company, or where it shares the customer's own name; 親会社のルール names
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.company.ownership import FILINGS
from agent.evidence.cite import cite
from agent.models.account import Account
from agent.models.plan import GroupCompany
from connectors.interface import Document

_FORM = r"(?:株式会社|有限会社|合同会社|\(株\)|（株）|㈱)"
_BARE = re.compile(
    rf"{_FORM}|ホールディングス|グループ|HD\b|\b(?:Ltd|Limited|Inc|PLC|LLC|GmbH|Group|Holdings)\b\.?", re.I
)
_NAME = r"[一-龥々ァ-ヶーＡ-ＺA-Za-z0-9&・]{2,20}"
_RELATED_JA = re.compile(
    rf"(?P<relation>(?:完全|連結)?子会社|親会社|関連会社|関係会社|グループ会社|兄弟会社|姉妹会社|持株会社)(?:の|である|、|「|『)(?P<name>{_FORM}?{_NAME}?{_FORM}?)"
    r"(?=(?P<after>[(（]\s*(?:約)?\d[\d,]*\s*(?:名|人|店|拠点)|[」』]|さん|様|社(?![員長内用])|[、。はがにでをもとへか ]|の|$))"
)
_SECONDED_JA = re.compile(rf"(?P<name>{_FORM}{_NAME}|{_NAME}{_FORM})[ 　]*(?:へ|に)?[ 　]*(?P<relation>出向)")
_RELATED_EN = re.compile(
    r"\b(?P<relation>subsidiary|sister company|parent company|parent|holding company|affiliate|group company)(?:,| called| named)? "
    r"(?P<name>[A-Z][\w&'’-]+(?: (?:[A-Z][\w&'’-]+|of|&|and(?= [A-Z])))*)"
)
_NO_NAME_EN = re.compile(
    r"(?:CEO|CFO|CIO|COO|Board|Finance|Head|Director|Group|IT|ICT|HR|The|A|I|We|They|He|She|It|This|In|On|At)\b|.*\b(?:Director|Officer|Committee|Board|Manager)$"
)
_ENOUGH_NAMED = re.compile(r"[(（]|[」』]|さん|様|社")
_STEM = 2  # letters two names of one house share
_MOST = 20


def read_group_told(
    account: Account, documents: Sequence[Document], known: Sequence[GroupCompany]
) -> list[GroupCompany]:
    """Companies that notes say belong to the customer's group and no filing lists, in the order they are told."""
    own = _bare(account.name)
    ours = {_bare(account.vendor.name or ""), _bare(account.product or "")}
    told = {_bare(company.name) for company in known} | {own} | ours
    found: list[GroupCompany] = []
    for document in documents:
        if document.kind in FILINGS:
            continue
        for company in _named(document, own):
            name = _bare(company.name)
            if name and name not in told and len(found) < _MOST:
                told.add(name)
                found.append(company)
    return found


def _named(document: Document, own: str) -> Iterator[GroupCompany]:
    for match in _RELATED_JA.finditer(document.text):
        formal = re.search(_FORM, match["name"]) or _ENOUGH_NAMED.match(match["after"])
        if (formal or _shares(match["name"], own)) and _is_name(match["name"]):
            yield from _company(document, match, match["relation"])
    for match in _SECONDED_JA.finditer(document.text):
        if _shares(match["name"], own):
            yield from _company(document, match, None)
    for match in _RELATED_EN.finditer(document.text):
        if not _NO_NAME_EN.match(match["name"]):
            yield from _company(document, match, match["relation"])


def _company(document: Document, match: re.Match[str], relation: str | None) -> Iterator[GroupCompany]:
    cited = cite(document, *match.span())
    if cited is not None and match["name"] in cited.quote:
        yield GroupCompany(name=match["name"], relation=relation, citations=[cited])


def _is_name(name: str) -> bool:
    """Not a post or a department, nor work."""
    return len(_bare(name)) >= _STEM and not re.search(
        r"(?:部|課|室|長|担当|者|員|システム|ルール|方針|承認|決裁|役員|経理|総務)$", name
    )


def _shares(name: str, own: str) -> bool:
    """北浜物流 of 北浜フーズ: the same letters in front, other ones behind."""
    bare = _bare(name)
    return (
        len(own) > _STEM and bare[:_STEM] == own[:_STEM] and bare != own and not bare.startswith(own + "の")
    )


def _bare(name: str) -> str:
    return re.sub(r"\s", "", _BARE.sub("", name)).casefold()
