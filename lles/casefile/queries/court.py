"""What the court did with a case: its first hearing, its hearings in order, its live directions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Q

from lles.casefile.models import Case, Direction, Hearing, Order
from lles.casefile.register import order_kinds, works
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text, day_in_words
from lles.links.court import codes

FIRST_HEARING = "ABA5-FHR"
NO_NAME = Text(en="", cy="")
GATEKEEPING = frozenset({"ABA5-SGA", "ABA5-2GA"})


def going_ahead(hearing: Hearing) -> bool:
    """Whether a hearing has a day and was not cancelled, vacated or adjourned."""
    return hearing.starts_at is not None and hearing.going_ahead


def was_adjourned(hearing: Hearing) -> bool:
    """Whether a hearing was adjourned, by an officer in the room or by the court: the parties may have come,
    so that what happened there can be recorded."""
    return hearing.starts_at is not None and hearing.status.startswith("ADJOURNED")


def final_order_on(case: Case, on: date) -> date | None:
    """The day of the last order of a case, made by a day, that is recorded as a final one; where nobody has
    said whether it is, one that ends our involvement."""
    is_final = Q(is_final=True) | Q(is_final=None, ends_involvement=True)
    final = case.orders.filter(is_final, made_on__lte=on)
    return final.order_by("made_on").values_list("made_on", flat=True).last()


def stands_on(case: Case, after: Hearing, type_code: str, starts_at: datetime) -> Hearing | None:
    """The hearing of a type that stands on a day already, or of any type at that very moment, beside the one
    after which it is held."""
    on = starts_at.astimezone(LONDON).date()
    others = list(case.hearings.filter(going_ahead=True).exclude(pk=after.pk))
    of_type = (one for one in others if one.type_code == type_code and day_of(one) == on)
    return next(of_type, next((one for one in others if one.starts_at == starts_at), None))


def days_of(hearing: Hearing) -> Sequence[date]:
    """The days of a hearing in London, each once and in order; of one that takes several, all of them."""
    began = (datetime.fromisoformat(str(starts_at)) for starts_at, _ends_at in hearing.days)
    found = {day for day in (day_of(hearing), *(at.astimezone(LONDON).date() for at in began)) if day}
    return sorted(found)


def moment_of(hearing: Hearing) -> datetime | None:
    """The moment for which a hearing stands on the list; none where it does not take place."""
    return hearing.starts_at if hearing.going_ahead else None


def first_hearing(case: Case) -> Hearing | None:
    """The first hearing that parties attend: the one so called, else the earliest not cancelled."""
    return first_among(case.hearings.all())


def first_among(hearings: Iterable[Hearing]) -> Hearing | None:
    """The first of some hearings that parties attend."""
    live = [hearing for hearing in hearings if going_ahead(hearing)]
    attended = [hearing for hearing in live if hearing.type_code not in GATEKEEPING]
    named = [hearing for hearing in attended if hearing.type_code == FIRST_HEARING]
    return min(named or attended, key=lambda hearing: (hearing.starts_at, hearing.pk), default=None)


def letter_is_needed_for(case: Case) -> Hearing | None:
    """The appointment for which the safeguarding letter is needed: the first hearing, or gatekeeping
    before it."""
    first = first_hearing(case)
    earlier = [h for h in case.hearings.all() if going_ahead(h) and h.type_code in GATEKEEPING]
    return min([*earlier, *([first] if first else [])], key=lambda h: (h.starts_at, h.pk), default=None)


def day_of(hearing: Hearing | None) -> date | None:
    """The day of a hearing in London."""
    return hearing.starts_at.astimezone(LONDON).date() if hearing and hearing.starts_at else None


def hearing_on_its_day(hearing: Hearing, *, as_it_came: bool = True) -> Text:
    """What a hearing is called, with its day where it is known. What stands on pages of many cases tells no
    words of the court's own (`as_it_came`), since nobody looks there whether they name a protected place."""
    is_listed = bool(codes.hearing_type(hearing.type_code, hearing.type_words))
    name = hearing_name(hearing) if as_it_came or is_listed else word("hearing.unnamed")
    on = day_of(hearing)
    if on is None:
        return name
    return Text(en=f"{name.en}, {day_in_words(on, 'en')}", cy=f"{name.cy}, {day_in_words(on, 'cy')}")


def live_direction(case: Case, kinds: frozenset[str]) -> Direction | None:
    """The latest direction of these kinds that nothing has superseded."""
    live = [one for one in case.directions.all() if one.kind in kinds and one.superseded_at is None]
    return max(live, key=lambda one: (one.given_at, one.pk), default=None)


def hearing_name(hearing: Hearing) -> Text:
    """What kind of hearing it is, in both languages where the court's type is known."""
    return hearing_words(hearing.type_code, hearing.type_words)


def order_names(case: Case, orders: Collection[Order]) -> Mapping[int, Text]:
    """What each order is called, by its number: its title or its code as it came, else its kind, else the
    hearing at which it was made; no words where none of these is known."""
    kinds = {one.name: one.title for one in order_kinds()}
    names = {one.pk: _as_it_came(one) or kinds.get(one.kind) for one in orders}
    hearings = list(case.hearings.exclude(court_key="")) if not all(names.values()) else []
    made_at = {one.court_key: hearing_name(one) for one in hearings}
    return {
        one.pk: names[one.pk] or next((made_at[key] for key in one.hearing_keys if key in made_at), NO_NAME)
        for one in orders
    }


def _as_it_came(order: Order) -> Text | None:
    came = order.title or order.code
    return Text(en=came, cy=came) if came else None


def order_name(case: Case, order: Order) -> Text:
    """What one order is called."""
    return order_names(case, [order])[order.pk]


def hearing_words(type_code: str, type_words: str) -> Text:
    """What kind of hearing a type of the court is: ours where it is listed, else as it came."""
    known = codes.hearing_type(type_code, type_words)
    came = type_words or type_code
    return Text(en=known.get("en") or came, cy=known.get("cy") or came)


def hearings_page() -> str:
    """The page on which the hearings of a case are added, moved and vacated, as a piece of work has it."""
    return next(work.hearings_page for work in works() if work.hearings_page)
