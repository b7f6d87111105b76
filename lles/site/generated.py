"""The generated pages of the documentation: made from the tables of the code, kept fresh by a test."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from lles.casefile import register
from lles.casefile.access import Reach, Role, Verb, roles
from lles.casefile.queries.states import filing_steps
from lles.casefile.timeline import word
from lles.law.lawbook import render
from lles.site.law_of_pieces import gathered_rules

DOCS = Path(__file__).resolve().parents[2] / "docs"
MADE = "<!-- Made by `lles docs`; edit the tables in the code instead. -->\n\n"


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {DOCS / "law.md": law_page(), DOCS / "roles.md": roles_page(), DOCS / "states.md": states_page()}


def law_page() -> str:
    """The provisions, and the duties of each nation with the work that does them."""
    provisions, _ = gathered_rules()
    discharged: dict[str, list[str]] = {}
    for piece in register.works():
        for duty in piece.duties:
            so_far = " (opens the task; the work itself not yet)" if piece.opens_only else ""
            discharged.setdefault(duty, []).append(piece.name + so_far)
    return MADE + render(provisions, discharged)


def roles_page() -> str:
    """The roles as a table that a manager can read aloud, in both languages."""
    reaches = list(Reach)
    head = ["Role", "Rôl", *(reach.value for reach in reaches)]
    body = [
        [role.name.en, role.name.cy, *(_verbs(role, reach) for reach in reaches)] for role in roles().values()
    ]
    said = (
        "# Roles\n\nA role is verbs times reach: what one may do, over one's own cases,"
        " those to whose hearings one was sent (`court`, in the days around the hearing),"
        " those of the team, of the area,"
        " or all; `service` is for what concerns no case. A case one may not see does not exist.\n\n"
    )
    return MADE + said + _table(head, body)


def _verbs(role: Role, reach: Reach) -> str:
    granted = [verbs for at, verbs in role.grants if at is reach]
    return ", ".join(verb.value for verb in Verb for verbs in granted if verb in verbs)


def states_page() -> str:
    """The states that are stored, and what may follow them, as the database guards it."""
    kinds = [kind for piece in register.works() for kind in piece.tasks]
    of_works = "".join(
        _machine(piece.states.title.en, piece.states.words, piece.states.steps)
        for piece in register.works()
        if piece.states
    )
    return (
        f"{MADE}# States\n\nStates are derived where they can be. What is stored, and what may follow it, is"
        " guarded by the database.\n\n"
        + _machine("The way of a document to the court", "filing", filing_steps())
        + of_works
        + "## Tasks\n\nA task is open until it has an end; its due day is derived from the file by the rule"
        " of its kind, again after every change.\n\n"
        + _table(
            ["task", "tasg", "kind"], [[kind.title.en, kind.title.cy, f"`{kind.name}`"] for kind in kinds]
        )
    )


def _machine(title: str, words: str, steps: Sequence[tuple[str, str]]) -> str:
    """One thing that has states: the picture of its steps, and the steps as a table."""
    rows = [
        [f"`{was}`", word(f"{words}.{was}").en, f"`{now}`", word(f"{words}.{now}").en] for was, now in steps
    ]
    arrows = "\n".join(f"    {was} --> {now}" for was, now in steps)
    drawn = f"```mermaid\nstateDiagram-v2\n{arrows}\n```"
    return f"## {title}\n\n{drawn}\n\n{_table(['from', '', 'to', ''], rows)}\n"


def _table(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    lines = [list(head), *(list(row) for row in body)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
