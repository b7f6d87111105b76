"""What was written under an order in one language is said in the other too, and each reader has their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from lles.casefile.changes.door import Barred, NotAllowed
from lles.casefile.changes.in_both import say_in_both
from lles.casefile.gate import sealed
from lles.casefile.locations import ADDRESS, Detail, keep
from lles.casefile.models import AlsoSaid, Case, Officer, Party
from lles.casefile.queries.in_both import InOneLanguage, in_both, with_the_other
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.links.pdf_reader import places
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import record_work, write_plan
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.also import written_under
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import checked
from lles.work.family_assistance.tests.test_plan import MADE, PLAN


@pytest.fixture
def planned(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, now: datetime
) -> Assistance:
    """An order with a plan that was written in English, whose mother has chosen Welsh."""
    Party.objects.filter(pk=mother.pk).update(language="cy")
    made = record(months=6)
    write_plan(case=case, by=own, at=now, assistance=made, says_=checked(made, PLAN), complete=True)
    return made


def to_say_in_both(assistance: Assistance) -> Sequence[InOneLanguage]:
    """What stands under the order, with the other language where it is there."""
    return with_the_other(assistance.case, written_under(assistance))


def welsh(assistance: Assistance) -> Mapping[str, str]:
    """Something in Welsh for everything that is written."""
    return {one.key: f"Cymraeg {place}" for place, one in enumerate(to_say_in_both(assistance))}


def copies(planned: Assistance, case: Case, own: Officer, now: datetime) -> Mapping[tuple[str, str], str]:
    """What each copy of the plan says, by its reader and language."""
    again = Assistance.objects.get(pk=planned.pk)
    made = make_papers(
        case=case, by=own, at=now, assistance=again, paper=Paper.PLAN, typed=Typed(),
        reasons={"FH-CHILDWORDS": "They know.", "CONF-PART": "They know.", "CYM-EQUAL": "Later."},
    )  # fmt: skip
    return {
        (one.reader, one.language): " ".join(place.text for place in places(sealed(one).content))
        for one in made
    }


def test_the_plan_reaches_each_reader_in_their_language(
    planned: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    written = to_say_in_both(planned)
    assert [one.words for one in written if not one.other_words]
    say_in_both(case=case, by=own, at=now, written=to_say_in_both(planned), said=welsh(planned))
    said = copies(planned, case, own, now)
    in_welsh = said["applicant-1", "cy"]
    for place, one in enumerate(written):
        if one.words == PLAN.meetings:
            assert f"Cymraeg {place}" in in_welsh
    assert PLAN.meetings not in in_welsh
    assert PLAN.issues[0].issue not in in_welsh
    assert PLAN.steps[0].action not in in_welsh
    english = next(text for (_, language), text in said.items() if language == "en")
    assert PLAN.meetings in english
    assert "Cymraeg" not in english


def test_what_nobody_said_in_the_other_language_reaches_it_as_it_is(
    planned: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    assert PLAN.meetings in copies(planned, case, own, now)["applicant-1", "cy"]


def test_it_goes_with_the_words_into_the_next_version_and_not_with_others(
    planned: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    say_in_both(case=case, by=own, at=now, written=to_say_in_both(planned), said=welsh(planned))
    changed = replace(checked(planned, PLAN), meetings="At the library from now on.")
    write_plan(case=case, by=own, at=now, assistance=planned, says_=changed, complete=True)
    again = Assistance.objects.get(pk=planned.pk)
    lacking = [one.words for one in to_say_in_both(again) if not one.other_words]
    assert lacking == ["At the library from now on."]


def test_of_the_same_words_the_last_counts_and_nothing_is_written_twice(
    planned: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    for _ in range(2):
        say_in_both(
            case=case,
            by=own,
            at=now,
            written=to_say_in_both(Assistance.objects.get(pk=planned.pk)),
            said=welsh(planned),
        )
    rows = AlsoSaid.objects.count()
    assert rows == len(to_say_in_both(Assistance.objects.get(pk=planned.pk)))
    (first, *_) = to_say_in_both(Assistance.objects.get(pk=planned.pk))
    again = Assistance.objects.get(pk=planned.pk)
    say_in_both(case=case, by=own, at=now, written=to_say_in_both(again), said={first.key: ""})
    taken_back = Assistance.objects.get(pk=planned.pk)
    assert in_both(taken_back.case, first.language, first.words).said("cy") == (first.words, first.language)


def test_progress_is_said_in_both_and_what_names_a_protected_place_is_not_offered(
    planned: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    for words in ("The first call went well.", "I called at LL11 1ZZ."):
        record_work(
            case=case, by=own, at=now, assistance=planned, kind="going", number=1, on=MADE, words=words,
            language="en",
        )  # fmt: skip
    offered = [one.words for one in to_say_in_both(Assistance.objects.get(pk=planned.pk))]
    assert "The first call went well." in offered
    assert "I called at LL11 1ZZ." not in offered


def test_no_protected_place_is_said_in_the_other_language_either(
    planned: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    (first, *_) = to_say_in_both(planned)
    with pytest.raises(Barred):
        say_in_both(
            case=case, by=own, at=now, written=to_say_in_both(planned), said={first.key: "Yn LL11 1ZZ."}
        )
    assert not AlsoSaid.objects.exists()


def test_only_who_works_on_the_case_says_it(
    planned: Assistance, case: Case, officer_with: Callable[..., Officer], now: datetime
) -> None:
    with pytest.raises(NotAllowed):
        say_in_both(
            case=case,
            by=officer_with("auditor"),
            at=now,
            written=to_say_in_both(planned),
            said=welsh(planned),
        )


@pytest.mark.parametrize(
    ("language", "label", "lacking"),
    [("en", "In Welsh: ", "in one language alone"), ("cy", "Yn Gymraeg: ", "mewn un iaith yn unig")],
)
def test_the_page_shows_each_text_with_a_box_and_keeps_what_was_typed(
    planned: Assistance, case: Case, own: Officer, language: str, label: str, lacking: str
) -> None:
    client, order = client_of(own, language), f"/cases/{case.reference}/family-assistance/{planned.pk}/"
    page = f"{order}both-languages/"
    assert page in text_of(client, order)
    assert lacking in text_of(client, f"{order}documents/family_plan/")
    shown = text_of(client, page)
    assert label in shown
    assert PLAN.meetings in shown
    typed = welsh(planned)
    (first, *_) = to_say_in_both(planned)
    refused = fill(client, page, **{**typed, first.key: "Yn LL11 1ZZ."})
    assert "Yn LL11 1ZZ." in refused.content.decode()
    assert not AlsoSaid.objects.exists()
    assert fill(client, page, **typed).status_code == 302
    assert AlsoSaid.objects.count() == len(typed)
    assert lacking not in text_of(client, f"{order}documents/family_plan/")


def test_what_names_a_place_that_is_protected_since_is_said_in_the_other_language_no_more(
    planned: Assistance, case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    (first, *_) = to_say_in_both(planned)
    place = ("9 Lôn y Dderwen", "Rhuthun", "LL15 9ZZ")
    said = {first.key: f"Yn {place[0]}, {place[2]}."}
    say_in_both(case=case, by=own, at=now, written=to_say_in_both(planned), said=said)
    keep(case, [Detail(f"party:{mother.pk}", ADDRESS, place, True, "party")], now)
    again = Assistance.objects.get(pk=planned.pk)
    assert place[2] not in str(to_say_in_both(again))
    assert place[2] not in str(in_both(again.case, first.language, first.words))
    page = f"/cases/{case.reference}/family-assistance/{planned.pk}/both-languages/"
    assert place[2] not in text_of(client_of(own), page)
