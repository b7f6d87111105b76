"""What the file says for the rules of the child impact report."""

from lles.casefile.models import Case
from lles.casefile.queries.court import live_direction
from lles.casefile.queries.service_law import calendar_in_force
from lles.law.due import DueDay
from lles.work.impact_report.rules import ReportDueFacts, report_due

DIRECTED = frozenset({"child_impact_report", "child_impact_report_1"})


def report_due_day(case: Case) -> DueDay:
    """The day by which the report is due: the court's, else the usual length of the pathway (PF-CIR-DUE)."""
    direction = live_direction(case, DIRECTED)
    facts = ReportDueFacts(
        ordered_on=direction.due_on if direction else None,
        ordered_time=direction.due_time if direction else None,
        order_made_on=direction.order.made_on if direction else None,
        received_on=case.received_on,
        court_code=case.court_code or None,
    )
    return report_due(facts, calendar_in_force())
