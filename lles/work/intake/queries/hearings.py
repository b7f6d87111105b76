"""The hearings of a case as their page shows them: those an officer keyed can be moved, the court's cannot,
nor can one that is recorded."""

from dataclasses import dataclass

from lles.casefile.models import Case, Hearing
from lles.casefile.register import hearings_recorded

KEYED = "keyed-"


@dataclass(frozen=True)
class HearingShown:
    """A hearing, whether an officer keyed it, and whether it is recorded what happened there."""

    hearing: Hearing
    is_ours: bool
    is_recorded: bool


def hearings_of(case: Case) -> tuple[HearingShown, ...]:
    """Every hearing in order, also those that do not go ahead."""
    recorded = hearings_recorded(case)
    return tuple(
        HearingShown(one, one.court_key.startswith(KEYED), one.pk in recorded) for one in case.hearings.all()
    )


def our_hearing(case: Case, pk: int) -> Hearing | None:
    """A hearing that an officer keyed."""
    return case.hearings.filter(pk=pk, court_key__startswith=KEYED).first()


def court_tells_hearings(case: Case) -> bool:
    """Whether the court sends the hearings of a case itself."""
    return case.court_changed_at is not None


def hearing_of(case: Case, pk: str) -> Hearing | None:
    """A hearing of the case, by what a form brought back."""
    return case.hearings.filter(pk=int(pk)).first() if pk.isascii() and pk.isdigit() else None
