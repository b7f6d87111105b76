"""The pieces of work by their folders: whoever adds one touches no list."""

import importlib
import pkgutil
from importlib.util import find_spec

import lles.work

LAST = 1_000


def pieces() -> tuple[str, ...]:
    """The names of the pieces of work, which are the folders of `lles.work`: by the place that each says it
    has among the pages of a case (`PLACE`), the others after those, in alphabetical order."""
    names = [piece.name for piece in pkgutil.iter_modules(lles.work.__path__) if piece.ispkg]
    return tuple(sorted(names, key=lambda name: (_place(name), name)))


def modules_of_pieces(module: str) -> tuple[str, ...]:
    """The full names of a module, such as `urls`, of each piece of work that has one."""
    named = (f"lles.work.{piece}.{module}" for piece in pieces())
    return tuple(name for name in named if find_spec(name) is not None)


def installed_pieces() -> tuple[str, ...]:
    """The pieces of work that are apps of the site; one that holds law and rules alone is not."""
    return tuple(name.removesuffix(".apps") for name in modules_of_pieces("apps"))


def _place(name: str) -> int:
    return int(getattr(importlib.import_module(f"lles.work.{name}"), "PLACE", LAST))
