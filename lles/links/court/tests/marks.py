"""Marks put into a payload, to see whether the reader tells them, names them, or loses them."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterator
from typing import Any

from lles.links.court import codes
from lles.links.court.facts import CourtCase

MARK = "Zzyzx"
Steps = tuple[str | int, ...]


def places(value: Any, at: Steps = ()) -> Iterator[Steps]:
    """Walk the places of every leaf."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from places(inner, (*at, step)) if isinstance(inner, dict | list) else [(*at, step)]


def with_value(raw: Any, place: Steps, value: object) -> Any:
    """Put another value in a place."""
    changed = copy.deepcopy(raw)
    inner: Any = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return changed


def written(place: Steps) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).removeprefix(".")


def is_named(case: CourtCase, path: str) -> bool:
    """Say whether a warning names a place or one above it, or whether it is listed as kept."""
    above = (
        path == warning.path or path.startswith((f"{warning.path}.", f"{warning.path}["))
        for warning in case.warnings
    )
    return any(above) or codes.is_kept(case.service, path)


def said_by(case: CourtCase) -> str:
    """Say all the facts of a case but the raw one and the warnings."""
    return repr(dataclasses.replace(case, raw=None, warnings=()))
