"""The embedded server starts, is shared, survives a kill, and lets nobody in but its owner."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from lles.links.postgres import APP, LOCATIONS, OWNER, PROJECT, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("a state folder"), environ={})
    server.ensure()
    server.create_database()
    yield server
    server.remove()


def said(server: Server, statement: str, role: str = OWNER) -> object:
    with psycopg.connect(server.url(role=role), autocommit=True) as connection:
        row = connection.execute(statement.encode()).fetchone()
        return row[0] if row else None


def postmaster(server: Server) -> int:
    return int((server.cluster.data / "postmaster.pid").read_text().splitlines()[0])


def test_it_keeps_what_was_written_over_a_stop_and_a_start(server: Server) -> None:
    with psycopg.connect(server.url(role=OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    server.stop()
    assert not server.is_running()
    assert said(server.ensure(), "SELECT answer FROM kept") == 42


def test_it_recovers_after_a_kill(server: Server) -> None:
    with psycopg.connect(server.url(role=OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE before_the_kill AS SELECT 1")
    os.kill(postmaster(server), signal.SIGKILL)
    server.ensure()
    assert said(server, "SELECT count(*) FROM before_the_kill") == 1


def test_it_forgets_the_lock_of_a_server_whose_number_another_program_has_now(server: Server) -> None:
    server.stop()
    lock = server.cluster.data / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{server.cluster.data}\n1\n5432\n{server.cluster.socket}\n\n0 0\nready\n")
    os.chown(lock, server.cluster.keeper.uid, server.cluster.keeper.gid)
    server.ensure()
    assert postmaster(server) != os.getpid()


def test_it_is_started_once_by_processes_that_come_together(tmp_path: Path) -> None:
    environ = {**os.environ, "LLES_STATE": str(tmp_path)}
    environ.pop("LLES_DATABASE_URL", None)
    command = [sys.executable, "-m", "lles.links.postgres", "ensure"]
    together = [subprocess.Popen(command, env=environ, cwd=PROJECT) for _ in range(3)]
    try:
        assert [process.wait(60) for process in together] == [0, 0, 0]
        assert said_by_superuser(tmp_path, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'lles%'") == 3
    finally:
        Server(tmp_path, environ={}).remove()


def said_by_superuser(state: Path, statement: str) -> object:
    with psycopg.connect(Server(state, environ={}).url("postgres", "postgres")) as connection:
        row = connection.execute(statement.encode()).fetchone()
        return row[0] if row else None


def test_it_never_trades_safety_for_speed(server: Server) -> None:
    assert said(server, "SHOW fsync") == "on"
    assert said(server, "SHOW full_page_writes") == "on"
    assert said(server, "SHOW data_checksums") == "on"


def test_it_sorts_the_same_everywhere(server: Server) -> None:
    found = said(server, "SELECT datlocprovider::text || datcollate FROM pg_database WHERE datname = 'lles'")
    assert found in {"bC", "cC.UTF-8"}
    assert said(server, "SHOW server_encoding") == "UTF8"


def test_it_listens_on_a_private_socket_alone(server: Server) -> None:
    assert said(server, "SHOW listen_addresses") == ""
    assert server.cluster.socket.stat().st_mode & 0o777 == 0o700
    assert server.cluster.data.stat().st_mode & 0o077 == 0
    assert len(str(server.cluster.socket / ".s.PGSQL.5432")) < 100


def test_it_admits_the_user_who_started_it_and_those_three_roles(server: Server) -> None:
    assert (server.cluster.home / "pg_hba.conf").read_text() == "local all all peer map=lles\n"
    with pytest.raises(psycopg.OperationalError, match="Peer authentication failed"):
        psycopg.connect(server.url(role=LOCATIONS))


def test_it_does_not_run_as_root(server: Server) -> None:
    assert server.cluster.data.stat().st_uid != 0
    assert Path(f"/proc/{postmaster(server)}").stat().st_uid == server.cluster.keeper.uid != 0


def test_it_refuses_a_socket_folder_of_somebody_else(tmp_path: Path) -> None:
    server = Server(tmp_path, environ={})
    server.cluster.socket.mkdir(mode=0o755)
    try:
        with pytest.raises(RuntimeError, match="not a private folder"):
            server.ensure()
    finally:
        server.cluster.socket.rmdir()
        server.remove()


def test_it_gives_the_application_rows_but_no_tables_of_its_own(server: Server) -> None:
    with psycopg.connect(server.url(role=OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE of_the_owner (n int)")
    with psycopg.connect(server.url(role=APP), autocommit=True) as connection:
        connection.execute("INSERT INTO of_the_owner VALUES (1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE of_the_application (n int)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DROP TABLE of_the_owner")


def test_it_opens_locations_only_to_who_asks_for_that_role(server: Server) -> None:
    with psycopg.connect(server.url(role=OWNER), autocommit=True) as connection:
        connection.execute("CREATE TABLE whereabouts AS SELECT 'SA1 1AA' AS postcode")
        connection.execute("REVOKE ALL ON whereabouts FROM lles_app")
        connection.execute("GRANT SELECT ON whereabouts TO lles_locations")
    with psycopg.connect(server.url(role=APP), autocommit=True) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM whereabouts")
        connection.execute("SET ROLE lles_locations")
        assert connection.execute("SELECT postcode FROM whereabouts").fetchone() == ("SA1 1AA",)


def test_it_makes_and_drops_databases(server: Server) -> None:
    assert server.create_database("another") is True
    assert server.create_database("another") is False
    with psycopg.connect(server.url("another", OWNER)) as connection:
        assert connection.execute("SELECT similarity(unaccent('Siân'), 'Sian')").fetchone() == (1.0,)
    server.drop_database("another")
    server.drop_database("another")


def test_it_leaves_a_given_database_alone(tmp_path: Path) -> None:
    server = Server(
        tmp_path, environ={"LLES_DATABASE_URL": "postgresql://someone:word@db.example:6432/lles_live"}
    )
    server.ensure()
    server.stop()
    assert not any(tmp_path.iterdir())
    assert server.dsn() == "user=someone password=word dbname=lles_live host=db.example port=6432"
    assert server.django("lles_test")["NAME"] == "lles_test"
