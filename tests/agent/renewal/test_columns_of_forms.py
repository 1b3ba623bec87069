"""Which columns of a form stand over what is asked, over the answer and over who gave it."""

from agent.renewal.columns import answer_place, label_places


def test_headings_of_forms_in_other_words() -> None:
    for columns, asked, answered in (
        (("番号", "うかがったこと", "お返事", "記入日"), [1], 2),
        (("番号", "伺ったこと", "ご回答者", "ご回答"), [1], 3),
        (("No", "おたずね", "お答え", "お答えの方", "日付"), [1], 2),
        (("#", "Asked", "Answered by", "Reply"), [1], 3),
        (("Question", "Given by", "Answer"), [0], 2),
    ):
        assert label_places(columns) == asked
        assert (answer_place(columns, asked[0]) if asked else None) == answered


def test_what_was_heard_on_a_visit_is_no_question() -> None:
    assert label_places(("日付", "訪問先", "聞いたこと", "次の一手")) == []
