"""Who did something, when, and whether a child was there: told to us in a call, and told in each letter."""

from datetime import datetime

import pytest

from lles.casefile import locations
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.models import Case, Officer, Party
from lles.work.safeguarding.changes.further import further_versions
from lles.work.safeguarding.changes.preview import versions
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.tests.further_cases import SHORT, UPDATE, pages_of

SEEN = {"en": "A child saw or heard it.", "cy": "Gwelodd neu clywodd plentyn hyn."}
UNSEEN = {"en": "No child saw or heard it.", "cy": "Ni welodd ac ni chlywodd plentyn hyn."}
LABELS = {"en": ("Who:", "When:"), "cy": ("Pwy:", "Pryd:")}


def tell(case: Case, own: Officer, at: datetime, who: str = "Uncle Idwal", seen: bool = True) -> None:
    event = Words("The door was broken.", "en", who=who, when="at Easter", child_present=seen)
    party = Party.objects.get(case=case, role="applicant")
    record_conversation(case=case, by=own, at=at, party=party, began_at=at, outcome="spoke", concerns=[event])


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_letter_tells_who_when_and_that_a_child_was_there(
    case: Case, own: Officer, now: datetime, language: str
) -> None:
    tell(case, own, now)
    shown = pages_of(versions(case, own, now, draft=True, reader="court", language=language)[0])
    assert all(words in shown for words in ("Uncle Idwal", "at Easter", SEEN[language], *LABELS[language]))
    assert UNSEEN[language] not in shown


@pytest.mark.parametrize("kind", [SHORT, UPDATE])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_so_does_what_goes_beside_it(
    filed: Case, own: Officer, now: datetime, kind: FurtherKind, language: str
) -> None:
    later = now.replace(hour=now.hour + 1)
    tell(filed, own, later, seen=False)
    made = further_versions(filed, kind, own, later, draft=True, reader="court", language=language)
    shown = pages_of(made[0])
    assert all(words in shown for words in ("Uncle Idwal", "at Easter", UNSEEN[language]))


def test_a_protected_detail_in_it_is_marked(case: Case, own: Officer, mother: Party, now: datetime) -> None:
    held = locations.of_case(case, f"party:{mother.pk}")
    assert held
    tell(case, own, now, who=f"the neighbour at {held[0].lines[0]}")
    shown = pages_of(versions(case, own, now, draft=True, reader="court", language="en")[0])
    assert "the neighbour at" in shown
    assert held[0].lines[0] not in shown
