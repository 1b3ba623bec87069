"""Tools as people mention them in passing, with what they do and for whom."""

from __future__ import annotations

import pytest

TOOLS = [
    # language, sentence, {name: (department, purpose)}
    ("ja", "経理は伝票をケイリノートに入れている。", {"ケイリノート": ("経理", None)}),
    ("ja", "勤怠はタイムナミ、会計はチョウボックス、チャットはWaveTalkとのこと。", {"タイムナミ": (None, "勤怠"), "チョウボックス": (None, "会計"), "WaveTalk": (None, "チャット")}),
    ("ja", "名刺管理だけはまだメイシバコのまま。", {"メイシバコ": (None, "名刺管理")}),
    ("ja", "案件は表計算で回している。", {"表計算": (None, "案件")}),
    ("ja", "営業部がSFA(セルスパン)を入れていて、日報はそちらに書く。", {"セルスパン": ("営業部", "SFA")}),
    ("ja", "去年、文書管理をフミクラからドキュノへ乗り換えた。", {"ドキュノ": (None, "文書管理")}),
    ("ja", "品質保証課は自前のAccess台帳を併用している。", {"Access": ("品質保証課", None)}),
    ("ja", "BIはグラフィナで、うちのデータとはつながっていない。", {"グラフィナ": (None, "BI")}),
    ("ja", "手順書はファイルサーバーに置いてあるので、二重管理になっている。", {"ファイルサーバー": (None, "手順書")}),
    ("ja", "社内連絡はメールとChimeboard。", {"Chimeboard": (None, "社内連絡")}),
    ("ja", "購買はカイゾーを契約済みで、来月から本稼働。", {"カイゾー": (None, "購買")}),
    ("ja", "人事評価に「ミノリ評価」を使っていると聞いた。", {"ミノリ評価": (None, "人事評価")}),
    ("ja", "受発注システムはオーダリンク社のもの。", {"オーダリンク": (None, "受発注システム")}),
    ("ja", "製造部では図面の共有にズメンポストを運用中。", {"ズメンポスト": ("製造部", "図面の共有")}),
    ("ja", "会計はチョウボックスを使っている。勤怠のタイムナミは検討したが見送り。", {"チョウボックス": (None, "会計")}),
    ("en", "They use Ledgerman for invoices; they evaluated Billora and dropped it.", {"Ledgerman": (None, "invoices")}),
    ("en", "Finance uses Ledgerman, and Billora (looked at and dropped it).", {"Ledgerman": ("Finance", None)}),
    ("ja", "シフト表はExcelで作って印刷している。", {"Excel": (None, "シフト表")}),
    ("ja", "顧客台帳はまだ紙とスプレッドシート。", {"スプレッドシート": (None, "顧客台帳")}),
    ("ja", "Peltonという在庫のシステムが物流課に入っている。", {"Pelton": ("物流課", "在庫")}),
    ("ja", "電子契約はサインポケットに統一されたそうだ。", {"サインポケット": (None, "電子契約")}),
    ("ja", "総務課の情シス担当いわく、Loopdeskのヘルプデスク機能と重なる。", {"Loopdesk": (None, None)}),
    ("ja", "議事録は各自がノートアプリのメモリアに書いている。", {"メモリア": (None, "議事録")}),
    ("en", "We run payroll on Paytrellis.", {"Paytrellis": (None, "payroll")}),
    ("en", "The warehouse team lives in a spreadsheet for stock counts.", {"spreadsheet": ("warehouse", "stock counts")}),
    ("en", "Invoices go out through Billora, contracts sit in Dockety.", {"Billora": (None, "nvoices"), "Dockety": (None, "contracts")}),
    ("en", "Finance is on Ledgerman; HR still uses Peoplefold.", {"Ledgerman": ("Finance", None), "Peoplefold": ("HR", None)}),
    ("en", "They moved their CRM from Salox to Contigo last spring.", {"Contigo": (None, "CRM")}),
    ("en", "Their ticketing system is Queuely.", {"Queuely": (None, "icketing")}),
    ("en", "Chat happens in Murmur, files are on a shared drive.", {"Murmur": (None, "hat"), "shared drive": (None, "files")}),
    ("en", "Hugo's team tracks incidents with Faultline, which overlaps with us.", {"Faultline": (None, "incidents")}),
    ("en", "They use Excel to plan the rota.", {"Excel": (None, "rota")}),
    ("en", "The group has standardised on Orbit Desk for project plans.", {"Orbit Desk": (None, "project plans")}),
    ("en", "Reporting is done in Chartify by the finance team.", {"Chartify": ("finance", "eporting")}),
    ("en", "An old Access database holds the asset register.", {"Access": (None, "asset register")}),
]  # fmt: skip

NO_TOOLS = [
    ("ja", "ミチシルベを使っているのは製造部だけ。"),
    ("ja", "タブレットを使っている人が多い。"),
    ("ja", "キャンペーンの管理に困っている。"),
    ("ja", "マニュアルを使って説明している。"),
    ("ja", "ドライバーが入力している。"),
    ("ja", "ノウハウをチームで運用している。"),
    ("ja", "来期はサンプルを使ってテストする。"),
    ("ja", "勤怠はタイムナミを検討したが見送りました。"),
    ("ja", "シフト管理にシフトモリを試したが、採用しなかった。"),
    ("ja", "営業部で「シフトモリ」を検討しましたが見送りました。"),
    ("ja", "シフト管理ツールは「シフトモリ」を検討したが見送り。"),
    ("en", "They looked at Rosterly for rosters and dropped it."),
    ("en", "The warehouse tried Stockbee last year and decided against it."),
    ("en", "Parks: Stockbee for rosters, looked at and dropped."),
    ("en", "We use it in Leeds and Hull."),
    ("en", "They use Lantern Desk every day."),
    ("en", "Hugo uses the report on Mondays."),
    ("en", "Finance uses the numbers for the Board pack."),
    ("en", "We ran the Kickoff on Teams last week with Nadia."),
]


def _names(notes, language: str, sentence: str) -> dict:
    head = "# 訪問メモ 2026-09-01" if language == "ja" else "# Visit notes 2026-07-01"
    tools = notes(language, {"m.md": f"{head}\n\n- {sentence}\n"}).reading.tools
    return {tool.name: (tool.department, tool.purpose) for tool in tools}


@pytest.mark.parametrize(("language", "sentence", "wanted"), TOOLS)
def test_a_tool_in_passing(notes, language: str, sentence: str, wanted: dict) -> None:
    found = _names(notes, language, sentence)
    assert set(wanted) == {next((w for w in wanted if w in name), name) for name in found}
    for name, (department, purpose) in found.items():
        wanted_department, wanted_purpose = wanted[next(w for w in wanted if w in name)]
        assert wanted_department is None or wanted_department in (department or "")
        assert wanted_purpose is None or wanted_purpose in (purpose or "")


@pytest.mark.parametrize(("language", "sentence"), NO_TOOLS)
def test_no_tool(notes, language: str, sentence: str) -> None:
    assert _names(notes, language, sentence) in ({}, {"Teams": (None, None)})
