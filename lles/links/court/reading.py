"""Reading a payload with a pencil: every value read is ticked, and what bears no tick at the end is named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from lles.links.court import codes, moments
from lles.links.court.facts import FeedWarning
from lles.links.court.json_tree import Path, RepeatedKeys, dumps, is_empty, repeated, written

LONGEST_TEXT = 300
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Reading:
    """The pencil: which places of one case were read, and what was odd."""

    def __init__(self, kept: frozenset[str]) -> None:
        self._warnings: dict[FeedWarning, None] = {}
        self._kept = kept
        self._read: set[Path] = set()
        self._entered: set[Path] = {()}
        self._warned: set[Path] = set()
        self._spellings: dict[int, dict[str, list[str]]] = {}

    def tick(self, path: Path) -> None:
        """Note that the value at a place was read whole."""
        self._read.add(path)

    def enter(self, path: Path) -> None:
        """Note that the values below a place are read one by one."""
        self._entered.add(path)

    def warn(self, code: str, path: Path, value: object = "") -> None:
        """Name a place whose value was not understood, and all that lies below it."""
        self._warned.add(path)
        self.note(code, path, value)

    def note(self, code: str, path: Path, value: object = "") -> None:
        """Name a place that is odd although it was, or will be, read."""
        self._warnings[FeedWarning(code, written(path), shown(value))] = None

    def spellings(self, value: Mapping[str, object], name: str) -> list[str]:
        """List the keys of an object that spell a name, the exact one first."""
        known = self._spellings.get(id(value))
        if known is None:
            known = self._spellings[id(value)] = {}
            for key in value:
                known.setdefault(key.strip().casefold(), []).append(key)
        keys = known.get(name.casefold(), [])
        return keys if len(keys) < 2 else sorted(keys, key=lambda key: key != name)

    def finish(self, raw: object) -> tuple[FeedWarning, ...]:
        """Name every value that was neither read nor kept as it came, and every displaced one."""
        waiting: list[tuple[Path, object]] = [((), raw)]
        while waiting:
            path, value = waiting.pop()
            if path in self._read or path in self._warned or self._is_kept(path) or is_empty(value):
                continue
            if path in self._entered and isinstance(value, dict):
                waiting.extend((((*path, key), item) for key, item in reversed(value.items())))
            elif path in self._entered and isinstance(value, list):
                waiting.extend((((*path, place), item) for place, item in reversed(list(enumerate(value)))))
            else:
                self.warn("unknown_field", path, value)
        for place, item in repeated(raw):
            self._warnings[FeedWarning("repeated_key", place, whole(item))] = None
        return tuple(self._warnings)

    def _is_kept(self, path: Path) -> bool:
        return pattern(path) in self._kept or f"*.{path[-1]}".casefold() in self._kept if path else False


@dataclass(frozen=True, slots=True)
class Field:
    """A value with its place, read under one pencil. An absent field is empty and reads as nothing."""

    value: object
    path: Path
    reading: Reading

    def __bool__(self) -> bool:
        return not is_empty(self.value)

    def at(self, *names: str) -> Field:
        """Go to the first of several names that holds something, whatever its capitals."""
        if not isinstance(self.value, dict):
            if self:
                self.reading.warn("wrong_shape", self.path, self.value)
            return Field(None, (*self.path, names[0]), self.reading)
        self.reading.enter(self.path)
        keys = [
            key
            for name in names
            for key in self.reading.spellings(self.value, name)
            if not is_empty(self.value[key])
        ]
        if not keys:
            return Field(None, (*self.path, names[0]), self.reading)
        for other in keys[1:]:
            if self.value[other] == self.value[keys[0]]:
                self.reading.tick((*self.path, other))
        return Field(self.value[keys[0]], (*self.path, keys[0]), self.reading)

    def rows(self) -> Iterator[Field]:
        """Walk the rows of a collection that hold something; a single object counts as one row."""
        if isinstance(self.value, dict) and self:
            self.reading.note("list_expected", self.path)
            yield self
        elif isinstance(self.value, list):
            self.reading.enter(self.path)
            for place, item in enumerate(self.value):
                if not is_empty(item):
                    yield Field(item, (*self.path, place), self.reading)
        elif self:
            self.reading.warn("list_expected", self.path, self.value)

    def is_object(self) -> bool:
        """Say whether this is an object with fields; anything else is warned about."""
        if isinstance(self.value, dict):
            self.reading.enter(self.path)
            return True
        if self:
            self.reading.warn("wrong_shape", self.path, self.value)
        return False

    def text(self) -> str:
        """Read a text, trimmed and in one normal form; a number reads as its digits."""
        if not self:
            return ""
        if isinstance(self.value, bool) or not isinstance(self.value, str | int | float):
            self.reading.warn("wrong_shape", self.path, self.value)
            return ""
        self.reading.tick(self.path)
        came = str(self.value)
        if _UNPRINTABLE.search(came):
            self.reading.note("unprintable_text", self.path, came)
        return clean(came)

    def code(self, table: Mapping[str, str]) -> str | None:
        """Read a code of a list, whatever its capitals or trailing spaces; unknown ones are warned about."""
        came = self.text()
        known = table.get(codes.folded(came))
        if came and known is None:
            self.reading.warn("unknown_code", self.path, came)
        return known

    def answer(self) -> str | None:
        """Read yes, no or unknown in all the courts' spellings."""
        if isinstance(self.value, bool):
            self.reading.tick(self.path)
            return "yes" if self.value else "no"
        return self.code(codes.ANSWERS)

    def yes(self) -> bool | None:
        """Read yes as True and no as False; anything else was not said."""
        return {"yes": True, "no": False}.get(self.answer() or "")

    def flag(self, name: str) -> bool | None:
        """Read yes or no over all spellings of a field and all values of a repeated one: any yes is a yes.

        It is a no only if every value says so. What was not read first stays to be named.
        """
        self.at(name).yes()
        if not isinstance(self.value, dict):
            return None
        values = [self.value[key] for key in self.reading.spellings(self.value, name)]
        if isinstance(self.value, RepeatedKeys):
            values += [item for key, item in self.value.earlier if key.strip().casefold() == name.casefold()]
        said = [_says_yes(value) for value in values if not is_empty(value)]
        if True in said:
            return True
        return False if said and None not in said else None

    def inner(self) -> Iterator[Field]:
        """Walk the objects and lists that hold something inside an object, whatever they are called."""
        if isinstance(self.value, dict):
            for key, item in self.value.items():
                if isinstance(item, dict | list) and not is_empty(item):
                    yield Field(item, (*self.path, key), self.reading)

    def day(self) -> date | None:
        """Read a day; a text that says no certain day is warned about and stays in the raw case."""
        if not self:
            return None
        self.reading.tick(self.path)
        found = moments.day_of(self.value)
        if found is None:
            self.reading.warn("date_not_understood", self.path, self.value)
        elif moments.reads_day_first(self.value):
            self.reading.note("date_read_day_first", self.path, self.value)
        return found

    def moment(self, clock: tzinfo = UTC) -> datetime | None:
        """Read a moment in UTC from the clock its service keeps."""
        if not self:
            return None
        self.reading.tick(self.path)
        found = moments.moment_of(self.value, clock)
        if found is None:
            self.reading.warn("date_not_understood", self.path, self.value)
        elif moments.is_uncertain(self.value, clock):
            self.reading.note("time_at_clock_change", self.path, self.value)
        return found


def _says_yes(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    answer = codes.ANSWERS.get(codes.folded(clean(value))) if isinstance(value, str) else None
    return {"yes": True, "no": False}.get(answer or "")


def clean(text: str) -> str:
    """Bring a text to one normal form without the characters no page or database can hold."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("\ufffd", text)).strip()


def whole(value: object) -> str:
    """Say in full what came."""
    return clean(value) if isinstance(value, str) else dumps(value).decode("ascii")


def shown(value: object) -> str:
    """Say what came, in no more than a few lines; the raw case holds the rest."""
    text = whole(value)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def pattern(path: Path) -> str:
    """Write a path without its places and capitals, as kept.toml does."""
    said = ""
    for step in path:
        said += "[]" if isinstance(step, int) else f".{step.casefold()}" if said else step.casefold()
    return said
