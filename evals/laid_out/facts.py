"""What the accounts of `evals.laid_out` tell: goals, ways to a decision, tasks, people and tools, drawn by a seed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from evals.goal_parts import MEASURES, Both, Measure, number

AS_OF = dt.date(2026, 11, 12)
MET = dt.date(2026, 11, 5)

FAMILY = {
    "ja": [
        "石川",
        "前田",
        "藤田",
        "後藤",
        "岡田",
        "長谷部",
        "村上",
        "近藤",
        "坂本",
        "遠藤",
        "青柳",
        "福田",
        "西村",
        "太田",
        "三好",
        "原口",
        "竹内",
        "金子",
        "和田",
        "中川",
        "小野寺",
        "田村",
        "工藤",
        "横山",
        "宮崎",
        "内田",
        "高木",
        "安藤",
        "谷口",
        "大野",
        "丸山",
        "今井",
        "河野",
        "武田",
        "上野",
        "松井",
        "千葉",
        "菅原",
        "木下",
        "久保",
        "平野",
        "松尾",
        "野口",
        "菊地",
        "佐野",
        "渡部",
    ],
    "en": [
        "Hughes",
        "Carter",
        "Osborne",
        "Lindqvist",
        "Marsh",
        "Patel",
        "Quinn",
        "Brandt",
        "Okoro",
        "Fletcher",
        "Sutton",
        "Vance",
        "Romero",
        "Kowalski",
        "Webb",
        "Tanaka",
        "Doyle",
        "Ferris",
        "Haines",
        "Mbeki",
        "Norris",
        "Pryce",
        "Salter",
        "Thorne",
        "Underhill",
        "Whitlock",
        "Yates",
        "Abbott",
        "Blake",
        "Crane",
    ],
}
GIVEN = {
    "ja": [
        "健一",
        "直美",
        "誠",
        "由紀",
        "浩二",
        "智子",
        "徹",
        "明日香",
        "大輔",
        "恵",
        "亮",
        "沙織",
        "隆",
        "真由美",
        "剛",
        "千尋",
    ],
    "en": [
        "Alice",
        "Ben",
        "Chloe",
        "Daniel",
        "Erin",
        "Frank",
        "Grace",
        "Hugo",
        "Isla",
        "Jack",
        "Karen",
        "Leo",
        "Maya",
        "Nora",
        "Oscar",
        "Priya",
    ],
}
POSTS = {
    "ja": ["営業部長", "購買課長", "総務課長", "情報システム部長", "経理部長", "業務改革室長", "物流部次長", "人事課長", "品質保証部長", "経営企画部長"],
    "en": [
        "Head of Sales", "Purchasing Manager", "Office Manager", "IT Director", "Finance Director", "Operations Manager",
        "Logistics Manager", "HR Manager", "Quality Manager", "Head of Planning",
    ],
}  # fmt: skip
BODIES = {
    "ja": ["経営会議", "取締役会", "役員会", "投資委員会", "予算会議", "常務会"],
    "en": ["board", "executive committee", "investment committee", "budget committee", "management meeting"],
}
OURS = {"ja": ("三浦 葵", "江口 仁"), "en": ("Robin Steele", "Jo Marlow")}
HOUSE = {"ja": ("株式会社まほろば商店", "株式会社タナテック"), "en": ("Northgate Foods Ltd", "Shelfwise Ltd")}
PRODUCT = {"ja": "棚ナビ", "en": "Shelfwise"}

TASKS = (
    Both("料金表を送る", "send the price list"),
    Both("操作研修の資料を作る", "prepare the training slides"),
    Both("利用部署の一覧を出す", "share the list of departments in use"),
    Both("ログイン履歴を共有する", "share the log-in history"),
    Both("現場責任者に面談の時間を取る", "book time with the site managers"),
    Both("他社の導入事例を持参する", "bring a case study"),
    Both("権限設定の手順書を直す", "correct the guide to permissions"),
    Both("CSV取込の不具合を調べる", "look into the CSV import fault"),
    Both("マスタの項目を整理する", "tidy up the fields of the master data"),
    Both("見積書の再発行を依頼する", "ask for a new quotation"),
    Both("アンケートの設問を用意する", "draft the survey questions"),
    Both("連携仕様の質問に回答する", "answer the questions on the interface"),
)
TOOLS = (
    Both("楽々精算", "Expensia"), Both("サクサク会計", "LedgerPro"), Both("ビズチャット", "TeamPing"),
    Both("勤怠クラウドZ", "ClockTower"), Both("セールスノート", "DealBook"), Both("文書箱", "PaperBox"),
)  # fmt: skip
PURPOSES = (
    Both("経費精算", "expenses"), Both("会計", "accounting"), Both("社内チャット", "chat"),
    Both("勤怠管理", "time sheets"), Both("商談管理", "sales pipeline"), Both("文書管理", "document storage"),
)  # fmt: skip
TEAMS = (
    Both("営業部", "sales department"), Both("経理部", "finance department"), Both("総務部", "general affairs"),
    Both("人事部", "HR department"), Both("購買部", "purchasing department"), Both("情報システム部", "IT department"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: what is measured, from where to where, until when, who answers for it."""

    metric: str
    baseline: str
    target: str
    due: dt.date
    """The first day of its month where `month` holds."""
    month: bool
    owner: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a decision: what is done, by whom (a person with a post, or a body), when."""

    what: str
    by: str
    name: str
    when: dt.date


@dataclass(frozen=True, slots=True)
class Task:
    """What one side has taken on."""

    ours: bool
    who: str
    text: str
    due: dt.date


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool with the department that uses it and what for."""

    name: str
    team: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one account tells."""

    language: str
    goals: tuple[Goal, ...]
    steps: tuple[Step, ...]
    tasks: tuple[Task, ...]
    tools: tuple[Tool, ...]
    people: tuple[tuple[str, str, str], ...]
    """Family name, given name, post of the customer's people."""


