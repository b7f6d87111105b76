"""By what a place or a number is found again, however it was written."""

import re
from collections.abc import Iterable, Iterator

_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b")
_HOUSE_NUMBER = re.compile(r"\b\d{1,4}[A-Za-z]?\b")
_LAST_DIGITS = 10  # of a number, with its country or without


def found_by_phone(text: str) -> Iterator[tuple[str, str]]:
    """The last digits of a number."""
    if number := re.sub(r"\D", "", text)[-_LAST_DIGITS:]:
        yield "phone", number


def found_by_place(addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The house in its postcode: by its number, or else by its first line."""
    for address in addresses:
        for postcode in _POSTCODE.findall(address):
            yield "address", f"{postcode} {_house(_POSTCODE.sub('', address).strip())}"


def _house(address: str) -> str:
    number = _HOUSE_NUMBER.search(address)
    return number[0] if number else (address.splitlines() or [""])[0]
