"""The one entry: `python3 -m tools.setup run|test|check|bench|env|lock|clean`. Needs only Python."""

import os
import shlex
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tools import assets, browser, catalogues, checks, environment, locks
from tools.steps import (
    PYTHON,
    ROOT,
    STATE,
    VENV,
    SetupFailed,
    alone,
    beside,
    hand_over,
    is_stamped,
    put_stamp,
    run,
    say,
    step,
)

MADE = (".venv", "node_modules", "lles/site/assets/built", "out")
LEFT_BEHIND = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache")
LLES = VENV / "bin" / "lles"
POSTGRES = (PYTHON, "-m", "lles.links.postgres")


def prepare(kind: environment.Kind) -> None:
    """Make the environment, the front-end files and the catalogues agree with this version."""
    with alone():
        (STATE / "static").mkdir(exist_ok=True)
        environment.ensure(kind)
        assets.ensure()
        if catalogues.stale():
            with step("Words of the screens"):
                run((PYTHON, "-m", "tools.catalogues"), why="A catalogue cannot be read")


def run_lles() -> int:
    """Set everything up, do the main job once on invented cases, then serve, at PORT; SERVE=0 stops
    before serving."""
    prepare("requirements")
    was_running = STATE.exists() and hand_over((*POSTGRES, "running")) == 0
    try:
        _bring_the_database_to_this_version()
        invented = {"LLES_DEMONSTRATION": os.environ.get("LLES_DEMONSTRATION", "1")}
        return hand_over((LLES, "demo", *serving()), invented)
    finally:
        if not was_running:
            hand_over((*POSTGRES, "rest"))


def serving() -> tuple[str, ...]:
    """What the demonstration is told of serving: not at all with SERVE=0, and at which port."""
    if os.environ.get("SERVE") == "0":
        return ()
    port = os.environ.get("PORT", "")
    return ("--serve", "--port", port) if port else ("--serve",)


def _bring_the_database_to_this_version() -> None:
    """Migrate, unless that was done for this very version; a database that is not there `lles` makes."""
    where = {name: os.environ.get(name, "") for name in ("LLES_DATABASE_URL", "LLES_DATABASE_NAME")}
    said = {"shape": environment.shape_of_the_database(), **where}
    stamp = STATE / "migrated.json"
    if not is_stamped(stamp, said):
        with step("Database"):
            run((LLES, "migrate"), why="The database cannot be made ready")
        put_stamp(stamp, said)


def test() -> int:
    """Set everything up, check, and run all tests, one process a core; ARGS are handed to pytest."""
    prepare("requirements-dev")
    with alone():
        found = browser.ensure()
    with beside((PYTHON, "-m", "tools.test_databases")):  # it waits where the checks work
        checked = checks.check()
    arguments = shlex.split(os.environ.get("ARGS", ""))
    try:
        side_by_side = ("-n", str(os.cpu_count() or 1))
        command: tuple[str | Path, ...] = (PYTHON, "-m", "pytest", *side_by_side, *arguments)
        tested = hand_over(command, {"LLES_BROWSER": str(found)})
    finally:
        hand_over((*POSTGRES, "rest"), {"LLES_STATE": str(STATE / "test")})
    if checked:
        say("The checks above did not pass.")
    return tested or checked


def check() -> int:
    """Format, lint, types, contracts, translations."""
    prepare("requirements-dev")
    return checks.check()


def bench() -> int:
    """Measure, and print a table."""
    prepare("requirements-dev")
    return hand_over((PYTHON, "-m", "tests.bench", *shlex.split(os.environ.get("ARGS", ""))))


def set_up() -> int:
    """Set everything up for somebody who works on Lles, and stop there."""
    prepare("requirements-dev")
    say("Ready: .venv/bin/lles, make run, make test.")
    return 0


def lock() -> int:
    """Write the lock files anew; UPGRADE=1 takes newer versions."""
    with alone():
        environment.ensure("requirements-dev")
        locks.write(upgrade=os.environ.get("UPGRADE") == "1")
    return 0


def clean() -> int:
    """Remove what the set-up made; DATABASE=1 removes the databases, documents and keys too."""
    everything = os.environ.get("DATABASE") == "1"
    if everything and STATE.exists() and not PYTHON.exists() and os.geteuid() == 0:
        raise SetupFailed(
            "The databases of root lie outside this folder: make env, then make clean DATABASE=1."
        )
    for state in (STATE, STATE / "test", STATE / "bench"):
        if PYTHON.exists() and state.exists():
            hand_over((*POSTGRES, "remove" if everything else "stop"), {"LLES_STATE": str(state)})
    made = [ROOT / name for name in (*MADE, *LEFT_BEHIND)]
    made += [*ROOT.glob("lles/**/*.mo"), *ROOT.glob("[lt]*/**/__pycache__"), *([STATE] if everything else [])]
    for path in made:
        _remove(path)
    say(
        "Clean."
        if everything
        else "Clean; the database and its keys are kept in .lles (DATABASE=1 removes them)."
    )
    return 0


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


WISHES: dict[str, Callable[[], int]] = {
    **{"run": run_lles, "test": test, "check": check, "bench": bench},
    **{"env": set_up, "lock": lock, "clean": clean},
}


def main(arguments: list[str]) -> int:
    """Do one wish; a failure is one line, an interruption says how to go on."""
    if len(arguments) != 1 or arguments[0] not in WISHES:
        say(f"Usage: python3 -m tools.setup {'|'.join(WISHES)}")
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return WISHES[arguments[0]]()
    except SetupFailed as error:
        say(f"\nFailed. {error}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted. The same command goes on from here.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
