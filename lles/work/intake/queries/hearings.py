"""The hearings of a case as their page shows them: those an officer keyed can be moved, the court's
cannot."""

from dataclasses import dataclass

from lles.casefile.models import Case, Hearing

KEYED = "keyed-"


@dataclass(frozen=True)
class HearingShown:
    """A hearing, and whether an officer may move it."""

    hearing: Hearing
    is_ours: bool


def hearings_of(case: Case) -> tuple[HearingShown, ...]:
    """Every hearing in order, also those that do not go ahead."""
    return tuple(HearingShown(one, one.court_key.startswith(KEYED)) for one in case.hearings.all())


def our_hearing(case: Case, pk: int) -> Hearing | None:
    """A hearing that an officer keyed."""
    return case.hearings.filter(pk=pk, court_key__startswith=KEYED).first()


def court_tells_hearings(case: Case) -> bool:
    """Whether the court sends the hearings of a case itself."""
    return case.court_changed_at is not None


def hearing_of(case: Case, pk: str) -> Hearing | None:
    """A hearing of the case, by what a form brought back."""
    return case.hearings.filter(pk=int(pk)).first() if pk.isascii() and pk.isdigit() else None
