"""Rules of the court's timetable, pure."""

from lles.work.timetable.rules.court_days import EXPLAINED
from lles.work.timetable.rules.provisions import timetable_law

PROVISIONS = timetable_law()

__all__ = ["EXPLAINED", "PROVISIONS"]
