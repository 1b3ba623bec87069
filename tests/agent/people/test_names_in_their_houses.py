"""Names beside companies and departments: who came from where, who is a product, whose firm bears the family's name."""

from __future__ import annotations

import pytest

NOTICE = """<html><head><title>組織のお知らせ | 株式会社ヤマネ製作</title></head><body><h1>組織のお知らせ</h1>
<p>2026年4月1日</p><table><tr><th>氏名</th><th>新しい役目</th><th>これまで</th></tr>
<tr><td>栗栖 直人</td><td>総務人事部長</td><td>入社</td></tr></table></body></html>"""


def _listed(reading) -> dict[str, str | None]:
    return {person.name.replace(" ", ""): person.title for person in reading.people}


def test_where_somebody_came_from_is_no_house_of_theirs(read) -> None:
    minutes = "2026-05-21 定例\n先方: 総務 神永様\n地元信金出身の栗栖直人部長が、更新の可否を決めます。\n"
    assert "栗栖直人" in _listed(read({"20260521_minutes.md": minutes}))


def test_a_notice_s_column_for_the_new_duty_gives_the_post(read) -> None:
    minutes = "2026-05-21 定例\n先方: 総務 神永様\n更新を決めるのは総務人事部長です。\n"
    reading = read({"20260521_minutes.md": minutes, "notice.html": NOTICE})
    roles = {person.name.replace(" ", ""): person.role for person in reading.people}
    assert roles.get("栗栖直人") == "economic_buyer"


def test_our_product_s_name_behind_a_speaker_is_nobody(read) -> None:
    talk = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nkei（ソヨギ）: おはようございます、江崎です。\n\n00:00:05.000 --> 00:00:09.000\n神永: ソヨギさん、よろしくお願いします。\n"
    assert "ソヨギ" not in _listed(read({"20260521_talk.vtt": talk}))


def test_a_department_is_no_part_of_a_family_name(read) -> None:
    minutes = "2026-05-21 定例\n出席: 新海製造部長、有賀係長\n新海部長が更新を決めます。\n"
    names = _listed(read({"20260521_minutes.md": minutes}))
    assert "新海" in names
    assert "新海製造" not in names


def test_an_owner_who_bears_the_company_s_name_stays_somebody(read) -> None:
    minutes = (
        "2026-05-21 定例\n先方: 総務 神永様\n山根製作の件。山根製作では紙が多い。\n"
        "専務取締役 山根 崇様が更新を決めると、神永様。\n"
    )
    assert "山根崇" in _listed(read({"20260521_minutes.md": minutes}, name="株式会社山根製作"))


@pytest.mark.parametrize(
    ("words", "decider"),
    [
        ("更新は事務局長の専決ではなくなりました。常任理事会の承認が必要です。", "常任理事会"),
        ("決めるのが事務局長から常任理事会に変わりました。", "常任理事会"),
        ("常任理事会が決めます。事務局長の鶴の一声はもう無い。", "常任理事会"),
    ],
)
def test_a_power_that_is_gone_shows_no_decider(read, words: str, decider: str) -> None:
    minutes = f"2026-09-21 定例\n先方: 総務 神永様\n神永様: {words}\n"
    roles = {person.name: person.role for person in read({"20260921_minutes.md": minutes}).people}
    assert [name for name, role in roles.items() if role == "economic_buyer"] == [decider]


def test_a_title_gives_back_the_name_s_last_character(read) -> None:
    minutes = "2026-05-21 定例\n先方: 総務部 主任 宮副様、栗栖様\n本文: 宮副主任より、記録の様式の話。宮副主任が更新の資料を見る。\n"
    names = _listed(read({"20260521_minutes.md": minutes}))
    assert "宮副" in names
    assert "宮" not in names


def test_another_house_printed_like_a_name_is_nobody(read) -> None:
    minutes = (
        "2026-05-21 定例\n先方: 総務 栗栖様\n来年、南鷹信用金庫と合併する。\n"
        "栗栖様: 南鷹さんは電話が1日300件だそうで、南鷹の資料も使います。\n"
    )
    assert "南鷹" not in _listed(read({"20260521_minutes.md": minutes}))


def test_a_piece_of_work_in_an_english_list_is_nobody(read) -> None:
    minutes = (
        "21 May 2026\n\nOwed by them: Saltmarsh recount (Leanne Hobbs, 30 June). Dates (Leanne Hobbs).\n"
    )
    reading = read({"20260521_minutes.md": minutes}, name="Yamane Ltd", csm="Emi Esaki", language="en")
    assert not [name for name in _listed(reading) if "recount" in name]


def test_a_body_s_name_begins_behind_the_field_s_label_and_the_month(read) -> None:
    paper = "# Business case\n\n16 October 2026\n\nApproved Investment Panel, 16 October 2026\n\nThe June Investment Panel decides on the renewal.\n"
    reading = read({"20261016_case.md": paper}, name="Yamane Ltd", csm="Emi Esaki", language="en")
    assert [person.name for person in reading.people if person.kind == "body"] == ["Investment Panel"]
