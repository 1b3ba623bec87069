"""What a web page says about itself: title, publisher, day of publication, address."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from connectors.dates import date_in
from connectors.readers.canonical import clean

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_DATE_METAS = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued", "pubdate",
    "publishdate", "og:published_time", "article:modified_time",
)  # fmt: skip
_SEPARATOR = re.compile(r"\s*[|｜│]\s*|\s+[-–—:]\s+|\s*：：\s*")
_DATE_CLASS = re.compile(r"date|time|meta|publish|day|hizuke|by\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?:\d{1,2} [A-Z][a-z]{2,8}\.? 20\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, 20\d\d|20\d\d年\d{1,2}月\d{1,2}日)(?=[.。\s|(（]|$)"
)
"""A day that a paragraph opens with ("1 December 2026. After eleven years …")."""
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted|issued|updated)\b|発行|掲載|公開日|配信|更新日", re.I)
_SHORT = 60
"""Characters up to which a line with a date in it is a date line."""


class PageMeta(NamedTuple):
    title: str
    publisher: str | None
    published: dt.date | None
    url: str | None


def page_meta(soup: BeautifulSoup) -> PageMeta:
    """Read before the head is dropped. `published` comes from meta data only; see `visible_date`."""
    metas: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if name and tag.get("content"):
            metas.setdefault(name, clean(str(tag["content"])))
    page_title = clean(soup.title.get_text()) if soup.title else ""
    parts = _SEPARATOR.split(page_title)
    title = _headline(soup, page_title + metas.get("og:title", "")) or metas.get("og:title", "") or parts[0]
    publisher = metas.get("og:site_name") or (parts[-1] if len(parts) > 1 else None)
    published = next((day for name in _DATE_METAS if (day := date_in(metas.get(name, "")))), None)
    link = soup.find("link", rel="canonical")
    url = (str(link.get("href") or "") if link is not None else "") or metas.get("og:url")
    return PageMeta(
        title, publisher or None, published or _linked_data_date(soup), url if _is_web(url) else None
    )


def visible_date(root: Tag) -> dt.date | None:
    """The day the page shows: a <time>, a short line with a date class, else the first short line with a date, else the day
    a paragraph opens with or a short line says it was published on."""
    for tag in root.find_all("time"):
        day = date_in(str(tag.get("datetime") or "")) or date_in(tag.get_text())
        if day:
            return day
    for tag in root.find_all(["p", "span", "div", "dd", "li"], class_=_DATE_CLASS):
        words = tag.get_text("", strip=True)
        if len(words) <= _SHORT and (day := date_in(words)):
            return day
    for number, text in enumerate(root.find_all(string=True)):
        if number > 200:
            break
        words = text.strip()
        if 6 <= len(words) <= 24 and (day := date_in(words)):
            return day
    for number, text in enumerate(root.find_all(string=True)):
        if number > 200:
            break
        words = text.strip()
        head = words[: dated.end()] if (dated := _DATELINE.match(words)) else ""
        stated = words if len(words) <= _SHORT and _SAYS_PUBLISHED.search(words) else ""
        if day := date_in(head or stated):
            return day
    return None


def _headline(soup: BeautifulSoup, named: str) -> str:
    """The <h1> that the page's own title repeats, else its first one."""
    headings = [words for tag in soup.find_all("h1") if (words := clean(tag.get_text()))]
    return next((words for words in headings if words in named), headings[0] if headings else "")


def _linked_data_date(soup: BeautifulSoup) -> dt.date | None:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text()[:100_000])
        except (ValueError, RecursionError):
            continue
        for item in data if isinstance(data, list) else [data]:
            if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
                return date_in(item["datePublished"])
    return None


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).lower().startswith(("http://", "https://"))
