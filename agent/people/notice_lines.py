"""Lines of personnel notices that give one person's new and old post."""

from __future__ import annotations

import re

NOTICE_LINE = re.compile(
    r"[\s　・■]*(?:氏名[:：])?(?P<name>[^\s　:：]{1,5}[ 　]?[^\s　:：]{0,5})[\s　、（(]+(?:新(?:職|役職|任)?|異動後|新所属)[:：](?P<new>[^:：]+?)[\s　、/／;]+"
    r"(?:旧(?:職|役職|任)?|現職|前職|異動前|旧所属)[:：](?P<old>[^:：)）]+)"
)
"""One person's move on one line of a notice."""
