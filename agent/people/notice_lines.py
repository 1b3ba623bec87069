"""Lines of personnel notices that give one person's new and old post, and the name in front of an appointment."""

from __future__ import annotations

import re

NOTICE_LINE = re.compile(
    r"[\s　・■]*(?:氏名[:：])?(?P<name>[^\s　:：]{1,5}[ 　]?[^\s　:：]{0,5})[\s　、（(]+(?:新(?:職|役職|任)?|異動後|新所属)[:：](?P<new>[^:：]+?)[\s　、/／;]+"
    r"(?:旧(?:職|役職|任)?|現職|前職|異動前|旧所属)[:：](?P<old>[^:：)）]+)"
)
"""One person's move on one line of a notice."""
APPOINTED_NAME = re.compile(
    r"(?P<name>[一-龥々ヶ]{2,8}(?:[ 　][一-龥々ぁ-んァ-ヶ]{1,4})?)(?=[(（][^()（）]{2,40}[)）]を[^。]{2,60}に(?:選任|任命|登用|昇任|昇格))"
)
"""A name, its old post in brackets, its new one behind を: "田中一郎(営業部長)を執行役員に選任"."""
