"""A danger recorded, told, written, sent and answered: the rows, the timeline, the tasks, and who may."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.conversations import record_conversation
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.gate import GateRefused
from lles.casefile.locations import PHONE, REFUGE, Detail, keep
from lles.casefile.models import Case, Disclosure, Officer, Party, Sighting
from lles.casefile.queries.telling import tellable
from lles.casefile.register import told_to
from lles.work.urgent_referral.changes.opening import Danger, close_referral, note_danger, see_danger
from lles.work.urgent_referral.changes.telling import (
    acknowledge,
    ask_again,
    record_reply,
    record_sent,
    set_aside,
)
from lles.work.urgent_referral.changes.writing import open_written
from lles.work.urgent_referral.models import Recipient, Referral, Reply, Written
from lles.work.urgent_referral.queries.facts import conversation_of
from lles.work.urgent_referral.tests.conftest import COUNCIL, LEARNT

Write = Callable[..., None]
Send = Callable[[Recipient], None]


def open_kinds(case: Case) -> list[str]:
    tasks = case.tasks.filter(ended_at=None, kind__startswith="urgent_referral.")
    return [kind.split(".")[1] for kind in tasks.order_by("pk").values_list("kind", flat=True)]


def test_it_starts_the_clock_and_tells_the_one_who_approves(case: Case, referral: Referral) -> None:
    assert open_kinds(case) == ["tell", "write", "note"]
    task = case.tasks.get(kind="urgent_referral.tell")
    assert task.due is not None
    assert (task.due["on"], task.due["at_time"]) == ("2026-03-04", "11:30")
    assert task.provision == "SG-URGENT"


def test_it_writes_one_line_that_says_nothing_of_what_was_learnt(case: Case, referral: Referral) -> None:
    lines = case.entries.exclude(kind="task_opened")
    assert [line.kind for line in lines] == ["danger_seen"]
    assert LEARNT not in str(lines[0].facts)
    assert "Efa Bevan, Macsen Bevan" in str(lines[0].facts)


def test_what_was_learnt_is_sealed_and_cannot_be_changed(referral: Referral) -> None:
    assert b"yfed" not in bytes(referral.words)
    with pytest.raises(DatabaseError), transaction.atomic():
        Referral.objects.update(words=b"other")


@pytest.mark.parametrize("pathway", ["cap", "pathfinder", "public-law"])
def test_it_is_opened_on_every_pathway(
    case: Case, own: Officer, now: datetime, danger: Danger, pathway: str
) -> None:
    Case.objects.filter(pk=case.pk).update(pathway=pathway)
    assert see_danger(case=case, by=own, at=now, danger=danger, bodies=[COUNCIL]).recipients.count() == 1


def test_only_who_works_on_the_case_records_it(
    case: Case, teammate: Officer, stranger: Officer, manager: Officer, now: datetime, danger: Danger
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            see_danger(case=case, by=other, at=now, danger=danger, bodies=[COUNCIL])
    see_danger(case=case, by=manager, at=now, danger=danger, bodies=[COUNCIL])
    assert open_kinds(case) == ["tell", "write"]  # who approves knows of what they saw themselves


def test_only_who_approves_says_that_they_have_read_of_it(
    case: Case, own: Officer, manager: Officer, now: datetime, referral: Referral
) -> None:
    with pytest.raises(NotAllowed):
        note_danger(case=case, by=own, at=now, referral=referral)
    note_danger(case=case, by=manager, at=now, referral=referral)
    referral.refresh_from_db()
    assert referral.noted_by == manager
    assert "note" not in open_kinds(case)


def test_every_body_has_to_be_told_and_written_to(
    case: Case, council: Recipient, police: Recipient, sent: Send
) -> None:
    sent(council)
    assert open_kinds(case) == ["tell", "write", "note", "chase"]
    sent(police)
    assert open_kinds(case) == ["note", "chase"]


def test_a_body_that_is_not_needed_holds_nothing_up(
    case: Case, own: Officer, now: datetime, council: Recipient, police: Recipient, sent: Send
) -> None:
    set_aside(case=case, by=own, at=now, recipient=police, because="another_tells")
    assert open_kinds(case) == ["tell", "write", "note"]
    sent(council)
    assert open_kinds(case) == ["note", "chase"]


def test_nothing_is_sent_twice_and_no_step_is_left_out(
    case: Case, own: Officer, now: datetime, council: Recipient, sent: Send
) -> None:
    with pytest.raises(Stale):
        acknowledge(case=case, by=own, at=now, recipient=council, reference="", acknowledged_at=now)
    sent(council)
    with pytest.raises(Stale):
        record_sent(case=case, by=own, at=now, recipient=council, way="post", sent_to="x", sent_at=now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Recipient.objects.filter(pk=council.pk).update(state="to_send")


def test_a_reply_is_asked_for_again_on_the_next_working_day(
    case: Case, own: Officer, now: datetime, council: Recipient, sent: Send
) -> None:
    sent(council)
    chase = case.tasks.get(kind="urgent_referral.chase")
    assert chase.due_on == date(2026, 3, 5)
    ask_again(case=case, by=own, at=now, recipient=council, asked_on=date(2026, 3, 6))
    chase.refresh_from_db()
    assert chase.due_on == date(2026, 3, 9)


def test_a_reply_ends_the_waiting_and_a_later_one_stands_beside_it(
    case: Case, own: Officer, now: datetime, referral: Referral, council: Recipient, police: Recipient,
    sent: Send,
) -> None:  # fmt: skip
    set_aside(case=case, by=own, at=now, recipient=police, because="another_tells")
    sent(council)
    acknowledge(case=case, by=own, at=now, recipient=council, reference="W-77", acknowledged_at=now)
    council.refresh_from_db()
    record_reply(case=case, by=own, at=now, recipient=council, decision="strategy", received_at=now)
    assert "chase" not in open_kinds(case)
    close_referral(case=case, by=own, at=now, referral=referral, outcome="taken_over")
    council.refresh_from_db()
    later = now + timedelta(days=3)
    record_reply(case=case, by=own, at=later, recipient=council, decision="section_47", received_at=later)
    assert [one.decision for one in Reply.objects.all()] == ["strategy", "section_47"]
    assert "section 47" in " ".join(one.says.en for one in told_to(case, "court"))


def test_a_reply_by_telephone_comes_before_anything_was_written(
    case: Case, own: Officer, now: datetime, police: Recipient, sent: Send
) -> None:
    record_reply(case=case, by=own, at=now, recipient=police, decision="attends", received_at=now)
    police.refresh_from_db()
    assert police.state == "to_send"
    sent(police)
    assert police.state == "answered"


def test_a_danger_of_which_nobody_was_told_is_closed_only_with_a_reason(
    case: Case, own: Officer, now: datetime, referral: Referral
) -> None:
    with pytest.raises(NeedsReason):
        close_referral(case=case, by=own, at=now, referral=referral, outcome="no_danger")
    reasons = {"RA-SAFEGUARD": "It was another family."}
    close_referral(case=case, by=own, at=now, referral=referral, outcome="no_danger", reasons=reasons)
    assert open_kinds(case) == ["note"]  # a second person still reads of it


def test_only_what_was_chosen_is_told_and_each_of_it_stands_in_the_ledger(
    case: Case, own: Officer, mother: Party, council: Recipient, written: Write
) -> None:
    owner = f"party:{mother.pk}"
    written(council, f"{owner}.address")
    rows = Disclosure.objects.filter(basis="protecting_children", purpose="refer")
    assert set(rows.values_list("reader", "what")) == {
        ("local_authority", "urgent_referral wrexham"),
        ("local_authority", f"wrexham address {owner}"),
    }
    assert set(rows.values_list("language", flat=True)) == {"en", "cy"}  # a council of Wales
    assert Sighting.objects.filter(officer=own, what=f"location:{owner}").count() == 1
    assert all(one.told == [f"{owner}.address"] for one in Written.objects.all())


def test_a_detail_that_nobody_chose_does_not_leave_in_the_words_either(
    case: Case, own: Officer, now: datetime, danger: Danger, mother: Party, written: Write
) -> None:
    said = Danger(**{**vars(danger), "learnt": "Ffoniwch hi ar 07700 900123."})
    recipient = see_danger(case=case, by=own, at=now, danger=said, bodies=[COUNCIL]).recipients.get()
    with pytest.raises(GateRefused):
        written(recipient)
    with pytest.raises(GateRefused):
        written(recipient, f"party:{mother.pk}.address")
    assert not Written.objects.exists()
    assert not Disclosure.objects.exists()
    written(recipient, f"party:{mother.pk}.phone")
    assert Written.objects.count() == 2


def test_two_people_at_one_place_have_one_address(
    case: Case, council: Recipient, mother: Party, now: datetime, written: Write
) -> None:
    child = case.children.order_by("pk")[0]
    keep(case, [Detail(f"child:{child.pk}", "address", ("7 Heol y Dŵr", "LL11 1ZZ"), None, "x")], now)
    written(council, f"party:{mother.pk}.address")
    assert Written.objects.exists()


def test_where_somebody_is_is_told_for_a_reason_and_to_the_police_with_another(
    council: Recipient, police: Recipient, mother: Party, written: Write
) -> None:
    with pytest.raises(Barred):
        written(council, f"party:{mother.pk}.phone", why=" ")
    with pytest.raises(NeedsReason):
        written(police, f"party:{mother.pk}.phone")
    written(police, f"party:{mother.pk}.phone", reasons={"CONF-POLICE": "There is no time to ask the court."})
    assert Written.objects.count() == 2


def test_a_refuge_is_never_written_down(
    case: Case, council: Recipient, mother: Party, now: datetime, written: Write
) -> None:
    owner = f"party:{mother.pk}"
    keep(case, [Detail(owner, REFUGE, ("yes",), True, "party")], now)
    assert [one.kind for one in tellable(case) if one.key.startswith(owner)] == ["phone", "email"]
    written(council, f"{owner}.address")
    assert Written.objects.filter(told=[]).count() == 2


def test_it_is_opened_by_who_works_on_the_case_and_each_opening_is_recorded(
    case: Case, own: Officer, teammate: Officer, now: datetime, council: Recipient, mother: Party,
    written: Write,
) -> None:  # fmt: skip
    written(council, f"party:{mother.pk}.phone")
    row = Written.objects.get(language="cy")
    with pytest.raises(NotAllowed):
        open_written(case=case, by=teammate, at=now, written=row)
    before = Sighting.objects.count()
    keep(case, [Detail(f"party:{mother.pk}", PHONE, ("07700 900999",), True, "phone")], now)
    assert open_written(case=case, by=own, at=now, written=row).sha256 == row.sha256
    assert Sighting.objects.count() == before + 1


def test_the_call_in_which_it_was_seen_is_known_once_it_is_recorded(
    case: Case, own: Officer, now: datetime, mother: Party, referral: Referral
) -> None:
    assert conversation_of(referral) is None
    begun, ended = now - timedelta(minutes=5), now + timedelta(minutes=20)
    call = record_conversation(case=case, by=own, at=ended, party=mother, began_at=begun, outcome="spoke")
    assert conversation_of(referral) == call


def test_a_letter_may_say_it_to_the_court_and_to_nobody_who_does_not_know(
    case: Case, council: Recipient, mother: Party, father: Party, written: Write, sent: Send
) -> None:
    assert told_to(case, "court") == ()
    sent(council)
    assert "children's services" in told_to(case, "court")[0].says.en
    assert told_to(case, mother.slug) == told_to(case, father.slug) == ()
    council.referral.known_to = [mother.pk]
    council.referral.save()
    assert told_to(case, father.slug) == ()
    assert [one.says.en for one in told_to(case, mother.slug)] == [told_to(case, "court")[0].says.en]
