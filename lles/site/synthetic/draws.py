"""Draws that fall the same on every machine: one stream of bits for each seed, family and purpose."""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


class Draws:
    """A stream of draws; nothing of it depends on the order in which families are made."""

    def __init__(self, seed: int, number: int, purpose: str) -> None:
        self._name = f"{seed}:{number}:{purpose}:"
        self._block = 0
        self._bits: list[int] = []

    def below(self, limit: int) -> int:
        """A whole number from 0 to just under the limit."""
        if not self._bits:
            digest = _digest(f"{self._name}{self._block}")
            self._block += 1
            self._bits = [int.from_bytes(digest[place : place + 8], "big") for place in (0, 8, 16, 24)]
        return self._bits.pop() % limit

    def between(self, first: int, last: int) -> int:
        """A whole number from the first to the last, both possible."""
        return first + self.below(last - first + 1)

    def percent(self, chance: int) -> bool:
        """True so many times in a hundred."""
        return self.below(100) < chance

    def of(self, things: Sequence[T]) -> T:
        """One of several, each as likely."""
        return things[self.below(len(things))]

    def day_between(self, first: date, last: date) -> date:
        """A day from the first to the last."""
        return first + timedelta(days=self.below((last - first).days + 1))


class Weighted:
    """Things of which some are likelier than others, summed up once."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._things = tuple(weights)
        self._sums = tuple(accumulate(weights.values()))

    def draw(self, draws: Draws) -> str:
        """One of them, by its weight."""
        drawn = draws.below(self._sums[-1])
        return next(thing for thing, end in zip(self._things, self._sums, strict=True) if drawn < end)


def identity(seed: int, number: int, of: str) -> str:
    """An identifier in the form the courts use, the same for the same thing of the same family."""
    digits = _digest(f"{seed}:{number}:identity:{of}").hex()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def plain(text: str) -> str:
    """A name in small plain letters, as an e-mail address is written."""
    parted = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(letter for letter in parted if letter.isascii() and letter.isalnum())


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8")).digest()
