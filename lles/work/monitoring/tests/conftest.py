"""A monitoring order on the file of the usual case, made on 4 March 2026."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.timeline import LONDON
from lles.work.monitoring.changes.calls import decide_breach, record_call
from lles.work.monitoring.changes.order import Naming, Provided, Terms, record_terms
from lles.work.monitoring.models import Breach, Call, Monitoring
from lles.work.monitoring.queries.facts import Request
from lles.work.monitoring.queries.said import Said

MADE = date(2026, 3, 4)
SATURDAY = date(2026, 3, 14)
WEEKENDS = "Efa and Macsen spend each Saturday from 10am to 4pm with their father."
Record = Callable[..., Monitoring]
Speak = Callable[..., Call]


@pytest.fixture
def made(case: Case, own: Officer, now: datetime) -> Monitoring:
    """The order as it comes, before anybody wrote down what it says."""
    record_order(case=case, by=own, at=now, kind="monitoring", title="Contact monitoring order", made_on=MADE)
    return Monitoring.objects.get(case=case)


@pytest.fixture
def record(made: Monitoring, case: Case, own: Officer, now: datetime, mother: Party, father: Party) -> Record:
    """Records what the order says: Saturdays, both parents, six months, unless the test says otherwise; the
    case has an order of the day of the arrangements, unless the test says none (`arranged`)."""

    def recorded(arranged: str = "Child arrangements order", **more: object) -> Monitoring:
        known: dict[str, object] = {
            "provisions": [Provided("time_with", WEEKENDS)],
            "people": [Naming(mother, "time_with_another"), Naming(father, "named_for_time")],
            "request": Request(arrangements_on=MADE),
            "months": 6,
            "directs": (Directed("monitoring_breach_report"),),
            **more,
        }
        reasons = known.pop("reasons", None)
        terms = Terms(**known)  # type: ignore[arg-type]  # named by a mapping
        arranged_on = terms.request.arrangements_on
        if arranged and arranged_on and not case.orders.filter(title=arranged, made_on=arranged_on).exists():
            record_order(case=case, by=own, at=now, kind="", title=arranged, made_on=arranged_on)
        record_terms(
            case=case, by=own, at=now, monitoring=made, terms=terms,
            reasons=reasons,  # type: ignore[arg-type]  # named by a mapping
        )  # fmt: skip
        made.refresh_from_db()
        return made

    return recorded


@pytest.fixture
def speak(case: Case, own: Officer) -> Speak:
    """Records a call about Saturday 14 March 2026, two days after it."""

    def spoken(
        monitoring: Monitoring, whom: Party | Child, answer: str = "", outcome: str = "spoke", **more: object
    ) -> Call:
        said = Said(
            held_at=datetime.combine(SATURDAY + timedelta(days=2), time(21, 30), LONDON), outcome=outcome,
            language="en", monitored_on=SATURDAY, answers={1: answer} if answer else {},
            **{"account": "He came and nobody was at home.", **more},  # type: ignore[arg-type]  # by a mapping
        )  # fmt: skip
        party, child = (whom, None) if isinstance(whom, Party) else (None, whom)
        return record_call(
            case=case, by=own, at=said.held_at, monitoring=monitoring, party=party, child=child, said=said,
            reasons={"MON-METHOD": "The next one is not settled."},
        )  # fmt: skip

    return spoken


@pytest.fixture
def confirmed(record: Record, speak: Speak, case: Case, own: Officer, mother: Party, father: Party) -> Breach:
    """A breach that was alleged, of which each side was asked, and that was confirmed on 17 March 2026."""
    monitoring = record()
    speak(monitoring, father, "not")
    speak(monitoring, mother, "not", account="I was not there.")
    breach = monitoring.breaches.get()
    on = SATURDAY + timedelta(days=3)
    decide_breach(
        case=case, by=own, at=datetime.combine(on, time(10), LONDON), monitoring=monitoring, breach=breach,
        is_confirmed=True, words="Both say that it did not happen.", language="en", on=on,
    )  # fmt: skip
    return breach
