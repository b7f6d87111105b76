"""What the code has to satisfy before any test runs: format, lint, types, contracts, translations."""

import os
import subprocess
from pathlib import Path

from tools.steps import PYTHON, ROOT, VENV, environment, say, step

PROGRAMS = VENV / "bin"
CHECKS: dict[str, tuple[str | Path, ...]] = {
    "Format": (PROGRAMS / "ruff", "format", "--check", "--quiet", "."),
    "Lint": (PROGRAMS / "ruff", "check", "--quiet", "."),
    "Types": (PYTHON, "-m", "mypy"),
    "Contracts": (PROGRAMS / "lint-imports", "--no-cache"),
    "Translations": (PYTHON, "-m", "tools.translations"),
}


def check() -> int:
    """Run every check and show the words of those that fail; 0 when all pass."""
    failed = [name for name, command in CHECKS.items() if not _passes(name, command)]
    if failed:
        say(f"Not passed: {', '.join(failed)}.")
    return 1 if failed else 0


def _passes(name: str, command: tuple[str | Path, ...]) -> bool:
    with step(name):
        state = {"LLES_STATE": os.environ.get("LLES_STATE") or str(ROOT / ".lles" / "test")}
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment() | state,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        say(done.stdout.strip() or f"{name} failed without a word.")
    return done.returncode == 0
