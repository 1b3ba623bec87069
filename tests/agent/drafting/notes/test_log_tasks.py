"""Tasks that an activity log lists beside calls and mails, open and done."""

from __future__ import annotations

from pathlib import Path

import yaml

from evals.read_account import read_account

HEAD = {
    "id": "LOG-1",
    "name": "株式会社ミヤビ食品",
    "product": "タナ",
    "csm": "三上 葵",
    "contract_start": "2026-04-01",
    "contract_end": "2027-03-31",
    "as_of": "2026-11-20",
    "vendor": {"name": "株式会社タナ技研", "people": ["三上 葵"]},
}
LOG = (
    "日付,種別,担当,相手,内容,状態\n"
    "2026-11-05,タスク,三上 葵,仁木 聡,拠点別の集計表を送付 期限2026-11-10,完了\n"
    "2026-11-10,電話,三上 葵,仁木 聡,値上げには難色とのこと,完了\n"
    "2026-11-18,タスク,三上 葵,仁木 聡,更新見積の案を作成 期限2026-12-01,未着手\n"
)


def test_open_tasks_of_a_log_are_owed(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "account.yaml").write_text(yaml.safe_dump(HEAD, allow_unicode=True), encoding="utf-8")
    (tmp_path / "sources" / "crm.csv").write_text(LOG, encoding="utf-8")
    found = read_account(tmp_path).readings.notes.commitments
    owed = {
        entry.text: (entry.who, str(entry.due.value) if entry.due else None, entry.done) for entry in found
    }
    assert any(who == "us" and due == "2026-12-01" and not done for who, due, done in owed.values())
    assert not any("難色" in text for text in owed)
