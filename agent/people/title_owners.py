"""A title stands for one name: not for one in another cell of the row, nor for the name behind its holder's."""

from __future__ import annotations

from collections.abc import Sequence

from agent.people.types import Form, Mention, Source
from connectors.interface import Span


def own_titles(source: Source, mentions: Sequence[Mention]) -> None:
    """Takes from names in running text a title printed in front of them that is another's or another cell's.

    In "A室長 B・C" the title belongs to the name right before it.
    """
    ends = {m.end for m in mentions}
    for mention in mentions:
        title = mention.title
        if title is None or mention.form is not Form.PROSE:
            continue
        begin, end = sorted((mention.start, title.start))
        another = title.start < mention.start and title.start in ends
        if another or "\t" in source.folded[begin:end]:
            mention.title, mention.outer = None, Span(mention.start, mention.end)
