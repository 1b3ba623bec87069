"""Further layouts of people: other labels, orders and containers, and people of other houses who must not be listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evals.laid_out.facts import Facts
from evals.laid_out.people import _people
from evals.laid_out.writing import Layout

Cells = Callable[[str, str, str], Sequence[str]]


def rows(
    header: Sequence[str],
    cells: Cells,
    others: Sequence[Sequence[str]] = (),
    between: str = "\t",
    edge: str = "",
) -> Layout:
    """A table of people, `others` its last rows."""

    def lines(facts: Facts) -> list[str]:
        table = [
            list(header),
            *(list(cells(*one)) for one in facts.people[:3]),
            *(list(row) for row in others),
        ]
        out = [f"{edge}{edge and ' '}{between.join(row)}{edge and ' '}{edge}" for row in table]
        rule = ["|" + " --- |" * len(header)] if edge else []
        return [out[0], *rule, *out[1:]]

    return lines


PEOPLE_JA_MORE: dict[str, Layout] = {
    "md: bold sides": _people("{p} {f} {g} 様", "、", "**お客様:** {}\n**当社:** 三浦 葵、江口 仁"),
    "md: headings and bullets": _people("- {f} {g} 様({p})", "\n", "## 出席者\n### まほろば商店\n{}\n### タナテック\n- 三浦 葵\n- 江口 仁"),
    "numbered": lambda f: ["先方参加者", *(f"{n}. {a} {b}({p})" for n, (a, b, p) in enumerate(f.people[:3], 1)), "当社参加者", "1. 三浦 葵", "2. 江口 仁"],
    "post, colon, name": _people("{p}:{f} {g}様", "\n", "【お客様側体制】\n{}\n【当社側体制】\n担当:三浦 葵"),
    "name, colon, post": _people("{f} {g}:{p}", "\n", "◆先方\n{}\n◆当社\n三浦 葵:CSM"),
    "labels in their own lines": _people("氏名:{f} {g}\n役職:{p}", "\n\n", "■お客様のご担当者\n{}"),
    "names by middle dots": _people("{f}{p}", "・", "出席者 客先:{} 弊社:三浦・江口"),
    "honorific only, posts behind": _people("{f}様({p})", "、", "参加者(敬称略なし)\n先方 {}\n当社 三浦"),
    "table, ruled": rows(("区分", "会社", "役職", "氏名"), lambda a, b, p: ["先方", "まほろば商店", p, f"{a} {b}"], [["当社", "タナテック", "CSM", "三浦 葵"]], " | ", "|"),
    "csv: roster": rows(("会社名", "部署・役職", "お名前", "メール"), lambda a, b, p: ["まほろば商店", p, f"{a} {b}", ""], [["タナテック", "CSM", "三浦 葵", ""]]),
    "csv: family and given apart": rows(("姓", "名", "役職", "所属"), lambda a, b, p: [a, b, p, "まほろば商店"], [["三浦", "葵", "CSM", "タナテック"]]),
    "docx: table": rows(("氏名", "役職", "所属"), lambda a, b, p: [f"{a} {b}", p, "株式会社まほろば商店"], [["三浦 葵", "CSM", "株式会社タナテック"]]),
    "columns by blanks": rows(("氏名", "役職", "会社"), lambda a, b, p: [f"{a}{b}", p, "まほろば商店"], [["三浦葵", "CSM", "タナテック"]], "    "),
    "bars between": _people("{f} {g} | {p} | まほろば商店", "\n", "出席者\n{}\n三浦 葵 | CSM | タナテック"),
    "house, then people in brackets": _people("{f}{p}", "、", "出席:まほろば商店({})、タナテック(三浦、江口)"),
    "mail: who will come": _people("・{p} {f} {g}", "\n", "次回の貴社からのご参加者は以下のとおりと伺っております。\n{}"),
    "contact list with roles": _people("・{f} {g}様 {p}(窓口)", "\n", "■先方の関係者一覧\n{}"),
    "a third house in a table": rows(
        ("会社", "氏名", "役職"), lambda a, b, p: ["まほろば商店", f"{a} {b}", p], [["あさひ総研", "藤堂 守", "コンサルタント"], ["タナテック", "三浦 葵", "CSM"]], " | ", "|"
    ),
    "a third house with its own head": _people("・{p} {f} {g}様", "\n", "【まほろば商店】\n{}\n【あさひ総研】\n・藤堂 守様\n【タナテック】\n・三浦 葵"),
    "a third house by line": _people("{p} {f}様", "、", "先方:{}\nあさひ総研:藤堂様\n当社:三浦"),
    "a third house in brackets behind": _people("{f}様({p})", "、", "出席者:{}、藤堂様(あさひ総研)、三浦(当社)"),
    "a supplier beside": _people("- {f} {g}様 / {p}", "\n", "## 先方\n{}\n## 導入ベンダー(あさひシステム)\n- 藤堂 守様 / SE\n## 当社\n- 三浦 葵"),
    "csv: a third house": rows(("氏名", "所属", "役職"), lambda a, b, p: [f"{a} {b}", "まほろば商店", p], [["藤堂 守", "あさひ総研", "顧問"], ["三浦 葵", "タナテック", "CSM"]]),
    "agenda beside": _people("{p} {f} {g}様", "、", "出席者:{}(以上先方)、三浦、江口(以上当社)\n議題:更新の条件、利用状況\n場所:本社 第二会議室"),
    "absent ones": lambda f: [f"先方:{f.people[0][2]} {f.people[0][0]}様、{f.people[1][2]} {f.people[1][0]}様", f"欠席:{f.people[2][2]} {f.people[2][0]}様", "当社:三浦"],
}  # fmt: skip

PEOPLE_EN_MORE: dict[str, Layout] = {
    "md: bold sides": _people("{g} {f} ({p})", ", ", "**Customer:** {}\n**Us:** Robin Steele, Jo Marlow"),
    "md: headings and bullets": _people("- {g} {f}, {p}", "\n", "## Attendees\n### Northgate Foods\n{}\n### Shelfwise\n- Robin Steele\n- Jo Marlow"),
    "numbered": lambda f: ["Customer attendees", *(f"{n}. {b} {a} ({p})" for n, (a, b, p) in enumerate(f.people[:3], 1)), "Our attendees", "1. Robin Steele", "2. Jo Marlow"],
    "post, colon, name": _people("{p}: {g} {f}", "\n", "Customer team\n{}\nOur team\nCSM: Robin Steele"),
    "name, colon, post": _people("{g} {f}: {p}", "\n", "Northgate\n{}\nShelfwise\nRobin Steele: CSM"),
    "labels in their own lines": _people("Name: {g} {f}\nTitle: {p}", "\n\n", "Customer contacts\n{}"),
    "table, ruled": rows(("Side", "Company", "Title", "Name"), lambda a, b, p: ["Customer", "Northgate Foods", p, f"{b} {a}"], [["Us", "Shelfwise", "CSM", "Robin Steele"]], " | ", "|"),
    "csv: roster": rows(("Company", "Job title", "Full name", "Email"), lambda a, b, p: ["Northgate Foods", p, f"{b} {a}", ""], [["Shelfwise", "CSM", "Robin Steele", ""]]),
    "csv: first and last apart": rows(("First name", "Last name", "Title", "Company"), lambda a, b, p: [b, a, p, "Northgate Foods"], [["Robin", "Steele", "CSM", "Shelfwise"]]),
    "docx: table": rows(("Name", "Role", "Organisation"), lambda a, b, p: [f"{b} {a}", p, "Northgate Foods Ltd"], [["Robin Steele", "CSM", "Shelfwise Ltd"]]),
    "columns by blanks": rows(("Name", "Title", "Company"), lambda a, b, p: [f"{b} {a}", p, "Northgate Foods"], [["Robin Steele", "CSM", "Shelfwise"]], "    "),
    "bars between": _people("{g} {f} | {p} | Northgate Foods", "\n", "Present\n{}\nRobin Steele | CSM | Shelfwise"),
    "house, then people in brackets": _people("{g} {f}, {p}", "; ", "Present: Northgate Foods ({}), Shelfwise (Robin Steele, Jo Marlow)"),
    "mail: who will come": _people("- {g} {f}, {p}", "\n", "From Northgate the following people will join:\n{}"),
    "a third house in a table": rows(
        ("Company", "Name", "Title"), lambda a, b, p: ["Northgate Foods", f"{b} {a}", p], [["Arc Consulting", "Dana Todd", "Consultant"], ["Shelfwise", "Robin Steele", "CSM"]], " | ", "|"
    ),
    "a third house with its own head": _people("- {g} {f}, {p}", "\n", "Northgate Foods\n{}\nArc Consulting\n- Dana Todd, Consultant\nShelfwise\n- Robin Steele"),
    "a third house by line": _people("{g} {f} ({p})", ", ", "Northgate: {}\nArc Consulting: Dana Todd\nShelfwise: Robin Steele"),
    "csv: a third house": rows(("Name", "Company", "Title"), lambda a, b, p: [f"{b} {a}", "Northgate Foods", p], [["Dana Todd", "Arc Consulting", "Adviser"], ["Robin Steele", "Shelfwise", "CSM"]]),
    "agenda beside": _people("{g} {f} ({p})", ", ", "Attendees: {} for Northgate; Robin Steele, Jo Marlow for Shelfwise\nAgenda: renewal terms, usage\nPlace: head office, room 2"),
    "absent ones": lambda f: [f"Customer: {f.people[0][1]} {f.people[0][0]} ({f.people[0][2]}), {f.people[1][1]} {f.people[1][0]} ({f.people[1][2]})", f"Apologies: {f.people[2][1]} {f.people[2][0]} ({f.people[2][2]})", "Us: Robin Steele"],
}  # fmt: skip
