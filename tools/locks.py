"""The lock files: every package with its hashes, for every platform, and no name of any host."""

from tools.assets import NPM
from tools.steps import PYTHON, ROOT, VENV, SetupFailed, run, step

OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes")
WITHOUT_HOSTS = ("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate")


def write(*, upgrade: bool) -> None:
    """Write the locks of Python and of the front end; versions stay unless an upgrade is asked for."""
    compile_one = (VENV / "bin" / "uv", "pip", "compile", "-q", *OPTIONS, *WITHOUT_HOSTS)
    newer = ("--upgrade",) if upgrade else ()
    for name in ("requirements-uv", "requirements", "requirements-dev"):
        with step(f"{name}.lock"):
            same = ("-c", "requirements.lock") if name == "requirements-dev" else ()
            named = (f"{name}.in", "-o", f"{name}.lock")
            run((*compile_one, *newer, *same, *named), why=f"{name}.in cannot be locked")
            if "://" in (ROOT / f"{name}.lock").read_text():
                raise SetupFailed(f"{name}.lock names a host: a lock of ours never does.")
    with step("package-lock.json"):
        wish = ("update" if upgrade else "install", "--package-lock-only")
        run((PYTHON, "-c", NPM, *wish), why="package.json cannot be locked")
