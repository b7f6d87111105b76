"""The environment in `.venv`: everything from a lock, checked by hash, and the package itself beside it."""

import re
import sys
from pathlib import Path
from typing import Literal

from tools.steps import (
    PYTHON,
    ROOT,
    VENV,
    SetupFailed,
    fingerprint,
    is_stamped,
    put_stamp,
    run,
    say,
    step,
)

Kind = Literal["requirements", "requirements-dev"]
STAMP = VENV / "lles-setup.json"
UV_LOCK = ROOT / "requirements-uv.lock"
FLOOR = (3, 11)
SHAPING = ("migrations/*.py", "*.sql", "models.py", "models/*.py", "*.toml")


def ensure(kind: Kind) -> None:
    """Make the environment agree with a lock; the lock of the tests holds all of the other."""
    if is_stamped(STAMP, _said("requirements-dev")) or is_stamped(STAMP, _said(kind)):
        return
    if sys.version_info < FLOOR:
        raise SetupFailed(
            f"Lles needs Python {FLOOR[0]}.{FLOOR[1]} or newer; this is {sys.version.split()[0]}."
        )
    if kind == "requirements" and _was_for_tests():
        kind = "requirements-dev"
    STAMP.unlink(missing_ok=True)
    with step("Python environment"):
        _make()
        _install_uv()
    with step(f"Packages of {kind}.lock"):
        _install(ROOT / f"{kind}.lock")
        _install_ourselves()
    put_stamp(STAMP, _said(kind))


def shape_of_the_database() -> str:
    """Return one hash of everything that decides what the tables of a migrated database look like."""
    shaping = {path for pattern in SHAPING for path in (ROOT / "lles").rglob(pattern)}
    return fingerprint(*sorted(shaping), ROOT / "requirements.lock", ROOT / "lles" / "site" / "settings.py")


def _said(kind: Kind) -> dict[str, str]:
    return {
        "lock": kind,
        "packages": fingerprint(ROOT / f"{kind}.lock", UV_LOCK, ROOT / "pyproject.toml"),
        "place": str(VENV),
        "python": str(PYTHON.resolve()) if PYTHON.exists() else "",
    }


def _was_for_tests() -> bool:
    return STAMP.is_file() and '"lock": "requirements-dev"' in STAMP.read_text()


def _make() -> None:
    if PYTHON.exists() and _works():
        return
    base = Path(getattr(sys, "_base_executable", sys.executable))
    advice = "On Debian and Ubuntu the package python3-venv holds it."
    run((base, "-m", "venv", "--clear", VENV), why="The environment cannot be made", advice=advice)


def _works() -> bool:
    place = f"import pip, sys; sys.exit(sys.prefix != {str(VENV)!r} or sys.version_info < {FLOOR})"
    try:
        run((PYTHON, "-c", place), why="The environment has to be made again")
    except SetupFailed:
        return False
    return True


def _install_uv() -> None:
    wanted = re.search(r"^uv==(\S+)", UV_LOCK.read_text(), re.MULTILINE)
    for known in VENV.glob("lib/python*/site-packages/uv-*.dist-info"):
        if wanted and known.name == f"uv-{wanted[1]}.dist-info" and (VENV / "bin" / "uv").exists():
            return
    _pip(
        "-r", UV_LOCK, "--no-deps", "--require-hashes", "--only-binary", ":all:", why="uv cannot be installed"
    )


def _pip(*options: str | Path, why: str) -> None:
    run((PYTHON, "-m", "pip", "install", "-q", *options), why=why)


def _install(lock: Path) -> None:
    uv = (VENV / "bin" / "uv", "pip", "sync", "--python", PYTHON)
    try:
        run((*uv, "--require-hashes", "--only-binary", ":all:", lock), why="uv cannot install the packages")
    except SetupFailed as error:
        say(f"\n{error} Trying again with pip.")
        options = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
        _pip("-r", lock, *options, why="The packages cannot be installed")


def _install_ourselves() -> None:
    """Install Lles itself, editable: a path file and the script `lles`, made without the network."""
    options = ("--no-deps", "--no-build-isolation", "--no-index", "-e", ROOT)
    try:
        run(
            (VENV / "bin" / "uv", "pip", "install", "--python", PYTHON, *options),
            why="Lles cannot be installed",
        )
    except SetupFailed:
        _pip(*options, why="Lles cannot be installed")
