"""The rules of family assistance orders, pure: facts in, findings, due days and clocks out."""

from lles.law.order_clock import Clocks
from lles.work.family_assistance.rules.clock import (
    KIND,
    family_assistance_clock,
    family_assistance_order_may_be_made_in_family_proceedings,
    family_assistance_order_never_runs_longer,
    family_assistance_period,
    last_day_of_effect,
    longer_help_needs_a_new_order,
    nothing_new_begins_after_the_last_day,
    plan_is_reviewed_before_the_order_ends,
    what_is_open_after_the_last_day,
)
from lles.work.family_assistance.rules.content import (
    Authority,
    InForce,
    authority_agrees_or_the_child_lives_in_its_area,
    directed_report_due,
    help_with_contact_needs_a_contact_provision_in_force,
    officer_does_not_change_an_order,
    order_is_not_used_for_what_it_is_not_for,
    order_runs_with_a_plan,
    plan_has_its_six_parts,
    report_concerns_a_section_8_order_in_force,
)
from lles.work.family_assistance.rules.explained import EXPLAINED
from lles.work.family_assistance.rules.opinion import (
    Opinion,
    Supplier,
    court_has_the_opinion_of_the_officer,
    officer_is_made_available_to_advise_and_assist,
    opinion_answers_what_makes_an_order_suitable,
    opinion_comes_from_the_kind_of_officer_made_available,
    questions_of_suitability,
    usual_length,
)
from lles.work.family_assistance.rules.people import (
    Consent,
    NamedPerson,
    Standing,
    child_is_heard_but_need_not_consent,
    everyone_named_consents,
    everyone_named_may_comment_on_the_opinion,
    only_people_close_to_the_child_are_named,
    people_named_tell_their_address_and_allow_visits,
    withdrawn_consent_does_not_end_the_order,
)
from lles.work.family_assistance.rules.provisions import family_assistance_law

DUTIES = ("CA89-S16-1", "CA89-S16-6")
PROVISIONS = family_assistance_law()
CLOCKS: Clocks = {KIND: family_assistance_clock}

__all__ = [
    "CLOCKS",
    "DUTIES",
    "EXPLAINED",
    "KIND",
    "PROVISIONS",
    "Authority",
    "Consent",
    "InForce",
    "NamedPerson",
    "Opinion",
    "Standing",
    "Supplier",
    "authority_agrees_or_the_child_lives_in_its_area",
    "child_is_heard_but_need_not_consent",
    "court_has_the_opinion_of_the_officer",
    "directed_report_due",
    "everyone_named_consents",
    "everyone_named_may_comment_on_the_opinion",
    "family_assistance_clock",
    "family_assistance_law",
    "family_assistance_order_may_be_made_in_family_proceedings",
    "family_assistance_order_never_runs_longer",
    "family_assistance_period",
    "help_with_contact_needs_a_contact_provision_in_force",
    "last_day_of_effect",
    "longer_help_needs_a_new_order",
    "nothing_new_begins_after_the_last_day",
    "officer_does_not_change_an_order",
    "officer_is_made_available_to_advise_and_assist",
    "only_people_close_to_the_child_are_named",
    "opinion_answers_what_makes_an_order_suitable",
    "opinion_comes_from_the_kind_of_officer_made_available",
    "order_is_not_used_for_what_it_is_not_for",
    "order_runs_with_a_plan",
    "people_named_tell_their_address_and_allow_visits",
    "plan_has_its_six_parts",
    "plan_is_reviewed_before_the_order_ends",
    "questions_of_suitability",
    "report_concerns_a_section_8_order_in_force",
    "usual_length",
    "what_is_open_after_the_last_day",
    "withdrawn_consent_does_not_end_the_order",
]
