"""A visit or a conversation under an order: who took part, whose words, and who reads what of it."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.conversations import Words as Raised
from lles.casefile.changes.conversations import record_conversation, say_wrong
from lles.casefile.changes.door import Stale
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, said, text_of
from lles.casefile.timeline import LONDON
from lles.work.family_assistance.changes.visits import Meeting, record_visit
from lles.work.family_assistance.changes.wrong import record_wrong
from lles.work.family_assistance.models import Assistance, Visit, Worked
from lles.work.family_assistance.queries.due import RISK
from lles.work.family_assistance.queries.visits import on_file, visits_told
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import MADE
from lles.work.family_assistance.tests.test_papers import of
from lles.work.family_assistance.tests.test_progress import assistance, make, work

__all__ = ["assistance", "make", "work"]
HERS, HIS, CHILDS = "I sleep again.", "The handovers are late.", "Dw i eisiau nofio gyda Dad."


@pytest.fixture
def visited(
    assistance: Assistance, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> Worked:
    """A visit at which both parents and Efa spoke."""
    efa = f"child:{case.children.get(first_name='Efa').pk}"
    people = (f"party:{mother.pk}", f"party:{father.pk}", efa)
    said = [(people[0], HERS, "en"), (people[1], HIS, "en"), (efa, CHILDS, "cy")]
    meeting = Meeting("home", people, "An aunt", said, "A calm room.", "A second visit.")
    return record_visit(
        case=case, by=own, at=now, assistance=assistance, kind="visit", on=MADE, meeting=meeting,
        words="The first visit.", language="en",
    )  # fmt: skip


def test_the_court_reads_whose_words_they_are_and_an_adult_only_their_own_where_it_was_chosen(
    visited: Worked, make: Callable[..., list[Document]], mother: Party, father: Party
) -> None:
    made = make(Paper.REVIEW, progress={mother.pk: [visited.pk]})
    court, hers, his = of(made, "court", "en"), of(made, mother.slug, "cy"), of(made, father.slug, "en")
    assert all(words in court for words in (HERS, HIS, "An aunt", "A calm room.", "A second visit."))
    assert CHILDS not in court  # the box of the children's words holds something else
    assert HERS in hers
    assert not any(words in hers for words in ("An aunt", "A calm room.", "A second visit."))
    assert HIS not in hers
    assert CHILDS not in hers
    assert "The first visit." not in his


@pytest.mark.parametrize("paper", [Paper.END, Paper.REPORT])
def test_what_a_child_said_there_stands_in_the_box_of_the_childrens_words(
    visited: Worked, assistance: Assistance, case: Case, own: Officer, paper: Paper
) -> None:
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/documents/{paper}/"
    boxes = [one for one in text_of(client_of(own), path).split("<textarea") if CHILDS in one]
    assert ['name="views-cy"' in one for one in boxes] == [True]


def test_a_conversation_of_the_file_counts_once_and_gives_no_words_once_it_was_recorded_wrongly(
    assistance: Assistance, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    talk = record_conversation(
        case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke", interpreter="Polish",
        concerns=[Raised(HERS, "en")],
    )  # fmt: skip
    (known,) = on_file(assistance)
    record = {"case": case, "by": own, "at": now, "assistance": assistance, "kind": "conversation"}
    record |= {"on": known.on, "meeting": Meeting(known=known), "words": "By telephone.", "language": "en"}
    record_visit(**record)  # type: ignore[arg-type]  # by name
    page = text_of(client_of(own), f"/cases/{case.reference}/family-assistance/{assistance.pk}/")
    assert f"{mother.name} (through an interpreter)" in page
    assert HERS in page
    for told_to, reader in ((None, ""), ([Visit.objects.get().worked_id], f"party:{mother.pk}")):
        (told,) = visits_told(assistance, Paper.END, told_to, reader)  # the letter may keep it from somebody
        assert (told.words.in_each, told.said) == ({"en": "By telephone."}, ())
    with pytest.raises(Stale):
        record_visit(**record)  # type: ignore[arg-type]  # by name
    say_wrong(case=case, by=own, at=now, conversation=talk, why="Another case.", language="en")
    (told,) = visits_told(assistance, Paper.END, None, "")
    assert (told.words.in_each, told.said, told.came_wrongly) == ({"en": "By telephone."}, (), True)
    page = text_of(client_of(own), f"/cases/{case.reference}/family-assistance/{assistance.pk}/")
    assert "By telephone." in page
    assert "The conversation it came from was recorded wrongly" in page


def test_a_visit_is_asked_who_took_part_and_a_risk_seen_there_opens_its_task(
    assistance: Assistance, case: Case, own: Officer, mother: Party
) -> None:
    client = client_of(own)
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/work/"
    typed = {"kind": "visit", "words": "She cried.", "place": "home", **day("on", MADE)}
    typed |= {"language_of_words": "en"}
    answer = fill(client, path, **typed, **{f"said-party-{mother.pk}": HERS})
    page = answer.content.decode()
    assert "Tick who took part" in page
    assert "Choose in which language" in page
    assert HERS in page
    answer = fill(
        client, path, **typed, took_part=f"party:{mother.pk}", risk="He came by at night.",
        **{f"said-party-{mother.pk}": HERS, f"spoken-party-{mother.pk}": "en"},
    )  # fmt: skip
    assert answer.status_code == 302
    assert Visit.objects.get().said == [{"who": f"party:{mother.pk}", "words": HERS, "language": "en"}]
    assert case.tasks.filter(kind=RISK, ended_at=None).exists()
    assert HERS in text_of(client, path.removesuffix("work/"))


def test_a_conversation_of_the_file_is_chosen_on_the_page_and_its_day_is_not_typed_again(
    assistance: Assistance, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    talk = record_conversation(case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke")
    client = client_of(own)
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/work/"
    typed = {"kind": "conversation", "words": "She rang.", "language_of_words": "en"}
    typed |= {"known": f"conversation-{talk.pk}"}
    answer = fill(client, path, **typed, **day("on", date(2026, 3, 30)))
    assert "The file has another day for it" in answer.content.decode()
    assert fill(client, path, **typed).status_code == 302
    visit = Visit.objects.get()
    assert (visit.conversation, visit.took_part) == (talk, [f"party:{mother.pk}"])
    assert visit.worked.on == now.astimezone(LONDON).date()
    assert f"conversation-{talk.pk}" not in text_of(client, path)


def test_a_protected_place_in_a_visit_stands_on_no_page_and_in_no_document(
    assistance: Assistance, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    secret, who = "At 7 Heol y Dŵr, LL11 1ZZ.", f"party:{mother.pk}"
    for place in ("others", "seen", "follows", "said"):
        told = {place: [(who, secret, "en")] if place == "said" else secret}
        meeting = Meeting("home", (who,), **told)  # type: ignore[arg-type]  # by name
        record_visit(
            case=case, by=own, at=now, assistance=assistance, kind="visit", on=MADE, meeting=meeting,
            words="A visit.", language="en",
        )  # fmt: skip
    of_court = visits_told(assistance, Paper.END, None, "")
    assert [one.words.in_each for one in of_court] == [{"en": "A visit."}] * 4
    assert "Heol y D" not in repr(of_court)
    order = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    form = text_of(client_of(own), f"{order}documents/{Paper.END}/")
    assert "names a protected place or number, and stands in no copy: Visit, 4 March 2026" in form
    page = text_of(client_of(own), order)
    assert "Heol y D" not in page
    assert page.count("A visit.") == 4


def test_what_is_typed_where_it_is_not_read_is_asked_about_and_not_lost(
    assistance: Assistance, case: Case, own: Officer
) -> None:
    client = client_of(own)
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/work/"
    typed = {"words": "A talk.", "language_of_words": "en", **day("on", MADE)}
    page = said(fill(client, path, **typed, kind="review", risk="He came by at night."))
    assert "This belongs to a visit or a conversation" in page
    assert "He came by at night." in page
    page = said(fill(client, path, **typed, kind="visit", place="home", others="An aunt", number="step-1"))
    assert "A visit or a conversation is of no step or issue" in page
    assert not Visit.objects.exists()


def test_a_visit_that_was_recorded_wrongly_still_shows_what_was_typed_of_it(
    visited: Worked, assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    record_wrong(
        case=case, by=own, at=now, assistance=assistance, row=visited, why="Another family.", language="en"
    )  # fmt: skip
    page = text_of(client_of(own), f"/cases/{case.reference}/family-assistance/{assistance.pk}/")
    assert all(words in page for words in (HERS, HIS, CHILDS, "A calm room.", "A second visit."))
