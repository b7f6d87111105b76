"""Rules of what happens at court, pure."""

from lles.work.first_hearing.rules.directions import day_of_the_order

__all__ = ["day_of_the_order"]
