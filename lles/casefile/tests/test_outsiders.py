"""Who is no party is checked on a basis alone; who is close to a child is a source with a protected name."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from lles.casefile import locations
from lles.casefile.changes.checks import Found, record_check_answer
from lles.casefile.changes.door import Barred
from lles.casefile.changes.outsiders import Basis, Outsider, check_outsider, open_source, source_owner
from lles.casefile.documents import COURT
from lles.casefile.models import Case, Check, Child, Officer, OtherAdult, Party, Sighting
from lles.casefile.queries.checks import sources_of
from lles.casefile.queries.work import checks_of
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of

SCHOOL = "Ysgol Gynradd y Bont Fach"


@pytest.fixture
def child(case: Case) -> Child:
    found = case.children.first()
    assert found is not None
    return found


@pytest.fixture
def source(case: Case, own: Officer, child: Child, father: Party, now: datetime) -> Check:
    basis = Basis("consent", now.date(), father)
    return open_source(case=case, by=own, at=now, child=child, kind="school", called=SCHOOL, basis=basis)


def test_an_outsider_is_not_checked_without_a_basis(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    partner = Outsider("Dai", "Davies", "new_partner", father)
    given = {"case": case, "by": own, "at": now, "outsider": partner}
    on = now.date()
    none = (
        Basis("", on),
        Basis("pathfinder", on, father),
        Basis("consent", on),
        Basis("party", None, father),
    )
    for basis in none:
        with pytest.raises(Barred) as barred:
            check_outsider(**given, basis=basis)  # type: ignore[arg-type]  # named by a mapping
        assert barred.value.findings[0].provision == "SG-NEWPARTNER"
    assert not OtherAdult.objects.exists()
    check_outsider(**given, basis=Basis("party", now.date(), father))  # type: ignore[arg-type]  # named by a mapping
    assert [(one.kind, one.person.name) for one in checks_of(case) if one.adult] == [
        ("local_authority", "Dai Davies"), ("police", "Dai Davies"),
    ]  # fmt: skip


def test_an_outsider_is_typed_once_on_the_page(case: Case, own: Officer, father: Party) -> None:
    path = f"/cases/{case.reference}/checks/outsider/"
    typed = {"first_name": "Dai", "last_name": "Davies", "relation": "new_partner", "party": str(father.pk)}
    typed |= {"basis_from": str(father.pk)} | day("basis_on", timezone.localdate())
    refused = fill(client_of(own), path, **typed, kinds=["police"])
    assert "Record the basis first" in summary_of(refused)
    assert 'value="Davies"' in said(refused)
    assert fill(client_of(own), path, **typed, kinds=["police"], basis="party").status_code == 302
    page = text_of(client_of(own), f"/cases/{case.reference}/checks/")
    assert "Dai Davies" in page
    assert "A party gave their details" in page


def test_a_source_is_no_check(case: Case, own: Officer, source: Check, now: datetime) -> None:
    record_check_answer(
        case=case, by=own, at=now, check=source, identified_by=["name", "date_of_birth"],
        received_on=now.date(), found=[Found("told", as_received="He comes to school hungry.")],
        reasons={"SG-CHECKS-CAO": "They rang."},
    )  # fmt: skip
    assert checks_of(case) == []
    assert [one.answers.get().facts.get().as_received for one in sources_of(case)] == [
        "He comes to school hungry."
    ]
    page = text_of(client_of(own), f"/cases/{case.reference}/checks/")
    assert "a source and no check" in page
    assert "This is what they told us, in their own words." in page


def test_a_police_word_is_no_word_of_a_source(case: Case, own: Officer, source: Check, now: datetime) -> None:
    with pytest.raises(Barred):
        record_check_answer(
            case=case, by=own, at=now, check=source, identified_by=["name", "date_of_birth"],
            received_on=now.date(), found=[Found("convicted")],
        )  # fmt: skip


def test_what_a_source_is_called_is_closed_and_opened_on_purpose(
    case: Case, own: Officer, stranger: Officer, source: Check
) -> None:
    path = f"/cases/{case.reference}/checks/"
    assert SCHOOL not in text_of(client_of(own), path)
    assert SCHOOL in said(client_of(own).post(path, {"source": source.pk}))
    assert Sighting.objects.filter(what=f"location:{source_owner(source)}").count() == 1
    assert client_of(stranger).post(path, {"source": source.pk}).status_code == 404
    assert SCHOOL not in str(list(case.entries.values_list("facts", flat=True)))
    assert source_owner(source) in {one.owner for one in locations.protected_for(case, COURT)}


def test_a_source_is_asked_and_chased(case: Case, own: Officer, source: Check) -> None:
    path = f"/cases/{case.reference}/checks/{source.pk}/ask/"
    for _ in range(2):
        asked = fill(client_of(own), path, way="phone", **day("asked_on", timezone.localdate()))
        assert asked.status_code == 302
    source.refresh_from_db()
    assert source.asked_on == source.chased_on == timezone.localdate()


def test_a_basis_given_just_after_midnight_in_summer_is_not_one_of_tomorrow(
    case: Case, own: Officer, child: Child, father: Party
) -> None:
    at, basis = datetime(2026, 6, 14, 23, 30, tzinfo=UTC), Basis("consent", date(2026, 6, 15), father)
    source = open_source(case=case, by=own, at=at, child=child, kind="school", called=SCHOOL, basis=basis)
    assert source.basis_on == date(2026, 6, 15)
