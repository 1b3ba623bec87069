"""The material goals are generated from: every part in Japanese and English, meaning the same thing."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

EXPRESSIONS = Path(__file__).resolve().parent / "datasets" / "smart" / "vague_expressions.toml"


@dataclass(frozen=True, slots=True)
class Both:
    """One thing in two languages."""

    ja: str
    en: str

    def of(self, language: str) -> str:
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric with its unit and how far it moves."""

    name: Both
    unit: Both
    base: float
    target: float


def _both(*pairs: tuple[str, str]) -> tuple[Both, ...]:
    return tuple(Both(*pair) for pair in pairs)


def _measures(*rows: tuple[str, str, str, str, float, float]) -> tuple[Measure, ...]:
    return tuple(Measure(Both(ja, en), Both(u, v), base, target) for ja, en, u, v, base, target in rows)


MEASURES = _measures(
    ("見積作成時間", "quote preparation time", "分", " minutes", 45, 20),
    ("月次決算の所要日数", "days to close the books", "日", " days", 12, 7),
    ("請求書の差戻し件数", "returned invoices", "件", " invoices", 60, 25),
    ("商談化率", "lead conversion rate", "%", "%", 14, 19),
    ("在庫差異率", "inventory variance rate", "%", "%", 3.2, 1.5),
    ("営業の残業時間", "sales overtime", "時間", " hours", 32, 24),
    ("問い合わせ件数", "support tickets", "件", " tickets", 300, 180),
    ("受注率", "win rate", "%", "%", 18, 25),
    ("採用単価", "cost per hire", "万円", "k JPY", 80, 62),
    ("倉庫の誤出荷件数", "mis-shipments from the warehouse", "件", " cases", 38, 15),
    ("棚卸しの作業時間", "stocktaking time", "時間", " hours", 16, 9),
    ("初回応答時間", "first response time", "分", " minutes", 95, 40),
    ("離職率", "attrition rate", "%", "%", 14, 11),
    ("経費精算の処理日数", "days to settle an expense claim", "日", " days", 9, 5),
    ("クレーム件数", "customer complaints", "件", " complaints", 42, 20),
    ("予約のキャンセル率", "booking cancellation rate", "%", "%", 12, 8),
    ("転記作業の工数", "effort for manual re-entry", "時間", " hours", 52, 21),
    ("不良率", "defect rate", "%", "%", 2.4, 1.2),
)
METHODS = _both(
    ("基幹システムの実績データで計測", "measured in the ERP actuals"),
    ("SFAの受注レポートで集計", "tracked in the CRM order report"),
    ("勤怠データより算出", "calculated from the time sheets"),
    ("受付台帳で確認", "verified in the front-desk register"),
    ("四半期アンケートで測定", "measured by the quarterly survey"),
    ("管理画面のログで判定", "judged by the admin console log"),
)
REVIEWS = _both(
    ("毎月の営業会議で確認", "reviewed at the monthly sales meeting"),
    ("隔週の定例で進捗確認", "progress checked at the bi-weekly sync"),
    ("四半期ごとに振り返り", "reviewed every quarter"),
    ("毎週月曜の朝会で点検", "checked every Monday at the stand-up"),
    ("月次レビュー会で報告", "reported at the monthly review"),
)
PEOPLE = _both(
    ("経理部長 黒田様", "finance director Lena Vogt"),
    ("営業企画部 大西様", "Tom Baker (sales planning)"),
    ("当社CSM 佐々木", "CSM Priya Nair"),
    ("総務課長 桑原様", "office manager Kenji Kuwahara"),
    ("品質保証部 相川様", "Dana Ruiz (quality assurance)"),
)
ROLES = _both(
    ("営業本部長", "VP Sales"),
    ("人事課長", "HR manager"),
    ("当社担当CSM", "our CSM"),
    ("物流センター長", "warehouse manager"),
)
TEAMS = _both(
    ("人事部", "HR team"), ("情報システム部", "IT department"), ("業務改革チーム", "transformation team")
)
OUTPUTS = _both(
    ("操作説明会を開催する", "hold the admin training"),
    ("業務フロー図を作成する", "draw up the process map"),
    ("効果試算書を提出する", "submit the business case"),
    ("入力ルール集を配布する", "distribute the data-entry guide"),
    ("SSOの初期設定を完了する", "complete the SSO configuration"),
    ("利用レポートを送付する", "send the usage report"),
)
NOT_METRICS = _both(("Lv2に到達する", "reach Level 2"), ("v3.0へ進む", "get to v3.0"))
LOOSE_DATES = _both(
    ("来月中", "next month"),
    ("お盆明け", "after the summer break"),
    ("導入後3か月", "3 months after go-live"),
)


@cache
def expressions() -> dict[str, tuple[Both, ...]]:
    """degree and clause: loose expressions written apart from the rules' lexicon."""
    table = tomllib.loads(EXPRESSIONS.read_text(encoding="utf-8"))
    return {name: _both(*[(pair[0], pair[1]) for pair in table[name]]) for name in ("degree", "clause")}


def number(value: float) -> str:
    """12.0 → 12, 3.2 → 3.2."""
    return str(int(value)) if float(value).is_integer() else str(value)


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DATE_STYLES = 6


def written(day: dt.date, language: str, style: int) -> str:
    """A day in one of the ways people write it; month ends as 末."""
    if language == "en":
        name = _MONTHS[day.month - 1]
        return (
            f"{name} {day.day}, {day.year}", day.isoformat(), f"{day.day} {name} {day.year}",
            f"{name} {day.day} {day.year}", f"the end of {name} {day.year}", f"{day.year}/{day.month}/{day.day}",
        )[style]  # fmt: skip
    return (
        f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"令和{day.year - 2018}年{day.month}月{day.day}日",
        f"R{day.year - 2018}.{day.month}.{day.day}", f"{day.year}年{day.month}月末", f"{day.year}/{day.month}/{day.day}",
    )[style]  # fmt: skip
