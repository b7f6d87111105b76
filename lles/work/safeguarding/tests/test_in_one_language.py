"""What an author wrote in one language alone reaches a party of the other with a reason, part by part."""

from datetime import datetime

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Filing, Officer, Party
from lles.law.findings import Finding, Weight
from lles.work.safeguarding.changes.letter import file_letter, withhold, write_letter
from lles.work.safeguarding.queries.filing import current_letter, filing_facts
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.rules import check_letter
from lles.work.safeguarding.rules.letter_content import SAFETY, Content, Option, OwnWords
from lles.work.safeguarding.tests.further_cases import LATE, REASONS, listed

BOTH = Option("no_safety_reason", "Nothing is known.", other_reason="Nid oes dim yn hysbys.")


@pytest.fixture
def heard(case: Case, own: Officer, now: datetime) -> Case:
    """A case whose letter is to be written; the mother reads Welsh, the father English."""
    return listed(case, own, now, LATE)


def asked(case: Case, by: Officer, now: datetime, words: OwnWords, *options: Option) -> list[Finding]:
    """What asks for a reason when the letter says this."""
    content = Content(words.language, {SAFETY: words}, options=options)
    write_letter(case=case, by=by, at=now, content=content)
    found = check_letter(filing_facts(letter_record(case, current_letter(case)), now.date()))
    return [one for one in found if one.provision == "CYM-EQUAL"]


def test_it_asks_for_whose_version_holds_another_language_and_for_nobody_else(
    heard: Case, own: Officer, mother: Party, now: datetime
) -> None:
    (english,) = asked(heard, own, now, OwnWords("Safe.", "en"), BOTH)
    assert (english.weight, english.put_right) == (Weight.WARNS, "section-safety")
    section = "What this means for the safety of all the children"
    assert english.says.en.startswith(f"{section}: the version of Siân Morris is in Welsh")
    assert "fersiwn Siân Morris yn Gymraeg" in english.says.cy
    (welsh,) = asked(heard, own, now, OwnWords("Diogel.", "cy"))
    assert "the version of Gareth Bevan is in English" in welsh.says.en
    assert asked(heard, own, now, OwnWords("Safe.", "en", other="Diogel."), BOTH) == []
    withhold(case=heard, by=own, at=now, party=mother, reason="She would be in danger.")
    heard.refresh_from_db()
    signed = current_letter(heard)
    assert signed is not None
    signed.withholdings.update(signed_by=own)
    assert asked(heard, own, now, OwnWords("Safe.", "en"), BOTH) == []


def test_the_advice_is_named_where_a_reason_for_or_against_it_is_in_one_language(
    heard: Case, own: Officer, now: datetime
) -> None:
    half = Option("section_7", "The court has to know more.", "It takes time.", other_reason="Mae angen mwy.")
    (found,) = asked(heard, own, now, OwnWords("Safe.", "en", other="Diogel."), half, BOTH)
    assert found.says.en.startswith("Our advice to the court: the version of Siân Morris is in Welsh")
    assert found.put_right == "section-advice"


def test_it_is_filed_with_a_reason_and_not_without(heard: Case, own: Officer, now: datetime) -> None:
    assert asked(heard, own, now, OwnWords("Safe.", "en"), BOTH)
    others = {name: why for name, why in REASONS.items() if name != "CYM-EQUAL"}
    with pytest.raises(NeedsReason) as needs:
        file_letter(case=heard, by=own, at=now, reasons=others)
    assert [one.provision for one in needs.value.findings] == ["CYM-EQUAL"]
    assert not Filing.objects.exists()
    file_letter(case=heard, by=own, at=now, reasons=REASONS)
    assert REASONS["CYM-EQUAL"] in str(heard.entries.get(kind="letter_filed").facts)
