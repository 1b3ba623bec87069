"""Which column of a form holds what is asked, which the answer, and which only who gave it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

LABEL_COLUMN = re.compile(
    r"項目|見出し|設問|質問|(?:聞く|聞きたい|確認(?:する|したい)?|尋ねる)こと|問い(?!合わ?せ)|欄|役割|区分|要件|テーマ|"
    r"^(?:item|question|field|topic|subject|role|key|q)s?$",
    re.I,
)
"""What such a heading stands over is a row's label in any table."""
ASKED_COLUMN = re.compile(
    r"(?:聞|き|訊|伺|うかが|尋|たず|問|と)(?:く|いた?|った|き|きし?た|きました|いました|いする|いした|ねる|ねた|ねしたい|ねする|ねした|う)?(?:こと|内容|事項)$|"
    r"^お?(?:尋ね|たずね|問|問い|とい|伺い|うかがい|聞き取り)$|^(?:なに|何)(?:を|の(?:こと|話|件))?$|"
    r"^(?:asked|ask|prompt|heading|matter|point|subject matter|what (?:we|i) asked|what was asked|asked about)$",
    re.I,
)
"""Such a heading stands over a label where a column for answers is beside it; in a log of visits it stands over notes."""
ANSWER_COLUMN = re.compile(
    r"回答|答え?|こたえ|返事|応答|内容|中身|記入|記載|値|現状|詳細|わかったこと|分かったこと|"
    r"^(?:answers?|responses?|repl(?:y|ies)|entr(?:y|ies)|values?|details?|descriptions?|contents?|notes?|facts?|what (?:we know|they said|they answered)|said)$",
    re.I,
)
SIDE_COLUMN = re.compile(
    r"(?:記入|回答|確認|報告|返事|答|聞き|聞|訊)(?:者|日|先|手)|確度|担当|(?:の|た|る)(?:人|方|日|者)$|^(?:だれ|誰|どなた|いつ|日付?)$|"
    r"^(?:by|from|who|when|on|owner|author|source|confidence|date|(?:answered|given|said|told|filled in|entered) by|respondent|informant)$",
    re.I,
)


def label_places(columns: Sequence[str]) -> list[int]:
    """Columns that stand over what is asked, in their order (項目コード and 項目: both); none where no heading says so."""
    bare = [column.strip() for column in columns]
    sure = [i for i, column in enumerate(bare) if LABEL_COLUMN.search(column)]
    if sure:
        return sure
    asked = [i for i, column in enumerate(bare) if ASKED_COLUMN.search(column)]
    return [i for i in asked if answer_place(bare, i) is not None]


def answer_place(columns: Sequence[str], label_at: int) -> int | None:
    """The first column behind the label's that stands over answers, not over who gave them; None where none does."""
    return next(
        (
            i
            for i, column in enumerate(columns)
            if i > label_at and ANSWER_COLUMN.search(column) and not SIDE_COLUMN.search(column)
        ),
        None,
    )
