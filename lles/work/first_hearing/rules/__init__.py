"""Rules of what happens at court, pure."""

from lles.work.first_hearing.rules.directions import day_of_the_order, day_where_other_work_does_it

__all__ = ["day_of_the_order", "day_where_other_work_does_it"]
