"""The letter of a court that takes no upload: a person files it by hand, and each step says so."""

from datetime import UTC, datetime

import pytest

from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Filing, Hearing, Officer
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.safeguarding.tests.test_views import PATH, REASONS, TYPED


@pytest.fixture
def in_wales(case: Case, own: Officer, now: datetime) -> Case:
    """The case at a Welsh court, with the task of its letter and a hearing."""
    hearing = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=hearing)
    open_task(case=case, by=own, at=now, kind="safeguarding.letter")
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    return case


def test_what_is_to_be_filed_by_hand_is_not_said_to_be_on_its_way(in_wales: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    answer = fill(client, f"{PATH}file/", **REASONS)
    shown = text_of(client, answer["Location"])
    assert "file it by hand" in shown
    assert "on its way to the court" not in shown
    assert "on its way" not in text_of(client, f"/cases/{in_wales.reference}/timeline/")
    for filing in Filing.objects.all():
        assert f"/cases/{in_wales.reference}/filings/{filing.pk}/" in shown


@pytest.mark.parametrize(
    ("language", "task"),
    [
        ("en", "File with the court by hand: Safeguarding letter, {}"),
        ("cy", "Cyflwyno i'r llys â llaw: Llythyr diogelu, {}"),
    ],
)
def test_two_documents_to_file_are_told_apart_on_the_page_of_tasks(
    in_wales: Case, own: Officer, language: str, task: str
) -> None:
    fill(client_of(own), PATH, **TYPED)
    fill(client_of(own), f"{PATH}file/", **REASONS)
    shown = text_of(client_of(own, language), f"/cases/{in_wales.reference}/tasks/")
    for name in {"en": ("English", "Welsh"), "cy": ("Saesneg", "Cymraeg")}[language]:
        assert task.format(name) in shown


def test_nobody_is_said_to_have_filed_the_other_language_until_somebody_says_so(
    in_wales: Case, own: Officer
) -> None:
    fill(client_of(own), PATH, **TYPED)
    fill(client_of(own), f"{PATH}file/", **REASONS)
    filing = Filing.objects.order_by("pk")[0]
    shown = text_of(client_of(own), f"/cases/{in_wales.reference}/filings/{filing.pk}/")
    assert "I filed the version in the other language with it" in shown
    assert " checked" not in shown
