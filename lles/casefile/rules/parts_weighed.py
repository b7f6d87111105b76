"""A part of an address that may tell where somebody lives leaves only when a person says why (CONF-PART)."""

from collections.abc import Mapping
from dataclasses import dataclass

from lles.casefile.rules.law import casefile_law
from lles.casefile.rules.places_in_files import place_in_words
from lles.law.bilingual import Text
from lles.law.findings import Finding

PARTS = "CONF-PART"
_CALLED: Mapping[str, Text] = {
    "town": Text(en="a town", cy="enw tref"),
    "district": Text(en="the first half of a postcode", cy="hanner cyntaf cod post"),
    "street": Text(en="part of the name of a street", cy="rhan o enw stryd"),
    "house": Text(en="part of the name of a house", cy="rhan o enw tŷ"),
    "area": Text(en="a county or a large city", cy="enw sir neu ddinas fawr"),
    "council": Text(en="the name of a council", cy="enw cyngor"),
    "code": Text(en="a dialling code", cy="cod deialu"),
    "letters": Text(en="the letters of a postcode", cy="llythrennau cod post"),
    "source": Text(en="part of the name of a school or a surgery", cy="rhan o enw ysgol neu feddygfa"),
    "map": Text(en="a place on a map", cy="lle ar fap"),
}


@dataclass(frozen=True)
class PartTold:
    """A part that stands in the version of one reader: whose place it belongs to, of what kind, and where it
    stands: on a page, or, of words that are not set yet, in a section, and where that is put right. Of the
    parts themselves only the `marks` are told."""

    reader: Text
    name: str
    kind: str
    place: str
    section: Text | None = None
    put_right: str = ""
    marks: tuple[str, ...] = ()


def parts_are_weighed(told: tuple[PartTold, ...]) -> tuple[Finding, ...]:
    """Whatever may tell where a protected person lives has a reason on the file before it leaves."""
    provision = casefile_law()[PARTS]
    return tuple(
        provision.finding(
            _sentence_about(one), reader=one.reader, name=one.name, part=_CALLED[one.kind],
            place=one.section or place_in_words(one.place), put_right=one.put_right,
            facts=tuple(("mark", mark) for mark in one.marks),
        )
        for one in told
    )  # fmt: skip


def _sentence_about(one: PartTold) -> str:
    if not one.name:
        return "of_somebody_in_section" if one.section else "of_somebody"
    return "in_section" if one.section else "on_page" if one.place else "in_words"
