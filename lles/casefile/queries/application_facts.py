"""What stands of the facts that come on paper alone: the last row of each."""

from collections.abc import Mapping

from lles.casefile.models import ApplicationFact, Case

FACTS = (
    ApplicationFact.HARM,
    ApplicationFact.URGENCY,
    ApplicationFact.OTHER_PROCEEDINGS,
    ApplicationFact.LANGUAGE,
    ApplicationFact.SPECIAL_MEASURES,
)


def application_facts(case: Case) -> Mapping[str, ApplicationFact]:
    """The fact that stands, by its name; what nobody has recorded is not there."""
    rows = case.application_facts.select_related("by").order_by("fact", "-pk").distinct("fact")
    return {row.fact: row for row in rows}


def earlier_application_facts(case: Case, fact: str) -> tuple[ApplicationFact, ...]:
    """What was recorded of one fact, the latest first."""
    return tuple(case.application_facts.filter(fact=fact).select_related("by").order_by("-pk"))


def is_without_notice(case: Case) -> bool:
    """Whether the application is to be heard before the other side is told (SG-WELCOME)."""
    urgency = application_facts(case).get(ApplicationFact.URGENCY)
    return bool(urgency and urgency.without_notice)
