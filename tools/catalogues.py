"""The Welsh words of the screens, made ready for gettext: each `.po` file becomes a `.mo` beside it."""

from io import BytesIO
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "lles"


def stale(package: Path = PACKAGE) -> list[Path]:
    """Return the catalogues that have changed since they were made ready; needs Python alone."""
    sources = sorted(package.rglob("locale/*/LC_MESSAGES/*.po"))
    return [source for source in sources if _is_newer(source, source.with_suffix(".mo"))]


def make_ready(source: Path) -> None:
    """Write one `.mo` file, whole or not at all; needs the environment."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    ready = BytesIO()
    write_mo(ready, catalogue)
    making = source.with_suffix(".mo.new")
    making.write_bytes(ready.getvalue())
    making.replace(source.with_suffix(".mo"))


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or made.stat().st_mtime_ns <= source.stat().st_mtime_ns


if __name__ == "__main__":
    for changed in stale():
        make_ready(changed)
