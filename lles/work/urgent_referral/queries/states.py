"""The states of a referral to one body, and what may follow each, as the database guards it."""

from functools import cache

import pgtrigger

from lles.casefile.register import States
from lles.casefile.timeline import word
from lles.work.urgent_referral.models import Recipient


@cache
def steps() -> tuple[tuple[str, str], ...]:
    """Each step that a referral to one body may take: from one state to the next."""
    triggers = Recipient._meta.triggers  # type: ignore[attr-defined]  # given by pgtrigger
    machine = next(trigger for trigger in triggers if isinstance(trigger, pgtrigger.FSM))
    return tuple((str(was), str(now)) for was, now in machine.transitions)


def referral_states() -> States:
    """The states as the register shows them."""
    return States(word("document.urgent_referral"), "danger_state", steps())
