"""Topics of pages that are about another body than the account, but of its circle: owner, parent, union, authority.

Nothing else is read from them. Of twenty such pages in the development packs, nineteen were topics to a careful reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agent.company.topics import read_topics
from agent.models.account import Account
from agent.models.evidence import Claim
from agent.models.plan import KeyPerson
from connectors.interface import Document, DocumentKind

PAGES = frozenset({DocumentKind.WEB_PAGE, DocumentKind.FEED_ENTRY})
NOTES = frozenset(
    {DocumentKind.NOTE, DocumentKind.TRANSCRIPT, DocumentKind.MAIL, DocumentKind.CHAT, DocumentKind.TABLE}
)
NAME = re.compile(r"[ァ-ヴー]{3,}|\b[A-Z][a-z]{4,}\b")
"""What may be a name in a title: katakana, or a word with a capital."""
ORDINARY = frozenset(
    [
        "システム",
        "サービス",
        "セキュリティ",
        "セミナー",
        "イベント",
        "キャンペーン",
        "リリース",
        "プレス",
        "ニュース",
        "サイト",
        "ページ",
        "ホームページ",
        "オンライン",
        "サポート",
        "グループ",
        "ホールディングス",
        "センター",
        "プロジェクト",
        "プラン",
        "プログラム",
        "データ",
        "クラウド",
        "アプリ",
        "ツール",
        "デジタル",
        "レポート",
        "インタビュー",
        "メンテナンス",
        "スタート",
        "オープン",
        "リニューアル",
        "アップ",
        "メンバー",
        "スタッフ",
        "チーム",
        "リーダー",
        "マネージャー",
        "パートナー",
        "ユーザー",
        "メーカー",
        "ベンダー",
        "コスト",
        "ニーズ",
        "テスト",
        "モデル",
        "ケース",
        "ポイント",
        "シリーズ",
        "フォーム",
        "アンケート",
        "トップ",
        "ランキング",
        "about",
        "after",
        "again",
        "annual",
        "announces",
        "another",
        "april",
        "august",
        "award",
        "awards",
        "before",
        "between",
        "board",
        "bulletin",
        "business",
        "centre",
        "center",
        "change",
        "changes",
        "chief",
        "company",
        "conference",
        "council",
        "customer",
        "customers",
        "december",
        "digital",
        "director",
        "discover",
        "event",
        "events",
        "february",
        "first",
        "friday",
        "general",
        "government",
        "group",
        "holdings",
        "house",
        "industry",
        "information",
        "international",
        "january",
        "latest",
        "leading",
        "limited",
        "local",
        "manager",
        "march",
        "market",
        "media",
        "meeting",
        "member",
        "members",
        "monday",
        "national",
        "network",
        "notice",
        "november",
        "october",
        "office",
        "online",
        "other",
        "people",
        "plans",
        "plant",
        "press",
        "product",
        "programme",
        "project",
        "public",
        "quarter",
        "quarterly",
        "release",
        "report",
        "research",
        "review",
        "sales",
        "school",
        "second",
        "september",
        "service",
        "services",
        "software",
        "staff",
        "statement",
        "strategy",
        "sunday",
        "support",
        "system",
        "systems",
        "technology",
        "their",
        "there",
        "these",
        "things",
        "third",
        "thursday",
        "today",
        "tools",
        "trade",
        "training",
        "trust",
        "tuesday",
        "update",
        "updates",
        "wednesday",
        "where",
        "which",
        "while",
        "winter",
        "summer",
        "spring",
        "autumn",
        "world",
        "would",
        "years",
    ]
)
"""Words of titles that name nobody."""
SHORTEST = 3
"""Letters from which a person's name without spaces is a full one."""
OFTEN = 2
"""Notes that speak of a body for it to be of the account's circle."""


def topics_of_related_pages(
    account: Account, documents: Sequence[Document], about: Mapping[str, str], people: Sequence[KeyPerson]
) -> list[Claim]:
    """One topic a page, as of the account's own pages, where the page names one of its people in full, or a body that
    several notes name stands in its title or is its publisher."""
    notes = [frozenset(NAME.findall(document.text)) for document in documents if document.kind in NOTES]
    pages = [
        document
        for document in documents
        if document.kind in PAGES and about.get(document.source_id) == "other"
        if _names_one_of(people, document) or _is_spoken_of(document, notes, account)
    ]
    return [
        claim.model_copy(update={"id": f"topic-related-{number}"})
        for number, claim in enumerate(read_topics(account, pages), 1)
    ]


def _names_one_of(people: Sequence[KeyPerson], page: Document) -> bool:
    words = _bare(page.text)
    return any(
        len(_bare(person.name)) >= SHORTEST
        and re.search(r"[\s　]", person.name)
        and _bare(person.name) in words
        for person in people
        if person.kind == "person"
    )


def _is_spoken_of(page: Document, notes: Sequence[frozenset[str]], account: Account) -> bool:
    return any(sum(name in note for note in notes) >= OFTEN for name in _names(page, account))


def _names(page: Document, account: Account) -> Iterator[str]:
    """Names in the title and of the publisher that are no part of the account's own."""
    publisher = page.filer.name if page.filer else ""
    own = _bare(account.name).casefold()
    for name in NAME.findall(f"{page.title}\n{publisher}"):
        if name.casefold() not in own and name.casefold() not in ORDINARY:
            yield name


def _bare(words: str) -> str:
    return re.sub(r"[\s　]", "", words)
