"""What stands of the facts that come on paper alone: the last row of each."""

from collections.abc import Mapping

from lles.casefile.models import ApplicationFact, Case, Party

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


def harm_alleged(case: Case) -> tuple[ApplicationFact, ...]:
    """The harm that papers state and nobody has taken back: the last row of each who raised it; a later no
    takes back what those it names raised, or everything where it names nobody (DA-ALLSTAGES)."""
    stands: dict[frozenset[str], ApplicationFact] = {}
    for row in case.application_facts.filter(fact=ApplicationFact.HARM).select_related("by").order_by("pk"):
        whose = frozenset(row.by_whom)
        if row.answer == ApplicationFact.YES:
            stands[whose] = row
        else:
            stands = {one: kept for one, kept in stands.items() if whose and one != whose}
    return tuple(stands.values())


def without_notice(case: Case) -> ApplicationFact | None:
    """The fact that the application is to be heard before the other side is told, while it stands
    (SG-WELCOME): whoever records that the court gives notice records it anew."""
    urgency = application_facts(case).get(ApplicationFact.URGENCY)
    return urgency if urgency and urgency.without_notice else None


def is_not_told_yet(case: Case, party: Party) -> bool:
    """Whether this party is to learn of the application only when the court gives notice."""
    return party.role != Party.APPLICANT and without_notice(case) is not None
