"""The filer's own labels for its own elements, from the Japanese label linkbase of the package (`…_lab.xml`)."""

from __future__ import annotations

from connectors.xml_safety import guarded_parser, parse

_LINK = "http://www.xbrl.org/2003/linkbase "
_XLINK = "http://www.w3.org/1999/xlink "
_STANDARD = "http://www.xbrl.org/2003/role/label"
_ROLES = (_STANDARD, "http://www.xbrl.org/2003/role/verboseLabel")


def extension_labels(data: bytes, name: str = "") -> dict[str, str]:
    """Label by element ("prefix:LocalName"): the standard one, else the verbose one. Raises `xml_safety.parse`'s errors."""
    located: dict[str, str] = {}  # locator's name -> element
    labels: dict[str, tuple[str, str]] = {}  # label's name -> role, words
    arcs: list[tuple[str, str]] = []
    open_label: list[tuple[str, str]] = []
    words: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        words.clear()
        if tag == _LINK + "label":
            open_label.append((attributes.get(_XLINK + "label", ""), attributes.get(_XLINK + "role", "")))
        elif tag == _LINK + "loc":
            located[attributes.get(_XLINK + "label", "")] = element_of(attributes.get(_XLINK + "href", ""))
        elif tag == _LINK + "labelArc":
            arcs.append((attributes.get(_XLINK + "from", ""), attributes.get(_XLINK + "to", "")))

    def end(tag: str) -> None:
        if tag == _LINK + "label" and open_label:
            key, role = open_label.pop()
            labels[key] = (role, "".join(words).strip())

    parser = guarded_parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words.append
    parse(parser, data, name)
    found: dict[str, tuple[int, str]] = {}
    for origin, target in arcs:
        role, text = labels.get(target, ("", ""))
        element = located.get(origin)
        if element and text and role in _ROLES:
            rank = _ROLES.index(role)
            if element not in found or rank < found[element][0]:
                found[element] = (rank, text)
    return {element: text for element, (_, text) in found.items()}


def element_of(href: str) -> str:
    """The element a locator points to: ids are "prefix_LocalName" (EDINET taxonomy guideline, "element id")."""
    prefix, _, local = href.rpartition("#")[2].rpartition("_")
    return f"{prefix}:{local}"
