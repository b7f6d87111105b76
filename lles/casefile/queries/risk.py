"""By when a risk that somebody was given cause to suspect is assessed."""

from lles.casefile.models import Task
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.rules.danger import risk_is_assessed_by
from lles.casefile.timeline import LONDON
from lles.law.due import DueDay


def risk_assessment_due(task: Task) -> DueDay:
    """The day of the assessment that a task asks for, from the day on which the suspicion was recorded
    (RA-TIME)."""
    return risk_is_assessed_by(task.opened_at.astimezone(LONDON).date(), calendar_in_force())
