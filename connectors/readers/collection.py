"""Python's garbage collection held back while a large document is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_held(*, kept: bool = False) -> Iterator[None]:
    """No collections inside: a reader makes a hundred thousand small objects, none of them in a cycle.

    `kept`: what is made outlives the reader, so that at the end it joins the oldest generation without being looked
    through, by one `gc.freeze` and `gc.unfreeze` (left out where the program has frozen objects of its own). The
    collection that would follow at once takes 5 % of a small filing's time and finds nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if kept and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        gc.enable()
