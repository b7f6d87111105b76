"""The set-up does each step once, says in one line why a step failed, and leaves the brand of others out."""

import os
import re
import signal
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest

from lles.links.postgres import APP, OWNER, Server
from tools import assets, browser, setup, steps, test_databases
from tools.steps import SetupFailed, hand_over, is_stamped, put_stamp, run

ROOT = Path(__file__).resolve().parents[1]


def test_it_remembers_what_was_done_with_exactly_this_in_hand(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp.json"
    assert not is_stamped(stamp, {"lock": "a"})
    put_stamp(stamp, {"lock": "a"})
    assert is_stamped(stamp, {"lock": "a"})
    assert not is_stamped(stamp, {"lock": "b"})
    stamp.write_text("half a fi")
    assert not is_stamped(stamp, {"lock": "a"})


def test_it_tells_in_one_line_why_a_step_failed() -> None:
    words = "print('a lot'); print('Error: the hash is wrong'); print('  more'); raise SystemExit(3)"
    with pytest.raises(
        SetupFailed, match=r"^Packages: Error: the hash is wrong All of it is in .*setup.log\.$"
    ):
        run((sys.executable, "-c", words), why="Packages")


def test_it_says_which_program_is_missing() -> None:
    with pytest.raises(SetupFailed, match="No such file"):
        run(("/nowhere/uv",), why="Packages")


def test_it_shows_progress_on_a_long_step(capsys: pytest.CaptureFixture[str]) -> None:
    with steps.step("A long step"):
        run((sys.executable, "-c", "import time; time.sleep(2.2)"), why="It cannot fail")
    assert re.fullmatch(r"A long step \.\(2\.\d s\)\n", capsys.readouterr().err)


def test_it_writes_nothing_to_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    run((sys.executable, "-c", "print('noise')"), why="It cannot fail")
    assert setup.main(["no such wish"]) == 2
    assert capfd.readouterr().out == ""


def test_it_passes_an_interruption_on_once_and_waits() -> None:
    script = "import signal, time; signal.signal(signal.SIGTERM, lambda *_: exit(7)); time.sleep(30)"
    threading.Timer(0.7, lambda: os.kill(os.getpid(), signal.SIGTERM)).start()
    start = time.monotonic()
    assert hand_over((sys.executable, "-c", script)) == 7
    assert time.monotonic() - start < 20


def test_what_works_beside_has_ended_when_the_rest_has(tmp_path: Path) -> None:
    made = tmp_path / "made"
    with steps.beside((sys.executable, "-c", f"import time; time.sleep(0.5); open({str(made)!r}, 'w')")):
        assert not made.exists()
    assert made.exists()


def test_it_keeps_caches_here_where_the_home_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/proc/nowhere")
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    own = steps.environment()
    assert own["UV_CACHE_DIR"].startswith(str(ROOT / ".lles"))
    assert "PYTHONPATH" not in own


def test_what_is_compiled_once_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ  # the plugin of the tests took it away
    assert not sys.dont_write_bytecode
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in steps.environment()


def test_it_makes_every_wish_a_target() -> None:
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert targets
    assert set(targets[1].split()) == set(setup.WISHES)


def test_it_takes_fonts_and_crest_out_of_the_style_sheet() -> None:
    css = (
        '@charset "UTF-8";@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}'
        "p{font-family:GDS Transport,arial,sans-serif}q{background:url(/assets/images/icon-tick.svg)}"
        "r{mask-image:url(/assets/images/govuk-crest.svg)}/*# sourceMappingURL=a.css.map */"
    )
    made = assets.without_brand(css)
    assert made == (
        f"p{{font-family:{assets.OUR_FACES}}}q{{background:url(images/icon-tick.svg)}}r{{mask-image:none}}"
    )


def test_it_built_files_that_name_only_what_is_there() -> None:
    sheet = (assets.BUILT / "design.css").read_text()
    assert not re.search(r"gds|/assets/|crest\.", sheet, re.IGNORECASE)
    named = set(re.findall(r"url\(([^)]+)\)", sheet))
    assert named
    assert [
        name for name in named if not name.startswith("data:") and not (assets.BUILT / name).exists()
    ] == []
    assert {path.name for path in (assets.BUILT / "fonts").glob("*.ttf")} == {
        f"SourceSans3-{cut}.ttf" for cut in ("Regular", "Bold", "Italic", "BoldItalic")
    }


def test_it_refuses_a_named_browser_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLES_BROWSER", "/bin/true")
    with pytest.raises(SetupFailed, match="no browser that starts"):
        browser.find()


def test_it_makes_a_lock_of_the_tests_that_agrees_with_that_of_the_product() -> None:
    assert pins("requirements") <= pins("requirements-dev")
    assert not any(name.startswith(("odfpy", "docopt", "reuse")) for name in pins("requirements-dev"))


def pins(name: str) -> set[str]:
    return set(re.findall(r"^(\S+==[^\s;\\]+)", (ROOT / f"{name}.lock").read_text(), re.MULTILINE))


def test_it_copies_databases_that_the_application_may_write_but_not_change(own_database: str) -> None:
    server = Server()
    with psycopg.connect(server.url(own_database, APP), autocommit=True) as connection:
        connection.execute("SELECT count(*) FROM django_migrations")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE mine (n int)")
    with psycopg.connect(server.url(own_database, OWNER)) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("lles_owner",)


def test_no_commit_of_a_test_waits_for_the_disk(database_server: Server) -> None:
    statement = "SELECT setting FROM pg_settings WHERE name = ANY(%s)"
    with psycopg.connect(database_server.url("postgres")) as connection:
        found = {str(one) for (one,) in connection.execute(statement, (list(test_databases.OUTLIVING),))}
    assert found == {"off"} or database_server.given


def test_it_drops_the_databases_of_runs_that_were_killed(database_server: Server) -> None:
    database_server.create_database(f"{test_databases.COPY}999999999")
    test_databases.drop_left_behind(database_server)
    assert database_server.create_database(f"{test_databases.COPY}999999999")
    database_server.drop_database(f"{test_databases.COPY}999999999")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, ("--serve",)),
        ({"PORT": "8207"}, ("--serve", "--port", "8207")),
        ({"SERVE": "0", "PORT": "8207"}, ()),
    ],
)
def test_it_serves_at_the_port_that_is_wished(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], told: tuple[str, ...]
) -> None:
    for name in ("SERVE", "PORT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert setup.serving() == told
