"""What the pages say once something is made or recorded: where it goes, and what does not wait."""

from collections.abc import Callable

import pytest

from lles.casefile import register
from lles.casefile.models import Case, Filing, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, text_of
from lles.work.family_assistance.models import Assistance, Worked
from lles.work.family_assistance.tests.conftest import MADE

TO_THE_COURT = {"en": "on its way", "cy": "ar ei ffordd"}


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    ("to_court", "goes", "en", "cy"),
    [
        ("no", "yes", "It does not go to the court", "Nid yw'n mynd i'r llys"),
        ("yes", "yes", "once the court has it", "ar ôl i'r llys ei gael"),
        ("yes", "no", "It is on its way to the court", "ar ei ffordd i'r llys"),
        ("no", "no", "Recorded", "Cofnodwyd"),
    ],
)
def test_what_is_made_says_where_it_goes(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, father: Party, language: str,
    to_court: str, goes: str, en: str, cy: str,
) -> None:  # fmt: skip
    assistance = record()
    client = client_of(own, language)
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    typed = {"words-en": "Calm.", "words-cy": "Tawel.", "views-en": "Good.", "views-cy": "Da."}
    for one in (mother, father):
        typed |= {f"goes-party-{one.pk}": goes, f"because-party-{one.pk}": "A risk." if goes == "no" else ""}
    typed |= {"reason-FAO-END": "The court asked for it."}
    answer = fill(client, f"{page}documents/family_end_report/", **typed, to_court=to_court)
    assert answer.status_code == 302
    text = text_of(client, page)
    assert (en if language == "en" else cy) in text
    assert Filing.objects.exists() is (to_court == "yes")
    assert (TO_THE_COURT[language] in text) is (to_court == "yes")


@pytest.mark.parametrize("goes", ["yes", "no"])
def test_what_a_person_has_to_file_by_hand_is_not_said_to_be_on_its_way(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, father: Party, goes: str
) -> None:
    assistance, client = record(), client_of(own)
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    typed = {"words-en": "Calm.", "words-cy": "Tawel.", "views-en": "Good.", "views-cy": "Da."}
    for one in (mother, father):
        typed |= {f"goes-party-{one.pk}": goes, f"because-party-{one.pk}": "A risk." if goes == "no" else ""}
    typed |= {"reason-FAO-END": "The court asked for it."}
    fill(client, f"{page}documents/family_end_report/", **typed, to_court="yes")
    text = text_of(client, page)
    assert "file it by hand" in text
    assert "on its way" not in text


def test_a_form_for_consent_is_not_said_to_go_to_the_court(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, father: Party
) -> None:
    client = client_of(own)
    page = f"/cases/{case.reference}/family-assistance/{record().pk}/"
    typed = {f"goes-party-{one.pk}": "yes" for one in (mother, father)}
    assert fill(client, f"{page}documents/family_plan/", **typed).status_code == 404
    assert fill(client, f"{page}documents/family_letter/", **typed).status_code == 302
    assert "It does not go to the court" in text_of(client, page)


def test_a_risk_that_was_seen_comes_first_and_leads_to_what_does_not_wait(
    record: Callable[..., Assistance], case: Case, own: Officer
) -> None:
    client = client_of(own)
    page = f"/cases/{case.reference}/family-assistance/{record().pk}/"
    prompt = "If somebody may be in danger"
    assert prompt not in text_of(client, page)
    typed = {"kind": "risk", "words": "A bruise.", "language_of_words": "en", **day("on", MADE)}
    assert fill(client, f"{page}work/", **typed).status_code == 302
    text = text_of(client, page)
    (act,) = register.acts()
    assert text.count(f">{act.title.en}<") == 2
    assert prompt in text
    titles = text_of(client, f"/cases/{case.reference}/tasks/")
    risk = titles.index("Assess the risk that was seen")
    assert all(
        risk < titles.index(other)
        for other in ("first conversation", "family assistance order says")
        if other in titles
    )
    assert fill(client, f"{page}work/", **{**typed, "kind": "assessed"}).status_code == 302
    assert prompt not in text_of(client, page)


@pytest.mark.parametrize(("language", "words"), [("en", "Calm."), ("cy", "Tawel.")])
def test_what_a_referral_says_stands_among_the_work_in_the_language_of_whoever_wrote_it(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, father: Party, language: str,
    words: str,
) -> None:  # fmt: skip
    assistance = record()
    Officer.objects.filter(pk=own.pk).update(language=language)
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    typed = {"words-en": "Calm.", "words-cy": "Tawel.", "asks": "progress"}
    typed |= {f"goes-party-{one.pk}": "yes" for one in (mother, father)}
    answer = fill(client_of(own, language), f"{page}documents/family_referral/", **typed)
    assert answer.status_code == 302
    (said,) = Worked.objects.filter(assistance=assistance).values_list("words", "language")
    assert said == (words, language)
