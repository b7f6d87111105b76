"""The rules of enforcement, pure: facts in, findings, days and clocks out."""

from lles.law.order_clock import Clocks
from lles.work.enforcement.rules.application import (
    checks_are_fresh_where_the_court_asks,
    checks_are_fresh_where_the_order_is_old,
    court_considers_these_things_before_it_enforces,
    court_gets_the_answers_it_asks_about_unpaid_work,
    enforcement_application_is_listed_within_working_days,
    enforcement_order_carries_its_own_notice,
    every_enforcement_order_is_monitored,
    further_failure_after_a_warning_is_reported,
    further_failures_are_reported_until,
    is_listed_until,
    may_fail_until,
    probation_is_told_what_the_court_gives_leave_for,
)
from lles.work.enforcement.rules.breach import (
    Accused,
    breach_was_not_before_eighteen,
    compensation_is_asked_for_and_not_above_the_loss,
    enforcement_order_ceases_when_somebody_lives_elsewhere,
    person_had_the_notice_before_the_breach,
    what_is_alleged_names_no_protected_place,
)
from lles.work.enforcement.rules.clock import (
    KIND,
    Suspension,
    clock_until_somebody_lives_elsewhere,
    clock_with_suspensions,
    enforcement_clock,
    last_day_for_the_work,
    limit_of_months_is_in_question,
    unpaid_work_keeps_to_its_months,
    unpaid_work_period,
)
from lles.work.enforcement.rules.days import (
    court_finds_after_the_failure,
    end_report_is_not_early,
    enforcement_ends_after_it_began,
    failure_is_not_before_its_order,
    hours_are_done_in_time,
    hours_done_are_not_more_than_asked,
    notice_is_not_before_its_order,
    order_asks_no_fewer_hours_than_are_done,
    order_is_not_after_what_rests_on_it,
    own_notice_is_not_before_its_order,
    report_has_what_it_is_about,
    report_tells_something_new,
    something_happens_under_an_order,
    time_is_over_before_work_is_said_to_be_missing,
    work_is_done_before_it_is_said_to_be,
)
from lles.work.enforcement.rules.explained import (
    EXPLAINED,
)
from lles.work.enforcement.rules.hours import (
    unpaid_work_keeps_to_its_hours,
)
from lles.work.enforcement.rules.provisions import (
    enforcement_law,
)
from lles.work.enforcement.rules.reports import (
    AllegedTold,
    EnforcementFacts,
    Section,
    answers_about_unpaid_work_due,
    fresh_checks_due,
    monitoring_of_unpaid_work_ends,
    report_of_what_probation_reports_due,
)

DUTIES = ("CA89-S11L-6", "CA89-S11M-2")
PROVISIONS = enforcement_law()
CLOCKS: Clocks = {KIND: enforcement_clock}

__all__ = [
    "CLOCKS",
    "DUTIES",
    "EXPLAINED",
    "KIND",
    "PROVISIONS",
    "Accused",
    "AllegedTold",
    "EnforcementFacts",
    "Section",
    "Suspension",
    "answers_about_unpaid_work_due",
    "breach_was_not_before_eighteen",
    "checks_are_fresh_where_the_court_asks",
    "checks_are_fresh_where_the_order_is_old",
    "clock_until_somebody_lives_elsewhere",
    "clock_with_suspensions",
    "compensation_is_asked_for_and_not_above_the_loss",
    "court_considers_these_things_before_it_enforces",
    "court_finds_after_the_failure",
    "court_gets_the_answers_it_asks_about_unpaid_work",
    "end_report_is_not_early",
    "enforcement_application_is_listed_within_working_days",
    "enforcement_clock",
    "enforcement_ends_after_it_began",
    "enforcement_law",
    "enforcement_order_carries_its_own_notice",
    "enforcement_order_ceases_when_somebody_lives_elsewhere",
    "every_enforcement_order_is_monitored",
    "failure_is_not_before_its_order",
    "fresh_checks_due",
    "further_failure_after_a_warning_is_reported",
    "further_failures_are_reported_until",
    "hours_are_done_in_time",
    "hours_done_are_not_more_than_asked",
    "is_listed_until",
    "last_day_for_the_work",
    "limit_of_months_is_in_question",
    "may_fail_until",
    "monitoring_of_unpaid_work_ends",
    "notice_is_not_before_its_order",
    "order_asks_no_fewer_hours_than_are_done",
    "order_is_not_after_what_rests_on_it",
    "own_notice_is_not_before_its_order",
    "person_had_the_notice_before_the_breach",
    "probation_is_told_what_the_court_gives_leave_for",
    "report_has_what_it_is_about",
    "report_of_what_probation_reports_due",
    "report_tells_something_new",
    "something_happens_under_an_order",
    "time_is_over_before_work_is_said_to_be_missing",
    "unpaid_work_keeps_to_its_hours",
    "unpaid_work_keeps_to_its_months",
    "unpaid_work_period",
    "what_is_alleged_names_no_protected_place",
    "work_is_done_before_it_is_said_to_be",
]
