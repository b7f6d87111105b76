"""The enquiry in writing: what its body reads, what is on the record, and who does not have it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest

from lles.casefile import locations
from lles.casefile.changes.checks import open_checks
from lles.casefile.changes.door import NeedsReason, NotAllowed
from lles.casefile.changes.enquiries import open_enquiry, write_enquiry
from lles.casefile.documents import protecting_store
from lles.casefile.enquiry.document import as_data, make_enquiry
from lles.casefile.gate import GateRefused
from lles.casefile.models import Case, Check, Disclosure, Enquiry, Officer, Party, Sighting
from lles.casefile.rules.enquiry_facts import ChildNamed, EnquiryFacts, HomeTold
from lles.casefile.tests.pages import client_of, day, fill, said, text_of
from lles.law.bilingual import LANGUAGES, Language, Text

AT = datetime(2026, 3, 9, 10, 5, tzinfo=UTC)
FACTS = EnquiryFacts(
    kind="local_authority", is_enhanced=False,
    body=Text(en="Wrexham County Borough Council", cy="Cyngor Bwrdeistref Sirol Wrecsam"),
    service=Text(en="Invented service", cy="Gwasanaeth dychmygol"), office=Text(en="Wrexham", cy="Wrecsam"),
    phone="01632 960100", in_wales=True, reference="C-2288-Q7",
    court=Text(en="Chester court", cy="Llys Caer"),
    court_number="1700000000000001", hearing_on=date(2026, 4, 14), name="Siân Morris",
    former_names="Siân Ellis", born_on=date(1990, 2, 28), is_party=True,
    basis="party", basis_on=None, basis_words="",
    homes=(
        HomeTold(("7 Heol y Dŵr", "LL11 1ZZ"), is_current=True, protected=True),
        HomeTold(("1 Old Road", "Mold"), is_current=False, protected=False),
    ),
    children=(ChildNamed("Efa Bevan", date(2017, 5, 1)), ChildNamed("Macsen Bevan", None, "Max Rowe")),
    oldest_born_on=date(2017, 5, 1), reply_by=date(2026, 3, 23), author="Nia Price",
    job=Text(en="Family Court Adviser", cy="Cynghorydd Llys Teulu"), made_at=AT,
)  # fmt: skip
SAME = (
    "C-2288-Q7", "Siân Morris", "Siân Ellis", "7 Heol y Dŵr", "LL11 1ZZ", "1 Old Road", "Efa Bevan",
    "Macsen Bevan", "Max Rowe", "1700000000000001", "Nia Price", "01632 960100",
)  # fmt: skip
IN = {
    "en": ("Monday 23 March 2026", "28 February 1990", "section 35", "child protection plan", "protected"),
    "cy": ("23 Mawrth 2026", "28 Chwefror 1990", "adran 35", "cynllun amddiffyn plant", "wedi'i ddiogelu"),
}
both = pytest.mark.parametrize("language", LANGUAGES)


def read(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.replace("\u00a0", " ").replace("\u2019", "'").split())


@both
def test_it_holds_what_the_body_needs_to_search_and_to_answer(language: Language) -> None:
    text = read(make_enquiry(FACTS, language).content)
    assert [one for one in (*SAME, *IN[language]) if one.lower() not in text.lower()] == []


@both
def test_without_a_home_it_asks_to_be_telephoned(language: Language) -> None:
    text = read(make_enquiry(replace(FACTS, homes=(), kind="police", in_wales=False), language).content)
    assert "Heol" not in text
    assert {"en": "Telephone us", "cy": "Ffoniwch ni"}[language] in text
    assert {"en": "section 12", "cy": "adran 12"}[language] in text


@both
def test_enhanced_information_is_asked_with_its_need(language: Language) -> None:
    facts = replace(
        FACTS, kind="police", is_enhanced=True, basis="need", basis_on=date(2026, 3, 4), basis_words="Dates."
    )
    text = read(make_enquiry(facts, language).content)
    assert "Dates." in text
    assert {"en": "answered at the first level", "cy": "ateb ar y lefel gyntaf"}[language] in text


def test_both_languages_have_the_same_facts_and_a_name_that_points_nowhere() -> None:
    english, welsh = as_data(FACTS, "en"), as_data(FACTS, "cy")
    assert english.keys() == welsh.keys()
    assert [name for name in english if (english[name] is None) != (welsh[name] is None)] == []
    made = make_enquiry(FACTS, "en")
    assert (made.file_name, "Wrexham" in made.title) == ("local_authority.en.pdf", False)


@pytest.fixture
def checks(case: Case, own: Officer, mother: Party, now: datetime) -> dict[str, Check]:
    opened = open_checks(case=case, by=own, at=now)
    return {one.kind: one for one in opened if one.party_id == mother.pk}


def test_a_body_of_wales_has_both_languages_and_what_was_told_is_on_the_record(
    case: Case, own: Officer, mother: Party, checks: dict[str, Check], now: datetime
) -> None:
    check, home = checks["local_authority"], f"party:{mother.pk}"
    made = write_enquiry(case=case, by=own, at=now, check=check, body="wrexham", details=[f"{home}.address"])
    assert [(one.language, one.version) for one in made] == [("en", 1), ("cy", 1)]
    assert all("7 Heol y Dŵr" in read(protecting_store().get(one.sha256)) for one in made)
    rows = Disclosure.objects.filter(purpose="enquire")
    assert {(one.reader, one.basis) for one in rows} == {("local_authority", "protecting_children")}
    assert {one.what for one in rows} == {"enquiry wrexham", f"wrexham address {home}"}
    assert Sighting.objects.filter(what=f"location:{home}").count() == 1
    assert not case.documents.exists()
    again = write_enquiry(case=case, by=own, at=now, check=check, body="cheshire-east", details=[])
    assert [(one.language, one.version) for one in again] == [("en", 2)]
    assert "Heol" not in read(protecting_store().get(again[0].sha256))


def test_the_police_are_told_a_protected_home_for_a_reason_alone(
    case: Case, own: Officer, stranger: Officer, mother: Party, checks: dict[str, Check], now: datetime
) -> None:
    told = [f"party:{mother.pk}.address"]
    given = {"case": case, "at": now, "check": checks["police"], "body": "north-wales", "details": told}
    with pytest.raises(NeedsReason) as needs:
        write_enquiry(**given, by=own)  # type: ignore[arg-type]  # named by a mapping
    assert needs.value.findings[0].provision == "CONF-POLICE"
    with pytest.raises(NotAllowed):
        write_enquiry(**given, by=stranger, reasons={"CONF-POLICE": "x"})  # type: ignore[arg-type]  # named by a mapping
    assert not Enquiry.objects.exists()
    write_enquiry(**{**given, "details": []}, by=own)  # type: ignore[arg-type]  # named by a mapping
    assert Enquiry.objects.count() == 2


def test_a_home_that_was_not_chosen_is_refused_wherever_it_was_typed(
    case: Case, own: Officer, mother: Party, checks: dict[str, Check], now: datetime
) -> None:
    Party.objects.filter(pk=mother.pk).update(previous_name="7 Heol y Dŵr, LL11 1ZZ")
    check = Check.objects.get(pk=checks["local_authority"].pk)
    with pytest.raises(GateRefused):
        write_enquiry(case=case, by=own, at=now, check=check, body="wrexham", details=[])
    assert not Enquiry.objects.exists()


def test_a_refuge_is_not_offered_and_cannot_be_chosen(
    case: Case, own: Officer, mother: Party, checks: dict[str, Check], now: datetime
) -> None:
    owner = f"party:{mother.pk}"
    locations.keep(case, [locations.Detail(owner, locations.REFUGE, ("Lloches",), None, "party")], now)
    made = write_enquiry(
        case=case, by=own, at=now, check=checks["local_authority"], body="wrexham",
        details=[f"{owner}.address"],
    )  # fmt: skip
    assert made[0].told == []
    assert "Heol" not in read(protecting_store().get(made[0].sha256))


def test_another_persons_home_cannot_be_chosen(
    case: Case, own: Officer, father: Party, checks: dict[str, Check], now: datetime
) -> None:
    made = write_enquiry(
        case=case, by=own, at=now, check=checks["local_authority"], body="wrexham",
        details=[f"party:{father.pk}.address"],
    )  # fmt: skip
    assert made[0].told == []


def test_it_is_made_with_one_press_and_listed_without_its_body(
    case: Case, own: Officer, mother: Party, checks: dict[str, Check], now: datetime
) -> None:
    check = checks["local_authority"]
    path = f"/cases/{case.reference}/checks/{check.pk}/ask/"
    page = said(client_of(own).get(path))
    assert "Make the enquiry" in page
    assert "The address of now, protected" in page
    assert "Heol" not in page
    typed = {"body": "wrexham", "enquiry": "yes", "details": [f"party:{mother.pk}.address"]}
    assert fill(client_of(own), path, **typed, **day("asked_on", now.date())).status_code == 302
    check.refresh_from_db()
    assert check.asked_on is None
    listed = text_of(client_of(own), f"/cases/{case.reference}/documents/")
    assert "Enquiry to a local authority" in listed
    assert "Wrexham County" not in listed


def test_it_opens_for_who_works_on_the_case_and_every_opening_is_on_the_record(
    case: Case, own: Officer, teammate: Officer, stranger: Officer, checks: dict[str, Check], now: datetime
) -> None:
    check = checks["local_authority"]
    enquiry = write_enquiry(case=case, by=own, at=now, check=check, body="wrexham", details=[])[0]
    path = f"/cases/{case.reference}/enquiries/{enquiry.pk}/"
    answer = client_of(own).post(path)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert Sighting.objects.filter(what=f"location:enquiry:{enquiry.pk}", officer=own).count() == 1
    assert client_of(stranger).post(path).status_code == 404
    assert client_of(own).get(path).status_code == 405
    with pytest.raises(NotAllowed):
        open_enquiry(case=case, by=stranger, at=now, enquiry=enquiry)


def test_the_day_on_which_somebody_was_asked_stays_after_the_enquiry_was_made(
    case: Case, own: Officer, checks: dict[str, Check]
) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/checks/{checks['local_authority'].pk}/ask/"
    typed = {"body": "wrexham", "way": "post", "enquiry": "yes"} | day("asked_on", date(2026, 3, 5))
    answer = fill(client, path, **typed)
    page = text_of(client, answer.headers["Location"])
    assert re.search(r'name="asked_on-day"[^>]*value="5"', page)
    assert '<option value="post" selected' in page
    assert "value" in text_of(client, f"{path}?asked-on=no-day&way=nonsense")
