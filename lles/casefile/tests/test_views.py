"""The pages of a case: for those who may, in both languages, within budget, silent on where people are."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from lles.casefile import register
from lles.casefile.changes.checks import open_checks
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Hearing, Officer, Party, Sighting, Task
from lles.casefile.queries.work import rows
from lles.casefile.tests.pages import client_of, statements, text_of
from lles.casefile.views.tasks import address_of

PAGES = (
    "",
    "family/",
    "people/",
    "timeline/",
    "tasks/",
    "checks/",
    "conversations/",
    "documents/",
    "court/",
    "letter/",
)
KINDS = ("safeguarding.letter", "safeguarding.checks", "safeguarding.call")


@pytest.fixture
def at_work(case: Case, own: Officer, now: datetime) -> Case:
    """The case with its checks, its tasks and a hearing."""
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=now.replace(year=2027))
    open_checks(case=case, by=own, at=now)
    for kind in KINDS:
        open_task(case=case, by=own, at=now, kind=kind)
    return case


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("page", PAGES)
def test_it_shows_every_page_in_both_languages(at_work: Case, own: Officer, page: str, language: str) -> None:
    html = text_of(client_of(own, language), f"/cases/{at_work.reference}/{page}")
    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert at_work.reference in html


@pytest.mark.parametrize("page", PAGES)
def test_it_puts_no_name_into_the_title(at_work: Case, own: Officer, page: str) -> None:
    html = text_of(client_of(own), f"/cases/{at_work.reference}/{page}")
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert title is not None
    assert "Bevan" not in title[1]


@pytest.mark.parametrize("page", PAGES)
def test_it_says_nowhere_where_a_person_can_be_found(at_work: Case, own: Officer, page: str) -> None:
    html = text_of(client_of(own), f"/cases/{at_work.reference}/{page}")
    assert not [detail for detail in ("Heol y D", "LL11", "07700", "example.org") if detail in html]


@pytest.mark.parametrize("page", [*PAGES, "allocate/", "receipt/", "letter/file/", "documents/1/"])
def test_it_does_not_exist_for_a_stranger(at_work: Case, stranger: Officer, page: str) -> None:
    client = client_of(stranger)
    hidden = client.get(f"/cases/{at_work.reference}/{page}")
    unknown = client.get(f"/cases/C-9999/{page}")
    assert (hidden.status_code, unknown.status_code) == (404, 404)
    assert _plain(hidden.content, at_work.reference) == _plain(unknown.content, "C-9999")


def _plain(content: bytes, reference: str) -> str:
    text = content.decode().replace(reference, "…")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def test_it_is_closed_to_those_who_have_not_signed_in(at_work: Case) -> None:
    answer = Client().get(f"/cases/{at_work.reference}/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/signin/")


def test_it_records_each_sight(at_work: Case, own: Officer) -> None:
    client_of(own).get(f"/cases/{at_work.reference}/timeline/")
    assert Sighting.objects.filter(case=at_work, officer=own, what="timeline").count() == 1


@pytest.mark.parametrize("page", ["", "timeline/"])
def test_it_asks_the_database_at_most_eight_times(at_work: Case, own: Officer, page: str) -> None:
    client = client_of(own)
    client.get("/find/")
    with statements() as sent:
        client.get(f"/cases/{at_work.reference}/{page}")
    assert len(sent) <= 8, "\n".join(sent)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_is_a_small_page(at_work: Case, own: Officer, language: str) -> None:
    assert len(text_of(client_of(own, language), f"/cases/{at_work.reference}/").encode()) < 25_000


def test_the_summary_says_what_to_keep_in_mind(at_work: Case, own: Officer) -> None:
    html = text_of(client_of(own), f"/cases/{at_work.reference}/")
    assert "Where they can be found is protected: Siân Morris" in html
    assert "Welsh: Siân Morris" in html
    assert "Why this day? Safeguarding letter" in html


def test_details_open_one_person_at_a_time_and_the_opening_is_recorded(
    at_work: Case, own: Officer, mother: Party
) -> None:
    client, path = client_of(own), f"/cases/{at_work.reference}/people/details/"
    assert "Heol y D" not in text_of(client, path)
    opened = client.post(path, {"owner": f"party:{mother.pk}"}).content.decode()
    assert "Heol y Dŵr" in opened
    assert "07700 900123" in opened
    assert Sighting.objects.filter(case=at_work, what=f"location:party:{mother.pk}").count() == 1


@pytest.mark.parametrize("owner", ["", "party:0", "party:999999", "court"])
def test_details_of_nobody_in_the_case_do_not_exist(at_work: Case, own: Officer, owner: str) -> None:
    answer = client_of(own).post(f"/cases/{at_work.reference}/people/details/", {"owner": owner})
    assert answer.status_code == 404


def test_who_may_only_see_is_offered_nothing_and_may_do_nothing(
    at_work: Case, officer_with: Callable[..., Officer], mother: Party
) -> None:
    client = client_of(officer_with("auditor"))
    for page in PAGES:
        main = text_of(client, f"/cases/{at_work.reference}/{page}").split("<main")[1].split("</main>")[0]
        offered = re.sub(r'<form class="lles-asked" method="get".*?</form>', "", main, flags=re.DOTALL)
        assert "<form" not in offered, page
        assert "govuk-button" not in offered, page
    for path in (f"people/{mother.pk}/language/", "people/details/", f"conversations/{mother.pk}/no-answer/"):
        assert client.post(f"/cases/{at_work.reference}/{path}").status_code == 403


def test_allocation_is_offered_to_those_who_may_alone(at_work: Case, own: Officer, manager: Officer) -> None:
    path = f"/cases/{at_work.reference}/"
    assert f"{path}allocate/" in text_of(client_of(manager), path)
    assert f"{path}allocate/" not in text_of(client_of(own), path)


def test_every_kind_of_task_leads_to_a_page(at_work: Case, own: Officer, now: datetime) -> None:
    for kind in (kind for work in register.works() for kind in work.tasks):
        for subject in ("", "7") if _is_of_a_case(kind.page) else ("7",):
            open_task(case=at_work, by=own, at=now, kind=kind.name, subject=subject)
    found = rows(list(Task.objects.filter(case=at_work).select_related("case")), now.date())
    assert {row.task.subject for row in found} == {"", "7"}
    for row in found:
        to = address_of(row.page, at_work.reference, row.task.subject)
        assert to.startswith(f"/cases/{at_work.reference}/")


def _is_of_a_case(page: str) -> bool:
    try:
        return bool(reverse(page, args=("C-1",)))
    except NoReverseMatch:
        return False


def test_the_timeline_is_read_a_stretch_at_a_time(at_work: Case, own: Officer, now: datetime) -> None:
    for number in range(60):
        open_task(case=at_work, by=own, at=now, kind="casefile.file_by_hand", subject=str(number + 1))
    client, path = client_of(own), f"/cases/{at_work.reference}/timeline/"
    first = text_of(client, path)
    older = re.search(r"\?before=(\d+)", first)
    assert older is not None
    assert text_of(client, f"{path}?before={older[1]}").count('class="lles-entry"') >= 10
    assert client.get(f"{path}?before=x").status_code == 200


@pytest.mark.parametrize(("page", "folded"), [("", True), ("documents/", False)])
def test_pages_used_less_are_folded_away_but_the_open_one_never(
    at_work: Case, own: Officer, page: str, folded: bool
) -> None:
    nav = text_of(client_of(own), f"/cases/{at_work.reference}/{page}").split('class="lles-more"')
    seen, more = nav[0].split("lles-parts")[1], nav[1].split("</details>")[0]
    link = f'href="/cases/{at_work.reference}/documents/"'
    assert (link in more, link in seen) == (folded, not folded)
    assert seen.count("<a ") == 5 + (not folded)
    assert f'href="/cases/{at_work.reference}/letter/"' in more
    assert ('aria-current="page"' in seen, 'aria-current="page"' in more) == (True, False)
