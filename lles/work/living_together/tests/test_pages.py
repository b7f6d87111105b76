"""Parents who live together, on every page of their case: what stands there, who reads it, what stays out."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.models import Case, Direction, Document, Entry, LivingTogether, Officer, Party, Task
from lles.casefile.queries.living_together import days_of_ceasing, parents_together_of
from lles.casefile.tests.pages import client_of, day, fill, said, statements, summary_of, text_of

Record = Callable[..., LivingTogether]
LONG_AGO, DAY = date(2020, 1, 31), timedelta(days=1)
CEASED = "lived together without a break from"
ON_TOP = "lived together for longer than 6 months"


def page_of(case: Case, more: str = "") -> str:
    return f"/cases/{case.reference}/{more}"


def typed(since: date, **more: str) -> dict[str, str]:
    """What a person types who was told by the court that the two live together."""
    still = {"stands": "still", "both_responsible": "unknown", "told_by": "court", "source": "hearing"}
    return {**day("since", since), **still, **more}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ("Parents living together", "If they still live together on", "Gareth Bevan, in a conversation"),
        ),
        ("cy", ("Rhieni sy'n cyd-fyw", "Os byddant yn dal i gyd-fyw ar", "Gareth Bevan, mewn sgwrs")),
    ],
)
def test_its_page_says_what_will_cease_and_who_told_us(
    case: Case, own: Officer, record: Record, language: str, words: tuple[str, ...]
) -> None:
    record(timezone.localdate() - 30 * DAY)
    page = text_of(client_of(own, language), page_of(case, "living-together/"))
    for one in words:
        assert one in page, one


def test_it_stands_on_top_of_every_page_of_the_case(case: Case, own: Officer, record: Record) -> None:
    client = client_of(own)
    pages = [page_of(case), page_of(case, "people/"), page_of(case, "monitoring/")]
    assert not any("live together. If they still do" in text_of(client, page) for page in pages)
    record(timezone.localdate() - 30 * DAY)
    assert all("live together. If they still do" in text_of(client, page) for page in pages)
    record(LONG_AGO, date(2021, 1, 31))
    assert all(ON_TOP in text_of(client, page) for page in pages)


def test_a_page_of_the_case_still_asks_few_statements(case: Case, own: Officer, record: Record) -> None:
    record(LONG_AGO)
    client = client_of(own)
    text_of(client, page_of(case))
    with statements() as sent:
        assert ON_TOP in text_of(client, page_of(case))
    assert len(sent) <= 8, sent


def test_nothing_is_stored_and_nothing_closes_by_itself(case: Case, own: Officer, record: Record) -> None:
    now = timezone.now()
    order = record_order(
        case=case, by=own, at=now, kind="monitoring", title="Contact monitoring order", made_on=LONG_AGO,
        directions=(Directed("monitoring_breach_report"),),
    )  # fmt: skip
    before = set(Task.objects.values_list("pk", "ended_at"))
    record(LONG_AGO)
    assert set(Task.objects.values_list("pk", "ended_at")) == before
    assert Direction.objects.get(order=order).superseded_at is None
    case.refresh_from_db()
    assert case.closed_at is None
    assert not Document.objects.filter(case=case).exists()


def test_the_same_file_says_another_thing_on_another_day(case: Case, record: Record) -> None:
    record(date(2026, 3, 4))
    ((before,), (after,)) = (
        days_of_ceasing(case, None, None, None, on) for on in (date(2026, 9, 3), date(2026, 9, 4))
    )
    assert before.on == after.on == date(2026, 9, 4)
    assert (before.what.en == after.what.en, "ceased" in after.what.en) == (False, True)


@pytest.mark.parametrize(("last", "shown"), [(date(2026, 9, 4), True), (date(2026, 9, 3), False)])
def test_an_order_shows_the_day_only_while_it_runs(
    case: Case, record: Record, last: date, shown: bool
) -> None:
    record(date(2026, 3, 4))
    assert bool(days_of_ceasing(case, None, date(2026, 3, 1), last, date(2026, 5, 1))) == shown


def test_a_later_row_says_that_they_parted_or_never_lived_together(case: Case, record: Record) -> None:
    first = record(LONG_AGO)
    parted = record(LONG_AGO, date(2020, 4, 30), replaces=first)
    (parents,) = parents_together_of(case)
    assert [one.until for one in parents.times] == [date(2020, 4, 30)]
    record(LONG_AGO, replaces=parted, is_wrong=True)
    assert parents_together_of(case) == ()
    assert LivingTogether.objects.count() == 3


def test_one_time_is_put_right_once(case: Case, record: Record) -> None:
    first = record(LONG_AGO)
    record(LONG_AGO, date(2020, 4, 30), replaces=first)
    with pytest.raises(Stale):
        record(LONG_AGO, date(2020, 5, 1), replaces=first)


def test_what_was_recorded_is_never_changed_or_taken_away(record: Record) -> None:
    row = record(LONG_AGO)
    for attempt in (lambda: LivingTogether.objects.update(until=LONG_AGO), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_a_time_that_ends_before_it_begins_cannot_be_kept(record: Record) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        record(LONG_AGO, LONG_AGO - DAY)


def test_it_is_recorded_by_those_who_work_on_the_case_alone(
    case: Case, stranger: Officer, now: datetime, mother: Party, father: Party
) -> None:
    told = TogetherSaid(mother, father, LONG_AGO, None, None, "hearing", "court")
    with pytest.raises(NotAllowed):
        record_living_together(case=case, by=stranger, at=now, said=told)
    text_of(client_of(stranger), page_of(case, "living-together/"), status=404)


def test_who_told_us_is_for_those_who_work_on_the_case(
    case: Case, record: Record, officer_with: Callable[..., Officer]
) -> None:
    record(LONG_AGO)
    auditor = officer_with("auditor")
    page = text_of(client_of(auditor), page_of(case, "living-together/"))
    assert CEASED in page
    assert "Told by" not in page
    assert "Record a change" not in page
    assert client_of(auditor).get(page_of(case, "living-together/0/")).status_code == 403


def test_the_timeline_says_neither_whether_nor_since_when_nor_who(
    case: Case, own: Officer, record: Record
) -> None:
    record(LONG_AGO)
    entry = Entry.objects.get(case=case)
    assert (entry.kind, entry.facts) == (
        "living_together",
        {"first": "Siân Morris", "second": "Gareth Bevan"},
    )
    page = text_of(client_of(own), page_of(case, "timeline/"))
    assert "Recorded whether Siân Morris and Gareth Bevan live together" in page


def test_the_protected_place_stays_out_of_it(case: Case, own: Officer, record: Record) -> None:
    row, client = record(LONG_AGO), client_of(own)
    for more in ("", f"{row.pk}/", "0/"):
        page = text_of(client, page_of(case, f"living-together/{more}"))
        assert "Heol y D" not in page
        assert "07700 900123" not in page


def test_it_is_recorded_on_a_page_in_choices_and_days_alone(case: Case, own: Officer, father: Party) -> None:
    client, here = client_of(own), page_of(case, "living-together/0/")
    page = text_of(client, here)
    assert "Do Siân Morris and Gareth Bevan live together?" in page
    assert "checked" not in page
    assert "<textarea" not in page
    missing = summary_of(fill(client, here))
    for one in (
        "Enter a date",
        "Choose whether they still",
        "Choose who told us",
        "how we were told",
    ):
        assert one in missing
    assert fill(client, here, **typed(LONG_AGO)).status_code == 302
    row = LivingTogether.objects.get()
    assert (row.since, row.until, row.both_responsible) == (LONG_AGO, None, None)
    assert (row.told_by, row.told_party, row.source) == ("court", None, "hearing")
    assert father in (row.first, row.second)


def test_among_three_adults_one_says_which_two_are_the_parents(
    case: Case, own: Officer, mother: Party, father: Party
) -> None:
    anna = Party.objects.create(case=case, role="other", first_name="Anna", last_name="Bevan")
    here = page_of(case, "living-together/0/")
    page = text_of(client_of(own, "cy"), here)
    assert "Siân Morris a Gareth Bevan" in page
    assert "Gareth Bevan ac Anna Bevan" in page
    client = client_of(own)
    assert "Choose the two parents" in summary_of(fill(client, here, **typed(LONG_AGO)))
    of_another = fill(client, here, **typed(LONG_AGO, pair=f"{mother.pk}-987654"))
    assert "Which two parents live together?" in summary_of(of_another)
    assert fill(client, here, **typed(LONG_AGO, pair=f"{father.pk}-{anna.pk}")).status_code == 302
    row = LivingTogether.objects.get()
    assert (row.first, row.second) == (father, anna)


def test_a_case_with_one_adult_has_no_two_to_choose(case: Case, own: Officer, father: Party) -> None:
    Party.objects.filter(pk=father.pk).update(is_organisation=True)
    page = text_of(client_of(own), page_of(case, "living-together/"))
    assert "Record that two parents live together" not in page
    text_of(client_of(own), page_of(case, "living-together/0/"), status=404)


def test_that_they_parted_is_recorded_with_its_day_and_its_own_source(
    case: Case, own: Officer, record: Record, mother: Party
) -> None:
    row, client = record(LONG_AGO), client_of(own)
    here = page_of(case, f"living-together/{row.pk}/")
    assert 'value="2020"' in text_of(client, here)
    told = typed(LONG_AGO, stands="ended", told_by=f"party:{mother.pk}", source="conversation")
    assert "Enter the last day on which they lived together" in summary_of(fill(client, here, **told))
    early = fill(client, here, **told, **day("until", LONG_AGO - DAY))
    assert "must not be before the first" in summary_of(early)
    assert 'value="2020"' in said(early)
    assert fill(client, here, **told, **day("until", LONG_AGO)).status_code == 302
    later = LivingTogether.objects.get(replaces=row)
    assert (later.until, later.told_party) == (LONG_AGO, mother)
    assert ON_TOP not in text_of(client, page_of(case))


def test_a_day_that_has_not_come_and_a_time_of_another_case_are_refused(case: Case, own: Officer) -> None:
    client, here = client_of(own), page_of(case, "living-together/0/")
    answer = fill(client, here, **typed(timezone.localdate() + DAY))
    assert "Date must be today or in the past" in summary_of(answer)
    assert not LivingTogether.objects.exists()
    text_of(client, page_of(case, "living-together/987654/"), status=404)


def test_two_who_put_one_time_right_do_not_overwrite_each_other(
    case: Case, manager: Officer, record: Record
) -> None:
    row, client = record(LONG_AGO), client_of(manager)
    here = page_of(case, f"living-together/{row.pk}/")
    case.refresh_from_db()
    opened = {"seen": str(case.version), "seen_entry": "0"}
    record(LONG_AGO, date(2020, 4, 30), replaces=row)
    answer = client.post(here, {**opened, **typed(LONG_AGO, stands="wrong")})
    assert answer.status_code == 409
    assert not LivingTogether.objects.filter(is_wrong=True).exists()
