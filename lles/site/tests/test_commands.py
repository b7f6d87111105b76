"""A command that is used in the wrong way says in one line what is wrong, and changes nothing."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from lles.casefile.changes.due_days import the_service
from lles.links.postgres import Server
from lles.site.cli import database, documents, feed, main, people, serving
from lles.site.secrets import sealing_key
from lles.work.intake.queries import arrivals

Said = pytest.CaptureFixture[str]
ADD = ("officer", "add", "mair.huws", "Mair Huws")


@pytest.fixture
def ready(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands find the database of the test."""
    for family in (documents, feed, people):
        monkeypatch.setattr(family, "ready", lambda: None)


def refused(said: Said, *words: str) -> tuple[int, str]:
    """The exit code and the one line."""
    code = main(words)
    (line,) = said.readouterr().err.splitlines()
    return code, line


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("serve", "--port", "99999"), "99999 is not a port"),
        (("serve", "--port", "0"), "0 is not a port"),
        (("court", "stand-in", "--folder", "/no/such"), "there is no folder /no/such"),
        (("letter", "preview", "C-1", "--out", __file__), "is not a folder"),
        (("demo", "--out", __file__), "is not a folder"),
    ],
)
def test_a_port_and_a_folder_are_looked_at_first(words: tuple[str, ...], says: str, capsys: Said) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert says in capsys.readouterr().err.splitlines()[-1]


def test_a_fact_without_a_value_is_named(capsys: Said) -> None:
    assert refused(capsys, "law", "explain", "SG-LETTER-DUE", "hearing") == (2, "hearing is not name=value")


@pytest.mark.parametrize("name", ["LLES_LOCATION_KEY", "LLES_STORE_KEY"])
def test_a_setting_that_holds_no_key_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"^{name} holds no key"):
        sealing_key({name: "not a key"}, name, tmp_path / "a.key")
    made = sealing_key({}, name, tmp_path / "a.key")
    assert sealing_key({name: made}, name, tmp_path / "b.key") == made
    (tmp_path / "a.key").write_text("torn", encoding="ascii")
    with pytest.raises(ImproperlyConfigured, match=r"a\.key holds no key"):
        sealing_key({}, name, tmp_path / "a.key")


def test_what_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setattr(database, "Server", lambda: Path("/proc/none").mkdir())
    assert refused(capsys, "migrate") == (1, "lles: /proc/none: No such file or directory")


def test_an_unknown_case_is_named(ready: None, tmp_path: Path, capsys: Said) -> None:
    told = refused(capsys, "letter", "preview", "C-9999", "--out", str(tmp_path / "out"))
    assert told == (2, "there is no case C-9999")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (ADD, "roles are: practitioner, "),
        ((*ADD, "--role", "the_service"), "roles are: practitioner, "),
        ((*ADD, "--role", "practitioner", "--office", "none"), "offices are: none yet"),
        (("officer", "add", " ", "Mair", "--role", "practitioner"), "give a user name"),
        ((*ADD, "--role", "practitioner"), "no password was given"),
        (("officer", "password", "nobody"), "nobody has the user name nobody"),
    ],
)
def test_an_officer_is_not_added_by_halves(
    ready: None, words: tuple[str, ...], says: str, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    code, line = refused(capsys, *words)
    assert (code, line.startswith(says)) == (2, True)


@pytest.mark.parametrize(("content", "held"), [('"x"', 1), ("[]", 0), ("{}", 0)])
def test_what_is_held_is_said_to_be_held(
    ready: None, content: str, held: int, tmp_path: Path, settings: Any, capsys: Said
) -> None:
    settings.LLES_STORE = str(tmp_path / "store")
    (tmp_path / "answer.json").write_text(content)
    code, line = refused(capsys, "feed", "take", str(tmp_path / "answer.json"))
    assert (code, "held in Arrivals" in line) == (0, bool(held))
    assert len(arrivals(the_service())) == held


def test_the_database_is_not_stopped_under_whoever_uses_it(
    db: None, database_server: Server, capsys: Said
) -> None:
    connection.ensure_connection()
    assert refused(capsys, "stop") == (1, database.IN_USE)
    assert database_server.is_running()


def test_a_database_that_was_given_is_stopped_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("LLES_DATABASE_URL", "postgresql://somebody@127.0.0.1:1/lles")
    assert refused(capsys, "stop")[0] == 1
    code, line = refused(capsys, "migrate")
    assert (code, line.startswith("lles: connection failed")) == (1, True)


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize("setting", ["fsync", "full_page_writes", "synchronous_commit", "data_checksums"])
def test_nothing_is_served_from_a_database_that_may_lose_what_is_saved(
    monkeypatch: pytest.MonkeyPatch, capsys: Said, setting: str
) -> None:
    monkeypatch.setattr(serving, "ready", lambda: None)
    monkeypatch.setattr(serving, "_is_taken", lambda port: False)
    monkeypatch.setattr(serving, "_served", lambda asked, then: 0)
    monkeypatch.delenv(database.MAY_LOSE)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY VIEW pg_settings AS SELECT name, CASE WHEN name = %s THEN 'off' ELSE 'on' END"
            " AS setting FROM pg_catalog.pg_settings",
            [setting],
        )
        cursor.execute("SET LOCAL search_path = pg_temp, pg_catalog, public")
    for command in (("serve",), ("worker",), ("demo",)):
        assert main(command) == 1
        assert f"these are off: {setting}. Switch" in capsys.readouterr().err


@pytest.mark.usefixtures("ready")
def test_tables_of_an_earlier_version_are_said_before_the_site_is_served(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(serving, "ready", lambda: None)
    monkeypatch.setattr(serving, "_is_taken", lambda port: False)
    monkeypatch.setattr(serving, "_served", lambda asked, then: 0)
    assert main(("serve",)) == 0
    known = MigrationRecorder.applied_migrations

    def earlier(recorder: MigrationRecorder) -> dict[tuple[str, str], Any]:
        return {name: row for name, row in known(recorder).items() if name[0] != "closing"}

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", earlier)
    assert main(("serve",)) == 1
    assert "lles migrate" in capsys.readouterr().err
