"""Which pathway an application follows (PF-APPLIES, PF-COURTS): by its kind, its court and its filing day."""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from lles.law.bilingual import Filling, Text
from lles.law.provisions import Law, load, read_text

_FOLDER = Path(__file__).parent


class Pathway(StrEnum):
    """The scheme a case follows: the older programme, Pathfinder, or public law."""

    CAP = "cap"
    PATHFINDER = "pathfinder"
    PUBLIC_LAW = "public-law"


@dataclass(frozen=True)
class Area:
    """An area of Pathfinder courts; with `known_by` its first day is only known to lie in between."""

    id: str
    name: Text
    starts: date
    known_by: date | None
    ends: date | None
    codes: frozenset[str]
    begins: tuple[str, ...]

    def with_start(self, starts: date) -> "Area":
        """The area with the first day that a service has set."""
        return replace(self, starts=starts, known_by=None)


@dataclass(frozen=True)
class Decision:
    """The pathway of an application, with its reason and what a person should check."""

    pathway: Pathway
    area: str | None
    provision: str
    says: Text
    warnings: tuple[Text, ...] = ()


@cache
def pathway_law() -> Law:
    """The provisions on pathways (PF-APPLIES, PF-COURTS)."""
    return load(_FOLDER / "pathway.toml")


@cache
def areas() -> Mapping[str, Area]:
    """The shipped table of Pathfinder areas."""
    rows = _courts()["areas"]
    assert isinstance(rows, dict)
    return {id_: _area(id_, row) for id_, row in rows.items()}


def pathway_of(
    kinds: Collection[str],
    court_code: str | None,
    court_name: str | None,
    filed_on: date | None,
    table: Mapping[str, Area] | None = None,
) -> Decision:
    """The pathway of an application; `table` replaces the shipped areas by those a service has set."""
    known = {_kind(kind) for kind in kinds} - {""}
    if known & kinds_of("public_law"):
        return _decided(Pathway.PUBLIC_LAW, None, "public_law")
    warnings = () if known & kinds_of("any") else (_warning("PF-APPLIES", "warn_kind_unknown"),)
    if known and not known & kinds_of("pathfinder"):
        return _decided(Pathway.CAP, None, "kind_not_covered", warnings)
    area, by_name = _area_of(court_code, court_name, areas() if table is None else table)
    if area is None:
        return _outside(court_code, court_name, warnings)
    if by_name:
        warnings = (*warnings, _warning("PF-COURTS", "warn_by_name"))
    return _inside(area, filed_on, warnings)


@cache
def kinds_of(group: str) -> frozenset[str]:
    """The kinds of application in a group: public_law, specified, private_law, section_8, pathfinder, any."""
    table = tomllib.loads((_FOLDER / "application_kinds.toml").read_text(encoding="utf-8"))
    return frozenset(kind for kind, row in table.items() if group == "any" or group in row["groups"])


def plain_kind(kind: str) -> str:
    """A kind as the tables spell it, from any spelling of the court."""
    return _kind(kind)


def _outside(code: str | None, name: str | None, warnings: tuple[Text, ...]) -> Decision:
    if not (code or "").strip() and not (name or "").strip():
        warnings = (*warnings, _warning("PF-APPLIES", "warn_court_unknown"))
    checked = _courts()["checked"]
    assert isinstance(checked, date)
    return _decided(Pathway.CAP, None, "court_not_listed", warnings, checked=checked)


def _inside(area: Area, filed: date | None, warnings: tuple[Text, ...]) -> Decision:
    named: dict[str, Filling] = {"area": area.name, "starts": area.starts}
    if filed is None:
        unknown = _warning("PF-APPLIES", "warn_filing_day_unknown")
        return _decided(Pathway.PATHFINDER, area, "filing_day_unknown", (*warnings, unknown), **named)
    if filed < area.starts:
        return _decided(Pathway.CAP, area, "before_start", warnings, filed=filed, **named)
    if area.known_by is not None and filed <= area.known_by:
        between: dict[str, Filling] = {"starts": area.starts, "known_by": area.known_by}
        unsure = _warning("PF-COURTS", "warn_start_day_unknown", **between)
        named["known_by"] = area.known_by
        return _decided(Pathway.CAP, area, "start_day_unknown", (*warnings, unsure), filed=filed, **named)
    if area.ends is not None and filed > area.ends:
        return _decided(Pathway.CAP, area, "after_end", warnings, filed=filed, ends=area.ends, **named)
    return _decided(Pathway.PATHFINDER, area, "pathfinder", warnings, filed=filed, **named)


def _decided(
    pathway: Pathway, area: Area | None, sentence: str, warnings: tuple[Text, ...] = (), /, **params: Filling
) -> Decision:
    provision = pathway_law()["PF-APPLIES"]
    says = provision.sentence(sentence, **params)
    return Decision(pathway, area.id if area else None, provision.id, says, warnings)


def _warning(provision: str, sentence: str, **params: Filling) -> Text:
    return pathway_law()[provision].sentence(sentence, **params)


def _area_of(code: str | None, name: str | None, table: Mapping[str, Area]) -> tuple[Area | None, bool]:
    """The area of a court, and whether its name alone told."""
    for area in table.values():
        if (code or "").strip() in area.codes:
            return area, False
    plain = _plain(name or "")
    for area in table.values():
        if any(plain == begin or plain.startswith(f"{begin} ") for begin in area.begins):
            return area, True
    return None, False


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", name.casefold()).split())


def _kind(kind: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind)
    return re.sub(r"_orders?$", "", _plain(spaced).replace(" ", "_"))


def _area(id_: str, row: dict[str, object]) -> Area:
    starts, known_by, ends = row["starts"], row.get("known_by"), row.get("ends")
    codes, begins = row["codes"], row["begins"]
    assert isinstance(starts, date)
    assert isinstance(codes, list)
    assert isinstance(begins, list)
    return Area(
        id=id_,
        name=read_text(row["name"]),
        starts=starts,
        known_by=known_by if isinstance(known_by, date) else None,
        ends=ends if isinstance(ends, date) else None,
        codes=frozenset(codes),
        begins=tuple(begins),
    )


@cache
def _courts() -> dict[str, object]:
    return tomllib.loads((_FOLDER / "pathfinder_courts.toml").read_text(encoding="utf-8"))
