"""What the commands say, write and log: the place of a mother who must not be found stands in none of it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile.changes.checks import Found, record_check_answer
from lles.casefile.documents import COURT
from lles.links.postgres import PROJECT, Server
from lles.site.synthetic.families import LONDON
from tests.crawl.canary import EMAIL, HOME, PHONE, found_in
from tests.crawl.cast import officer
from tests.crawl.conftest import Prepared, files_in
from tests.crawl.family import as_sent, hidden_family
from tests.journeys.service import working_in

NEW = 9
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def database(prepared: Prepared, database_server: Server) -> Iterator[str]:
    """A copy of the ground, because commands keep what they do."""
    name = f"{prepared.database}_commands"
    database_server.drop_database(name)
    database_server.create_database(name, template=prepared.database)
    yield name
    database_server.drop_database(name)


@pytest.fixture
def lles(prepared: Prepared, database: str) -> Command:
    """Runs a command as somebody at the machine would."""

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"LLES_DATABASE_NAME": database, "LLES_STORE": str(prepared.store)}
        return subprocess.run(
            [sys.executable, "-m", "lles", *words], cwd=PROJECT, env=environment, capture_output=True,
            text=True, timeout=60, check=False,
        )  # fmt: skip

    return run


def test_it_takes_an_answer_without_saying_where_anybody_is(lles: Command, tmp_path: Path) -> None:
    case = as_sent(hidden_family(NEW, datetime.now(LONDON).date()))
    nameless = {name: value for name, value in case.items() if name != "id"}
    for name, content in (
        ("answer", {"total": 2, "cases": [case, nameless]}),
        ("wrong", f"{HOME.postcode}\0"),
    ):
        (tmp_path / f"{name}.json").write_text(json.dumps(content) if name == "answer" else str(content))
    took = lles("feed", "take", str(tmp_path / "answer.json"), str(tmp_path / "wrong.json"))
    outcomes = [json.loads(line)["outcome"] for line in took.stdout.splitlines()]
    assert outcomes == ["opened", "held"]
    assert found_in(took.stdout) | found_in(took.stderr) == frozenset()
    listed = lles("reconcile")
    assert found_in(listed.stdout) | found_in(listed.stderr) == frozenset()


def test_it_takes_a_message_without_saying_where_anybody_is(lles: Command, tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = f"x <{EMAIL}>", HOME.street
    message.set_content(HOME.in_one_line())
    message.add_attachment(PHONE, filename=f"{HOME.postcode}.txt")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    (tmp_path / "wrong.eml").write_text(f"{HOME.postcode}\0")
    took = lles("mail", "take", str(tmp_path / "a.eml"), str(tmp_path / "a.eml"), str(tmp_path / "wrong.eml"))
    outcomes = [json.loads(line)["outcome"] for line in took.stdout.splitlines()]
    assert (took.returncode, outcomes) == (1, ["waiting", "unchanged", "held"])
    assert found_in(took.stdout) | found_in(took.stderr) == frozenset()


def test_it_previews_the_letter_without_saying_where_she_is(
    lles: Command, prepared: Prepared, tmp_path: Path
) -> None:
    done = lles("letter", "preview", prepared.ground.references["own"], "--out", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "")
    assert set(done.stderr.splitlines()) >= {str(path) for path in tmp_path.iterdir()}
    assert {path.name for path in tmp_path.iterdir()} == {
        "court.en.pdf",
        "court.cy.pdf",
        "applicant-1.cy.pdf",
    }
    assert [
        path.name for path in tmp_path.iterdir() if found_in(path.read_bytes()) | found_in(path.name)
    ] == []


def test_it_stops_a_letter_that_says_it_and_names_the_place_alone(
    lles: Command, prepared: Prepared, database: str, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    with files_in(prepared.store), working_in(database, django_db_blocker):
        case = prepared.ground.case("own")
        record_check_answer(
            case=case, by=officer("own"), at=prepared.ground.at,
            check=case.checks.get(kind="police", party__role="respondent"),
            found=[Found("incident", as_received=f"They are at {HOME.in_one_line()}.", passing_on="text")],
            identified_by=["name", "date_of_birth"], received_on=prepared.ground.at.date(),
        )  # fmt: skip
    done = lles("letter", "preview", prepared.ground.references["own"], "--out", str(tmp_path))
    refused = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(line["reader"], line["language"]) for line in refused} >= {(COURT, "en"), (COURT, "cy")}
    assert all(set(line) == {"reader", "language", "place", "reason"} for line in refused)
    assert found_in(done.stdout) | found_in(done.stderr) == frozenset()
    telling = {path.name for path in tmp_path.iterdir() if found_in(path.read_bytes())}
    assert telling <= {"applicant-1.cy.pdf"}  # she knows where she is
