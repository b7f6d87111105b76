"""Opening a case asks the database a counted number of times, however many cases there are."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.db import OperationalError, models

from lles.casefile import register
from lles.casefile.models import Case, Officer
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, statements
from lles.site.synthetic.many import answer, many
from lles.work.earlier_involvement import work as earlier_involvement
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.changes.take import take_answer
from lles.work.intake.tests.registering import PAGES, intake, registration, typed_into, what_is_shown
from lles.work.intake.tests.test_take import invented, take

if TYPE_CHECKING:
    from lles.work.intake.models import Registration

__all__ = ["intake", "registration"]
OF_AN_ANSWER, BY_HAND = 31, 38


def unrelated(service: Officer, now: datetime, cases: int) -> None:
    content = json.dumps(answer(many(cases, 5, now.date()))).encode()
    assert len(list(take_answer(content=content, source="test", by=service, at=now))) == cases


def test_an_answer_opens_a_case_with_as_many_statements_among_many_cases_as_among_none(
    service: Officer, now: datetime
) -> None:
    with statements() as alone:
        take(invented(), service, now)
    unrelated(service, now, 12)
    with statements() as among_many:
        take(invented(id=1700000000000002), service, now)
    assert Case.objects.order_by("pk").last().candidates.exists()  # type: ignore[union-attr]  # one was opened above
    assert len(alone) <= len(among_many) <= OF_AN_ANSWER, "\n".join(among_many)


def test_a_case_is_opened_by_hand_with_as_many_statements_among_many_cases_as_among_none(
    intake: Officer, registration: "Registration", service: Officer, now: datetime
) -> None:
    client = client_of(intake)
    sent: list[list[str]] = []
    for number, one in enumerate((registration, start_registration(by=intake, at=now))):
        court = {**PAGES["court"], "number": f"wx26p9003{number}"}
        typed_into(intake, one, {**PAGES, "court": court})
        path, shown = what_is_shown(client, one)
        with statements() as asked:
            answered = client.post(path, {"shown": shown})
        assert answered.status_code == 302
        sent.append(asked)
        unrelated(service, now, 12 * (1 - number))
    assert len(sent[0]) <= len(sent[1]) <= BY_HAND, "\n".join(sent[1])


def rows_of(found: Any) -> list[dict[str, object]]:
    return [{one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields} for row in found]


def test_a_new_case_holds_what_its_tables_hold(
    service: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell, compared = register.told, set()

    def compare_and_tell(occasion: Occasion) -> None:
        if occasion.event is Event.APPLICATION_RECEIVED:
            case = occasion.case
            assert rows_of([case]) == rows_of([Case.objects.get(pk=case.pk)])
            for name, known in getattr(case, "_prefetched_objects_cache").items():  # noqa: B009
                fresh: models.QuerySet[models.Model] = getattr(Case.objects.get(pk=case.pk), name).all()
                assert rows_of(known) == rows_of(fresh if fresh.ordered else fresh.order_by("pk")), name
                compared.update([name] if known else [])
        tell(occasion)

    monkeypatch.setattr(register, "told", compare_and_tell)
    unrelated(service, now, 25)
    assert compared >= {"applications", "children", "parties", "hearings", "relations", "papers"}


def test_a_register_that_fails_halfway_leaves_no_trace_of_the_look_in_a_new_case(
    service: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_long(**_: object) -> None:
        raise OperationalError("canceling statement due to statement timeout")

    take(invented(), service, now)
    monkeypatch.setattr(earlier_involvement, "ask_for_leave", too_long)
    take(invented(id=1700000000000002), service, now)
    case = Case.objects.get(court_number="1700000000000002")
    assert not case.searches.exists()
    assert not case.entries.filter(kind="known_looked_for").exists()
    opened = set(case.tasks.values_list("kind", flat=True))
    assert "earlier_involvement.look" in opened
    assert "earlier_involvement.candidates" not in opened
