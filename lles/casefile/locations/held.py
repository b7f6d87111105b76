"""What a reader holds already of the places of a case: their own, what is open, and the court."""

from collections.abc import Iterable

from lles.casefile.locations.details import ADDRESS, EARLIER, PHONE, Kept
from lles.casefile.models import Case
from lles.casefile.rules.courts import court_name
from lles.casefile.rules.parts_of_addresses import Held


def held_by(
    case: Case, reader: str, kept: Iterable[Kept], also: Iterable[str] = (), names: Iterable[str] = ()
) -> Held:
    """What one reader knows, by the name under which the store knows them: beside their own and the open
    addresses and numbers the court, and never our office, which no paper to them names; `also` what else they
    are told, `names` those of the people."""
    court = court_name(case.court_code, case.court_name)
    own = (
        "\n".join(one.lines)
        for one in kept
        if one.kind in (ADDRESS, EARLIER, PHONE)
        and (not one.protected or reader in (one.owner, one.governed_by))
    )
    return Held((court.en, court.cy, *own, *also), tuple(names))
