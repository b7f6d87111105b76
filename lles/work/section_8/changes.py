"""What orders under section 8 hang on, as somebody told or read it: recorded, put right, never taken away."""

from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.wrong import keep_wrong
from lles.casefile.models import (
    Attached,
    AttachedDischarged,
    AttachedWrong,
    Case,
    Child,
    NoticeHad,
    Officer,
    Order,
    OrderTerms,
    Party,
)
from lles.casefile.queries.court import order_name
from lles.casefile.timeline import Word, says
from lles.work.section_8.models import Care, Fostering


@dataclass(frozen=True)
class FosteringSaid:
    """What is known of an adult as a local authority foster parent of a child; without a first day, that they
    were none."""

    since: date | None
    until: date | None
    has_consent: bool | None
    is_relative: bool | None
    lived_there_since: date | None
    source: str


@dataclass(frozen=True)
class AttachedSaid:
    """What an order directs, attaches or makes incidentally, as it was read in it."""

    kind: str
    party: Party | None
    ties: tuple[str, ...] = ()
    paragraph: str = ""
    words: str = ""
    language: str = ""
    since: date | None = None
    until: date | None = None


@change(needs=Verb.WORK)
def record_care(
    *, case: Case, by: Officer, at: datetime, child: Child, since: date | None, until: date | None,
    source: str, seen: int | None = None,
) -> Done[Care]:  # fmt: skip
    """Records whether a child is in care, or puts it right (S8-CARE). The timeline says that it was recorded,
    never what was."""
    row = Care.objects.create(case=case, child=child, since=since, until=until, source=source, by=by, at=at)
    return Done(row, says("care_recorded", child=child.name))


@change(needs=Verb.WORK)
def record_fostering(
    *, case: Case, by: Officer, at: datetime, child: Child, party: Party, said: FosteringSaid,
    seen: int | None = None,
) -> Done[Fostering]:  # fmt: skip
    """Records whether somebody is or was a local authority foster parent of a child (S8-FOSTER). The timeline
    says that it was recorded, never what was."""
    row = Fostering.objects.create(
        case=case, child=child, party=party, since=said.since, until=said.until, has_consent=said.has_consent,
        is_relative=said.is_relative, lived_there_since=said.lived_there_since, source=said.source, by=by,
        at=at,
    )  # fmt: skip
    return Done(row, says("fostering_recorded", person=party.name, child=child.name))


@change(needs=Verb.WORK)
def record_terms_of_order(
    *, case: Case, by: Officer, at: datetime, order: Order, types: tuple[str, ...],
    only_about_living: bool | None, varies: bool | None, ends_on: date | None, carries_notice: bool | None,
    is_final: bool | None = None, seen: int | None = None,
) -> Done[OrderTerms]:  # fmt: skip
    """Records what was read in an order under section 8 (S8-TYPES, S8-CARE, S8-AGE16, S8-WARN), and whether
    it is a final one (ACT-NOTFINAL)."""
    Order.objects.filter(pk=order.pk).update(is_final=is_final)
    row = OrderTerms.objects.create(
        order=order, types=list(types), only_about_living=only_about_living, varies=varies, ends_on=ends_on,
        carries_notice=carries_notice, by=by, at=at,
    )  # fmt: skip
    return Done(row, says("order_terms_recorded", made_on=order.made_on or Word("value.nothing")))


@change(needs=Verb.WORK)
def record_notice_had(
    *, case: Case, by: Officer, at: datetime, order: Order, party: Party, way: str, on: date,
    seen: int | None = None,
) -> Done[NoticeHad]:  # fmt: skip
    """Records when somebody had the warning notice of an order, or was told what it says (S8-WARN,
    ENF-NOTICE)."""
    row = NoticeHad.objects.create(order=order, party=party, way=way, on=on, by=by, at=at)
    return Done(row, says("notice_had", person=party.name, what=Word(f"notice_way.{way}"), on=on))


@change(needs=Verb.WORK)
def record_attached(
    *, case: Case, by: Officer, at: datetime, order: Order, said: AttachedSaid, seen: int | None = None
) -> Done[Attached]:
    """Records a condition of an order and whom it binds, a direction in it or something incidental
    (S8-CONDITIONS)."""
    row = Attached.objects.create(order=order, by=by, at=at, **{**vars(said), "ties": list(said.ties)})
    if said.kind == Attached.CONDITION and said.party is not None:
        return Done(row, says("condition_recorded", person=said.party.name))
    return Done(row, says("attached_recorded", what=Word(f"attached.{said.kind}")))


@change(needs=Verb.WORK)
def say_attached_wrong(
    *, case: Case, by: Officer, at: datetime, attached: Attached, why: str, language: str,
    seen: int | None = None,
) -> Done[AttachedWrong]:  # fmt: skip
    """Records that what is attached to an order was recorded wrongly, and why: it stays to be read, and binds
    nobody (S8-CONDITIONS)."""
    wrong = keep_wrong(AttachedWrong, attached, why=why, language=language, by=by, at=at)
    made_on = attached.order.made_on or Word("value.nothing")
    return Done(wrong, says("attached_wrong", what=Word(f"attached.{attached.kind}"), made_on=made_on))


@change(needs=Verb.WORK)
def record_discharged(
    *, case: Case, by: Officer, at: datetime, attached: Attached, order: Order | None,
    seen: int | None = None,
) -> Done[AttachedDischarged]:  # fmt: skip
    """Records which later order discharges what is attached to one, or that none does; from the day of that
    order on it has no effect (S8-CONDITIONS)."""
    row = AttachedDischarged.objects.create(attached=attached, order=order, by=by, at=at)
    what, made_on = Word(f"attached.{attached.kind}"), attached.order.made_on or Word("value.nothing")
    if order is None:
        return Done(row, says("attached_stands", what=what, made_on=made_on))
    title, on = order_name(case, order), order.made_on or Word("value.nothing")
    return Done(row, says("attached_discharged", what=what, made_on=made_on, title=title, on=on))
