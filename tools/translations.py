"""Whether every word of the screens is there in Welsh: what the code says, against the catalogues beside it.

A sentence is looked for in all catalogues, as gettext does. One that is the same in both languages is marked
`#, same` in its catalogue, so that nothing stays English by oversight."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import allauth
import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parents[1] / "lles"
PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
NAMED = re.compile(r"%\((\w+)\)[sdif]|\{(\w+)[^{}]*\}")
NAMELESS = re.compile(r"(?<!%)(?:%%)*%[sdif](?![a-z])|\{\}")
WITH = re.compile(
    r"\b(?:â|ag) (?:#|\{(?!day|on|due)|%\()"
)  # which of the two depends on the name that is filled in
Key = tuple[str, str]  # context, sentence


@dataclass(frozen=True)
class Said:
    """A sentence in the code: where, in which context, and its plural if it has one."""

    path: Path
    line: int
    context: str
    sentence: str
    plural: str | None

    @property
    def key(self) -> Key:
        """What gettext looks it up by."""
        return self.context, self.sentence


class Catalogues:
    """All catalogues of a package, and what libraries say that they may put better."""

    def __init__(self, package: Path) -> None:
        self.package = package
        self.by_path = {path: _read(path) for path in sorted(package.rglob("locale/cy/LC_MESSAGES/*.po"))}

    @cached_property
    def translated(self) -> dict[Key, str | tuple[str, ...]]:
        """Every sentence that has Welsh somewhere."""
        messages = (message for catalogue in self.by_path.values() for message in catalogue if message.id)
        return {_key(message): _forms(message) for message in messages if all(_forms(message))}


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def _key(message: Message) -> Key:
    return message.context or "", _ids(message)[0]


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def said_in(package: Path) -> list[Said]:
    """Return every sentence of the Python files and templates of a package, tests apart."""
    found: list[Said] = []
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package).parts
        if "tests" in inside or "built" in inside or not path.is_file():
            continue
        if path.suffix == ".py" or ("jinja2" in inside and path.suffix in {".html", ".txt", ".xml", ".svg"}):
            found.extend(_said(path))
    return found


def _said(path: Path) -> Iterator[Said]:
    method = "python" if path.suffix == ".py" else "jinja2"
    strict = {"silent": "false", "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols"}
    with path.open("rb") as file:
        for line, sentence, _, context in extract(method, file, KEYWORDS, options=strict):
            parts = (sentence,) if isinstance(sentence, str) else tuple(sentence)
            yield Said(path, line, context or "", parts[0], parts[1] if len(parts) > 1 else None)


def problems(package: Path = PACKAGE) -> list[str]:
    """Return one line for every fault; none when both languages are complete."""
    said, catalogues = said_in(package), Catalogues(package)
    return [
        *_missing(said, catalogues),
        *_faults(catalogues),
        *_clashes(catalogues),
        *_unsaid(said, catalogues),
        *_unfit_for_names(package),
    ]


def _unfit_for_names(package: Path) -> Iterator[str]:
    """Welsh in which a name follows "â" or "ag": which is right depends on the name, so "gyda" says it."""
    for path in sorted(one for one in package.rglob("*") if one.suffix in (".po", ".toml", ".typ")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if WITH.search(line):
                yield f"{path.relative_to(package.parent)}:{number}: a name follows â or ag; say it with gyda"


def _missing(said: list[Said], catalogues: Catalogues) -> Iterator[str]:
    for one in said:
        where = f"{one.path.relative_to(catalogues.package.parent)}:{one.line}"
        if one.sentence and one.key not in catalogues.translated:
            yield f"{where}: no Welsh for {one.sentence!r}"
        elif one.plural is not None and len(catalogues.translated[one.key]) != 6:
            yield f"{where}: {one.sentence!r} has a plural, and its Welsh does not have six forms"
        if NAMELESS.search(f"{one.sentence} {one.plural or ''}"):
            yield f"{where}: {one.sentence!r} has a placeholder without a name"


def _faults(catalogues: Catalogues) -> Iterator[str]:
    for path, catalogue in catalogues.by_path.items():
        where = path.relative_to(catalogues.package.parent)
        header = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
        if header != PLURALS:
            yield f"{where}: Plural-Forms has to be {PLURALS}"
        for message in catalogue:
            if message.id:
                yield from (f"{where}:{message.lineno}: {fault}" for fault in _faults_of(message))


def _faults_of(message: Message) -> Iterator[str]:
    ids, forms = _ids(message), _forms(message)
    if message.fuzzy:
        yield f"{ids[0]!r} is marked fuzzy: somebody has to confirm it"
    if not all(forms) or (len(ids) > 1 and len(forms) != 6):
        yield f"{ids[0]!r} lacks Welsh in {sum(map(bool, forms))} of {6 if len(ids) > 1 else 1} forms"
    allowed = [_names(sentence) for sentence in ids]
    for form in filter(None, forms):
        if _names(form) not in allowed:
            yield f"{form!r} does not name the same placeholders as {ids[0]!r}"
        if form in ids and "same" not in message.flags:
            yield f"{form!r} is the English sentence; mark it `#, same` if Welsh says the same"
        if not unicodedata.is_normalized("NFC", form):
            yield f"{form!r} is not in the composed form of its letters (NFC)"


def _names(sentence: str) -> frozenset[str]:
    return frozenset(percent or brace for percent, brace in NAMED.findall(sentence))


def _clashes(catalogues: Catalogues) -> Iterator[str]:
    first: dict[Key, tuple[Path, tuple[str, ...]]] = {}
    for path, catalogue in catalogues.by_path.items():
        for message in catalogue:
            if not message.id:
                continue
            other, forms = first.setdefault(_key(message), (path, _forms(message)))
            if forms != _forms(message):
                where = path.relative_to(catalogues.package.parent)
                yield f"{where}:{message.lineno}: {_ids(message)[0]!r} is said differently in {other}"


def _unsaid(said: list[Said], catalogues: Catalogues) -> Iterator[str]:
    known = {one.key for one in said} | _said_by_libraries()
    for path, catalogue in catalogues.by_path.items():
        for message in catalogue:
            if message.id and _key(message) not in known:
                where = path.relative_to(catalogues.package.parent)
                yield f"{where}:{message.lineno}: nobody says {_ids(message)[0]!r} any more"


def _said_by_libraries() -> set[Key]:
    packages = [Path(module.__file__).parent for module in (django, allauth) if module.__file__]
    catalogues = [path for package in packages for path in package.rglob("locale/de/LC_MESSAGES/django.po")]
    return {_key(message) for path in catalogues for message in _read(path) if message.id}


def main() -> int:
    """Print what is missing; 1 if anything is."""
    found = problems()
    print("\n".join(found) if found else "Every word of the screens is there in Welsh.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
