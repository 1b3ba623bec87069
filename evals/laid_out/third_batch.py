"""Layouts written after the readings were mended, measured once and mended by nothing: how far the forms carry."""

from __future__ import annotations

from evals.laid_out.budget import _facts
from evals.laid_out.days import day
from evals.laid_out.people import _people
from evals.laid_out.people_more import rows as people_rows
from evals.laid_out.steps import _chain
from evals.laid_out.steps_more import beside, rows
from evals.laid_out.writing import Layout

STEPS_JA_THIRD: dict[str, Layout] = {
    "3: corner brackets for who": _chain("{w}「{b}」{d}", "\n", "ja", "short", head="◎更新承認の流れ\n{}"),
    "3: dots to the date": _chain("{w} …… {b} …… {d}", "\n", "ja", head="継続稟議の日程\n{}"),
    "3: kanji numbers": lambda f: ["予算決裁までの段取り", *(f"{'一二三四'[i]}、{s.what} {s.by}({day(s.when, 'ja', 'short')})" for i, s in enumerate(f.steps))],
    "3: label date first": _chain("期限:{d} 作業:{w} 責任者:{b}", "\n", "ja", head="更新手続きのステップ\n{}"),
    "3: double angle": _chain("{w}/{b}/{d}", " ≫ ", "ja", "short", head="承認経路:{}"),
    "3: csv English heads": rows(("Step", "Owner", "Due"), lambda n, s: [s.what, s.by, day(s.when, "ja", "slash")]),
    "3: mail bars": _chain("{d} | {w} | {b}", "\n", "ja", "short", head="▼社内決裁の予定\n{}"),
    "3: md check boxes": _chain("- [ ] {w}({b}){d}", "\n", "ja", "short", head="### 更新の稟議フロー\n{}"),
    "3: goals beside": beside(_chain("{n}. {w}:{b}、{d}", "\n", "ja", "short", head="■稟議の順番\n{}"), ["■目標", "・問い合わせ件数を3割減(来年6月)", ""]),
}  # fmt: skip
STEPS_EN_THIRD: dict[str, Layout] = {
    "3: semicolons": _chain("{w}, {b}, {d}", "; ", "en", head="Approval sequence: {}"),
    "3: roman numbers": lambda f: ["Route to sign-off", *(f"({'i' * (n + 1) if n < 3 else 'iv'}) {s.by} {s.what} - {day(s.when, 'en')}" for n, s in enumerate(f.steps))],
    "3: label date first": _chain("by: {d} / action: {w} / lead: {b}", "\n", "en", head="Renewal procedure\n{}"),
    "3: md table, turned": rows(("Approver", "Deadline", "Activity"), lambda n, s: [s.by, day(s.when, "en"), s.what], " | ", "|"),
    "3: at sign": _chain("* {w} @ {b} - {d}", "\n", "en", head="Sign-off milestones\n{}"),
    "3: week days": lambda f: ["Budget sign-off plan", *(f"- {s.when:%a} {day(s.when, 'en')}: {s.by} {s.what}" for s in f.steps)],
}  # fmt: skip
BUDGET_JA_THIRD: dict[str, Layout] = {
    "3: round brackets behind labels": _facts("予算申請(締切) {r}\n更新の決裁(機関) {b}\n更新の決裁(日) {d}\n承認者(前回) {l}", "ja", "short"),
    "3: arrows to the value": _facts("予算要求の期限 → {r}\n決裁機関 → {b}\n決裁予定日 → {d}\n前回の決裁者 → {l}", "ja"),
    "3: polite form": _facts("来期予算のご申請期限:{r}\n最終のご決裁:{b}\nご決裁の時期:{d}\n前回のご承認者:{l}", "ja"),
    "3: one line, commas": _facts("予算締切{r}、決裁は{b}、決裁日{d}、前回承認者{l}", "ja", "short"),
    "3: csv wide": _facts("予算申請期限\t決裁機関\t決裁日\t前回の承認者\n{r}\t{b}\t{d}\t{l}", "ja", "slash"),
    "3: numbered questions": _facts("Q1. 予算申請の締切はいつですか?\nA1. {r}です。\nQ2. 最終決裁はどこですか?\nA2. {b}です。\nQ3. 決裁日は?\nA3. {d}です。\nQ4. 前回は誰が承認しましたか?\nA4. {l}です。", "ja"),
    "3: block with our own": _facts("【先方】\n予算申請期限:{r}\n決裁会議:{b}\n決裁日:{d}\n前回承認者:{l}\n【当社】\n値引申請の期限:2026年11月20日\n決裁者:営業本部長", "ja"),
    "3: md table of two": _facts("| | |\n|---|---|\n| 予算要求締切 | {r} |\n| 意思決定機関 | {b} |\n| 意思決定日 | {d} |\n| 前年の承認者 | {l} |", "ja"),
}  # fmt: skip
BUDGET_EN_THIRD: dict[str, Layout] = {
    "3: short hand": _facts("Budget cut-off: {r}\nSign-off: {b}\nSign-off date: {d}\nSigned last year by: {l}", "en"),
    "3: arrows to the value": _facts("Budget request window -> {r}\nApproving committee -> {b}\nApproval expected -> {d}\nPrevious renewal approved by -> {l}", "en"),
    "3: wide csv": _facts("Budget deadline,Decision maker,Decision date,Last approver".replace(",", "\t") + "\n{r}\t{b}\t{d}\t{l}", "en"),
    "3: numbered": _facts("1. Budget submissions due by {r}\n2. Final approval: {b}\n3. Approval date: {d}\n4. Last time approved by: {l}", "en"),
    "3: indented under a head": _facts("Budget\n    Request deadline    {r}\n    Decision body       {b}\n    Decision date       {d}\n    Last approver       {l}", "en"),
    "3: commas": _facts("Budget deadline {r}, decided by {b}, decision date {d}, last approver {l}", "en"),
    "3: bold without colon": _facts("**Budget request deadline** {r}\n**Deciding body** {b}\n**Decision date** {d}\n**Last approver** {l}", "en"),
}  # fmt: skip
PEOPLE_JA_THIRD: dict[str, Layout] = {
    "3: corner brackets": _people("{f} {g}様【{p}】", "\n", "▼お客様ご出席者\n{}\n▼弊社出席者\n三浦 葵"),
    "3: circled": lambda f: ["■先方ご担当", *(f"{'①②③'[i]}{p} {a} {b}様" for i, (a, b, p) in enumerate(f.people[:3])), "■弊社担当", "①三浦 葵"],
    "3: csv other heads": people_rows(("氏名", "肩書", "企業名", "備考"), lambda a, b, p: [f"{a} {b}", p, "まほろば商店", ""], [["三浦 葵", "CSM", "タナテック", "当社"]]),
    "3: side column last": people_rows(("お名前", "役職", "どちら側"), lambda a, b, p: [f"{a} {b}", p, "お客様"], [["三浦 葵", "CSM", "当社"], ["藤堂 守", "顧問", "外部"]], " | ", "|"),
    "3: honorifics and slashes": _people("{f}様/{p}", "\n", "<お客様>\n{}\n<弊社>\n三浦/CSM\n江口/エンジニア"),
    "3: third house below a colon": _people("{p} {f}様", "、", "お客様:{}\n弊社:三浦\n同席:あさひ総研 藤堂様"),
    "3: equals signs": _people("{f} {g}={p}", "\n", "先方の体制\n{}\n当社の体制\n三浦 葵=CSM"),
    "3: mail address behind": _people("{f} {g}様 {p} someone@customer.example", "\n", "■先方連絡先\n{}\n■当社連絡先\n三浦 葵 CSM miura@vendor.example"),
}  # fmt: skip
PEOPLE_EN_THIRD: dict[str, Layout] = {
    "3: square brackets": _people("{g} {f} [{p}]", "\n", "Customer side\n{}\nOur side\nRobin Steele [CSM]"),
    "3: csv other heads": people_rows(("Contact", "Position", "Organisation", "Remarks"), lambda a, b, p: [f"{b} {a}", p, "Northgate Foods", ""], [["Robin Steele", "CSM", "Shelfwise", ""]]),
    "3: side column last": people_rows(("Name", "Job title", "Side"), lambda a, b, p: [f"{b} {a}", p, "Customer"], [["Robin Steele", "CSM", "Us"], ["Dana Todd", "Adviser", "External"]], " | ", "|"),
    "3: equals signs": _people("{g} {f} = {p}", "\n", "Northgate Foods team\n{}\nShelfwise team\nRobin Steele = CSM"),
    "3: of the house": _people("{g} {f}, {p} at Northgate", "; ", "Attendees: {}; Robin Steele, CSM at Shelfwise; Dana Todd, consultant at Arc Consulting"),
    "3: mail address behind": _people("{g} {f} ({p}) someone@customer.example", "\n", "Customer contacts\n{}\nOur contacts\nRobin Steele (CSM) robin@vendor.example"),
    "3: third house on its line": _people("{g} {f}, {p}", "; ", "For the customer: {}\nFor us: Robin Steele\nAlso present: Dana Todd of Arc Consulting"),
}  # fmt: skip
