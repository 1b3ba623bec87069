"""The stakeholder map as a drawing: one SVG string, the same for the same map."""

from __future__ import annotations

import unicodedata
from html import escape

from agent.messages import text
from agent.people.stakeholder_map import TIERS, MapNode, StakeholderMap
from agent.people.titles import post_in_words

BOX_W, BOX_H, GAP_X, GAP_Y, LEFT, TOP, PER_ROW = 196, 86, 16, 30, 96, 64, 5
"""Pixels; five boxes a row keep twenty people on one page 1,140 wide."""
_STANCE = {
    "推進": ("#e3f4e8", "#1b7f43"), "中立": ("#eef1f5", "#56657a"), "慎重": ("#fdf3dc", "#9a6700"), "反対": ("#fde7e7", "#b42318"),
    "不明": ("#ffffff", "#8a94a3"),
}  # fmt: skip
_WIDTH_NAME, _WIDTH_LINE = 22, 30


def draw(stakeholders: StakeholderMap, language: str) -> str:
    """SVG with a band for each tier that has people; colour and words show the stance, a dashed edge shows who is
    leaving, has left or joins, arrows show who reports to whom, and the foot of a box who of ours is in touch.

    Every text in it is escaped; names longer than their box are cut with "…" and kept whole in a <title>.
    """
    places: dict[str, tuple[int, int]] = {}
    parts: list[str] = []
    y = TOP
    for tier in TIERS:
        inside = [n for n in stakeholders.nodes if n.tier == tier]
        if not inside:
            continue
        rows = -(-len(inside) // PER_ROW)
        height = rows * BOX_H + (rows - 1) * 14
        parts.append(_band(tier, y, height, language))
        for node in inside:
            row, column = divmod(node.order, PER_ROW)
            places[node.id] = (LEFT + column * (BOX_W + GAP_X), y + row * (BOX_H + 14))
        y += height + GAP_Y
    parts += [_box(node, *places[node.id], language) for node in stakeholders.nodes]
    lines = [
        _arrow(places[link.source], places[link.target])
        for link in stakeholders.links
        if link.kind == "reports_to" and link.source in places and link.target in places
    ]
    width = LEFT + PER_ROW * (BOX_W + GAP_X) + 8
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y}" width="{width}" height="{y}" role="img" '
        f'font-family="Hiragino Sans, Noto Sans CJK JP, Meiryo, sans-serif">'
        f"<title>{escape(text('people.map_title', language))}</title>"
        '<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0L8 4L0 8z" fill="#56657a"/></marker></defs>'
        f'<rect width="{width}" height="{y}" fill="#ffffff"/>' + _legend(language)
    )
    return head + "".join(parts) + "".join(lines) + "</svg>\n"


def _legend(language: str) -> str:
    out = f'<text x="12" y="28" font-size="16" font-weight="600" fill="#1f2937">{escape(text("people.map_title", language))}</text>'
    x = 260
    for stance, (fill, ink) in _STANCE.items():
        label = text(f"people.stance_{_KEYS[stance]}", language)
        out += (
            f'<rect x="{x}" y="15" width="16" height="16" rx="3" fill="{fill}" stroke="{ink}"/>'
            f'<text x="{x + 22}" y="28" font-size="12" fill="#1f2937">{escape(label)}</text>'
        )
        x += 40 + _columns(label) * 7
    return out


_KEYS = {"推進": "promotes", "中立": "neutral", "慎重": "cautious", "反対": "opposes", "不明": "unknown"}


def _band(tier: str, y: int, height: int, language: str) -> str:
    return (
        f'<rect x="4" y="{y - 10}" width="{LEFT + PER_ROW * (BOX_W + GAP_X) - 4}" height="{height + 20}" rx="8" fill="#f6f8fb"/>'
        f'<text x="14" y="{y + 20}" font-size="13" font-weight="600" fill="#334155">{escape(text(f"people.tier_{tier}", language))}</text>'
    )


def _box(node: MapNode, x: int, y: int, language: str) -> str:
    fill, ink = _STANCE.get(node.stance, _STANCE["不明"])
    dashed = ' stroke-dasharray="5 4"' if node.status != "active" else ""
    weight = 3 if node.role == "economic_buyer" else 1.5
    radius = 24 if node.kind == "body" else 6
    role = text(f"people.role_{node.role}", language)
    if node.status != "active":
        role += " / " + text(f"people.status_{node.status}", language)
    if node.in_confidence:
        role += " / " + text("people.map_in_confidence", language)
    stance = text(f"people.stance_{_KEYS.get(node.stance, 'unknown')}", language)
    post = post_in_words(node.department, node.title)
    if not post and node.kind == "person":
        post = text("people.post_unknown", language)
    contact = (
        text("people.map_contact", language, name=node.our_contact)
        if node.our_contact
        else text("people.map_no_contact", language)
    )
    full = " / ".join(part for part in (node.name, post, role, stance, contact) if part)
    lines = [
        (node.name, 15, "600", _WIDTH_NAME),
        (post, 11, "400", _WIDTH_LINE),
        (f"{role}・{stance}" if language == "ja" else f"{role}, {stance}", 11, "600", _WIDTH_LINE),
        (contact, 11, "400", _WIDTH_LINE),
    ]
    body = "".join(
        f'<text x="{x + 12}" y="{y + 22 + n * 18}" font-size="{size}" font-weight="{bold}" fill="{ink if n == 2 else "#1f2937"}">{escape(_cut(words, limit))}</text>'
        for n, (words, size, bold, limit) in enumerate(lines)
    )
    return (
        f'<g><title>{escape(full)}</title><rect x="{x}" y="{y}" width="{BOX_W}" height="{BOX_H}" rx="{radius}" fill="{fill}" '
        f'stroke="{ink}" stroke-width="{weight}"{dashed}/>{body}</g>'
    )


def _arrow(start: tuple[int, int], end: tuple[int, int]) -> str:
    """From the one who reports to the one reported to, along the nearer edges."""
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        left, right = (x1 + BOX_W, x2) if x1 < x2 else (x1, x2 + BOX_W)
        return _line(left, y1 + BOX_H // 2, right, y2 + BOX_H // 2)
    below = y1 > y2
    return _line(x1 + BOX_W // 2, y1 if below else y1 + BOX_H, x2 + BOX_W // 2, y2 + BOX_H if below else y2)


def _line(x1: int, y1: int, x2: int, y2: int) -> str:
    return f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#56657a" stroke-width="1.4" fill="none" marker-end="url(#to)"/>'


def _columns(words: str) -> int:
    """Width in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in words)


def _cut(words: str, limit: int) -> str:
    if _columns(words) <= limit:
        return words
    out = ""
    for char in words:
        if _columns(out + char) > limit - 2:
            break
        out += char
    return out + "…"
