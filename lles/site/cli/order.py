"""`lles order explain`: the clock of an order from what is stated on the command line, without a database."""

import argparse
import json
import re
import sys
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from lles.law.bilingual import LANGUAGES, Filling, Language, Text
from lles.law.jurisdiction import Nation
from lles.law.order_clock import ClockRule, OrderFacts
from lles.law.provisions import read_texts
from lles.site.law_of_pieces import clocks

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,4}")
_MOST_MONTHS = 1200


class NotStated(ValueError):
    """Something on the command line is missing or cannot be read; `says` is the reason in both languages."""

    def __init__(self, key: str, **params: Filling) -> None:
        self.says: Text = _words()[key].fill(**params)
        super().__init__(self.says.en)


class _Asked(argparse.ArgumentParser):
    """Leaves what it does not know among the words, to be refused in the language that was chosen."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """The words that are known, with the others under `more`."""
        asked, unknown = super().parse_known_args(args, namespace)
        asked.more = [*asked.more, *unknown]
        return asked, []


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    order = families.add_parser("order", help="ask the clock of an order").add_subparsers(
        required=True, metavar="WHAT", parser_class=_Asked
    )
    one = order.add_parser("explain", help="the days of an order, by which rule and why")
    for name, metavar, help_ in (
        ("kind", "KIND", "the kind of order; where it is left out, the kinds are told"),
        ("made-on", "DAY", "the day the order is made, as 2026-03-04"),
        ("starts-on", "DAY", "the day its period begins, if that is another"),
        ("months", "N", "its period in months"),
        ("imported-end", "DAY", "its last day as the record of a court gives it"),
        ("nation", "NATION", "the nation of the child: england or wales"),
        ("language", "LANGUAGE", "en or cy"),
    ):
        one.add_argument(f"--{name}", nargs="?", const="", metavar=metavar, help=help_)
    one.add_argument("--json", action="store_true", help="print JSON in place of text")
    one.add_argument("more", nargs="*", help=argparse.SUPPRESS)
    one.set_defaults(run=explain_order)


def explain_order(asked: argparse.Namespace) -> int:
    """Prints the clock of the order that is stated; 2 where something cannot be read."""
    language = _language(asked.language)
    try:
        if language is None:
            raise NotStated("unknown_language", name="--language", given=asked.language)
        rule, facts = _stated(asked)
    except NotStated as refused:
        print(refused.says.said(language or "en"), file=sys.stderr)
        return 2
    clock = rule(facts)
    if asked.json:
        print(json.dumps(clock.said(language), ensure_ascii=False, indent=2))
    else:
        print(clock.explain(language))
    return 0


def _stated(asked: argparse.Namespace) -> tuple[ClockRule, OrderFacts]:
    if asked.more:
        raise NotStated("too_much", given=" ".join(asked.more))
    kinds = clocks()
    if asked.kind not in kinds:
        known = ", ".join(sorted(kinds))
        if not asked.kind:
            raise NotStated("missing_kind", name="--kind", kinds=known)
        raise NotStated("unknown_kind", given=asked.kind, kinds=known)
    made_on = _day("--made-on", asked.made_on)
    if made_on is None:
        raise NotStated("missing", name="--made-on")
    end_on = _day("--imported-end", asked.imported_end)
    facts = OrderFacts(
        made_on=made_on,
        starts_on=_day("--starts-on", asked.starts_on),
        months=_months("--months", asked.months),
        end_on=end_on,
        is_imported=end_on is not None,
        nation=_nation("--nation", asked.nation),
    )
    return kinds[asked.kind], facts


def _day(name: str, words: str | None) -> date | None:
    if words is None:
        return None
    if not words:
        raise NotStated("missing", name=name)
    try:
        if not _DAY.fullmatch(words):
            raise ValueError(words)
        return date.fromisoformat(words)
    except ValueError as error:
        raise NotStated("not_a_day", name=name, given=words) from error


def _months(name: str, words: str | None) -> int | None:
    if words is None:
        return None
    if not _NUMBER.fullmatch(words) or not 1 <= int(words) <= _MOST_MONTHS:
        raise NotStated("not_months", name=name, given=words, last=_MOST_MONTHS)
    return int(words)


def _nation(name: str, words: str | None) -> Nation:
    if words is None:
        return Nation.UNKNOWN
    if words not in (Nation.ENGLAND, Nation.WALES):
        raise NotStated("unknown_nation", name=name, given=words)
    return Nation(words)


def _language(words: str | None) -> Language | None:
    if words is None:
        return "en"
    return words if words in LANGUAGES else None


@cache
def _words() -> dict[str, Text]:
    return read_texts(tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")))
