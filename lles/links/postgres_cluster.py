"""One PostgreSQL with its data folder: made, started, found again after a crash, stopped."""

import contextlib
import fcntl
import os
import secrets
import shlex
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from lles.links import postgres_programs as programs
from lles.links.postgres_programs import DatabaseDidNotStart

PORT = 5432
PATIENCE = 60  # seconds; a start after a crash reads the log again and can take a while


def _mark_of(state: Path) -> str:
    """The name of a state folder, made once and kept in it: a folder made anew at the same place is
    another."""
    kept = state / "cluster-id"
    if not kept.exists():
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=state, encoding="ascii") as file:
            file.write(secrets.token_hex(4))
            file.flush()
            with contextlib.suppress(FileExistsError):
                os.link(file.name, kept)
    return kept.read_text(encoding="ascii").strip()


class Cluster:
    """The places, the keeper and the life of one server; its data belong to one state folder."""

    def __init__(self, state: Path, superuser: str, roles: tuple[str, ...]) -> None:
        mark = _mark_of(state)
        self.keeper = programs.keeper()
        elsewhere = self.keeper.is_another
        self.home = programs.place_for_root() / f"lles-{mark}" if elsewhere else state / "postgres"
        self.socket = Path("/tmp") / f"lles-{self.keeper.uid}-{mark}"  # the name of a socket has to be short
        self.data = self.home / "data"
        self.log = self.home / "log" / "postgres.log"
        self.superuser = superuser
        self.admitted = (superuser, *roles)

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock: of several processes one starts the server and the others find it started."""
        self.home.mkdir(mode=0o755 if self.keeper.is_another else 0o700, parents=True, exist_ok=True)
        with (self.home / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def answers(self) -> bool:
        """Tell whether the server takes connections; nothing is started for it."""
        if not (self.data / "postmaster.pid").exists():
            return False
        asked = make_conninfo(host=str(self.socket), port=PORT, user=self.superuser, connect_timeout=5)
        return PGconn.ping(asked.encode()) == Ping.OK

    def make(self) -> bool:
        """Make the data folder unless it is there, and say who may connect; tell whether it was made."""
        (self.home / "pg_hba.conf").write_text("local all all peer map=lles\n")
        known = "".join(f'lles "{programs.caller()}" {role}\n' for role in self.admitted)
        (self.home / "pg_ident.conf").write_text(known)
        if self.data.exists():
            return False
        making = self.home / "making"
        shutil.rmtree(making, ignore_errors=True)
        self._private(making)
        program = self._program("initdb")
        help_text = programs.run((program, "--help"), self.keeper).stdout
        builtin = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        locale = builtin if "builtin-locale" in help_text else ("--locale=C.UTF-8",)
        fixed = ("--auth=peer", "--encoding=UTF8", "--data-checksums")
        done = programs.run((program, "-D", making, "-U", self.superuser, *fixed, *locale), self.keeper)
        if done.returncode != 0:
            raise DatabaseDidNotStart(f"PostgreSQL could not make its data folder. {_last(done.stdout)}")
        making.rename(self.data)
        return True

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._private(self.socket)
        self._private(self.log.parent)
        deadline = time.monotonic() + PATIENCE
        while True:
            self._forget_the_dead()
            output = self._control("start", "-l", self.log, "-o", self._options())
            if self.answers():
                return
            if time.monotonic() > deadline:
                raise DatabaseDidNotStart(f"PostgreSQL did not start, see {self.log}. {_last(output)}")
            time.sleep(0.2)  # a server that was killed can leave its name behind for some seconds

    def stop(self) -> None:
        """Stop the server if it runs; work under way is rolled back."""
        if (self.data / "postmaster.pid").exists():
            self._control("stop", "-m", "fast")
        if not self.answers():
            shutil.rmtree(self.socket, ignore_errors=True)

    def _control(self, wish: str, *options: str | Path) -> str:
        program = self._program("pg_ctl")
        return programs.run(
            (program, wish, "-D", self.data, "-w", "-t", str(PATIENCE), *options), self.keeper
        ).stdout

    def _options(self) -> str:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": self.socket,
            "unix_socket_permissions": "0700",
            "port": PORT,
            "hba_file": self.home / "pg_hba.conf",
            "ident_file": self.home / "pg_ident.conf",
            "timezone": "UTC",
            "log_timezone": "UTC",
            # A statement holds what people typed: it is never written to the log, nor are its values.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
            "log_parameter_max_length_on_error": "0",
        }
        return " ".join(shlex.join(("-c", f"{name}={value}")) for name, value in settings.items())

    def _forget_the_dead(self) -> None:
        """Drop the lock of a server that is gone, where its number is a zombie's or another program's now."""
        if not Path("/proc/self/cwd").exists():
            return
        at_work = False  # the processes of PostgreSQL work in their data folder
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                folder = str((process / "cwd").readlink())
                at_work |= folder == str(self.data)
                if folder == f"{self.data} (deleted)":
                    os.kill(int(process.name), signal.SIGQUIT)  # its data were removed while it ran
        if not at_work:
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _program(self, name: str) -> Path:
        found = programs.installed()
        return (programs.reachable(found) if self.keeper.is_another else found) / name

    def _private(self, folder: Path) -> None:
        """Make a folder that the keeper alone may enter; refuse one that another user has put there."""
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            os.chown(folder, self.keeper.uid, self.keeper.gid)
        found, name = folder.lstat(), self.keeper.name
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.keeper.uid or found.st_mode & 0o077:
            raise DatabaseDidNotStart(f"{folder} is not a private folder of the user {name}: remove it.")


def _last(output: str) -> str:
    return (output.strip().splitlines() or [""])[-1]
