"""Which score judges which field of the plan's register, and why some have none yet.

A field added to `agent/drafting/fields.py` needs a row in one of the two tables; a test notices when it is
missing.
"""

from __future__ import annotations

SCORED: dict[str, str] = {
    "key_people": "people.found",
    "key_people[economic_buyer]": "people.economic_buyer",
    "key_people[champion]": "people.champion",
    "key_people[].full_name": "people.name",
    "key_people[].title": "people.title",
    "key_people[].department": "people.department",
    "key_people[].role": "people.role",
    "key_people[].stance": "people.stance",
    "decision_path.steps": "decision_path.steps",
    "decision_path.steps[].approver": "decision_path.approver",
    "decision_path.steps[].when": "decision_path.when",
    "decision_path.decider_persona": "decision_path.decider_persona",
    "budget.request_window": "budget.request_window",
    "budget.decision_body": "budget.decision_body",
    "budget.decision_date": "budget.decision_date",
    "budget.last_renewal_approver": "budget.last_renewal_approver",
    "goals": "goals.found",
    "goals[].metric": "goals.metric",
    "goals[].baseline": "goals.baseline",
    "goals[].target": "goals.target",
    "goals[].due": "goals.due",
    "goals[].owner": "goals.owner",
    "goals[].measure_method": "goals.missing",
    "goals[].review": "goals.missing",
    "cs_setup.tools": "tools.found",
    "cs_setup.tools[].department": "tools.department",
    "cs_setup.tools[].purpose": "tools.purpose",
    "cs_setup.tools[].overlap_with_us": "tools.overlap_with_us",
    "policy.promises_at_purchase": "promises_at_purchase",
    "policy.expansion": "expansion",
    "policy.risks": "risks.found",
    "commitments": "commitments",
    "commitments[].due": "commitments.due",
    "account_information.fiscal_year_end": "fiscal_year_end_month",
    "account_information.topics": "topics",
    "account_information.financials": "figures.value",
    "account_information.segments": "segments",
    "account_information.officers": "officers.name",
}
"""Path in the register → field of a score."""

NO_GOLD = "no gold holds it"
JUDGEMENT = "a judgement: its citations and premises are checked, its wording is not"
NOT_SCORED: dict[str, str] = {
    "key_people[].kana": NO_GOLD,
    "budget.announcement_date": NO_GOLD,
    "goals[].business_objective": NO_GOLD,
    "policy.success_definition": NO_GOLD,
    "policy.fallbacks": NO_GOLD,
    "cs_setup.best_arrangement": JUDGEMENT,
    "account_information.posture": JUDGEMENT,
    "account_information.implications": JUDGEMENT,
    "account_information.business": NO_GOLD,
    "account_information.market": NO_GOLD,
    "account_information.competitors": NO_GOLD,
    "account_information.policies": NO_GOLD,
    "account_information.issues": NO_GOLD,
    "account_information.disclosed_risks": NO_GOLD,
    "account_information.group_companies": NO_GOLD,
    "account_information.segments[].uses_our_product": NO_GOLD,
}
"""Path in the register → why no score judges it; `citations.exact` covers all of them."""
