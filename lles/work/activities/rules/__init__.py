"""The rules of activity directions and conditions, pure: facts in, findings and clocks out."""

from lles.law.order_clock import Clocks
from lles.work.activities.rules.activity import (
    Session,
    activity_is_of_a_kind_that_may_be_asked,
    activity_is_the_programme,
    court_gets_the_answers_it_asks_about_an_activity,
    failure_to_take_part_is_reported,
    kinds_that_are_never_asked,
    provider_is_approved_where_the_activity_is_given,
    service_refers_to_the_programme_of_the_nation,
)
from lles.work.activities.rules.clock import (
    KIND,
    activity_clock,
    activity_keeps_to_its_period,
    clock_until_somebody_left,
    last_day_of_activity,
    nation_of_the_child_helps_with_fees,
)
from lles.work.activities.rules.days import (
    activity_ends_after_what_happened,
    nothing_comes_before_its_order,
    order_comes_before_what_happened,
    session_is_on_a_day_on_which_something_is_asked,
)
from lles.work.activities.rules.explained import (
    EXPLAINED,
)
from lles.work.activities.rules.people import (
    Bound,
    Form,
    activity_binds_somebody_who_can_be_bound,
    activity_ceases_when_somebody_lives_elsewhere,
    activity_does_not_go_with_an_excepted_order,
    child_is_not_bound_unless_a_parent,
    condition_that_ties_somebody_is_on_file,
    direction_is_not_given_when_proceedings_end,
)
from lles.work.activities.rules.provisions import (
    activities_law,
)
from lles.work.activities.rules.reports import (
    ReportFacts,
    answers_about_an_activity_due,
    end_of_an_activity_is_known,
    monitoring_of_an_activity_ends,
    report_of_a_failure_due,
)

DUTIES = ("CA89-S11E-7", "CA89-S11G-3")
PROVISIONS = activities_law()
CLOCKS: Clocks = {KIND: activity_clock}

__all__ = [
    "CLOCKS",
    "DUTIES",
    "EXPLAINED",
    "KIND",
    "PROVISIONS",
    "Bound",
    "Form",
    "ReportFacts",
    "Session",
    "activities_law",
    "activity_binds_somebody_who_can_be_bound",
    "activity_ceases_when_somebody_lives_elsewhere",
    "activity_clock",
    "activity_does_not_go_with_an_excepted_order",
    "activity_ends_after_what_happened",
    "activity_is_of_a_kind_that_may_be_asked",
    "activity_is_the_programme",
    "activity_keeps_to_its_period",
    "answers_about_an_activity_due",
    "child_is_not_bound_unless_a_parent",
    "clock_until_somebody_left",
    "condition_that_ties_somebody_is_on_file",
    "court_gets_the_answers_it_asks_about_an_activity",
    "direction_is_not_given_when_proceedings_end",
    "end_of_an_activity_is_known",
    "failure_to_take_part_is_reported",
    "kinds_that_are_never_asked",
    "last_day_of_activity",
    "monitoring_of_an_activity_ends",
    "nation_of_the_child_helps_with_fees",
    "nothing_comes_before_its_order",
    "order_comes_before_what_happened",
    "provider_is_approved_where_the_activity_is_given",
    "report_of_a_failure_due",
    "service_refers_to_the_programme_of_the_nation",
    "session_is_on_a_day_on_which_something_is_asked",
]
