"""What is written of an enforcement is said in the other language too, and each reader has their own."""

from datetime import datetime

import pytest

from lles.casefile.changes.in_both import say_in_both
from lles.casefile.models import Case, Officer
from lles.casefile.queries.in_both import with_the_other
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.enforcement.changes.documents import write_document
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.also import written_of
from lles.work.enforcement.queries.report import Typed
from lles.work.enforcement.tests.written import ANSWERS, enforcement_of_the_father, texts


def test_what_its_author_wrote_reaches_the_court_in_both(case: Case, own: Officer, now: datetime) -> None:
    one = enforcement_of_the_father(case, own, now, ordered=True)
    typed = Typed({"happened": "He stayed away."}, "en", {"happened": "Arhosodd draw."})
    again = Enforcement.objects.get(pk=one.pk)
    report = write_document(case=case, by=own, at=now, enforcement=again, kind="failure", typed=typed)
    made = texts(case, "failure")
    assert "Arhosodd draw." in made["court cy"]
    assert "He stayed away." not in made["court cy"]
    assert "Arhosodd" not in made["court en"]
    assert "He stayed away." in made["court en"]
    assert report.said["other-happened"] == "Arhosodd draw."


def test_what_is_alleged_is_told_in_both(case: Case, own: Officer, now: datetime) -> None:
    one = enforcement_of_the_father(case, own, now)
    written = with_the_other(case, written_of(one))
    say_in_both(
        case=case, by=own, at=now, written=written, said={each.key: "Ni ddaeth neb." for each in written}
    )
    again = Enforcement.objects.get(pk=one.pk)
    typed = Typed(ANSWERS, "en")
    write_document(case=case, by=own, at=now, enforcement=again, kind="information", typed=typed)
    made = texts(case, "information")
    assert "Ni ddaeth neb." in made["court cy"]
    assert "He did not come to the handover." not in made["court cy"]
    assert "He did not come to the handover." in made["court en"]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_keeps_both_and_the_report_has_a_box_for_each(
    case: Case, own: Officer, now: datetime, language: str
) -> None:
    one, client = enforcement_of_the_father(case, own, now, ordered=True), client_of(own, language)
    matter = f"/cases/{case.reference}/enforcement/{one.pk}/"
    lacking = "mewn un iaith yn unig" if language == "cy" else "in one language alone"
    assert lacking in text_of(client, f"{matter}write/failure/")
    page = f"{matter}both-languages/"
    assert page in text_of(client, matter)
    typed = {each.key: "Yr un peth." for each in with_the_other(case, written_of(one))}
    assert fill(client, page, **typed).status_code == 302
    shown = text_of(client, f"{matter}write/failure/")
    assert lacking not in shown
    assert "Yn yr iaith arall: " in shown if language == "cy" else "In the other language: " in shown
    sent = {
        "words-happened": "He stayed away.",
        "other-happened": "Arhosodd draw.",
        "language_of_words": "en",
    }
    assert fill(client, f"{matter}write/failure/", **sent).status_code == 302
    assert "Arhosodd draw." in texts(case, "failure")["court cy"]
