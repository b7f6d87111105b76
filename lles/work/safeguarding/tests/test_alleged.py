"""The harm that papers state: in the letter and what goes beside it, or left out with a reason."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.application_facts import FactSaid, record_application_fact
from lles.casefile.models import ApplicationFact, Case, Officer
from lles.casefile.queries.application_facts import harm_alleged
from lles.casefile.tests.pages import client_of, text_of
from lles.work.safeguarding.changes.further import further_versions
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.preview import versions
from lles.work.safeguarding.forms.typed import choices_of
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.queries.writing import writing_facts
from lles.work.safeguarding.rules.letter_content import Decision
from lles.work.safeguarding.rules.letter_writing import every_concern_is_used_or_left_out_with_a_reason
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import SHORT, UPDATE, open_kinds, pages_of

HIT = "He hit me in front of Megan in March 2026."
Say = Callable[..., ApplicationFact]


@pytest.fixture
def say(case: Case, own: Officer, now: datetime) -> Say:
    def record(
        words: str = HIT, answer: str = "yes", by_whom: tuple[str, ...] = ("applicant",), hours: int = 0
    ) -> ApplicationFact:
        said = FactSaid("harm", answer, "c1a", ("domestic_abuse",), by_whom, words, raised_on=now.date())
        record_application_fact(case=case, by=own, at=now + timedelta(hours=hours), said=said)
        return case.application_facts.filter(fact="harm").latest("pk")

    return record


def undecided(case: Case) -> int:
    raised = writing_facts(letter_record(case, case.letters.last())).raised
    return len(every_concern_is_used_or_left_out_with_a_reason(raised))


def letter(case: Case, own: Officer, now: datetime, reader: str, language: str) -> str:
    made = versions(case, own, now, draft=True, reader=reader, language=language)
    return pages_of(made[0])


def test_each_allegation_is_in_the_letter_until_it_is_left_out_with_a_reason(
    case: Case, own: Officer, say: Say, now: datetime
) -> None:
    fact = say()
    assert undecided(case) == 1
    for language, where in (("en", "form C1A, 4 March 2026"), ("cy", "ffurflen C1A, 4 Mawrth 2026")):
        shown = letter(case, own, now, "court", language)
        assert HIT in shown
        assert where in shown
    left = {-fact.pk: Decision(use=False, because="It was withdrawn.")}
    write_letter(case=case, by=own, at=now, content=about_safety("Safe.", concerns=left))
    assert undecided(case) == 0
    assert HIT not in letter(case, own, now, "court", "en")


def test_an_allegation_is_kept_from_one_reader_alone(
    case: Case, own: Officer, say: Say, now: datetime
) -> None:
    kept = {-say().pk: Decision(use=True, kept_from=("respondent-1",), harm="He would find out.")}
    write_letter(case=case, by=own, at=now, content=about_safety("Safe.", concerns=kept))
    assert HIT not in letter(case, own, now, "respondent-1", "en")
    court = letter(case, own, now, "court", "en")
    assert HIT in court
    assert "He would find out." in court


@pytest.mark.parametrize(
    ("by_whom", "says", "kept_from"),
    [
        (("applicant",), {"en": "said by: Siân Morris", "cy": "yn ôl: Siân Morris"}, 1),
        (("child",), {"en": "said by: a child", "cy": "yn ôl: plentyn"}, 2),
        (("applicant", "other"), {"en": "Siân Morris, somebody else", "cy": "Siân Morris, rhywun arall"}, 2),
    ],
)
def test_it_says_whose_words_the_papers_state_and_can_be_kept_from_whoever_did_not_say_them(
    case: Case, own: Officer, say: Say, now: datetime, by_whom: tuple[str, ...], says: dict[str, str],
    kept_from: int,
) -> None:  # fmt: skip
    say(by_whom=by_whom)
    for language, words in says.items():
        assert words in letter(case, own, now, "court", language)
    asked = choices_of(letter_record(case, case.letters.last()), "en")["raised"]
    assert [len(one.readers) for one in asked] == [kept_from]


def test_without_words_the_kinds_are_told_in_both_languages(
    case: Case, own: Officer, say: Say, now: datetime
) -> None:
    say("")
    assert "domestic abuse" in letter(case, own, now, "court", "en")
    assert "cam-drin domestig" in letter(case, own, now, "court", "cy")


def test_what_each_of_them_raised_stands_until_it_is_taken_back(case: Case, say: Say) -> None:
    say("Hers.")
    say("His.", by_whom=("respondent",))
    assert [one.words for one in harm_alleged(case)] == ["Hers.", "His."]
    say("Hers, put right.")
    assert {one.words for one in harm_alleged(case)} == {"Hers, put right.", "His."}
    say("", answer="no", by_whom=("respondent",))
    assert [one.words for one in harm_alleged(case)] == ["Hers, put right."]
    say("", answer="no", by_whom=())
    assert harm_alleged(case) == ()


def test_it_stands_in_the_letter_at_short_notice(soon: Case, own: Officer, say: Say, now: datetime) -> None:
    say()
    for language in ("en", "cy"):
        made = further_versions(soon, SHORT, own, now, draft=True, reader="court", language=language)
        assert HIT in pages_of(made[0])


def test_what_is_stated_after_the_letter_makes_an_update_that_tells_it(
    filed: Case, own: Officer, say: Say, now: datetime
) -> None:
    assert UPDATE not in open_kinds(filed)
    say(hours=1)
    assert "safeguarding.update" in open_kinds(filed)
    for language in ("en", "cy"):
        made = further_versions(filed, UPDATE, own, now, draft=True, reader="court", language=language)
        assert HIT in pages_of(made[0])


@pytest.mark.parametrize(("language", "where"), [("en", "form C1A"), ("cy", "ffurflen C1A")])
def test_the_page_asks_what_becomes_of_it(
    case: Case, own: Officer, say: Say, language: str, where: str
) -> None:
    fact = say()
    shown = text_of(client_of(own, language), f"/cases/{case.reference}/letter/")
    assert HIT in shown
    assert where in shown
    assert f'name="use-{-fact.pk}"' in shown
