"""Tagged facts of an EDINET package by a second, plain way: standard library only, no reader of ours.

Used to make and review the account-information golds, so it must share no code with what it judges.
XBRL 2.1 instance (`PublicDoc/*.xbrl`) where the package has one, else Inline XBRL 1.0/1.1 (`*_ixbrl.htm`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from evals.printed import fold, squeeze

XBRLI = "{http://www.xbrl.org/2003/instance}"
XBRLDI = "{http://xbrl.org/2006/xbrldi}"
INLINE = ("{http://www.xbrl.org/2008/inlineXBRL}", "{http://www.xbrl.org/2013/inlineXBRL}")
SCOPE_AXIS = "ConsolidatedOrNonConsolidatedAxis"


class PlainContext(NamedTuple):
    """Period and members of a context; `start` is None for an instant."""

    id: str
    start: dt.date | None
    end: dt.date
    members: tuple[tuple[str, str], ...]  # (axis, member) local names, scope axis included


@dataclass(frozen=True, slots=True)
class PlainFact:
    """One tagged value: a Decimal for numbers, text else, None for nil; `printed` as the page shows it."""

    prefix: str
    name: str
    context: PlainContext
    value: Decimal | str | None
    unit: str | None = None
    printed: str | None = None


def package_facts(path: Path) -> list[PlainFact]:
    """Facts of a package in document order: of its instance, or of its inline members."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(n for n in archive.namelist() if "/PublicDoc/" in f"/{n}")
        instances = [n for n in names if n.endswith(".xbrl")]
        if instances:
            return list(instance_facts(archive.read(instances[0])))
        pages = [archive.read(n) for n in names if n.endswith("_ixbrl.htm")]
    return list(inline_facts(pages))


def printed_facts(path: Path) -> list[PlainFact]:
    """Facts of a package's inline members with their printed words, whether or not it has an instance."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(n for n in archive.namelist() if n.endswith("_ixbrl.htm") and "PublicDoc" in n)
        return list(inline_facts([archive.read(n) for n in names]))


def member_labels(path: Path) -> dict[str, str]:
    """Japanese standard labels of the filer's own elements by local name (`*_lab.xml`)."""
    link = "{http://www.xbrl.org/2003/linkbase}"
    xlink = "{http://www.w3.org/1999/xlink}"
    with zipfile.ZipFile(path) as archive:
        files = [n for n in archive.namelist() if n.endswith("_lab.xml") and "PublicDoc" in n]
        root = ElementTree.fromstring(archive.read(files[0])) if files else ElementTree.Element("none")
    places = {
        e.get(f"{xlink}label"): (e.get(f"{xlink}href") or "").partition("#")[2]
        for e in root.iter(f"{link}loc")
    }
    arcs: dict[str, str] = {}
    for arc in root.iter(f"{link}labelArc"):
        arcs[arc.get(f"{xlink}to") or ""] = places.get(arc.get(f"{xlink}from"), "")
    found: dict[str, str] = {}
    for label in root.iter(f"{link}label"):
        element = arcs.get(label.get(f"{xlink}label") or "", "").rpartition("_")[2]
        if element and (label.get(f"{xlink}role") or "").endswith("/label"):
            found.setdefault(element, label.text or "")
    return found


def instance_facts(data: bytes) -> Iterator[PlainFact]:
    """Facts of one instance in its order."""
    root = ElementTree.fromstring(data)
    prefixes = {
        uri: prefix
        for prefix, uri in re.findall(r'xmlns:([\w.-]+)="([^"]+)"', data.decode("utf-8", "replace"))
    }
    contexts = _contexts([root])
    units = _units([root])
    for element in root:
        reference = element.get("contextRef")
        if reference is None or reference not in contexts:
            continue
        uri, _, name = element.tag[1:].partition("}")
        unit = units.get(element.get("unitRef") or "")
        nil = element.get("{http://www.w3.org/2001/XMLSchema-instance}nil") == "true"
        text = None if nil else (element.text or "")
        value: Decimal | str | None = Decimal(text) if text is not None and unit else text
        yield PlainFact(prefixes.get(uri, uri), name, contexts[reference], value, unit)


def inline_facts(pages: list[bytes]) -> Iterator[PlainFact]:
    """Facts of the inline members of one filing."""
    roots = [ElementTree.fromstring(page) for page in pages]
    contexts, units = _contexts(roots), _units(roots)
    for root in roots:
        for element in root.iter():
            if not isinstance(element.tag, str) or not element.tag.startswith(INLINE):
                continue
            kind = element.tag.partition("}")[2]
            if kind not in {"nonFraction", "nonNumeric"} or element.get("contextRef") not in contexts:
                continue
            prefix, _, name = (element.get("name") or "").partition(":")
            printed = "".join(element.itertext())
            nil = element.get("{http://www.w3.org/2001/XMLSchema-instance}nil") == "true"
            value: Decimal | str | None = None if nil else printed
            if kind == "nonFraction" and not nil:
                value = _number(printed, element.get("scale"), element.get("sign"))
            unit = units.get(element.get("unitRef") or "")
            yield PlainFact(prefix, name, contexts[element.get("contextRef") or ""], value, unit, printed)


def _number(printed: str, scale: str | None, sign: str | None) -> Decimal | None:
    digits = squeeze(fold(printed)).replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", digits):
        return Decimal(0) if digits in {"-", "－", "―", "—"} else None
    number = Decimal(digits).scaleb(int(scale or 0))
    return -number if sign == "-" else number


def _contexts(roots: list[ElementTree.Element]) -> dict[str, PlainContext]:
    found = {}
    for root in roots:
        for context in root.iter(f"{XBRLI}context"):
            end = context.findtext(f".//{XBRLI}endDate") or context.findtext(f".//{XBRLI}instant")
            start = context.findtext(f".//{XBRLI}startDate")
            if end is None:
                continue
            members = sorted(
                ((m.get("dimension") or "").rpartition(":")[2], (m.text or "").strip().rpartition(":")[2])
                for m in context.iter(f"{XBRLDI}explicitMember")
            )
            name = context.get("id") or ""
            found[name] = PlainContext(
                name,
                dt.date.fromisoformat(start.strip()) if start else None,
                dt.date.fromisoformat(end.strip()),
                tuple(members),
            )
    return found


def _units(roots: list[ElementTree.Element]) -> dict[str, str]:
    found = {}
    for root in roots:
        for unit in root.iter(f"{XBRLI}unit"):
            measures = [(m.text or "").rpartition(":")[2] for m in unit.iter(f"{XBRLI}measure")]
            found[unit.get("id") or ""] = "Per".join(measures)
    return found


def words_digest(words: str) -> str:
    """Digest of words without spaces and signs, widths folded: tells words without storing them."""
    plain = re.sub(r"[△▲−－-]", "", squeeze(fold(words)))
    return "sha256:" + hashlib.sha256(plain.encode()).hexdigest()[:16]
