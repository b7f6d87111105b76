"""The rules of monitoring orders, pure: facts in, findings, due days and clocks out."""

from lles.law.order_clock import Clocks
from lles.work.monitoring.rules.calls import (
    breach_is_alleged_until_each_side_was_asked,
    breach_is_found_on_or_after_each_account,
    call_is_held_on_or_after_its_day,
    call_is_planned_after_the_time_that_is_monitored,
    call_is_planned_for_a_day_to_come,
    call_uses_up_the_plan,
    calls_are_planned_in_office_hours,
    closing_letter_waits_for_the_last_day,
    end_comes_up_before,
    letter_has_an_office_and_a_period,
    planned_call_due,
)
from lles.work.monitoring.rules.clock import (
    KIND,
    court_alone_ends_monitoring_sooner,
    court_decides_after_the_order_is_made,
    court_is_not_overtaken_by_an_earlier_answer,
    day_is_monitored,
    first_call_by,
    monitoring_clock,
    monitoring_has_a_period_that_the_court_sets,
    monitoring_period,
)
from lles.work.monitoring.rules.explained import (
    EXPLAINED,
)
from lles.work.monitoring.rules.monitoring import (
    Call,
    Unit,
    Within,
    breach_report_due,
    calls_begin_promptly_and_say_what_they_must,
    directed_report_due,
    monitoring_arranges_nothing_and_advises_nobody,
    monitoring_goes_on_until_the_court_answers,
    report_after_a_breach_due,
    report_at_the_end_waits_for_the_last_day,
    suspicion_of_harm_while_monitoring_opens_an_assessment,
)
from lles.work.monitoring.rules.provisions import (
    monitoring_law,
)
from lles.work.monitoring.rules.request import (
    Limb,
    Monitored,
    child_takes_no_steps_unless_a_parent,
    condition_of_whoever_is_monitored_by_it_is_on_file,
    excepted_order_is_not_monitored,
    monitoring_is_asked_for_while_the_proceedings_run,
    monitoring_is_meant_for_disputed_cases,
    monitoring_is_of_an_order_that_is_known,
    monitoring_leaves_activity_conditions_out,
    monitoring_needs_a_provision_that_can_be_monitored,
    only_people_bound_by_the_arrangements_are_monitored,
)

DUTIES = ("CA89-S11H-7",)
PROVISIONS = monitoring_law()
CLOCKS: Clocks = {KIND: monitoring_clock}

__all__ = [
    "CLOCKS",
    "DUTIES",
    "EXPLAINED",
    "KIND",
    "PROVISIONS",
    "Call",
    "Limb",
    "Monitored",
    "Unit",
    "Within",
    "breach_is_alleged_until_each_side_was_asked",
    "breach_is_found_on_or_after_each_account",
    "breach_report_due",
    "call_is_held_on_or_after_its_day",
    "call_is_planned_after_the_time_that_is_monitored",
    "call_is_planned_for_a_day_to_come",
    "call_uses_up_the_plan",
    "calls_are_planned_in_office_hours",
    "calls_begin_promptly_and_say_what_they_must",
    "child_takes_no_steps_unless_a_parent",
    "closing_letter_waits_for_the_last_day",
    "condition_of_whoever_is_monitored_by_it_is_on_file",
    "court_alone_ends_monitoring_sooner",
    "court_decides_after_the_order_is_made",
    "court_is_not_overtaken_by_an_earlier_answer",
    "day_is_monitored",
    "directed_report_due",
    "end_comes_up_before",
    "excepted_order_is_not_monitored",
    "first_call_by",
    "letter_has_an_office_and_a_period",
    "monitoring_arranges_nothing_and_advises_nobody",
    "monitoring_clock",
    "monitoring_goes_on_until_the_court_answers",
    "monitoring_has_a_period_that_the_court_sets",
    "monitoring_is_asked_for_while_the_proceedings_run",
    "monitoring_is_meant_for_disputed_cases",
    "monitoring_is_of_an_order_that_is_known",
    "monitoring_law",
    "monitoring_leaves_activity_conditions_out",
    "monitoring_needs_a_provision_that_can_be_monitored",
    "monitoring_period",
    "only_people_bound_by_the_arrangements_are_monitored",
    "planned_call_due",
    "report_after_a_breach_due",
    "report_at_the_end_waits_for_the_last_day",
    "suspicion_of_harm_while_monitoring_opens_an_assessment",
]
