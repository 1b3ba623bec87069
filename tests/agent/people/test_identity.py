"""One person across sources; two of one family name kept apart."""

from __future__ import annotations

from collections.abc import Callable

from agent.people import PeopleReading

Read = Callable[..., PeopleReading]


def by_name(reading: PeopleReading) -> dict[str, list[str]]:
    return {p.name: p.aliases for p in reading.people}


def test_two_people_of_one_family_name_stay_two(read: Read) -> None:
    notes = "定例 2026年9月3日\n先方：営業部 小川（健）主任、経理部 小川部長\n当社：江崎\n\n小川部長より、金額が高いとのご指摘。小川主任は広めたいとのこと。\n"
    org = "氏名,部署,役職\n小川 健太,営業部,主任\n小川 和子,経理部,部長\n"
    reading = read({"m.txt": notes, "o.csv": org})
    people = {p.name: (p.title, p.department) for p in reading.people}
    assert people == {"小川 健太": ("主任", "営業部"), "小川 和子": ("部長", "経理部")}


def test_whoever_was_president_before_is_not_the_later_director(read: Read) -> None:
    first = "定例 2026年6月3日\n先方：小川社長\n当社：江崎\n\n小川社長より、使われているかとのご質問。\n"
    later = "定例 2026年9月3日\n先方：小川 健太専務\n当社：江崎\n\n小川専務より、一覧のご依頼。\n"
    assert len([p for p in read({"a.txt": first, "b.txt": later}).people if "小川" in p.name]) == 2
    risen = read({"a.txt": first.replace("社長", "専務"), "b.txt": later.replace("専務", "社長")})
    assert len([p for p in risen.people if "小川" in p.name]) == 1


def test_a_family_name_alone_between_two_is_flagged(read: Read) -> None:
    notes = "定例 2026年9月3日\n先方：営業部 小川 健太様、経理部 小川 和子様\n当社：江崎\n"
    reading = read({"m.txt": notes, "n.txt": "メモ 2026年9月4日\n小川様に電話。折り返し待ち。\n"})
    assert set(by_name(reading)) == {"小川 健太", "小川 和子"}
    assert any(f.rule == "person_merge_doubtful" for f in reading.findings)


def test_a_former_name_joins_with_its_words(read: Read) -> None:
    first = "定例 2026年6月3日\n先方：浅見 里美様\n当社：江崎\n"
    mail = "From: 若林 里美 <asami@yamane.example>\nTo: 江崎 薫 <ezaki@soyogi.example>\nDate: Wed, 02 Sep 2026 10:00:00 +0900\nSubject: x\n\nヤマネ製作の若林（旧姓：浅見）です。\n\n株式会社ヤマネ製作\n若林 里美\n"
    reading = read({"a.txt": first, "b.eml": mail})
    [person] = reading.people
    assert person.name == "若林 里美"
    assert "浅見 里美" in person.aliases
    assert any(m.reason == "former_name" and not m.doubtful for m in reading.merges)


def test_romanised_and_kana_labels_find_their_owner(read: Read) -> None:
    notes = "定例 2026年9月3日\n先方：大槻課長、辻本班長\n当社：江崎\n"
    talk = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\notsuki: 聞こえてます。\n\n00:00:03.000 --> 00:00:04.000\n江崎 薫 / ソヨギ: はい。\n"
    table = "日付,担当,先方,内容\n2026-09-10,江崎,ツジモト様,電話\n"
    names = by_name(read({"m.txt": notes, "t.vtt": talk, "c.csv": table}))
    assert set(names) == {"大槻", "辻本"}
    assert "otsuki" in names["大槻"]
    assert "ツジモト" in names["辻本"]


def test_english_name_orders_and_first_names(read: Read) -> None:
    notes = "# Review, 3 September 2026\n\n- Attendees (Yamane): Goh Siew Ling, Tan Kok Wei\n- Attendees (Soyogi): Hannah Price\n\nSiew Ling asked for the numbers. Kok Wei uses it daily.\n"
    talk = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nSiew Ling Goh: Hello.\n\n00:00:03.000 --> 00:00:04.000\nkokwei: Morning.\n\n00:00:05.000 --> 00:00:06.000\nHannah Price: Thanks.\n"
    reading = read(
        {"m.md": notes, "t.vtt": talk},
        name="Yamane Ltd",
        csm="Hannah Price",
        product="Soyogi Flow",
        language="en",
    )
    names = by_name(reading)
    assert set(names) == {"Goh Siew Ling", "Tan Kok Wei"}
    assert {"Siew Ling", "Siew Ling Goh"} <= set(names["Goh Siew Ling"])


def test_a_bare_title_means_its_holder_on_the_day(read: Read) -> None:
    notice = "<html><head><title>人事異動</title></head><body><p>株式会社ヤマネ製作は、2026年9月1日付で次の人事を行います。</p><table><tr><th>氏名</th><th>新</th><th>旧</th></tr><tr><td>湊 大吾</td><td>取締役 管理本部長</td><td>経理部長</td></tr><tr><td>尾上 哲</td><td>顧問</td><td>取締役 管理本部長</td></tr></table></body></html>"
    notes = "定例 2026年9月20日\n先方：小川課長\n当社：江崎\n\n小川課長「最後は管理本部長が決めます」\n"
    reading = read({"j.html": notice, "m.txt": notes})
    assert {p.name: p.role for p in reading.people}["湊 大吾"] == "economic_buyer"
    assert "尾上 哲" not in {p.name for p in reading.people}


def test_an_unresolved_title_stays_a_title(read: Read) -> None:
    reading = read(
        {
            "m.txt": "デモ 2026年9月20日\n先方：小川様\n当社：江崎\n同席の専務（お名前聞きそびれ）が「いいね」と一言\n"
        }
    )
    assert {p.name for p in reading.people} == {"小川", "専務"}


def test_a_first_name_is_not_the_initial_of_another_s_family_name(read: Read) -> None:
    talk = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nTess Whitlow: Hi all.\n\n"
        "00:00:05.000 --> 00:00:09.000\nRosie T: Hi Tess, the tablets are charged and my crew uses them every day.\n"
    )
    notes = "2 June 2026\n\nCustomer: Rosie Tulley (maintenance lead)\nUs: Tess Whitlow\n\nRosie likes it, says Tess. Rosie Tulley decides on the renewal.\n"
    reading = read(
        {"talk_2026-06-02.vtt": talk, "notes_2026-06-02.md": notes},
        name="Acme Ltd",
        csm="Tess Whitlow",
        language="en",
    )
    assert [merge for merge in reading.merges if merge.spelling == "Tess"] == []
    assert all("Tess" not in person.aliases for person in reading.people)
