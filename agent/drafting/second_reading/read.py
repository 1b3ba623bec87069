"""`second_reading`: the readings of people, decisions and notes once more, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace

from agent.calendar import Anchor
from agent.drafting.notes.commitments.closed import still_standing
from agent.drafting.notes.commitments.in_own_words import in_own_words
from agent.drafting.notes.commitments.settled import as_they_stand
from agent.drafting.notes.read import NotesReading
from agent.drafting.second_reading.claims import weighed_expansion, weighed_promises
from agent.drafting.second_reading.clashes import weighed_clashes
from agent.drafting.second_reading.commitments import weighed_commitments
from agent.drafting.second_reading.decision import decision_again
from agent.drafting.second_reading.goals import weighed_goals
from agent.drafting.second_reading.risks import weighed_risks
from agent.drafting.second_reading.tools import weighed_tools
from agent.drafting.second_reading.verdicts import verdicts
from agent.drafting.second_reading.weighed import Weighed
from agent.models.account import Account
from agent.people.types import PeopleReading
from agent.renewal import RenewalReading
from agent.renewal.inventory import inventory_again
from agent.renewal.sides import Sides


def second_reading(
    account: Account, people: PeopleReading, renewal: RenewalReading, notes: NotesReading, anchor: Anchor
) -> tuple[RenewalReading, NotesReading]:
    """Both readings with entries dropped and added as chances say. `weights` are sentence weights other than the shipped."""
    remarks = notes.remarks
    if not remarks:
        return renewal, notes
    sides = Sides(account, people)
    weighed = Weighed(remarks, verdicts(people.people, renewal, notes, remarks))
    renewal = decision_again(weighed, renewal, people.people, sides, anchor)
    path = renewal.decision_path
    renewal = replace(
        renewal,
        inventory=inventory_again(
            renewal.inventory, people.people, path, account.as_of, account.language or "ja"
        ),
    )
    planned = [citation for step in path.steps for citation in step.citations]
    planned += [goal.citations[0] for goal in notes.goals if goal.citations]
    promises = weighed_promises(weighed, notes.promises)
    notes = replace(
        notes,
        tools=weighed_tools(weighed, notes.tools, remarks, account, sides),
        promises=promises,
        expansion=weighed_expansion(
            weighed, notes.expansion, account.product, [tool.name for tool in notes.tools]
        ),
        commitments=still_standing(
            as_they_stand(
                in_own_words(weighed_commitments(weighed, notes.commitments, anchor, sides.of), remarks),
                remarks,
            ),
            remarks,
        ),
        goals=weighed_goals(weighed, notes.goals, remarks, sides, anchor, promises),
        risks=weighed_risks(weighed, notes.risks, people.people, sides, planned),
        contradictions=weighed_clashes(
            weighed, notes.contradictions, account, people.people, sides, account.language or "ja"
        ),
    )
    return renewal, notes
