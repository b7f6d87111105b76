"""What the pieces of work bring to the law: asked of their rules, without the database or Django."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import lles.work
from lles.casefile.rules import provisions
from lles.law.lawbook import gathered
from lles.law.order_clock import ClockRule
from lles.law.provisions import Law, load
from lles.law.stated import Explanations
from lles.site.pieces import pieces


class KindTwice(ValueError):
    """Two pieces of work bring an order of one kind."""


def rules_of_pieces() -> Iterator[ModuleType]:
    """The rules of each piece of work that has some."""
    for piece in pieces():
        name = f"lles.work.{piece}.rules"
        try:
            yield importlib.import_module(name)
        except ModuleNotFoundError as missing:
            if missing.name != name:
                raise


def laws_of_pieces() -> Iterator[Law]:
    """The provisions of each piece of work that states some, from the `law.toml` of its folder."""
    (folder,) = lles.work.__path__
    for piece in pieces():
        if (path := Path(folder) / piece / "law.toml").exists():
            yield load(path)


def gathered_rules() -> tuple[Law, Explanations]:
    """Every provision and every rule that can be explained, from the law and from each piece of work."""
    table = {
        name: rule for rules in rules_of_pieces() for name, rule in getattr(rules, "EXPLAINED", {}).items()
    }
    return gathered([provisions(), *laws_of_pieces()]), table


def clocks() -> dict[str, ClockRule]:
    """The kinds of order whose clock a piece of work can explain, each with its rule."""
    found: dict[str, ClockRule] = {}
    for rules in rules_of_pieces():
        brought = getattr(rules, "CLOCKS", {})
        if twice := set(brought) & set(found):
            raise KindTwice(", ".join(sorted(twice)))
        found.update(brought)
    return found
