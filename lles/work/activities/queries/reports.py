"""What a document about an activity says, from the file."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from lles.casefile.models import Officer
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.readers import choice_of
from lles.casefile.queries.reports import TypedWords, Version, versions_for_provider, versions_of_report
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.jurisdiction import Nation
from lles.work.activities import rules
from lles.work.activities.models import Activity, Happened, Report
from lles.work.activities.queries.facts import happened_of, last_day_of_order, nation_of_activity
from lles.work.activities.rules import ReportFacts

INFORMATION, REFERRAL, FAILURE = Report.INFORMATION, Report.REFERRAL, Report.FAILURE
BOXES: Mapping[str, Sequence[str]] = {
    Report.INFORMATION: ("activity", "provider", "travel", "beliefs", "times"),
    Report.REFERRAL: ("aims", "needs"),
    Report.FAILURE: ("happened", "account", "done"),
}
NEEDED: Mapping[str, Sequence[str]] = {Report.REFERRAL: ("aims",), Report.FAILURE: ("happened",)}
GROUPS = {kind: f"activity_{kind}_says" for kind in BOXES}


def versions_of(activity: Activity, kind: str) -> Sequence[Version]:
    """Each reader and language in which a document about an activity is made."""
    if kind == Report.REFERRAL:
        return versions_for_provider(activity.given_in)
    assert activity.party is not None
    return versions_of_report(activity.case, activity.party)


def report_facts(
    activity: Activity, kind: str, typed: TypedWords, by: Officer, at: datetime,
    *, draft: bool,
) -> ReportFacts:  # fmt: skip
    """The facts of one document; the same for all its readers."""
    party, case = activity.party, activity.case
    assert party is not None
    choice = choice_of(party)
    sessions = list(happened_of(activity).order_by("on", "pk").values_list("kind", "on"))
    return ReportFacts(
        head=letterhead_of(case, by, at),
        name=party.name,
        children=tuple(child.name for child in case.children.order_by("pk") if child.name),
        form=_word("activity_form", activity.form),
        activity=_word("activity_kind", activity.kind),
        provider=activity.provider,
        ordered_on=activity.order.made_on if activity.order else None,
        last_on=last_day_of_order(activity),
        programme=_programme(activity, at.astimezone(LONDON).date()),
        spoken=word(f"language.{choice}") if choice else None,
        attended=tuple(on for kind, on in sessions if kind == Happened.ATTENDED),
        missed=tuple(on for kind, on in sessions if kind == Happened.MISSED),
        said={name: typed.words(name) for name in BOXES[kind]},
        draft=draft,
    )  # fmt: skip


def _programme(activity: Activity, on: date) -> Text | None:
    """The programme of the nation, where the activity is that and the nation is known."""
    nation = nation_of_activity(activity)
    if nation is Nation.UNKNOWN or not rules.activity_is_the_programme(activity.kind, on):
        return None
    return rules.service_refers_to_the_programme_of_the_nation(nation)


def _word(group: str, code: str) -> Text | None:
    return word(f"{group}.{code}") if code else None
