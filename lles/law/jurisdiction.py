"""Which nation a child belongs to, by ordinary residence (JUR-WALES, JUR-ENGLAND), and what follows."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

from lles.law.bilingual import Text
from lles.law.calendar import Calendar, YearOutsideTable
from lles.law.findings import Finding
from lles.law.provisions import Law, load

_FOLDER = Path(__file__).parent
_WHOLE = re.compile(r"^([A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}$")
_OUTWARD = re.compile(r"^([A-Z]{1,2})([0-9]{1,2}|[0-9][A-Z])?$")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SATURDAY = 5

CaseNation = Literal["england", "wales", "mixed", "unknown"]


class Nation(StrEnum):
    """The nation whose service works for a child."""

    ENGLAND = "england"
    WALES = "wales"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Residence:
    """What is known of where a child ordinarily lives; the words of an officer come before the address."""

    postcode: str | None = None
    country: str | None = None
    stated: Nation | None = None
    stated_on: date | None = None


@dataclass(frozen=True)
class ChildNation:
    """The nation of a child, why, and under which provision; the reason never repeats the address."""

    nation: Nation
    basis: Text
    provision: str


@cache
def jurisdiction_law() -> Law:
    """The provisions on jurisdiction (JUR-*)."""
    return load(_FOLDER / "jurisdiction.toml")


def nation_of_child(residence: Residence, on: date) -> ChildNation:
    """The nation whose service works for a child on a day, by ordinary residence."""
    if residence.stated in (Nation.ENGLAND, Nation.WALES) and _stated_by(residence, on):
        return _found(residence.stated, "stated", residence.stated_on or on)
    country = _nation_of_country(residence.country)
    postcode = _nation_of_postcode(residence.postcode)
    if country and postcode in (Nation.ENGLAND, Nation.WALES) and country is not postcode:
        return _not_found("disagree")
    if country:
        return _found(country, "country")
    if postcode is Nation.UNKNOWN:
        return _not_found("straddles")
    return _found(postcode, "postcode") if postcode else _not_found("unknown")


def officer_title(nation: Nation) -> Text:
    """What the law calls the officer who works for a child of that nation."""
    if nation is Nation.WALES:
        return jurisdiction_law()["JUR-WALES"].sentence("officer")
    return jurisdiction_law()["JUR-ENGLAND"].sentence(
        "officer" if nation is Nation.ENGLAND else "either_officer"
    )


def nation_of_case(nations: Iterable[Nation]) -> CaseNation:
    """The nations of the children of a case in one word."""
    found = set(nations)
    if {Nation.ENGLAND, Nation.WALES} <= found:
        return "mixed"
    if found == {Nation.ENGLAND}:
        return "england"
    return "wales" if found == {Nation.WALES} else "unknown"


def hours_of_officers(nation: Nation, on: date) -> dict[str, tuple[str, str]]:
    """The hours of the officers of a nation by the day of the week, where their office has said none."""
    provision = jurisdiction_law()["JUR-HOURS"]
    opens, closes, early = (
        str(provision.value(key, on, nation)) for key in ("opens", "closes", "closes_on_friday")
    )
    return {day: (opens, early if day == "fri" else closes) for day in WEEKDAYS[:5]}


def officers_work_in_office_hours(
    local: datetime, calendar: Calendar, nation: Nation, hours: Mapping[str, Sequence[str]] | None = None
) -> Finding | None:
    """Warn of an appointment outside the hours of the office, else of the officers of its nation, and on any
    day on which it is closed (JUR-HOURS)."""
    provision, day = jurisdiction_law()["JUR-HOURS"], local.date()
    if nation is Nation.UNKNOWN or not provision.in_force(day):
        return None
    facts = (("at", local.isoformat()),)
    that_day = (hours or hours_of_officers(nation, day)).get(WEEKDAYS[day.weekday()])
    if not that_day or _is_a_holiday(day, calendar):
        return provision.finding("closed", facts=facts)
    opening, closing = (time.fromisoformat(one) for one in that_day)
    return None if opening <= local.time() < closing else provision.finding("outside", facts=facts)


def _is_a_holiday(day: date, calendar: Calendar) -> bool:
    try:
        return day.weekday() < _SATURDAY and not calendar.is_working(day)
    except YearOutsideTable:
        return False


def contractor_has_a_live_arrangement(starts: date | None, ends: date | None, on: date) -> Finding | None:
    """Bar an allocation in Wales to someone whose arrangement does not run on that day (JUR-DELEGATE-W)."""
    lives = starts is not None and starts <= on and (ends is None or on <= ends)
    return None if lives else jurisdiction_law()["JUR-DELEGATE-W"].finding(facts=(("on", on.isoformat()),))


def conflict_of_interest_bars_a_role(has_conflict: bool) -> Finding | None:
    """Bar a role in a case to an officer of whom a conflict of interest is recorded (JUR-ROLES)."""
    return jurisdiction_law()["JUR-ROLES"].finding("recorded") if has_conflict else None


def _stated_by(residence: Residence, on: date) -> bool:
    return residence.stated_on is None or residence.stated_on <= on


def _found(nation: Nation, basis: str, day: date | None = None) -> ChildNation:
    provision = jurisdiction_law()["JUR-WALES" if nation is Nation.WALES else "JUR-ENGLAND"]
    says = provision.sentence(basis, day=day) if day else provision.sentence(basis)
    return ChildNation(nation, says, provision.id)


def _not_found(basis: str) -> ChildNation:
    provision = jurisdiction_law()["JUR-WALES"]
    return ChildNation(Nation.UNKNOWN, provision.sentence(basis), provision.id)


def _nation_of_country(country: str | None) -> Nation | None:
    words = " ".join((country or "").casefold().replace(".", " ").split())
    return _border().countries.get(words)


def _nation_of_postcode(postcode: str | None) -> Nation | None:
    """The nation of a postcode: unknown on both sides of the border, None where it says nothing."""
    area, district = _outward(postcode)
    border = _border()
    if district == area and area in border.divided:
        return Nation.UNKNOWN
    return border.districts.get(district) or border.areas.get(area)


def _outward(postcode: str | None) -> tuple[str, str]:
    """The area and the district of a postcode, however it was typed; empty when it is none."""
    words = (postcode or "").upper().split()
    whole = _WHOLE.match("".join(words))
    found = _OUTWARD.match(whole[1] if whole else "".join(words[:1]))
    return (found[1], found[0]) if found else ("", "")


@dataclass(frozen=True)
class _Border:
    areas: dict[str, Nation]
    districts: dict[str, Nation]
    divided: frozenset[str]
    countries: dict[str, Nation]


@cache
def _border() -> _Border:
    table = tomllib.loads((_FOLDER / "postcodes.toml").read_text(encoding="utf-8"))
    areas = {area: Nation.ENGLAND for area in table["outside_wales"]["areas"]}
    districts: dict[str, Nation] = {}
    for area, row in table["areas"].items():
        areas[area] = Nation(row["rest"])
        districts |= {district: Nation.WALES for district in row.get("wales", ())}
        districts |= {district: Nation.UNKNOWN for district in row.get("straddles", ())}
    divided = frozenset(area for area, row in table["areas"].items() if "straddles" in row)
    countries = {name: Nation.WALES for name in table["countries"]["wales"]}
    countries |= {name: Nation.ENGLAND for name in table["countries"]["outside_wales"]}
    return _Border(areas, districts, divided, countries)
