"""Who decides: the record of the purchase against the customer's later word."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.pipeline import draft

ACCOUNT = "id: X\nname: 株式会社こぶし\nproduct: ナギ\nas_of: 2026-05-20\ncsm: 椎名\n"
CALM = "2026年4月3日 定例\n先方：浅間様、当社：椎名\n・操作の説明をした\n・次回は五月\n"
FORM = "項目,内容\n受注日,2025年6月2日\n意思決定者,赤羽部長。その場で即決\n契約期間,1年\n"
MAIL = (
    "From: 浅間 春 <asama@kobushi.example>\nTo: 椎名 <shiina@nagi.example>\nDate: Mon, 11 May 2026 10:00:00 +0900\n"
    "Subject: 更新の件\nContent-Type: text/plain; charset=utf-8\n\n椎名様\n\n{words}\n\n浅間\n"
)


def _deciders(folder: Path, words: str, form: str = FORM) -> list[tuple[str, str]]:
    (folder / "sources").mkdir()
    (folder / "account.yaml").write_text(ACCOUNT, encoding="utf-8")
    (folder / "sources" / "01_hikitsugi.csv").write_text(form, encoding="utf-8")
    (folder / "sources" / "02_teirei.txt").write_text(CALM, encoding="utf-8")
    (folder / "sources" / "03_mail.eml").write_text(MAIL.format(words=words), encoding="utf-8")
    found = draft(folder).plan.contradictions
    return [(clash.a.quote, clash.b.quote) for clash in found if "決裁者" in clash.text]


def test_a_form_and_a_later_mail_are_paired_and_the_cell_is_quoted_whole(tmp_path: Path) -> None:
    found = _deciders(tmp_path, "百万円を超える契約の更新は、部長ではなく役員会で決裁します。")
    assert len(found) == 1
    assert found[0][0] == "赤羽部長。その場で即決"
    assert "役員会で決裁" in found[0][1]


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("次の打合せは午後にしてください。", FORM),  # says nothing of deciding
        ("更新は役員会で決裁します。", FORM.replace("赤羽部長。その場で即決", "不明(未確認)")),
        (
            "更新は役員会で決裁します。",
            FORM.replace("赤羽部長。その場で即決", "役員会で決裁"),
        ),  # the same body
    ],
)
def test_no_pair_where_nothing_clashes(tmp_path: Path, words: str, form: str) -> None:
    assert not _deciders(tmp_path, words, form)


def test_one_person_on_both_sides_is_no_dispute(tmp_path: Path) -> None:
    assert not _deciders(tmp_path, "更新は赤羽部長が見て、十万円以上は全部本人が決めます。")


def test_a_short_answer_counts_where_the_cell_before_it_asks(tmp_path: Path) -> None:
    form = "区分,質問,回答\n契約,受注日,2025年6月2日\n承認,更新の決裁者,専務\n"
    found = _deciders(tmp_path, "百万円を超える契約の更新は、専務ではなく役員会で決裁します。", form)
    assert [quotes[0] for quotes in found] == ["専務"]


def test_our_own_seller_is_no_record_of_who_decides(tmp_path: Path) -> None:
    form = "項目,内容\n受注日,2025年6月2日\n営業担当,榎 圭(決裁まで担当)\n契約期間,1年\n"
    assert not _deciders(tmp_path, "百万円を超える契約の更新は、役員会で決裁します。", form)
