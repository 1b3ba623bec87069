"""Which column of a sheet holds what: guessed from the heading, shown to the user, and correctable."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agent.calendar import fold
from agent.errors import UsageError
from agent.goals.context import Kind
from agent.messages import text

_NAMES: tuple[tuple[str, str], ...] = (
    ("skip", r"段階|ラング|rung|できるようになること|到達点|capability|evidence of success"),
    ("goal_id", r"目標(?:id|no\.?|番号)|goal ?(?:id|no\.?|ref)|紐づく目標|関連(?:する)?目標|対応(?:する)?目標|related goal"),
    ("baseline", r"現状(?:値)?|ベースライン|基準値?|開始時(?:点)?|(?:今|いま)(?:の(?:値|数字|状態|水準))?|as-?is|baseline|current(?: value)?|today|now|現在値?"),
    ("target", r"(?:現[在状]値?|as-?is|今) ?(?:→|->|⇒|から) ?(?:目標値?|to-?be)|目標値|目標水準|到達値|達成値|達成基準|to-?be|target(?: value)?|kpi目標|数値目標|key results?|krs?|主要な(?:結果|成果)"),
    ("metric", r"指標(?:名)?|kpi|kgi|kgi/kpi|kpi/kgi|もの(?:さし|差し)|物差し|何で(?:見る|測る)か?|測定指標|評価指標|成果指標|metric|measure|indicator"),
    ("method", r"(?:計測|測定|確認|評価|算出|集計)(?:方法|手段|元)|(?:測|計|量|はか)り方|(?:どう|何で|何を見て)(?:測|計|はか)る(?:か)?|(?:測定|計測|確認)に使う(?:もの|資料|データ)|(?:データ|情報)(?:元|源|ソース|の?出所)|how measured|measurement(?: method)?|(?:data )?source|method"),
    ("review", r"振り返り.*|レビュー.*|確認頻度|見直し.*|進捗確認|review.*|cadence|check-?in"),
    ("due", r"(?:達成|完了|対応|実施|目標|提出|予定)?(?:期日|期限|納期|時期)|完了(?:予定)?日?|達成日|目標日|〆切り?|[締し]め?切り?|デッドライン|いつ(?:まで(?:に)?)?|実施日|予定日|スケジュール|日程|(?:target |completion )?due(?: date)?|deadline|by when|end date|target date|timeline|when"),
    ("owner", r"(?:主)?担当(?:者)?|責任者|オーナー|実施者|実行者|推進者|アサイン|主担当|担当(?:部署|部門)|主体者?|(?:誰|だれ)が(?:やる|する)?(?:か)?|who|owner|assignee|resp\.?|responsible(?: person)?|accountable|lead|pic|dri|person in charge"),
    ("side", r"どちら(?:が|側)?|側|主体(?:側)?|自社/顧客|side|party|us/customer"),
    ("objective", r"(?:事業|経営)(?:上の)?(?:目的|課題|目標|効果)|(?:全社|会社)の?(?:目標|方針)|目的|狙い|ねらい|上位目標|business objective|objective|purpose"),
    ("kind", r"種別|区分|種類|kind|type"),
    ("action", r"アクション(?:内容|プラン)?|施策(?:名|内容)?|タスク(?:名)?|やること|todo|to-do|to do|実施内容|実施事項|打ち手|行動(?:計画)?|何を(?:する)?|対応(?:内容|事項)|action(?: item)?s?|tasks?|activity|activities|initiative"),
    ("goal", r"(?:smart)?目標(?:内容|文)?|ゴール(?:内容)?|達成目標|成功の定義|(?:やりたい|実現したい|成し遂げたい)こと|(?:目指す|ありたい|あるべき)姿|テーマ|goals?(?: statement)?|statement|objective statement|what we want"),
    ("text", r"内容|本文|記述|テキスト|text|description|item"),
    ("id", r"id|no\.?|番号|#|項番|№"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"(?:{pattern})(?:\s*[\(（].*)?", re.I)) for name, pattern in _NAMES)
FIELDS = tuple(name for name, _ in _NAMES if name != "skip")
FEWEST_HEADINGS = 2
_MEASURED = frozenset(("metric", "baseline", "target"))
"""Columns that only a goal has: beside them a goal column holds the goal itself, not a reference to one."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Field → index of the column (0-based), and what the text column holds.

    `action` is the column of actions that stand in the row of their goal; `action_at` is where these have
    a due date and an owner of their own. None and empty for a sheet of goals or of actions only.
    """

    at: dict[str, int] = field(default_factory=dict)
    text: int = 0
    kind: Kind = "goal"
    name: str = "text"
    action: int | None = None
    action_at: dict[str, int] = field(default_factory=dict)

    def shown(self, headings: Sequence[str], sheet: str = "") -> Shown:
        """How the columns were read, for the user."""
        pairs = [*self.at.items(), (self.name, self.text), *self.action_at.items()]
        if self.action is not None:
            pairs.append(("action", self.action))
        pairs.sort(key=lambda pair: pair[1])
        return Shown(sheet, tuple((name, f"{letter(at)}({headings[at].strip()})") for name, at in pairs))


@dataclass(frozen=True, slots=True)
class Shown:
    """Field and column of one heading row, in the order of the columns."""

    sheet: str
    pairs: tuple[tuple[str, str], ...]

    def has(self, field: str, column: str) -> bool:
        """Whether a field was read from the column of that heading or letter, as `--map` names it."""
        wanted = fold(column).text.strip()
        for name, at in self.pairs:
            letters, _, heading = at.partition("(")
            if name == field and (wanted.upper() == letters or wanted == fold(heading[:-1]).text.strip()):
                return True
        return False

    def words(self, language: str | None = None) -> str:
        """「目標=A(目標), 期日=C(期限)」 in a language; the names of `--map` without one."""
        return self.sheet + ", ".join(
            f"{text(f'rules.column.{name}', language) if language else name}={column}"
            for name, column in self.pairs
        )


def letter(index: int) -> str:
    """Column letter of a 0-based index: 0 → A, 27 → AB."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def field_of(heading: str) -> str | None:
    """The field a heading stands for."""
    words = fold(heading).text.strip().strip("*※:：")
    if not words or len(words) > 24:
        return None
    whole = _named(words)
    if whole is not None or not _BOTH.search(words):
        return whole
    parts = {_named(part.strip()) for part in _BOTH.split(words)}
    return next(
        (name for name in ("target", "goal", "action", "metric", "due", "owner") if name in parts), None
    )


