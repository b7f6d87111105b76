"""A JSON answer as a tree in which nothing is lost: repeated keys, long numbers, empty values, every leaf."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]

DEEPEST = 200
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


class NotJson(ValueError):
    """The bytes cannot be read as JSON."""


class RepeatedKeys(dict[str, Any]):
    """An object in which a key stood twice: the last value counts, `earlier` keeps the others."""

    earlier: tuple[tuple[str, object], ...] = ()


def loads(content: bytes) -> object:
    """Read JSON; of a repeated key the last wins and the others are noted; no number becomes a float."""
    try:
        value: object = json.loads(
            _text_of(content),
            object_pairs_hook=_object,
            parse_float=str,
            parse_int=_whole_number,
            parse_constant=str,
        )
    except (ValueError, RecursionError) as error:
        raise NotJson(f"this is not JSON: {error}") from error
    _refuse_bottomless(value)
    return value


def dumps(value: object) -> bytes:
    """Write a tree so that `loads` gives it back, whatever characters it holds."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=str).encode("ascii")


def is_empty(value: object) -> bool:
    """Say whether a value holds nothing: null, blank text, or a container of such values only."""
    if value is None or isinstance(value, str):
        return not (value and value.strip())
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, RepeatedKeys) and item.earlier:
            return False
        if isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif item is not None and not (isinstance(item, str) and not item.strip()):
            return False
    return True


def leaves(raw: object) -> Iterator[tuple[str, object]]:
    """Walk every value of a tree that is neither empty nor a container, each with its path."""
    waiting: list[tuple[Path, object]] = [((), raw)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((((*path, key), item) for key, item in reversed(value.items())))
        elif isinstance(value, list):
            waiting.extend((((*path, place), item) for place, item in reversed(list(enumerate(value)))))
        elif not is_empty(value):
            yield written(path), value


def repeated(raw: object) -> Iterator[tuple[str, object]]:
    """Walk the values that a later value under the same key displaced."""
    waiting: list[tuple[Path, object]] = [((), raw)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, RepeatedKeys):
            yield from ((written((*path, key)), item) for key, item in value.earlier)
        if isinstance(value, dict):
            waiting.extend((((*path, key), item) for key, item in value.items()))
        elif isinstance(value, list):
            waiting.extend((((*path, place), item) for place, item in enumerate(value)))


def written(path: Path) -> str:
    """Write a path as people read it: case_data.children[0].value; odd keys stand in quotation marks."""
    said = ""
    for step in path:
        if isinstance(step, int):
            said += f"[{step}]"
        elif _PLAIN_NAME.fullmatch(step):
            said += f".{step}" if said else step
        else:
            said += f"[{json.dumps(step)}]"
    return said


def _text_of(content: bytes) -> str:
    encoding = json.detect_encoding(content)
    return content.decode(encoding).removeprefix("\ufeff")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    kept = RepeatedKeys(plain)
    last = {key: place for place, (key, _) in enumerate(pairs)}
    kept.earlier = tuple(pair for place, pair in enumerate(pairs) if last[pair[0]] != place)
    return kept


def _whole_number(digits: str) -> int | str:
    try:
        return int(digits)
    except ValueError:  # longer than Python converts: keep the digits
        return digits


def _refuse_bottomless(value: object) -> None:
    waiting: list[tuple[int, object]] = [(0, value)]
    while waiting:
        depth, item = waiting.pop()
        if depth > DEEPEST:
            raise NotJson(f"this JSON is nested more than {DEEPEST} deep")
        if isinstance(item, dict):
            waiting.extend((depth + 1, inner) for inner in item.values())
        elif isinstance(item, list):
            waiting.extend((depth + 1, inner) for inner in item)
