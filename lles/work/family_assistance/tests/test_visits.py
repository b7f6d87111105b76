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
from lles.work.family_assistance.models import Assistance, Visit, Worked
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.due import RISK
from lles.work.family_assistance.queries.visits import on_file, visits_to_tell
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
    assert all(words in court for words in (HERS, HIS, CHILDS, "A calm room.", "A second visit."))
    assert HERS in hers
    assert HIS not in hers
    assert CHILDS not in hers
    assert "The first visit." not in his


def test_what_a_child_said_there_stands_in_the_box_of_the_childrens_words(
    visited: Worked, assistance: Assistance, case: Case, own: Officer
) -> None:
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/documents/family_end_report/"
    boxes = [one for one in text_of(client_of(own), path).split("<textarea") if CHILDS in one]
    assert ['name="views-cy"' in one for one in boxes] == [True]


def test_a_conversation_of_the_file_counts_once_and_no_more_once_it_was_recorded_wrongly(
    assistance: Assistance, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    talk = record_conversation(
        case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke", language="en",
        concerns=[Raised(HERS, "en")],
    )  # fmt: skip
    (known,) = on_file(assistance)
    record = {"case": case, "by": own, "at": now, "assistance": assistance, "kind": "conversation"}
    record |= {"on": known.on, "meeting": Meeting(known=known), "words": "By telephone.", "language": "en"}
    record_visit(**record)  # type: ignore[arg-type]  # by name
    ((_row, shown),) = visits_to_tell(assistance, Paper.END)
    assert [(one.name, one.words) for one in shown.said] == [(mother.name, HERS)]
    with pytest.raises(Stale):
        record_visit(**record)  # type: ignore[arg-type]  # by name
    say_wrong(case=case, by=own, at=now, conversation=talk, why="Another case.", language="en")
    assert not worked_of(assistance).filter(kind="conversation").exists()


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
    assert visits_to_tell(assistance, Paper.END) == []
    page = text_of(client_of(own), f"/cases/{case.reference}/family-assistance/{assistance.pk}/")
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
