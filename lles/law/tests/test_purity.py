"""Law and rules need neither Django nor a clock: they run where Django cannot be imported."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PROGRAM = """
import importlib, sys
class NoDjango:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "psycopg", "procrastinate"}:
            raise ImportError(f"{name} is out of reach")
sys.meta_path.insert(0, NoDjango())
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1, "django" in sys.modules)
"""


def pure_modules() -> list[str]:
    """Every module of law and every rules module of the house."""
    files = [*HOUSE.glob("law/*.py"), *HOUSE.glob("**/rules.py"), *HOUSE.glob("**/rules/*.py")]
    parts = [path.relative_to(HOUSE.parent).with_suffix("").parts for path in files]
    return sorted({".".join(part for part in one if part != "__init__") for one in parts})


def imported(*names: str) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter without Django that imports these modules."""
    command = [sys.executable, "-c", PROGRAM, *names]
    return subprocess.run(command, capture_output=True, text=True, cwd=HOUSE.parent, check=False)


def test_it_imports_without_django() -> None:
    names = pure_modules()
    assert {"lles.law.periods", "lles.work.safeguarding.rules.letter_due"} <= set(names)
    done = imported(*names)
    assert done.stdout == f"{len(names)} False\n", done.stderr


def test_it_would_see_django() -> None:
    assert "django is out of reach" in imported("django.conf").stderr


def test_it_reads_no_clock() -> None:
    for path in HOUSE.glob("law/*.py"):
        source = path.read_text(encoding="utf-8")
        assert not any(clock in source for clock in (".now(", ".today(", "import time", "os.environ")), (
            path.name
        )
