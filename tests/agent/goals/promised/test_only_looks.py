"""Looking into a thing and telling what was found does nothing to it; another act beside it does."""

from __future__ import annotations

import pytest

from agent.goals.promised import only_looks

LOOKS = (
    "取込停止の原因を調べ、10月9日までに根岸様へ回答する",
    "帳票の出力が止まった理由を調査して報告する",
    "利用をやめた理由を確認のうえ共有する",
    "なぜ通知が届かないかを確認し、回答する",
    "Find out why the feed stopped and report back to Ines by 9 October.",
    "Omar to investigate the outage of the feed",
    "Send a root-cause note on the outage to Ines by 9 October",
)
ACTS = (
    "原因を調べて取込を止める",
    "取込停止の原因を調べ、対策として取込を廃止する",
    "週報を廃止する",
    "Investigate the cause and drop the feed",
    "Look into replacing the feed",
    "Stop the weekly report",
)


@pytest.mark.parametrize("text", LOOKS)
def test_only_looked_into(text: str) -> None:
    assert only_looks(text)


@pytest.mark.parametrize("text", ACTS)
def test_something_is_done(text: str) -> None:
    assert not only_looks(text)
