"""What a web page shows around its content, or hides inside it, taken out of the tree before reading.

Two different things: hidden matter is never text, whatever it says; boilerplate (navigation, rankings, related
links, comments, cookie notices) is left out only where doing so does not cost the article.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_NEVER_TEXT = [
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas", "select",
    "button", "input", "textarea", "audio", "video", "map", "datalist", "dialog",
]  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:0(?:px|pt|em|%)?(?:;|$|!)|opacity:0(?:\.0+)?(?:;|$|!)"
    r"|(?:left|top|right|text-indent|margin-left):-\d{3,}|clip:rect\((?:0|1px)|(?:max-)?height:0(?:px)?(?:;|$|!)"
)
_HIDING_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE_SELECTOR = re.compile(r"^(?:[a-z][a-z0-9]*)?([.#][A-Za-z_][\w-]*)$")
_HIDDEN_CLASSES = {
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "u-hidden",
    "is-hidden",
}

_BOILERPLATE_TAGS = ["nav", "footer", "aside", "menu"]
_BOILERPLATE_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"}
_NAMES = re.compile(
    r"(?:^|[-_\s])(?:g?nav(?:i|igation)?|global[-_]?nav\w*|gnavi?|menu|mega|bread[-_]?crumbs?|crumbs?|topic[-_]?path|pan|"
    r"footer|foot|ft|hd|sidebar|side|side[-_]?(?:bar|nav|menu|column)|share|sns|social|related|recommend\w*|rank(?:ing)?|"
    r"popular|pager|pagination|paging|cookies?(?:[-_]?(?:banner|consent|notice|bar))?|consent|ads?|advert\w*|banners?|"
    r"comments?|comment[-_]?list|copy(?:right)?|skip(?:[-_]?link)?|util(?:ity)?|page[-_]?top|site[-_]?map|"
    r"search(?:[-_]?(?:box|form))?|lang(?:uage)?|login|subscribe|newsletter|tools|print|more|promo|widget|pickup)(?:$|[-_\s])",
    re.IGNORECASE,
)
_HEADER_NAMES = re.compile(
    r"(?:^|[-_\s])(?:l-|c-|site-?|global-?|page-?)?header(?:__inner)?(?:$|[-_\s])|(?:^|\s)(?:top|head)(?:\s|$)",
    re.I,
)
_SIDE_TITLES = re.compile(
    r"^(?:関連(?:情報|記事|リンク|ニュース|ページ|キーワード)?|(?:アクセス|人気|記事|週間|月間)*ランキング|(?:人気|おすすめ|新着|最新|注目|オススメ)の?"
    r"(?:記事|ニュース|情報|一覧)?|こんな記事も.*|あわせて読みたい.*|合わせて読みたい.*|コメント(?:（\d+件）|\(\d+\))?|カテゴリー?|タグ|アーカイブ|"
    r"ピックアップ|バックナンバー|この記事をシェア.*|SNS|メニュー|サイト内検索|"
    r"related(?: (?:articles?|stories|news|links|posts))?|read (?:next|more)|more from .*|most (?:read|popular)|popular.*|trending.*|"
    r"recommended.*|you may also like.*|comments?(?: \(\d+\))?|share this.*|latest (?:news|posts)|tags|categories)\s*$",
    re.IGNORECASE,
)
_LINKS = 0.6
"""Share of words inside links from which a list is navigation."""
_PARAGRAPH = 25
"""Characters from which a <p> is a paragraph of prose."""
_RUNNING_TEXT = 150
"""Characters that must remain when lists of links are dropped."""
_MOST = 0.4
"""Share of the page's words above which a part is never taken for boilerplate by its name."""


def drop_hidden(soup: BeautifulSoup) -> None:
    """Remove everything a visitor does not see: comments, scripts, hidden and off-screen elements."""
    from bs4 import Comment, Declaration, Doctype, ProcessingInstruction

    selectors = _hiding_selectors(soup)
    for node in soup.find_all(
        string=lambda text: isinstance(text, (Comment, Declaration, Doctype, ProcessingInstruction))
    ):
        node.extract()
    for tag in soup.find_all(_NEVER_TEXT):
        tag.decompose()
    for tag in soup.find_all(True):
        if not _is_gone(tag) and _is_hidden(tag, selectors):
            tag.decompose()


def drop_boilerplate(root: Tag) -> None:
    """Remove what surrounds the content of `root`: by element, role, class and id names, and side headings."""
    whole = max(1, words_in(root))
    for tag in root.find_all(True):
        if _is_gone(tag) or tag.name in ("body", "html", "main", "article", "td", "tr", "tbody", "table"):
            continue
        if _is_boilerplate(tag) and not _holds_content(tag, whole):
            tag.decompose()
    _drop_link_lists(root)
    for title in root.find_all(["h1", "h2", "h3", "h4", "h5", "h6", "p", "dt"]):
        if not _is_gone(title) and _SIDE_TITLES.match(title.get_text("", strip=True)):
            _drop_side_section(title, whole)


