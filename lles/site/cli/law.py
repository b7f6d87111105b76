"""`lles law check` and `lles law explain`: the law, asked from the command line."""

import argparse
import sys
from typing import Any, cast

from lles.law.bilingual import Language
from lles.law.not_reckoned import NotReckoned
from lles.site.law_of_pieces import gathered_rules


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    law = families.add_parser("law", help="ask the law").add_subparsers(required=True, metavar="WHAT")
    check = law.add_parser("check", help="compare rows of id,kind,input,n,expected with the rules")
    check.add_argument("file")
    check.set_defaults(run=check_file)
    one = law.add_parser("explain", help="explain one computed day: RULE name=value …")
    one.add_argument("rule")
    one.add_argument("facts", nargs="*", metavar="name=value")
    one.add_argument("--language", choices=("en", "cy"), default="en")
    one.set_defaults(run=explain_rule)


def check_file(asked: argparse.Namespace) -> int:
    """Compares a file of rows with the rules; 1 where any differs."""
    from lles.law import vectors

    try:
        with open(asked.file, encoding="utf-8-sig", errors="replace", newline="") as file:
            return vectors.run(file, sys.stdout, sys.stderr)
    except OSError as error:
        print(f"{asked.file}: {error.strerror}", file=sys.stderr)
        return 2


def explain_rule(asked: argparse.Namespace) -> int:
    """Prints the explanation of one rule for the facts given."""
    from lles.law.explain import explain, reckoned

    laws, table = gathered_rules()
    for fact in asked.facts:
        if "=" not in fact:
            print(f"{fact} is not name=value", file=sys.stderr)
            return 2
    facts = dict(fact.partition("=")[::2] for fact in asked.facts)
    language = cast(Language, asked.language)
    try:
        print(explain(asked.rule, facts, language, table, laws))
        found = reckoned(asked.rule, facts, table)
        for warning in found.warnings if found else ():
            print(warning.said(language), file=sys.stderr)
    except NotReckoned as refused:
        print(refused.says.said(language), file=sys.stderr)
        return 2
    except (ValueError, LookupError) as error:
        print(error.args[0] if error.args else error, file=sys.stderr)
        return 2
    return 0
