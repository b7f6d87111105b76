"""Who could go to court for a case that is somebody else's."""

from collections.abc import Sequence
from datetime import date

from lles.casefile.models import Officer
from lles.casefile.queries.cases import practitioners_in_reach
from lles.work.first_hearing.queries.court_day import Listed, hearings_of_day


def who_could_go(reader: Officer) -> Sequence[Officer]:
    """The practitioners of the offices for which a reader gives out work, in the order of their names."""
    could = Officer.objects.filter(practitioners_in_reach(reader), is_service=False)
    return list(could.order_by("name", "pk"))


def to_send_to(reader: Officer, on: date, court: str) -> tuple[Listed, ...]:
    """The hearings of a day that go ahead, for which the reader says who goes."""
    return tuple(
        one for one in hearings_of_day(reader, on, court) if one.may_send and one.hearing.going_ahead
    )
