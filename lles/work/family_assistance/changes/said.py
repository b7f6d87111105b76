"""What people answer and say: consents, objections, views and comments."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.nothing import still_stands
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.models import Assistance, Consent, Heard
from lles.work.family_assistance.queries.named import consents_of


def _consent_findings(
    *, assistance: Assistance, party: Party, answer: str, on: date, **_: object
) -> tuple[Finding, ...]:
    if answer != Consent.WITHDRAWN:
        return ()
    stands = consents_of(assistance).get(party.pk)
    found = rules.consent_is_taken_back_after_it_was_given(party.name, stands, on)
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_consent_findings)
def record_consent(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    party: Party,
    answer: str,
    on: date,
    way: str,
    taken_by: str,
    words: str = "",
    language: str = "en",
    seen: int | None = None,
) -> Done[Consent]:
    """Records that an adult consents, refuses or takes consent back, when, how, and who took the answer
    (FAO-CONSENT); consent is taken back on or after the day on which it was given, and does not by itself end
    the order (FAO-WITHDRAW)."""
    still_stands(assistance)
    consent = Consent.objects.create(
        assistance=assistance, party=party, answer=answer, on=on, way=way, taken_by=taken_by, words=words,
        language=language, by=by, at=at,
    )  # fmt: skip
    assistance.case = case
    follow(assistance, by, at)
    entry = says(
        "family_consent", person=party.name, answer=Word(f"family_consent_answer.{answer}"), on=on,
        way=Word(f"family_consent_way.{way}"),
    )  # fmt: skip
    return Done(consent, entry)


@change(needs=Verb.WORK)
def record_heard(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    about: str,
    on: date,
    words: str,
    language: str,
    party: Party | None = None,
    child: Child | None = None,
    seen: int | None = None,
) -> Done[Heard]:
    """Records in their own words what an adult or a child said of the order: a view, a comment on the
    opinion, the objection of a party whom it does not name (FAO-CHILD-NOCONSENT, FAO-COMMENT)."""
    still_stands(assistance)
    heard = Heard.objects.create(
        assistance=assistance, party=party, child=child, about=about, words=words, language=language, on=on,
        by=by, at=at,
    )  # fmt: skip
    entry = says("family_heard", person=heard.name, about=Word(f"family_heard_about.{about}"), on=on)
    return Done(heard, entry)
