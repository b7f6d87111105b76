"""What imports cannot show: names and sizes of files, the clock, the mail, what tracked files may not say."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "lles"
LONGEST = 300
HOMELESS = {"utils", "util", "helpers", "helper", "common", "services", "core", "misc", "base", "manager"}
HOMELESS |= {"managers", "data", "info", "stuff", "lib", "shared", "tools", "functions"}
CLOCK = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
CLOCK |= {("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"), ("time", "time")}
OUTWARD = {"django.core.mail", "FileResponse", "smtplib"}
HOSTS = ["py" + "pi.org", "pythonhosted" + ".org", "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com"]
HOSTS += ["artifact" + "ory", "sona" + "type", "code" + "artifact"]


def sources(folder: Path = PACKAGE) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "node_modules" not in path.parts)


def tracked() -> list[Path]:
    done = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"), cwd=ROOT, capture_output=True
    )
    if done.returncode != 0:
        pytest.skip("This is not a git checkout, so nothing is tracked.")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_it_keeps_files_short_enough_to_read() -> None:
    files = [*sources(), *sources(ROOT / "tools"), *sources(ROOT / "tests")]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {
        path for path, length in lengths.items() if length > LONGEST and "migrations" not in path.parts
    } == set()


def test_it_has_no_home_for_the_homeless() -> None:
    names = {part.removesuffix(".py") for path in sources() for part in path.relative_to(PACKAGE).parts}
    assert names & HOMELESS == set()


def test_it_says_what_each_module_is() -> None:
    bare = [
        path
        for path in sources()
        if _needs_words(path) and not ast.get_docstring(ast.parse(path.read_bytes()))
    ]
    assert bare == []


def _needs_words(path: Path) -> bool:
    return "migrations" not in path.parts and not (path.name == "__init__.py" and "tests" in path.parts)


def may_read_the_clock(path: Path) -> bool:
    inside = path.relative_to(PACKAGE).parts
    names = {part.removesuffix(".py") for part in inside}
    places = {"tests", "views", "jobs", "portal", "partners", "api", "migrations"}
    return bool(names & places) or inside[0] == "site"


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_it_reads_the_clock_only_where_somebody_comes_in(path: Path) -> None:
    assert may_read_the_clock(path) or list(clock_readings(path.read_text(encoding="utf-8"))) == []


def clock_readings(text: str) -> Iterator[int]:
    """Lines that read the clock: `localtime(moment)` and `localdate(moment)` are conversions and do not."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            if (owner, node.attr) in CLOCK and not _converts(node, text):
                yield node.lineno


def _converts(node: ast.Attribute, text: str) -> bool:
    rest = text.splitlines()[(node.end_lineno or 1) - 1][node.end_col_offset or 0 :]
    return node.attr in {"localtime", "localdate"} and rest.startswith("(") and not rest.startswith("()")


@pytest.mark.parametrize(
    "line", ["datetime.now(UTC)", "date.today()", "timezone.now()", "default=timezone.now"]
)
def test_it_sees_a_planted_clock(line: str) -> None:
    assert list(clock_readings(f"x = 1\nf({line})")) == [2]


def test_it_sends_and_serves_nothing_past_the_gate() -> None:
    found = {path.name for path in sources() if "tests" not in path.parts and names_outward(path.read_text())}
    assert found <= {"mail.py"}  # the mail back end that refuses what does not carry the mark of the gate


def names_outward(text: str) -> bool:
    for node in ast.walk(ast.parse(text)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        names += [f"{node.module}"] if isinstance(node, ast.ImportFrom) else []
        if any(name == out or name.startswith(f"{out}.") for name in names for out in OUTWARD):
            return True
    return False


@pytest.mark.parametrize(
    "line", ["from django.core.mail import send_mail", "from django.http import FileResponse"]
)
def test_it_sees_a_planted_way_out(line: str) -> None:
    assert names_outward(line)


def test_it_names_no_registry_in_any_tracked_file() -> None:
    named = [(path, host) for path in tracked() for host in HOSTS if host in _text(path)]
    assert named == []


def test_it_locks_without_addresses() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text()
        assert "--hash=sha256:" in lock.read_text()
    front_end = (ROOT / "package-lock.json").read_text()
    assert '"resolved"' not in front_end
    assert re.findall(r"https?://[^\"]*", re.sub(r'"funding": \{[^}]*\}', "", front_end)) == []


def test_it_tracks_nothing_that_the_set_up_makes() -> None:
    made = {".venv", "node_modules", ".lles", "built", "out", "__pycache__"}
    assert [
        path for path in tracked() if made & set(path.relative_to(ROOT).parts) or path.suffix == ".mo"
    ] == []


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace").lower()
