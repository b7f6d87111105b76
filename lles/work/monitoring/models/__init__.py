"""What only this piece of work stores, one subject per file."""

from lles.work.monitoring.models.calls import Breach, Call, Decision, PlannedCall, Suspicion
from lles.work.monitoring.models.order import MonitoredPerson, Monitoring, Provision
from lles.work.monitoring.models.told import CourtAnswer, Letters, NoLetter, Report
from lles.work.monitoring.models.wrong import Wrong

__all__ = [
    "Breach",
    "Call",
    "CourtAnswer",
    "Decision",
    "Letters",
    "MonitoredPerson",
    "Monitoring",
    "NoLetter",
    "PlannedCall",
    "Provision",
    "Report",
    "Suspicion",
    "Wrong",
]