def _is_gone(tag: Tag) -> bool:
    """True when the tag was decomposed; the library's own property searches the tree for it."""
    return bool(tag.__dict__.get("_decomposed", False))


def words_in(tag: Tag) -> int:
    """Characters of text that are not blank."""
    return sum(len(text.strip()) for text in tag.find_all(string=True))


def _is_hidden(tag: Tag, selectors: set[str]) -> bool:
    if tag.has_attr("hidden") or str(tag.get("aria-hidden", "")).lower() == "true":
        return True
    style = re.sub(r"\s+", "", str(tag.get("style") or "")).lower()
    if style and _HIDDEN_STYLE.search(style):
        return True
    classes = set(tag.get("class") or [])
    if classes & _HIDDEN_CLASSES:
        return True
    return bool(selectors) and (
        "#" + str(tag.get("id")) in selectors or any("." + name in selectors for name in classes)
    )


def _hiding_selectors(soup: BeautifulSoup) -> set[str]:
    """Class and id selectors that the page's own style sheets hide."""
    selectors = set()
    for sheet in soup.find_all("style"):
        rules = re.sub(r"@media[^{]{0,200}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet.get_text()[:200_000])
        for names, body in _HIDING_RULE.findall(rules):
            if re.search(r"display:none|visibility:hidden", re.sub(r"\s+", "", body).lower()):
                for name in names.split(","):
                    simple = _SIMPLE_SELECTOR.match(name.strip())
                    if simple:
                        selectors.add(simple[1])
    return selectors


def _is_boilerplate(tag: Tag) -> bool:
    if tag.name in _BOILERPLATE_TAGS or str(tag.get("role", "")).lower() in _BOILERPLATE_ROLES:
        return True
    if tag.name == "header":
        return tag.find_parent(["article", "main"]) is None and tag.find("h1") is None
    names = " ".join([*(tag.get("class") or []), str(tag.get("id") or "")])
    if not names.strip():
        return False
    if _NAMES.search(names):
        return True
    return (
        bool(_HEADER_NAMES.search(names))
        and tag.find_parent(["article", "main"]) is None
        and tag.find("h1") is None
    )


def _holds_content(tag: Tag, whole: int) -> bool:
    if tag.name in ("nav", "footer"):
        return False
    if tag.find(["main", "article"]) is not None or (tag.find("h1") is not None and tag.name != "aside"):
        return True
    return words_in(tag) > _MOST * whole and _link_share(tag) < 0.5


def _drop_link_lists(root: Tag) -> None:
    """Lists and cells made of links go where running text remains; a page that only lists links keeps them."""
    links = Counter(id(parent) for link in root.find_all("a") for parent in link.parents)
    found = [
        tag
        for tag in root.find_all(["ul", "ol", "td", "div", "p", "section", "dl"])
        if links[id(tag)] >= 3
        and _link_share(tag) >= _LINKS
        and tag.find(["h1", "table"]) is None
        and not _stands_in_prose(tag)
    ]
    lost = sum(words_in(tag) for tag in found if not any(parent in found for parent in tag.parents))
    if words_in(root) - lost < _RUNNING_TEXT:
        return
    for tag in found:
        if not _is_gone(tag) and tag.get_text().count("。") * 3 < len(tag.find_all("a")):
            tag.decompose()


def _stands_in_prose(tag: Tag) -> bool:
    """True for a list of links between the paragraphs of an article."""
    siblings = tag.parent.find_all("p", recursive=False) if tag.parent is not None else []
    return any(words_in(other) >= _PARAGRAPH and _link_share(other) < 0.5 for other in siblings)


def _link_share(tag: Tag) -> float:
    return sum(words_in(link) for link in tag.find_all("a")) / max(1, words_in(tag))


def _drop_side_section(title: Tag, whole: int) -> None:
    """A side heading takes its section with it, or the siblings down to the next heading of its kind."""
    parent = title.parent
    if (
        parent is not None
        and parent.name in ("section", "div", "aside", "dl")
        and words_in(parent) <= _MOST * whole
    ):
        first = next(
            (child for child in parent.find_all(["h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "li"])), None
        )
        if first is title and parent.find(["main", "article", "h1"]) is None:
            parent.decompose()
            return
    if title.name.startswith("h"):
        following = list(title.find_next_siblings())
        title.decompose()
        for node in following:
            if node.name in ("h1", "h2", "h3") or node.name not in ("ul", "ol", "dl"):
                break
            node.decompose()
