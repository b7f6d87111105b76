"""The court is told early of a party who will use Welsh there: a task for each, until it is recorded."""

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task, open_tasks_of
from lles.casefile.queries.readers import adults
from lles.casefile.register import Occasion
from lles.work.first_hearing.queries.welsh import WELSH, to_tell_of


def language_chosen(occasion: Occasion) -> None:
    """Asks for each party who has chosen Welsh that the court be told, and no longer where it was, or where
    they have chosen otherwise (CYM-COURT)."""
    case, at = occasion.case, occasion.at
    waiting = to_tell_of(case)
    asked = {one.party_id for one in open_tasks_of(case, [WELSH])}
    for party in adults(case):
        subject = str(party.pk)
        if party.pk in waiting:
            open_task(case=case, by=the_service(), at=at, kind=WELSH, party=party, subject=subject)
        elif party.pk in asked:
            end_tasks(
                case=case, by=the_service(), at=at, kind=WELSH, outcome="court_told_of_welsh", party=party,
                subject=subject,
            )  # fmt: skip
