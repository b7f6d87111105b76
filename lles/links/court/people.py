"""What persons of both courts have in common: addresses, keys, and the oddities of ages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from lles.links.court import codes
from lles.links.court.facts import (
    CourtAddress,
    CourtChild,
    CourtHearing,
    CourtOrder,
    CourtParty,
    LocationCopy,
)
from lles.links.court.reading import Field, clean

Keyed = TypeVar("Keyed", CourtChild, CourtParty, CourtHearing, CourtOrder)
LONGEST_SHORT_WORDS = 60
DEEPEST_ADDRESS = 3

GROWN_UP = 18
OLDEST = 120


def address_of(field: Field) -> CourtAddress | None:
    """Read an address in either court's spelling, also one that came as a text, as lines or lies deeper."""
    if isinstance(field.value, str):
        text = field.text()
        if text:
            field.reading.note("address_in_one_line", field.path, text)
        return CourtAddress(lines=(text,)) if text else None
    if not field:
        return None
    address = _plain_address(field) if isinstance(field.value, dict) else CourtAddress()
    if lines := tuple(_lines_of_other_shapes(field)):
        field.reading.note("wrong_shape", field.path, field.value)
        address = replace(address, lines=(*address.lines, *lines))
    elif not isinstance(field.value, dict):
        field.reading.warn("wrong_shape", field.path, field.value)
    return address if address.in_one_line() else None


def _lines_of_other_shapes(field: Field, depth: int = 1) -> Iterator[str]:
    """Walk the lines of an address in a list, and of each address that lies in another object."""
    if depth > DEEPEST_ADDRESS:
        return
    inside = field.rows() if isinstance(field.value, list) else field.inner()
    for one in inside:
        if isinstance(one.value, dict):
            nested = _plain_address(one)
            places = (nested.town, nested.county, nested.postcode, nested.country)
            yield from (line for line in (*nested.lines, *places) if line)
        if isinstance(one.value, dict | list):
            yield from _lines_of_other_shapes(one, depth + 1)
        elif text := one.text():
            yield text


def _plain_address(field: Field) -> CourtAddress:
    lines = (field.at(f"addressLine{number}").text() for number in (1, 2, 3))
    return CourtAddress(
        lines=tuple(line for line in lines if line),
        town=field.at("postTown").text(),
        county=field.at("county").text(),
        country=field.at("country").text(),
        postcode=field.at("postcode").text(),
    )


def copies_in(value: Field, emails: Sequence[str], phones: Sequence[str]) -> Iterator[LocationCopy]:
    """Read the contact details of a row as details that stand by themselves."""
    for name in emails:
        if email := email_of(value.at(name)):
            yield LocationCopy("email", email)
    for name in phones:
        if phone := phone_of(value.at(name)):
            yield LocationCopy("phone", phone)
    if address := address_of(value.at("address")):
        yield LocationCopy("address", address.in_one_line(), address)


def says_confidential(address: CourtAddress | None, field: Field) -> bool:
    """Say whether the first line of an address asks that it is not told."""
    first = codes.folded(address.lines[0]) if address and address.lines else ""
    found = any(word in first for word in codes.CONFIDENTIAL_WORDS)
    if found:
        field.reading.note("address_says_confidential", field.path)
    return found


def email_of(field: Field) -> str:
    """Read an e-mail address; a text that cannot be one is kept and warned about."""
    text = field.text()
    if text and "@" not in text:
        field.reading.note("email_not_an_address", field.path, text)
    return text


def phone_of(field: Field) -> str:
    """Read a telephone number; a text that cannot be one is kept and warned about."""
    text = field.text()
    if text and sum(letter.isdigit() for letter in text) < 7:
        field.reading.note("phone_not_a_number", field.path, text)
    return text


def born(field: Field) -> tuple[date | None, str]:
    """Read a birth date, and beside it the text of one that says no certain day."""
    day = field.day()
    text = field.value if isinstance(field.value, str) and day is None else ""
    return day, clean(text)[:40]


def warn_of_age(field: Field, born_on: date | None, seen_on: date | None, *, child: bool) -> None:
    """Warn of a child who is grown up, a party who is not, a birth yet to come, by the court's dates."""
    if born_on is None or seen_on is None:
        return
    age = seen_on.year - born_on.year - ((seen_on.month, seen_on.day) < (born_on.month, born_on.day))
    if born_on > seen_on:
        field.reading.note("born_in_the_future", field.path, field.value)
    elif age > OLDEST:
        field.reading.note("born_too_long_ago", field.path, field.value)
    elif child and age >= GROWN_UP:
        field.reading.note("child_is_grown_up", field.path, field.value)
    elif not child and age < GROWN_UP:
        field.reading.note("party_is_under_18", field.path, field.value)


def made_key(*parts: object) -> str:
    """Make a stable key for a person or a row to whom the court gave none."""
    said = "\x1f".join(codes.folded(str(part or "")) for part in parts)
    return "made-" + hashlib.blake2b(said.encode(), digest_size=8).hexdigest()


def with_own_keys(rows: Iterable[tuple[Field, Keyed]]) -> tuple[Keyed, ...]:
    """Keep every row once; a different one under the key of an earlier one gets a key of its own."""
    kept: dict[str, Keyed] = {}
    for row, thing in rows:
        key, place = thing.key, 2
        while key in kept and kept[key] != replace(thing, key=key):
            key, place = f"{thing.key}~{place}", place + 1
        if key in kept or key != thing.key:
            row.reading.note("same_key_twice", row.path, thing.key)
        kept[key] = replace(thing, key=key)
    return tuple(kept.values())


def short_words(field: Field) -> str:
    """Read a few free words that name no place: long ones and ones with figures stay in the raw case."""
    text = field.text()
    if len(text) > LONGEST_SHORT_WORDS or "@" in text or any(letter.isdigit() for letter in text):
        field.reading.note("free_text_kept", field.path, text)
        return ""
    return text
