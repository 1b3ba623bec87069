"""Who is who between companies: ours, the customer (with its group), everybody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agent.models.account import Account
from agent.people.domains_of_houses import contact_domains, initials, named_otherwise, names_domain
from agent.people.english_owners import owners_of
from agent.people.fold import fold, name_key
from agent.people.houses import is_trade_name
from agent.people.japanese_owners import japanese_owners, short_name
from agent.people.labels import is_unit, read_label
from agent.people.latin_words import house_stems
from agent.people.listed_houses import listed_houses
from agent.people.mail_sides import house_of_sender, our_domains
from agent.people.names import family_keys, is_unknown, split_name
from agent.people.romaji import latin_key
from agent.people.third_houses import third_houses
from agent.people.types import Side, Source
from connectors.interface import BlockKind, Document, DocumentKind

_LEGAL = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|社会福祉法人|医療法人(?:社団)?|学校法人|独立行政法人|[(（]株[)）]|㈱|"
    r"\b(?:Inc|Ltd|LLC|Co(?!-)|Corp|Corporation|Pte|Pty|PLC|plc|GmbH|Limited|Company|K\.K|KK|Holdings|Group|Sdn|Bhd)\b\.?,?"
)
_COMPANY = re.compile(
    r"(?:株式会社|有限会社|合同会社|㈱|[(（]株[)）])[ 　]?[一-龥ァ-ヶーA-Za-z0-9・&]+|[一-龥ァ-ヶーA-Za-z0-9・&]+(?:株式会社|有限会社|合同会社|㈱)"
    r"|[A-Z][A-Za-z0-9&'.\-]*(?: [A-Z][A-Za-z0-9&'.\-]*){0,3},? (?:Inc|Ltd|LLC|Corp|Pte|Pty|PLC|GmbH|Limited|Consulting|Partners|Sdn Bhd)\b"
)
_THIRD_WORDS = re.compile(
    r"委託先|業務委託|委託会社|パートナー|代理店|販売店|販社|商社|コンサル|ベンダー|SIer|エスアイヤー|外部|派遣|記者|編集部|新聞|通信社|監査法人|協力会社|協力会|取引先|仕入先|"
    r"診断士|労務士|弁理士|問屋|酒販店|リース会社|保険会社|印刷所|元請|施主|同業|産業医|会議所|指導員|新聞社|社労士|税理士|会計士|弁護士|司法書士|行政書士|中小企業診断士|銀行|信用金庫|信金|商工会|補助金|保守会社|競合|同業他社|講師|審査員|取材|ライター|インタビュアー|アナリスト|投資家|"
    r"contractor|consultant|consulting|(?<!business )(?<!HR )(?<!managing )(?<!senior )(?<!junior )(?<!finance )(?<!founding )(?<!equity )(?<!practice )(?<!general )(?<!name )(?<!people )(?!\A)partner(?!ships? manager)|reseller|integrator|agency|outsourc|vendor|journalist|reporter|auditor|competitor",
    re.IGNORECASE,
)
_FREE_MAIL = {"gmail.com", "yahoo.co.jp", "outlook.com", "hotmail.com", "icloud.com"}
_UNIT_END = re.compile(r"(?:部|課|室|本部|グループ|チーム)\Z")
"""A unit of a house that deals with third parties (代理店部) is no third party."""
OURS_WORDS = re.compile(
    r"当社|弊社|自社|我社|当方|こちら側?\Z|\b(?:us|ours|our side|our team|vendor)\b", re.IGNORECASE
)
CUSTOMER_WORDS = re.compile(
    r"先方|先様|お客様|お客さま|顧客|客先|御社|貴社|ユーザー企業|相手方|\b(?:customer|client|their side|them)\b",
    re.IGNORECASE,
)


_OUR_POSTS = re.compile(
    r"\b(?:customer|client) (?:success|support|services?|care|experience|operations|officer)\b"
    r"|\b(?:head|vp|vice president|director|chief|manager|lead) (?:of|for) (?:the )?(?:customers?|clients?)\b",
    re.IGNORECASE,
)
"""Posts with the word for a customer in them, which say nothing of one."""


@dataclass
class Parties:
    """Names and mail domains that tell the sides apart; all folded."""

    ours: set[str] = field(default_factory=set)
    our_prefix: str = ""
    our_domains: set[str] = field(default_factory=set)
    our_people: set[str] = field(default_factory=set)
    our_names: tuple[
        tuple[str, ...], ...
    ] = ()  # words of each name of account.yaml, folded, in the order written
    customer: set[str] = field(default_factory=set)
    customer_domains: set[str] = field(default_factory=set)
    third: set[str] = field(default_factory=set)
    houses: set[str] = field(default_factory=set)  # names of companies in English notes, whosever they are
    owners: tuple[str, ...] = ()  # houses that own the customer, as the sources print them
    industry: str = ""  # the customer's, as account.yaml writes it
    customer_printed: bool = False  # a source prints the customer's name of account.yaml
    short: dict[str, Side] = field(default_factory=dict)  # initials of a house's name, folded

    def of_words(self, words: str | None) -> Side:
        """Side of an affiliation as written ("ホトリワークスSE", "委託先", "情シス"); UNKNOWN for a mere department."""
        if not words:
            return Side.UNKNOWN
        key = name_key(words)
        if key in self.short:
            return self.short[key]
        if any(name and name in key for name in self.ours) or (
            self.our_prefix and key.startswith(self.our_prefix)
        ):
            return Side.OURS
        if any(name and name in key for name in self.customer):
            return Side.CUSTOMER
        if key.isascii() and len(key) >= 4 and any(name.startswith(key) for name in self.customer):
            return Side.CUSTOMER
        if len(key) >= (6 if key.isascii() else 5) and any(name.endswith(key) for name in self.customer):
            return Side.CUSTOMER
        if any(
            name
            and (
                name in key
                or (len(key) >= 3 and name.startswith(key))
                or (len(key) >= 4 and name.endswith(key))
            )
            for name in self.third
        ):
            return Side.THIRD
        if _COMPANY.search(words):
            return Side.THIRD
        if OURS_WORDS.match(words.strip()) and len(words.strip()) <= 8:
            return Side.OURS
        if _THIRD_WORDS.search(words) and not _UNIT_END.search(words):
            return Side.THIRD
        if CUSTOMER_WORDS.search(_OUR_POSTS.sub("", words)):
            return Side.CUSTOMER
        return Side.UNKNOWN

    def of_address(self, address: str | None) -> Side:
        domain = domain_of(address)
        if not domain:
            return Side.UNKNOWN
        if domain in self.our_domains:
            return Side.OURS
        if domain in self.customer_domains:
            return Side.CUSTOMER
        if any(_same_house(domain, known) for known in self.customer_domains):
            return Side.CUSTOMER
        return Side.UNKNOWN

    def is_elsewhere(self, document: Document) -> bool:
        """True for a public page that is not about the customer: it names neither the customer nor its group, and
        either names another company or is no notice in the first person (当社は…)."""
        heads = " ".join(
            filter(None, [document.title, document.filer.name if document.filer else "", document.url or ""])
        )
        key = name_key(heads + document.text)
        if any(name in key for name in self.customer) or any(d in key for d in self.customer_domains):
            return False
        own = re.search(r"当社|弊社|\b[Ww]e\b|\b[Oo]ur\b", document.text)
        return bool(_COMPANY.search(fold(document.text))) or not own

    def is_company(self, word: str) -> bool:
        """True for a word that is (part of) a company's or our product's name, so nobody's family name."""
        key = name_key(word)
        if is_trade_name(key) or key in self.houses:
            return True
        return len(key) >= 2 and (
            any(key in name for name in (*self.ours, *self.customer, *self.third) if len(name) > len(key))
            or key in self.ours | self.customer | self.third
            or (bool(self.our_prefix) and key.startswith(self.our_prefix))
        )