def draw(random: Random, language: str) -> Facts:
    """Facts of one account; no name and no matter twice."""
    family = random.sample(FAMILY[language], 5)
    given = random.sample(GIVEN[language], 5)
    posts = random.sample(POSTS[language], 5)
    people = tuple(zip(family, given, posts, strict=True))
    return Facts(
        language,
        tuple(_goals(random, language, people)),
        tuple(_steps(random, language, people)),
        tuple(_tasks(random, language, people)),
        tuple(_tools(random, language)),
        people,
    )


def called(person: tuple[str, str, str], language: str) -> str:
    """A customer's person as notes name them."""
    family, given, _ = person
    return f"{family}様" if language == "ja" else f"{given} {family}"


def _goals(random: Random, language: str, people: tuple[tuple[str, str, str], ...]) -> list[Goal]:
    chosen: list[Measure] = random.sample(MEASURES, random.choice((1, 2, 3)))
    dues = random.sample(
        [
            dt.date(2027, 1, 31),
            dt.date(2027, 3, 31),
            dt.date(2027, 6, 30),
            dt.date(2027, 9, 30),
            dt.date(2026, 12, 25),
        ],
        3,
    )
    return [
        Goal(
            one.name.of(language),
            number(one.base) + one.unit.of(language),
            number(one.target) + one.unit.of(language),
            due, due.day > 29, called(person, language),
        )
        for one, due, person in zip(chosen, dues, people[1:], strict=False)
    ]  # fmt: skip


def _steps(random: Random, language: str, people: tuple[tuple[str, str, str], ...]) -> list[Step]:
    body = random.choice(BODIES[language])
    first, second, third = people[1], people[2], people[3]
    names = {
        "ja": ("稟議の起案", "部門内の確認", "審査", "承認"),
        "en": ("drafts the request", "checks it", "reviews it", "approves"),
    }
    acts = names[language]
    days = (dt.date(2026, 11, 27), dt.date(2026, 12, 4), dt.date(2026, 12, 14), dt.date(2027, 1, 20))
    steps = [
        Step(act, called(who, language), who[0], day)
        for act, who, day in zip(acts[:3], (first, second, third), days, strict=False)
    ]
    kept = steps[: random.choice((1, 2, 3))]
    return [*kept, Step(acts[3], body, body, days[3])]


def _tasks(random: Random, language: str, people: tuple[tuple[str, str, str], ...]) -> list[Task]:
    matters = random.sample(TASKS, 3)
    days = random.sample([dt.date(2026, 11, day) for day in (16, 18, 20, 25, 27, 30)], 3)
    csm, other = OURS[language]
    sides = random.choice(
        ((True, False, True), (False, True, False), (True, True, False), (True, False, False))
    )
    return [
        Task(ours, random.choice((csm, other)) if ours else called(random.choice(people[:2]), language), what.of(language), day)
        for ours, what, day in zip(sides, matters, days, strict=True)
    ]  # fmt: skip


def _tools(random: Random, language: str) -> list[Tool]:
    places = random.sample(range(len(TOOLS)), random.choice((1, 2, 3)))
    return [
        Tool(TOOLS[at].of(language), TEAMS[(at * 5 + 1) % 6].of(language), PURPOSES[at].of(language))
        for at in places
    ]
