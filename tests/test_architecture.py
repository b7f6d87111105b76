"""The contracts of the house hold, and each of them is seen to fail when it is broken."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTRACTS = ROOT / ".importlinter"
LINT = (sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as c; c()")

MODULES = """
law/periods law/tests/test_periods links/pdf links/outward/filing links/tests/test_pdf
casefile/apps casefile/urls casefile/views casefile/jobs casefile/forms casefile/changes casefile/drafts
casefile/outbox casefile/enquiry
casefile/documents casefile/gate casefile/queries casefile/register casefile/kinds casefile/access
casefile/timeline casefile/inserting casefile/once
casefile/locations casefile/passage casefile/prepared casefile/models casefile/rules casefile/migrations/first
casefile/tests/test_gate
work/intake/work work/intake/views work/intake/changes work/intake/documents work/intake/queries
work/intake/models work/intake/rules work/intake/tests/test_rules work/allocation/changes
work/allocation/models site/urls conftest
"""

LAWFUL = {
    "casefile/gate": "import lles.links.outward.filing",
    "casefile/documents": "import lles.links.pdf",
    "casefile/tests/test_gate": "import lles.casefile.models, lles.casefile.gate, lles.links.outward.filing",
    "links/tests/test_pdf": "import lles.links.pdf",
    "work/intake/queries": "import lles.casefile.models, lles.work.intake.models",
    "work/intake/tests/test_rules": "import lles.work.intake.models, lles.work.intake.rules",
    "site/urls": "import lles.work.intake.views, lles.casefile.views",
}

PLANTED = [
    ("the house", "law/periods", "import lles.casefile.queries"),
    ("the house", "casefile/queries", "import lles.work.intake.queries"),
    ("the house", "work/intake/views", "import lles.site.urls"),
    ("the house", "stray", ""),
    ("pieces of work do not know each other", "work/intake/changes", "import lles.work.allocation.changes"),
    ("the shape of a piece of work", "work/intake/rules", "import lles.work.intake.changes"),
    ("the shape of a piece of work", "work/intake/queries", "import lles.work.intake.views"),
    ("the shape of a piece of work", "work/intake/helpers", ""),
    ("the shape of the casefile", "casefile/models", "import lles.casefile.locations"),
    ("the shape of the casefile", "casefile/timeline", "import lles.casefile.changes"),
    ("the shape of the casefile", "casefile/documents", "import lles.casefile.gate"),
    ("law and rules are pure", "law/periods", "import django.utils"),
    ("law and rules are pure", "work/intake/rules", "import django"),
    ("law and rules are pure", "casefile/rules", "import lles.links.pdf"),
    ("the models of the casefile are protected", "work/intake/views", "import lles.casefile.models"),
    ("the models of the casefile are protected", "site/urls", "import lles.casefile.models"),
    ("the models of a piece of work are protected", "work/intake/views", "import lles.work.intake.models"),
    ("out only through the gate", "casefile/jobs", "import lles.links.outward.filing"),
    ("out only through the gate", "work/intake/changes", "import lles.links.outward.filing"),
    ("one place renders", "work/intake/documents", "import lles.links.pdf"),
    ("no cycles", "law/periods", "import lles.links.pdf\n"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = (*LINT, "--no-cache", "--no-logo", "--config", str(CONTRACTS))
    environ = {**os.environ, "PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1", "COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)


def broken(done: subprocess.CompletedProcess[str]) -> set[str]:
    return set(re.findall(r"^(.*?) BROKEN", done.stdout, re.MULTILINE))


def write(house: Path, module: str, text: str) -> None:
    path = house / "lles" / f"{module}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in path.parents:
        if folder == house:
            break
        (folder / "__init__.py").touch()
    path.write_text(f"{path.read_text() if path.exists() else ''}{text}\n")


def named_in_the_contracts() -> list[str]:
    """Modules that a contract names without a star; the skeleton has an empty file for each new one."""
    named = re.findall(r"^ +lles\.([\w.]+)$", CONTRACTS.read_text(), re.MULTILINE)
    known = {"/".join(module.split("/")[:length]) for module in MODULES.split() for length in range(1, 6)}
    return [name.replace(".", "/") for name in dict.fromkeys(named) if name.replace(".", "/") not in known]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for module in [*MODULES.split(), *named_in_the_contracts()]:
        write(tmp_path, module, LAWFUL.get(module, ""))
    return tmp_path


def test_it_keeps_every_contract() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_finds_a_lawful_house_lawful(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("contract", "module", "text"), PLANTED)
def test_it_sees_a_planted_violation(house: Path, contract: str, module: str, text: str) -> None:
    write(house, module, text)
    if contract == "no cycles":
        write(house, "links/pdf", "import lles.law.periods")
    done = lint(house)
    assert done.returncode != 0
    assert contract in broken(done), done.stdout + done.stderr


def test_it_plants_one_violation_of_each_contract() -> None:
    named = re.findall(r"^name = (.*)$", CONTRACTS.read_text(), re.MULTILINE)
    assert set(named) == {contract for contract, _, _ in PLANTED}


def test_it_runs_law_and_rules_without_django(tmp_path: Path) -> None:
    for name in ("django", "psycopg", "httpx"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('law and rules have to do without this')")
    modules = [_name_of(path) for path in pure_files()]
    script = f"import importlib\nfor name in {modules!r}: importlib.import_module(name)"
    environ = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        (sys.executable, "-c", script), env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(modules) > 5


def pure_files() -> list[Path]:
    found = [*(ROOT / "lles" / "law").rglob("*.py"), *(ROOT / "lles" / "casefile" / "rules").rglob("*.py")]
    found += [path for path in (ROOT / "lles" / "work").rglob("*.py") if _is_rule(path)]
    return sorted(path for path in found if "tests" not in path.parts)


def _is_rule(path: Path) -> bool:
    return path.name == "rules.py" or path.parent.name == "rules"


def _name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