def _words_of_name(name: str) -> tuple[str, ...]:
    """The words of a full name; a Japanese one written without space is divided."""
    words = tuple(w.casefold() for w in re.split(r"[\s\u3000]+", fold(name).strip()) if w)
    if len(words) == 1 and (split := split_name(fold(name))) is not None and split.given:
        return (split.family, split.given)
    return words


_OF_MEMBERS = re.compile(r"(?<=...)(?:(?:事業)?協同組合|グループ|ホールディングス|連合会)\Z")
"""What notes leave out of the customer's name."""
_ADDRESSED = "(?!(?:株式会社|グループ)?(?:様|さま|さん|殿|御中|向け))"
"""Behind a house's name: the writer is of another one."""
LEAST_DOMAIN = 5
"""Letters from which the first part of a mail domain is taken for its house's name."""


def core(name: str) -> str:
    """A company's name without its legal form, folded."""
    return name_key(_LEGAL.sub("", name))


def domain_of(address: str | None) -> str:
    domain = (address or "").rpartition("@")[2].casefold() if address and "@" in address else ""
    return "" if domain in _FREE_MAIL else domain


def _same_house(a: str, b: str) -> bool:
    """Domains of one group: the same first five letters of the name, or one inside the other."""
    x, y = a.split(".")[0], b.split(".")[0]
    return a.endswith("." + b) or b.endswith("." + a) or (len(x) >= 5 and len(y) >= 5 and x[:5] == y[:5])


