"""Whereabouts typed where they do not belong: a name, a file name, a title. They are not kept there; what
came stands in the ledger."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lles.casefile.locations import Detail, sought
from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.links.court.facts import CourtCase
from lles.work.intake.changes.rows import Rows, Values
from lles.work.intake.changes.whereabouts import details_said

HIDDEN = "[…]"
CODES = frozenset({"court_code", "venue_code"})  # numbers of the courts, no words


@dataclass(frozen=True)
class _Text:
    name: str
    text: str


def without_whereabouts(rows: Rows, said: CourtCase) -> tuple[Rows, tuple[str, ...]]:
    """The rows with every free text emptied that gives somebody's whereabouts away, and the fields that
    did."""
    details = Search(_searched(details_said(said)))
    found: list[str] = []
    clean = replace(
        rows,
        case=_clean("case", rows.case, details, found),
        children=_clean_each("child", rows.children, details, found),
        parties=_clean_each("party", rows.parties, details, found),
        hearings=_clean_each("hearing", rows.hearings, details, found),
        orders=_clean_each("order", rows.orders, details, found),
        papers=_clean_each("paper", rows.papers, details, found),
    )
    return clean, tuple(dict.fromkeys(found))


def plain_notes(said: CourtCase) -> tuple[tuple[str, str], ...]:
    """The name and the place of each note; a name in the payload that gives whereabouts away is not
    repeated."""
    if not said.warnings:
        return ()
    search = Search(_searched(details_said(said)))
    places = {one.path: _Text("path", one.path) for one in said.warnings}
    plain = {path: "[?]" if search.leaks([place]) else path for path, place in places.items()}
    return tuple((one.code, plain[one.path]) for one in said.warnings)


def naming_places(said: CourtCase, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Which of some texts give somebody's whereabouts away."""
    search = Search(_searched(details_said(said)))
    return tuple(name for name, text in texts.items() if text and search.leaks([_Text(name, text)]))


def _searched(details: Iterable[Detail]) -> Iterator[ProtectedDetail]:
    for detail in details:
        if any(len(line) > 3 for line in detail.lines):
            yield from sought(detail.kind, detail.lines, "somebody")


def _clean_each(
    what: str, rows: Mapping[str, Values], details: Search, found: list[str]
) -> dict[str, Values]:
    return {key: _clean(what, row, details, found) for key, row in rows.items()}


def _clean(what: str, row: Values, details: Search, found: list[str]) -> Values:
    texts = {name: _text_of(value) for name, value in row.items() if name not in CODES}
    whole = _Text("row", "\n".join(text for text in texts.values() if text))
    if not details.leaks([whole]):
        return row
    leaking = {name for name, text in texts.items() if text and details.leaks([_Text(name, text)])}
    found.extend(f"{what}.{name}" for name in sorted(leaking))
    return {name: (_hidden(value) if name in leaking else value) for name, value in row.items()}


def _text_of(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, list | dict) else ""


def _hidden(value: object) -> object:
    return HIDDEN if isinstance(value, str) else []
