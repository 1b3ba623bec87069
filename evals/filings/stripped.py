"""A package as plain HTML: its own inline pages with every tag taken away."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

_INLINE = ("{http://www.xbrl.org/2008/inlineXBRL}", "{http://www.xbrl.org/2013/inlineXBRL}")


def stripped(path: Path) -> bytes:
    """Zip bytes of the pages of PublicDoc, printed words untouched, named by their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as out:
        names = sorted(n for n in package.namelist() if n.endswith("_ixbrl.htm") and "PublicDoc" in n)
        for name in names:
            out.writestr(name.rpartition("/")[2][:7] + ".html", _without_tags(package.read(name)))
    return buffer.getvalue()


def _without_tags(page: bytes) -> bytes:
    from lxml import etree

    root = etree.fromstring(page, etree.XMLParser(huge_tree=True, recover=True))
    headers = [f"{space}header" for space in _INLINE]
    etree.strip_elements(root, *headers, with_tail=False)
    etree.strip_tags(root, *[f"{space}*" for space in _INLINE])
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(root)
    written: bytes = etree.tostring(root, method="html", encoding="utf-8")
    return written