def find_parties(account: Account, sources: Sequence[Source]) -> Parties:
    """Reads account.yaml first, then what the sources say beside the CSM's name and in company names."""
    parties = Parties()
    parties.customer.add(core(account.name))
    parties.industry = account.industry or ""
    own = [p for p in [account.csm, *account.vendor.people] if p]
    parties.our_people |= {name_key(p) for p in own}
    parties.our_names = tuple(_words_of_name(p) for p in own)
    parties.our_domains |= {d.casefold().lstrip("@") for d in account.vendor.domains}
    if account.vendor.name:
        parties.ours.add(core(account.vendor.name))
    product = name_key((account.product or "").split(" ")[0].split("　")[0])
    if len(product) >= 3:
        parties.our_prefix = product
    parties.short = {
        key: side
        for name, side in ((account.vendor.name or "", Side.OURS), (account.name, Side.CUSTOMER))
        if (key := initials(name))
    }
    csm = split_name(fold(account.csm)) if account.csm else None
    for source in sources:
        _from_participants(parties, source)
    for source in sources:
        _from_words(parties, source, csm.family if csm else account.csm)
    _group(parties, account, sources)
    _owners(parties, account.name, sources)
    _domains(parties, sources, account.name, account.product or "")
    parties.ours = {name for name in parties.ours if len(name) >= 2} - parties.customer
    printed = _OF_MEMBERS.sub("", core(account.name)) or core(account.name)
    parties.customer_printed = any(printed in name_key(source.folded) for source in sources)
    for source in sources:
        if source.document.language == "en":
            parties.houses |= {name_key(stem) for stem in house_stems(source.folded)}
    return parties


def _from_participants(parties: Parties, source: Source) -> None:
    for participant in source.document.participants:
        label = read_label(fold(participant.name), 0)
        key = name_key(
            (label.family + (label.given or "")) if label and not label.latin else participant.name
        )
        local = [
            latin_key(w)
            for w in re.split(r"[._\-]+", (participant.address or "").split("@")[0])
            if len(w) > 2
        ]
        by_reading = bool(
            set(local) & {k for ours in parties.our_people for k in family_keys(_family_of(ours))}
        )
        if not by_reading and not any(
            key == ours or (label and label.given is None and ours.startswith(key))
            for ours in parties.our_people
        ):
            continue
        domain = domain_of(participant.address)
        if domain:
            parties.our_domains.add(domain)
        for words in (label.org if label else None, participant.title):
            for word in re.split(r"[\s　/／・|]+", fold(words or "")):
                if len(word) >= 3 and is_unknown(word) and not re.fullmatch(r"[A-Z]{2,5}", word):
                    parties.ours.add(core(re.sub(r"(?<=[ァ-ヶー一-龥])[A-Z]{2,4}\Z", "", word)))


