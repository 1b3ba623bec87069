"""Those present and lists of people in many layouts."""

from __future__ import annotations

from evals.laid_out.facts import Facts
from evals.laid_out.writing import Layout


def _people(pattern: str, joint: str, head: str = "{}", shown: int = 3) -> Layout:
    def lines(facts: Facts) -> list[str]:
        named = [pattern.format(f=f, g=g, p=p) for f, g, p in facts.people[:shown]]
        return head.format(joint.join(named)).split("\n")

    return lines


PEOPLE_JA: dict[str, Layout] = {
    "one line": _people("{f}{p}", "、", "先方:{}\n当社:三浦、江口"),
    "full names, post before": _people("{p} {f} {g}様", "、", "出席者(お客様):{}\n出席者(当社):三浦 葵、江口 仁"),
    "full names, post behind": _people("{f} {g}様({p})", "、", "参加者 {}\n弊社 三浦、江口"),
    "lines by side": _people("　{p} {f} {g} 様", "\n", "【先方】\n{}\n【当社】\n　三浦 葵\n　江口 仁"),
    "bullets, slash": _people("- {f} {g} / {p}", "\n", "## 先方参加者\n{}\n## 当社参加者\n- 三浦 葵\n- 江口 仁"),
    "Markdown table": lambda f: [
        "| 氏名 | 役職 | 会社 |", "| --- | --- | --- |", *(f"| {a} {b} | {p} | まほろば商店 |" for a, b, p in f.people[:3]),
        "| 三浦 葵 | CSM | タナテック |",
    ],
    "house in brackets": lambda f: [
        "出席: " + "、".join([*(f"{a} {p}(まほろば商店)" for a, b, p in f.people[:3]), "三浦(タナテック)"])
    ],
    "tabs with a header": lambda f: [
        "会社\t氏名\t役職", *(f"まほろば商店\t{a} {b}\t{p}" for a, b, p in f.people[:3]), "タナテック\t三浦 葵\tCSM"
    ],
    "house before, three spaces": lambda f: [
        "出席者", "  まほろば商店   " + "  ".join(f"{p} {a}様" for a, b, p in f.people[:3]), "  タナテック     三浦、江口"
    ],
    "a third house": lambda f: [
        "先方:" + "、".join(f"{a}{p}" for a, b, p in f.people[:3]) + "、(あさひ総研)藤堂様", "当社:三浦、江口"
    ],
    "a third house behind": lambda f: [
        "先方:" + "、".join(f"{a}{p}" for a, b, p in f.people[:3]), "オブザーバー:藤堂様(あさひ総研)", "当社:三浦、江口"
    ],
}  # fmt: skip
PEOPLE_EN: dict[str, Layout] = {
    "one line": _people("{g} {f} ({p})", ", ", "Customer: {}\nUs: Robin Steele, Jo Marlow"),
    "post behind comma": _people("{g} {f}, {p}", "; ", "Attendees (Northgate): {}\nAttendees (Shelfwise): Robin Steele; Jo Marlow"),
    "lines by side": _people("  {g} {f} - {p}", "\n", "Northgate Foods\n{}\nShelfwise\n  Robin Steele\n  Jo Marlow"),
    "bullets, slash": _people("- {g} {f} / {p}", "\n", "## Customer\n{}\n## Shelfwise\n- Robin Steele\n- Jo Marlow"),
    "Markdown table": lambda f: [
        "| Name | Title | Company |", "| --- | --- | --- |", *(f"| {b} {a} | {p} | Northgate Foods |" for a, b, p in f.people[:3]),
        "| Robin Steele | CSM | Shelfwise |",
    ],
    "house in brackets": lambda f: [
        "Present: " + ", ".join([*(f"{b} {a} (Northgate, {p})" for a, b, p in f.people[:3]), "Robin Steele (Shelfwise)"])
    ],
    "post first": _people("{p} {g} {f}", ", ", "Present for Northgate: {}\nPresent for us: Robin Steele"),
    "a third house": lambda f: [
        "Present: " + ", ".join([*(f"{b} {a} ({p})" for a, b, p in f.people[:3]), "Dana Todd (Arc Consulting)"]), "For us: Robin Steele, Jo Marlow",
    ],
}  # fmt: skip
