"""Who decides, and how: tools beside ours, key people, decision path, budget and its clocks."""

from __future__ import annotations

from agent.export.cells import CellMaker
from agent.export.layout import Cell, Section, Table
from agent.models.plan import InventoryEntry, KeyPerson
from agent.people.stakeholder_map import build_map
from agent.people.stakeholder_svg import draw

_BUDGET = ("request_window", "decision_body", "decision_date", "announcement_date", "last_renewal_approver")
_ASKED_ROLES = ("economic_buyer", "champion")


def cs_setup(make: CellMaker) -> Section:
    """CS体制: other tools in use, overlaps, the best arrangement."""
    overlap = {True: make.word("yes"), False: make.word("no"), None: ""}
    rows = [
        (
            Cell(tool.name, make.numbering.of(tool.citations)),
            make.words(tool.department, f"cs_setup.tools[{at}].department"),
            make.words(tool.purpose, f"cs_setup.tools[{at}].purpose"),
            make.words(overlap[tool.overlap_with_us], f"cs_setup.tools[{at}].overlap_with_us"),
        )
        for at, tool in enumerate(make.plan.cs_setup.tools)
    ]
    tools = make.table(
        make.word("field.tools"), ("tool", "department", "purpose", "overlap"), rows, "cs_setup.tools"
    )
    best = make.claims(
        make.word("field.best_arrangement"), make.plan.cs_setup.best_arrangement, "cs_setup.best_arrangement"
    )
    return Section("cs_setup", make.word("section.cs_setup"), (tools, best))


def key_people(make: CellMaker) -> Section:
    """キーマン情報: one row a person or body; unknown decider and champion stand first, as questions."""
    people = make.plan.key_people
    asked = [
        (Cell(make.term("role", role), label=True), make.unknown(f"key_people[{role}]"))
        for role in _ASKED_ROLES
        if not any(role in (person.role, *person.also_roles) for person in people)
    ]
    heads = (
        "person", "department", "title", "role", "role_basis", "stance", "influence", "engagement", "our_contact",
        "status", "last_contact", "reports_to",
    )  # fmt: skip
    rows = [_person(make, person) for person in people]
    tables = [Table(tuple(asked))] if asked else []
    tables.append(make.table(make.word("field.stakeholders"), heads, rows, "key_people"))
    drawing = draw(build_map(people), make.language) if people else ""
    return Section("key_people", make.word("section.key_people"), tuple(tables), drawing)


def _person(make: CellMaker, person: KeyPerson) -> tuple[Cell, ...]:
    path = f"key_people[{person.id}]"
    roles = [role for role in (person.role, *person.also_roles) if role != "unknown"]
    engagement = " → ".join(part for part in (person.engagement.current, person.engagement.desired) if part)
    name = person.name + (make.word("kana", kana=person.kana) if person.kana else "")
    if person.aliases:
        name += make.word("aliases", names=make.word("separator").join(person.aliases))
    return (
        Cell(name, make.numbering.of(person.citations)),
        make.words(person.department, f"{path}.department"),
        make.words(person.title, f"{path}.title"),
        make.words(" / ".join(make.term("role", role) for role in roles), f"{path}.role"),
        Cell(make.term("role_basis", person.role_basis)),
        make.words("" if person.stance == "不明" else make.term("stance", person.stance), f"{path}.stance"),
        Cell(str(person.influence or "")),
        Cell(engagement),
        Cell(person.our_contact or ""),
        Cell(make.term("status", person.status)),
        make.date(person.last_contact),
        Cell(person.reports_to or ""),
    )


def decision_path(make: CellMaker) -> Section:
    """決裁の道: steps, persona, assumptions."""
    path = make.plan.decision_path
    rows = [
        (
            Cell(str(step.order)),
            Cell(step.step, make.numbering.of(step.citations)),
            make.words(step.approver, f"decision_path.steps[{at}].approver"),
            make.value(step.amount_threshold),
            make.words(step.when, f"decision_path.steps[{at}].when"),
            Cell(step.state or ""),
        )
        for at, step in enumerate(path.steps)
    ]
    heads = ("order", "step", "approver", "threshold", "when", "state")
    persona = (
        make.claim(path.decider_persona)
        if path.decider_persona
        else make.unknown("decision_path.decider_persona")
    )
    tables = [
        make.table(make.word("field.steps"), heads, rows, "decision_path.steps"),
        make.listed(make.word("field.decider_persona"), [persona]),
    ]
    if path.assumptions:
        tables.append(
            make.claims(make.word("field.assumptions"), path.assumptions, "decision_path.assumptions")
        )
    if path.inventory:
        tables.append(
            make.listed(make.word("field.inventory"), [_inventory(make, e) for e in path.inventory])
        )
    return Section("decision_path", make.word("section.decision_path"), tuple(tables))


def _inventory(make: CellMaker, entry: InventoryEntry) -> Cell:
    """What is known of a topic, with its question where nobody knows or nobody asked for half a year."""
    words = (
        entry.text
        if entry.question is None
        else make.word("to_ask", text=entry.text, question=entry.question)
    )
    return Cell(words, unknown=entry.state == "unknown")


def budget(make: CellMaker) -> Section:
    """予算: what is known of the budget's calendar, the three clocks, the clash between them."""
    known = make.plan.budget
    facts = tuple((make.label(name), make.value(getattr(known, name), f"budget.{name}")) for name in _BUDGET)
    clocks = tuple(
        (make.label(f"clock_{name}"), Cell(clock.text, make.numbering.of(clock.derived)))
        for name in ("contract", "opt_out", "budget")
        if (clock := getattr(known.clocks, name)) is not None
    )
    clash = ((make.label("clash"), Cell(known.clash.text)),) if known.clash else ()
    return Section("budget", make.word("section.budget"), (Table(facts), Table(clocks + clash)))