def _family_of(name: str) -> str:
    split = split_name(name)
    return split.family if split else name


def _from_words(parties: Parties, source: Source, csm: str | None) -> None:
    if csm:
        org = r"([一-龥ァ-ヶーA-Za-z0-9・&]{3,20})"
        for pattern in (
            rf"{org}(?:株式会社)?の{csm}(?:です|と申)",
            rf"(?m)^(?:株式会社)?{org}(?:株式会社)?[ 　\n]+{csm}(?:さま|様)",
        ):
            for found in re.finditer(pattern, source.folded):
                if parties.of_words(found[1]) is Side.UNKNOWN and is_unknown(found[1]):
                    parties.ours.add(core(found[1]))
    if source.public:
        return
    for found in _COMPANY.finditer(source.folded):
        name = re.sub("(?:様|さん|さま)$", "", core(found[0]))
        if len(name) >= 2 and parties.of_words(name) is Side.UNKNOWN:
            parties.third.add(name)
    for house in third_houses(source):
        if parties.of_words(house) is Side.UNKNOWN:
            parties.third.add(core(house))
    parties.third |= {core(house) for house in listed_houses(source, parties.of_words)}


def _group(parties: Parties, account: Account, sources: Sequence[Source]) -> None:
    """Companies that carry the customer's own name, and those account.yaml or the hand-over names as its side."""
    name = core(account.name)
    stem = re.match(r"[一-龥]{2,}|[a-z]{4,}|[ァ-ヶー]{3,}", name)
    if stem and is_unknown(stem[0]) and stem[0] != name:
        parties.customer.add(stem[0])
        parties.third = {other for other in parties.third if not other.startswith(stem[0])}
    for found in _COMPANY.finditer(fold(account.industry or "")):
        parties.customer.add(core(found[0]))
    keys = re.compile(
        r"契約者|契約先|利用(?:会社|企業)|会社名|請求先|Contracting|Customer name|Company", re.IGNORECASE
    )
    for source in sources:
        if source.public:
            continue
        for unit in source.units:
            cells = [source.folded[c.start : c.end] for c in unit.block.cells]
            if (
                unit.block.kind in (BlockKind.TABLE_ROW, BlockKind.FIELD)
                and len(cells) >= 2
                and keys.search(" ".join(cells[:-1]))
            ):
                for found in _COMPANY.finditer(cells[-1]):
                    if parties.of_words(found[0]) is not Side.OURS:
                        parties.customer.add(core(found[0]))
                        parties.third.discard(core(found[0]))
        for found in re.finditer(
            r"([一-龥ァ-ヶーA-Za-z]{3,15})[(（](?:子会社|グループ会社|親会社|関連会社|持株会社)",
            source.folded,
        ):
            if parties.of_words(found[1]) is not Side.OURS:
                parties.customer.add(core(found[1]))
                parties.third.discard(core(found[1]))
    parties.customer = {n for n in parties.customer if n}