_BOTH = re.compile(r"[/・&+]|と|および")
"""KPI/目標値, 期限・担当: one column for two things is read as the more telling of them."""


def _named(words: str) -> str | None:
    return next((name for name, pattern in _COMPILED if pattern.fullmatch(words)), None)


def guess(
    headings: Sequence[str], given: Mapping[str, str] | None = None, kind: Kind | None = None
) -> Columns | None:
    """The columns of a heading row; None when the row is no heading of goals or actions.

    `given` is the user's `--map`: field → heading or column letter. Raises UsageError for one that fits nothing.
    """
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        name = field_of(heading)
        if name == "skip":
            return None
        if name == "goal" and name in found and "baseline" in found:
            name = "target"  # やりたいこと | 今 | ゴール: where the second one stands behind today's value it is a value
        if name is not None and name not in found:
            found[name] = at
    if "objective" in found and not {"goal", "action", "text"} & set(found):
        found["goal"] = found.pop("objective")
    fixed = _given(headings, given or {})
    fewest = min(FEWEST_HEADINGS, len(headings))  # a list of goals alone has one column
    if given and not fixed and len(found) < fewest:
        return None
    found.update(fixed)
    text_name = next((name for name in ("text", "action", "goal", "metric") if name in fixed), None) or next(
        (name for name in ("action", "goal", "text") if name in found), None
    )
    if text_name is None and {"metric", "target", "due"} <= set(found):
        text_name = "metric"  # KPI | 現在→目標 | 期限: the measure is all that names the goal
    if text_name is None or (len(found) < fewest and not fixed):
        return None
    if text_name == "text" and not fixed and not {"due", "owner", "metric", "target"} & set(found):
        return None  # a heading of risks, topics … that has a kind and a content
    if text_name in ("goal", "action") and _holds_both(found, "goal" in fixed):
        if kind is None:
            return _goals_with_actions(headings, found)
        if kind == "goal":
            text_name = "goal"
            del found["action"]
    text_at = found.pop(text_name)
    if text_name == "action" and "goal" in found:
        found.setdefault("goal_id", found.pop("goal"))
    done_by_a_side = text_name == "text" and "side" in found and not {"metric", "target"} & set(found)
    guessed: Kind = "action" if text_name == "action" or done_by_a_side else "goal"
    return Columns(found, text_at, kind or guessed, text_name)


def _holds_both(found: Mapping[str, int], sure: bool) -> bool:
    """A goal and an action stand in one row: the goal's measures are beside it, or the user says so (`sure`)."""
    both = {"goal", "action"} <= set(found) and found["goal"] != found["action"]
    return both and "goal_id" not in found and (sure or bool(_MEASURED & set(found)))


def _goals_with_actions(headings: Sequence[str], found: dict[str, int]) -> Columns:
    """A second due date or owner behind the action column is the action's; a single one stands for both."""
    goal, action = found.pop("goal"), found.pop("action")
    own: dict[str, int] = {}
    for at in range(action + 1, len(headings)):
        name = field_of(headings[at])
        if name in ("due", "owner") and found.get(name, at) != at:
            own.setdefault(name, at)
    return Columns(found, goal, "goal", "goal", action, own)


def mapped_field(said: str, column: str) -> str:
    """The field that `--map SAID=COLUMN` names; UsageError for none."""
    name = said if said in FIELDS else field_of(said)
    if name is None or name not in FIELDS:
        raise UsageError(
            f"--map {said}={column}: no such field. Fields: {', '.join(FIELDS)}. Example: --map goal=B"
        )
    return name


def _given(headings: Sequence[str], given: Mapping[str, str]) -> dict[str, int]:
    fixed: dict[str, int] = {}
    for said, column in given.items():
        name = mapped_field(said, column)
        wanted = fold(column).text.strip()
        at = next((i for i, heading in enumerate(headings) if fold(heading).text.strip() == wanted), None)
        if at is None and re.fullmatch(r"[A-Za-z]{1,2}", wanted):
            number = 0
            for character in wanted.upper():
                number = number * 26 + ord(character) - 64
            at = number - 1 if number <= len(headings) else None
        if at is not None:
            fixed[name] = at
    return fixed
