"""The states that are stored and what may follow them, as the database guards it."""

import pgtrigger

from lles.casefile.models import Filing


def filing_steps() -> tuple[tuple[str, str], ...]:
    """Each step that the way of a document to the court may take: from one state to the next."""
    triggers = Filing._meta.triggers  # type: ignore[attr-defined]  # given by pgtrigger
    machine = next(trigger for trigger in triggers if isinstance(trigger, pgtrigger.FSM))
    return tuple((str(was), str(now)) for was, now in machine.transitions)