def _domains(parties: Parties, sources: Sequence[Source], name: str, product: str) -> None:
    """A sender's domain belongs to the customer when the mail's text names the customer as the sender's house.

    Where nothing says whose a domain is, what the senders write does; the others' domains are the customer's then.
    """
    for source in sources:
        document = source.document
        if document.kind is not DocumentKind.MAIL:
            continue
        own = "\n".join(
            u.text for u in source.units if not u.block.quoted and u.block.kind is not BlockKind.FIELD
        )
        for participant in document.participants:
            domain = domain_of(participant.address)
            if participant.role != "from" or not domain or domain in parties.our_domains:
                continue
            tail = name_key(own[-400:] + own[:200])
            if any(
                re.search(rf"(?<!for)(?<!to){re.escape(name)}{_ADDRESSED}", tail) for name in parties.customer
            ):
                parties.customer_domains.add(domain)
    parties.customer_domains |= _named_domains(parties, sources)
    parties.customer_domains |= contact_domains(sources, name, domain_of) - parties.our_domains
    senders = {
        domain_of(p.address)
        for s in sources
        for p in s.document.participants
        if p.role == "from" and domain_of(p.address)
    }
    if not parties.our_domains:
        parties.our_domains |= our_domains(sources, product, domain_of) - parties.customer_domains
        known = {domain_of(p.address) for s in sources for p in s.document.participants} - {""}
        if parties.our_domains and not parties.customer_domains:
            parties.customer_domains |= known - parties.our_domains
    senders -= parties.our_domains
    if not parties.customer_domains and len(senders) == 1:
        known = {domain_of(p.address) for s in sources for p in s.document.participants} - {""}
        rest = known - parties.our_domains - senders
        outside = rest and named_otherwise(sources, senders, parties.customer, domain_of)
        parties.customer_domains |= rest if outside and len(rest) == 1 else senders if not outside else set()
    for names, domains in ((parties.ours, parties.our_domains), (parties.customer, parties.customer_domains)):
        names |= {
            key
            for d in sorted(domains)
            if len(key := name_key(d.split(".")[0].split("-")[0])) >= LEAST_DOMAIN
        }
    if parties.customer_domains:
        known = {domain_of(p.address) for s in sources for p in s.document.participants} - {""}
        parties.third |= {
            name_key(label)
            for domain in known
            if parties.of_address(f"x@{domain}") is Side.UNKNOWN and len(label := domain.split(".")[0]) >= 5
        }
    _houses_of_senders(parties, sources)


def _owners(parties: Parties, name: str, sources: Sequence[Source]) -> None:
    """Houses that own the customer are its side."""
    first = re.match(r"[A-Za-z]+", fold(name).strip())
    printed = [o for o in owners_of(first[0] if first else "", sources) if len(core(o)) >= LEAST_DOMAIN]
    printed += japanese_owners(fold(_LEGAL.sub("", name)).strip(), sources)
    printed = list(dict.fromkeys(o for o in printed if parties.of_words(o) is not Side.OURS))
    parties.owners = tuple(
        o for o in printed if not any(core(o) in core(other) for other in printed if other != o)
    )
    owners = {core(owner) for owner in parties.owners}
    owners |= {name_key(short) for owner in parties.owners if (short := short_name(owner))}
    parties.customer |= owners
    parties.third -= owners


def _named_domains(parties: Parties, sources: Sequence[Source]) -> set[str]:
    """Mail domains whose first word is how the customer's name begins: acme.example of Acme Ground Services."""
    known = {domain_of(p.address) for s in sources for p in s.document.participants} - {
        "",
        *parties.our_domains,
    }
    return {domain for domain in known if any(names_domain(domain, name) for name in parties.customer)}


def _houses_of_senders(parties: Parties, sources: Sequence[Source]) -> None:
    """The house a sender gives as theirs is the side of their domain."""
    for source in sources:
        for participant in source.document.participants:
            if source.document.kind is not DocumentKind.MAIL or participant.role != "from":
                continue
            label = read_label(fold(participant.name), 0)
            if label is None or label.latin:
                continue
            for house in house_of_sender(source, [label.family]):
                name = core(house)
                side = parties.of_address(participant.address)
                if len(name) < 2 or side is Side.UNKNOWN or is_unit(house):
                    continue
                (parties.ours if side is Side.OURS else parties.customer).add(name)
                parties.third = {t for t in parties.third if not (t.startswith(name) or name.startswith(t))}
