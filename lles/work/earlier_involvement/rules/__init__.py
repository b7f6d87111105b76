"""The rules of earlier involvement, pure: who may be one person, and who may not apply without leave."""

from lles.law.stated import Explanations, stated_day, stated_number
from lles.work.earlier_involvement.rules.filter_orders import (
    Bar,
    NewApplication,
    last_day_of_bar,
    leave_is_needed_by_whom_an_order_names,
)
from lles.work.earlier_involvement.rules.provisions import earlier_involvement_law
from lles.work.earlier_involvement.rules.recorded import earlier_involvement_is_looked_for

PROVISIONS = earlier_involvement_law()
EXPLAINED: Explanations = {
    "FILT-9114": lambda facts: last_day_of_bar(stated_day(facts, "starts"), stated_number(facts, "months")),
}

__all__ = [
    "EXPLAINED",
    "PROVISIONS",
    "Bar",
    "NewApplication",
    "earlier_involvement_is_looked_for",
    "earlier_involvement_law",
    "last_day_of_bar",
    "leave_is_needed_by_whom_an_order_names",
]
