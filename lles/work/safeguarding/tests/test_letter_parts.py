"""The letter and a part of a protected address: its author sees it, a second person signs."""

from datetime import datetime

import pytest

from lles.casefile import locations
from lles.casefile.changes.checks import Found, record_check_answer
from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.safeguarding.changes.further import write_further
from lles.work.safeguarding.changes.letter import file_letter, write_letter
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_content import SAFETY, Content, OwnWords
from lles.work.safeguarding.tests import further_cases
from lles.work.safeguarding.tests.test_letter import pages_of, ready, signed, write

__all__ = ["ready"]
HOME = ("80 Asterleigh Close", "Larkenby", "Chester", "CH2 1ZZ")
WEAK = "She says that he lives in Chester now."
TELLING = ("He lives in Larkenby.", "He lives near CH2.", "It is number 80 in the Close, Larkenby.")
WHY = "They lived there together, and she says so herself."


@pytest.fixture
def home(ready: Case, father: Party, now: datetime) -> Case:
    """The father's protected address, in the town of the court."""
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, HOME, True, "party")
    locations.keep(ready, [where], now)
    return ready


def mothers_version(case: Case, own: Officer, now: datetime) -> str:
    made = preview_letter(case=case, by=own, at=now, reader="applicant-1")
    assert made.refusals == ()
    return pages_of(made.released[0].made.content)


@pytest.mark.parametrize("said", TELLING)
def test_what_the_author_types_of_a_place_is_a_mark_in_every_version(
    home: Case, own: Officer, now: datetime, said: str
) -> None:
    content = Content("en", {SAFETY: OwnWords(f"Before. {said}", "en")})
    kept = write_letter(case=home, by=own, at=now, content=content)
    assert kept.marks == ("[part of the address of Gareth Bevan]",)
    told = mothers_version(home, own, now)
    assert "[part of the address of Gareth Bevan]" in told
    assert not [part for part in ("Larkenby", "CH2", "the Close") if part in told]


@pytest.mark.parametrize("page", ["", "file/"])
@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "may tell where Gareth Bevan lives"), ("cy", "ddangos ble mae Gareth Bevan yn byw")],
)
def test_the_page_of_the_letter_says_what_may_tell_a_place(
    home: Case, own: Officer, manager: Officer, now: datetime, page: str, language: str, says: str
) -> None:
    write(home, own, now, WEAK)
    signed(home, own, manager, now)
    letter = f"/cases/{home.reference}/letter/"
    shown = text_of(client_of(own, language), f"{letter}{page}")
    assert says in shown
    assert f'href="{letter}#section-safety"' in shown


def test_what_may_tell_a_place_is_filed_with_a_signature_and_a_reason_alone(
    home: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    write(home, own, now, WEAK)
    with pytest.raises(Barred, match="second person"):
        file_letter(case=home, by=own, at=now, reasons={"CONF-PART": WHY})
    signed(home, own, manager, now)
    with pytest.raises(NeedsReason) as asked:
        file_letter(case=home, by=own, at=now)
    assert "CONF-PART" in {one.provision for one in asked.value.findings}
    reasons = {one.provision: WHY for one in asked.value.findings}
    assert file_letter(case=home, by=own, at=now, reasons=reasons)
    assert WHY in str(home.entries.get(kind="letter_filed").facts)


@pytest.mark.parametrize(
    "quoted",
    [
        "Known to Dyfed-Powys Police since 2019; Powys County Council closed it.",
        "Hysbys i Heddlu Dyfed-Powys, ac i Gyngor Sir Powys.",
    ],
)
def test_an_unnamed_body_is_not_named_by_its_own_answer(
    home: Case, own: Officer, now: datetime, quoted: str
) -> None:
    check = home.checks.get(kind="police", party__role="applicant")
    record_check_answer(
        case=home, by=own, at=now, check=check, identified_by=["name", "date_of_birth"],
        received_on=now.date(),
        found=[Found("nothing_known", subject="Powys County Council", as_received=quoted, passing_on="text")],
    )  # fmt: skip
    write(home, own, now)
    made = preview_letter(case=home, by=own, at=now, reader="respondent-1")
    assert made.refusals == ()
    told = pages_of(made.released[0].made.content)
    assert "Powys" not in told
    assert "[a local authority]" in told or "[awdurdod lleol]" in told
    assert "Dyfed-Powys" in pages_of(
        preview_letter(case=home, by=own, at=now, reader="applicant-1").released[0].made.content
    )


@pytest.mark.parametrize("page", ["", "file/"])
@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Siân Morris, in “What this means for safety, sentence 2”: a town"),
        ("cy", "Siân Morris, yn “Beth mae hyn yn ei olygu i ddiogelwch, brawddeg 2”: gall enw tref"),
    ],
)
def test_the_warning_says_in_which_words_and_to_whom_by_name(
    home: Case, own: Officer, manager: Officer, now: datetime, page: str, language: str, says: str
) -> None:
    write(home, own, now, f"The children are well. {WEAK}")
    signed(home, own, manager, now)
    shown = text_of(client_of(own, language), f"/cases/{home.reference}/letter/{page}")
    assert says in shown
    assert "Applicant 1" not in shown
    assert "Ceisydd 1" not in shown


def test_the_warning_leads_to_its_words(home: Case, own: Officer, manager: Officer, now: datetime) -> None:
    here, link = f"/cases/{home.reference}/letter/", '#section-safety">'
    write(home, own, now, "The children are well.")
    signed(home, own, manager, now)
    assert link not in text_of(client_of(own), here).replace(f'href="{link}', "")
    write(home, own, now, f"The children are well. {WEAK}")
    signed(home, own, manager, now)
    shown = text_of(client_of(own), here)
    assert f'<a class="govuk-link" href="{here}{link}' in shown
    assert 'id="section-safety"' in text_of(client_of(own), here)


@pytest.mark.parametrize("page", ["", "file/"])
@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Siân Morris, in “What the news means for our advice, sentence 2”: a town"),
        (
            "cy",
            "Siân Morris, yn “Beth mae'r hyn sy'n newydd yn ei olygu i'n cyngor, brawddeg 2”: gall enw tref",
        ),
    ],
)
def test_the_warning_of_an_update_says_in_which_words_as_well(
    home: Case, own: Officer, manager: Officer, now: datetime, page: str, language: str, says: str
) -> None:
    write(home, own, now)
    file_letter(case=home, by=own, at=now)
    write_further(
        case=home, by=own, at=now, kind=FurtherKind.UPDATE, words=f"He called. {WEAK}", language="en",
        advice_changes=False,
    )  # fmt: skip
    further_cases.signed(home, own, manager, now, FurtherKind.UPDATE)
    assert says in text_of(client_of(own, language), f"/cases/{home.reference}/letter-update/{page}")
