"""New sentences of the screens, put into the catalogue of their folder, for somebody to write their Welsh.

What is there stays as it was written, in its order; what is missing is added at the end without Welsh, so
that the check of translations names it until it is done."""

from pathlib import Path

from tools.translations import PACKAGE, PLURALS, Catalogues, Said, said_in

HEAD = f"""msgid ""
msgstr ""
"Project-Id-Version: Lles\\n"
"Language: cy\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {PLURALS}\\n"
"""


def add_missing(package: Path = PACKAGE) -> dict[Path, int]:
    """Add every sentence that no catalogue holds; how many went where."""
    catalogues = Catalogues(package)
    known = {
        (message.context or "", _first(message.id)) for one in catalogues.by_path.values() for message in one
    }
    new = {said.key: said for said in said_in(package) if said.sentence and said.key not in known}
    added: dict[Path, int] = {}
    for said in new.values():
        path = _catalogue_of(said.path, package)
        _append(path, said)
        added[path] = added.get(path, 0) + 1
    return added


def _first(ids: str | tuple[str, ...] | list[str]) -> str:
    return ids if isinstance(ids, str) else ids[0]


def _catalogue_of(source: Path, package: Path) -> Path:
    folders = [folder for folder in source.parents if folder.is_relative_to(package) and folder != package]
    application = next((folder for folder in folders if (folder / "apps.py").exists()), package / "site")
    return application / "locale" / "cy" / "LC_MESSAGES" / "django.po"


def _append(path: Path, said: Said) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else HEAD
    path.write_text(f"{before.rstrip()}\n\n{_entry(said)}", encoding="utf-8")


def _entry(said: Said) -> str:
    lines = [f"msgctxt {_quoted(said.context)}"] if said.context else []
    lines.append(f"msgid {_quoted(said.sentence)}")
    if said.plural is None:
        lines.append('msgstr ""')
    else:
        lines += [f"msgid_plural {_quoted(said.plural)}", *(f'msgstr[{form}] ""' for form in range(6))]
    return "\n".join(lines) + "\n"


def _quoted(sentence: str) -> str:
    escaped = sentence.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    for changed, count in add_missing().items():
        print(f"{changed.relative_to(PACKAGE.parent)}: {count} to be written in Welsh")
