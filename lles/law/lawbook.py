"""The lawbook: every provision and every statutory duty in one document, `docs/law.md`."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

from lles.law.bilingual import Text
from lles.law.counting import counting_law
from lles.law.jurisdiction import jurisdiction_law
from lles.law.pathway import areas, pathway_law
from lles.law.provisions import DatedValue, Law, Provision, read_text, read_texts
from lles.law.section_8 import section_8_law

_FOLDER = Path(__file__).parent
_NATIONS = ("england", "wales")


class StatedTwice(ValueError):
    """Two tables of law state a provision of one id."""


class UnknownDuty(LookupError):
    """A piece of work names a duty that no statute here lays down."""


@dataclass(frozen=True)
class Duty:
    """A statutory duty of the service of one nation or of both."""

    id: str
    nations: frozenset[str]
    starts: date
    citation: Text
    says: Text


@cache
def duties() -> tuple[Duty, ...]:
    """Every statutory duty, in the order of its table."""
    table = tomllib.loads((_FOLDER / "duties.toml").read_text(encoding="utf-8"))
    return tuple(
        Duty(
            id=id_,
            nations=frozenset(row["nations"]),
            starts=row["starts"],
            citation=read_text(row["citation"]),
            says=read_text(row["says"]),
        )
        for id_, row in table.items()
    )


def shared_laws() -> tuple[Law, ...]:
    """The tables of this layer, on which every piece of work may rest."""
    return counting_law(), jurisdiction_law(), pathway_law(), section_8_law()


def gathered(laws: Iterable[Law]) -> dict[str, Provision]:
    """The provisions of this layer and of the given tables, each stated once."""
    found: dict[str, Provision] = {}
    for law in (*shared_laws(), *laws):
        twice = set(law) & set(found)
        if twice:
            raise StatedTwice(", ".join(sorted(twice)))
        found.update(law)
    return found


def provision_lines(provision: Provision) -> tuple[tuple[Text, Text], ...]:
    """A provision as pairs of label and value, in order."""
    labels, words = _words("labels"), {group: _words(group) for group in ("effect", "binding", "proof")}
    extent = "both" if len(provision.extent) > 1 else next(iter(provision.extent))
    return (
        (labels["rule"], Text(provision.id, provision.id)),
        (labels["says"], provision.says),
        (labels["source"], provision.citation),
        (labels["extent"], _words("extent")[extent]),
        (labels["effect"], words["effect"][provision.effect]),
        (labels["binding"], words["binding"][provision.binding]),
        (labels["proof"], words["proof"][provision.proof]),
        *([(labels["starts"], _day(provision.starts))] if provision.starts else []),
        *([(labels["ends"], _day(provision.ends))] if provision.ends else []),
        *((labels["value"], _value(value)) for value in provision.values),
    )


def render(provisions: Law, discharged: Mapping[str, Sequence[str]]) -> str:
    """The whole lawbook in Markdown; `discharged` names the works that do each duty."""
    unknown = set(discharged) - {duty.id for duty in duties()}
    if unknown:
        raise UnknownDuty(", ".join(sorted(unknown)))
    parts = (_HEAD, *_duties(discharged), *_areas(), *_provisions(provisions))
    return "\n".join(parts).rstrip() + "\n"


_HEAD = """# The law in Lles

Generated from the tables of law; do not edit. Every rule bears the id by which code, tests and pages cite it.
*How it was read* says how far the source was verified; what is not verified is a setting of the service."""


def _duties(discharged: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for nation in _NATIONS:
        yield f"\n## Duties of the service in {nation.capitalize()}\n"
        yield "| Duty | Source | What | Done by |\n|---|---|---|---|"
        for duty in duties():
            if nation in duty.nations:
                works = ", ".join(sorted(discharged.get(duty.id, ()))) or "**none yet**"
                yield f"| {duty.id} | {duty.citation.en} | {duty.says.en} | {works} |"


def _areas() -> Iterator[str]:
    yield "\n## Pathfinder areas (PF-COURTS)\n"
    yield "| Area | Ardal | Filed on or after | Until |\n|---|---|---|---|"
    for area in areas().values():
        starts = area.starts.isoformat()
        if area.known_by:
            starts = f"a day from {starts} to {area.known_by.isoformat()}, not known: a setting"
        ends = area.ends.isoformat() if area.ends else "not known"
        yield f"| {area.name.en} | {area.name.cy} | {starts} | {ends} |"


def _provisions(provisions: Law) -> Iterator[str]:
    for family, group in groupby(sorted(provisions.values(), key=_by_family), key=_family):
        yield f"\n## {family}"
        for provision in group:
            yield from _provision(provision)


def _provision(provision: Provision) -> Iterator[str]:
    yield f"\n### {provision.id}\n\n`{provision.name}`\n"
    for label, value in provision_lines(provision)[1:]:
        yield f"- {label.en}: {value.en}"
        if label == _words("labels")["says"]:
            yield f"- {label.cy}: {value.cy}"
    if provision.settable:
        yield "- Its values are settings of the service."


def _by_family(provision: Provision) -> tuple[str, str]:
    return _family(provision), provision.id


def _family(provision: Provision) -> str:
    return provision.id.split("-")[0]


def _day(day: date) -> Text:
    return Text("{day:bare}", "{day:bare}").fill(day=day)


def _value(value: DatedValue) -> Text:
    stated = f"{value.key} = {value.value}"
    where = f" ({value.where})" if value.where else ""
    since = f", {value.starts.isoformat()}" if value.starts else ""
    until = f" – {value.ends.isoformat()}" if value.ends else ""
    return Text(f"{stated}{where}{since}{until}", f"{stated}{where}{since}{until}")


@cache
def _words(group: str) -> dict[str, Text]:
    table = tomllib.loads((_FOLDER / "lawbook.toml").read_text(encoding="utf-8"))
    return read_texts(table[group])
