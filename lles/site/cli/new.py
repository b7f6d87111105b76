"""`lles new work`: the skeleton of a piece of work, whole from its law to its page, in its own folder."""

import argparse
import keyword
import pkgutil
import re
import sys
import tomllib
from pathlib import Path
from string import Template
from typing import Any

import lles
import lles.work
from lles.site import skeleton
from lles.site.pieces import pieces

_NAME = re.compile(r"[a-z]+(_[a-z]+)*")
_WORDS = re.compile(r"[^\W\d_][\w' –-]*")
_ENDINGS = {"law": "toml", "words": "toml", "scenarios": "toml", "page": "html"}


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    new = families.add_parser("new", help="begin something").add_subparsers(required=True, metavar="WHAT")
    work = new.add_parser("work", help="begin a piece of work: its folder, whole, in both languages")
    work.add_argument("name", type=_name, help="the name of its folder, such as parental_orders")
    work.add_argument("--english", type=_words, required=True, help="what it is called on the pages")
    work.add_argument("--welsh", type=_words, required=True, help="the same in Welsh")
    work.set_defaults(run=begin_work)


def begin_work(asked: argparse.Namespace) -> int:
    """Writes the folder of a new piece of work; 2 where its name, or what it is called, is taken."""
    (works,) = lles.work.__path__
    folder = Path(works) / asked.name
    if taken := _taken(asked, folder):
        print(taken, file=sys.stderr)
        return 2
    words = {
        "name": asked.name,
        "slug": asked.name.replace("_", "-"),
        "id": asked.name.replace("_", "-").upper(),
        "camel": asked.name.title().replace("_", ""),
        "english": asked.english,
        "welsh": asked.welsh,
    }
    for template in sorted(_templates().rglob("*.txt")):
        path = folder / _place(template, asked.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(template.read_text(encoding="utf-8")).substitute(words), encoding="utf-8")
        print(path.relative_to(folder.parents[2]))
    return 0


def _taken(asked: argparse.Namespace, folder: Path) -> str:
    """Why a piece of work cannot be named so: apps share one space of names, and menus one of titles."""
    from django.conf import settings  # here alone: other commands need no Django

    if asked.name in pieces() or folder.exists():
        return f"there is a piece of work {asked.name} already"
    house = {part.name for part in pkgutil.iter_modules(lles.__path__)}
    if asked.name in house | {app.rpartition(".")[2] for app in settings.INSTALLED_APPS}:
        return f"{asked.name} names another part of the program: choose another name"
    for words in sorted(folder.parent.glob("*/words.toml")):
        for name, title in tomllib.loads(words.read_text(encoding="utf-8")).get("work", {}).items():
            for said, language in ((asked.english, "en"), (asked.welsh, "cy")):
                if title[language].casefold() == said.casefold():
                    return f"{name} is called {said} already: choose other words"
    return ""


def _templates() -> Path:
    (folder,) = skeleton.__path__
    return Path(folder)


def _place(template: Path, name: str) -> Path:
    """Where a file of the skeleton stands in the folder of the piece of work."""
    ending = _ENDINGS.get(template.stem, "py")
    place = template.relative_to(_templates()).with_suffix(f".{ending}")
    return Path("jinja2") / name / place.name if place.parent.name == "jinja2" else place


def _name(text: str) -> str:
    if not _NAME.fullmatch(text) or keyword.iskeyword(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a name: give small letters and underscores")
    return text


def _words(text: str) -> str:
    if not _WORDS.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} are not words: give letters, spaces, hyphens, apostrophes"
        )
    return text
