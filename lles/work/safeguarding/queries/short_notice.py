"""Whether a hearing comes before the letter, what is missing before it, and what is new since the letter."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from lles.casefile import register
from lles.casefile.documents import COURT
from lles.casefile.models import Case, Check, CheckAnswer, Conversation, Filing, Hearing
from lles.casefile.passage import is_new
from lles.casefile.queries.application_facts import harm_alleged
from lles.casefile.queries.checks import answers_changed_since
from lles.casefile.queries.court import GATEKEEPING, day_of, going_ahead
from lles.casefile.queries.filings import withdrawn_versions
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.queries.work import asked_of_case, conversations_of, latest_answer
from lles.casefile.register import hearings_recorded
from lles.casefile.rules.check_days import answer_to_a_check_is_expected
from lles.casefile.timeline import LONDON, word
from lles.law.due import DueDay, NoDay
from lles.law.findings import Finding
from lles.law.not_reckoned import NotReckoned
from lles.law.pathway import Pathway
from lles.work.safeguarding.models import FurtherLetter
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.filing import SETTLED, sealed_letter
from lles.work.safeguarding.rules import safeguarding_law
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.short_notice import (
    UPDATE,
    News,
    ShortNoticeFacts,
    court_is_told_where_the_hearing_comes_before_the_letter,
    note_due,
    outstanding_due,
    short_notice_due,
    update_due,
)


def attended(case: Case) -> Sequence[Hearing]:
    """The hearings that go ahead and that anybody attends, the earliest first."""
    live = [one for one in case.hearings.all() if going_ahead(one) and one.type_code not in GATEKEEPING]
    return sorted(live, key=lambda one: (one.starts_at, one.pk))


def first_attended(case: Case) -> Hearing | None:
    """The first hearing of the case, also where it is not the one so called but an urgent one before it."""
    return next(iter(attended(case)), None)


def first_hearing_is_to_come(case: Case, on: date) -> bool:
    """Whether the first hearing lies ahead on some day, or is that day and nothing is recorded of it."""
    first = first_attended(case)
    if first is None or (not is_new(case) and first.pk in hearings_recorded(case)):
        return False
    return (day_of(first) or on) >= on


def short_notice_facts(case: Case) -> ShortNoticeFacts:
    """Receipt, the first hearing, and the day of the letter where it is due for something else."""
    received_on = case.received_on or case.opened_at.astimezone(LONDON).date()
    hearing_on = day_of(first_attended(case))
    return ShortNoticeFacts(received_on, hearing_on, letter_due_day(case).on, _police_by(case))


def _police_by(case: Case) -> date | None:
    """The day by which the police have answered about every adult, or are expected to, as the checks say."""
    asked = () if is_new(case) else asked_of_case(case)
    checks = [one for one in asked if one.kind == Check.POLICE and one.party_id]
    days = [_answered_by(one) for one in checks]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _answered_by(check: Check) -> date | None:
    answer = latest_answer(check)
    if answer is not None or check.asked_on is None:
        return answer.received_on if answer else None
    try:
        return answer_to_a_check_is_expected("police", check.asked_on, calendar_in_force()).on
    except NotReckoned:
        return None


def hearing_comes_too_soon(case: Case) -> Finding | None:
    """That the first hearing comes before the letter can be ready, where it does."""
    if case.pathway != Pathway.CAP:
        return None
    facts = short_notice_facts(case)
    return court_is_told_where_the_hearing_comes_before_the_letter(facts, calendar_in_force())


def short_notice_due_day(case: Case) -> DueDay:
    """The day by which the short-notice letter is due, with its why."""
    return short_notice_due(short_notice_facts(case), calendar_in_force())


def note_due_day(case: Case) -> DueDay:
    """The day by which the court is told what is missing, with its why."""
    return note_due(day_of(first_attended(case)), calendar_in_force())


def update_due_day(case: Case) -> DueDay:
    """The day by which the court reads what is new, with its why."""
    since = last_told_at(case)
    if since is None:
        law = safeguarding_law()[UPDATE]
        return NoDay(UPDATE, law.sentence("no_letter"))
    moments = news_moments(case, since)
    latest = max(moments, default=since).astimezone(LONDON).date()
    return update_due(
        list(_news(case, since)), len(moments), _next_hearing_on(case, latest), calendar_in_force()
    )


def outstanding_due_day(case: Case) -> DueDay:
    """By when checks are answered and adults reached: by the letter, and once it is filed by the update
    before the next hearing, with its why."""
    letter = sealed_letter(case)
    if letter is None or letter.sealed_at is None:
        return letter_due_day(case)
    filed_on = letter.sealed_at.astimezone(LONDON).date()
    return outstanding_due(_next_hearing_on(case, filed_on), calendar_in_force())


def _news(case: Case, since: datetime) -> Iterator[News]:
    for _, answer in new_answers(case, asked_of_case(case), since):
        came_on = answer.at.astimezone(LONDON).date()
        yield from (News(came_on, one.outcome, one.began, one.ended) for one in answer.facts.all())
    for done in register.told_to(case, COURT, since):
        yield News(done.at.astimezone(LONDON).date(), is_urgent=done.is_urgent)


def _next_hearing_on(case: Case, day: date) -> date | None:
    days = (day_of(one) for one in attended(case))
    return next((one for one in days if one is not None and one >= day), None)


def last_told_at(case: Case) -> datetime | None:
    """When the court was last told on the merits: the letter, or the last update to it that was not
    withdrawn on its way."""
    letter = sealed_letter(case)
    if letter is None:
        return None
    updates = FurtherLetter.objects.filter(case=case, kind=FurtherKind.UPDATE, sealed_at__isnull=False)
    withdrawn = withdrawn_versions(case, FurtherKind.UPDATE)
    last = updates.exclude(number__in=withdrawn).order_by("-number").first()
    return last.sealed_at if last else letter.sealed_at


def new_answers(
    case: Case, checks: Sequence[Check], since: datetime | None
) -> Sequence[tuple[Check, CheckAnswer]]:
    """Those asked whose answer says something else than it did at a moment, each with that answer."""
    answered = ((check, latest_answer(check)) for check in checks)
    if since is None:
        return [(check, answer) for check, answer in answered if answer is not None]
    changed = {one.now.pk for one in answers_changed_since(case, since)}
    return [(check, answer) for check, answer in answered if answer is not None and answer.pk in changed]


def outstanding(checks: Sequence[Check]) -> Sequence[Check]:
    """The checks that nobody has answered."""
    return [check for check in checks if latest_answer(check) is None]


def new_calls(calls: Sequence[Conversation], since: datetime | None) -> Sequence[Conversation]:
    """The conversations and attempts that were written down after a moment."""
    return [call for call in calls if since is None or call.at > since]


def news_moments(case: Case, since: datetime) -> Sequence[datetime]:
    """When each thing came that the court does not know: answers of whoever was asked, police, councils and
    those close to a child, conversations that were held, harm that papers state, and what other pieces of
    work did."""
    answers = [answer.at for _, answer in new_answers(case, asked_of_case(case), since)]
    held = [
        call.at for call in new_calls(conversations_of(case), since) if call.outcome == Conversation.SPOKE
    ]
    done = {one.at for one in register.told_to(case, COURT, since)}
    alleged = [one.at for one in harm_alleged(case) if one.at > since]
    return [*answers, *held, *done, *alleged]


def what_no_longer_stands(case: Case, reader: str) -> Sequence[register.Telling]:
    """What a later document says of what an earlier one may have told: of conversations that were recorded
    wrongly, and of answers to questions that were asked with what was put right since."""
    return (*_wrong_conversations(case, reader), *_asked_otherwise(case, reader))


def _wrong_conversations(case: Case, reader: str) -> Iterator[register.Telling]:
    for one in case.conversations.exclude(wrong=None).select_related("party", "wrong"):
        if _may_have_told(case, reader, one.at, one.wrong.at):
            day = one.began_at.astimezone(LONDON).date()
            says = word("told.conversation_wrong").fill(name=one.party.name, day=day)
            yield register.Telling(says, one.wrong.at)


def _asked_otherwise(case: Case, reader: str) -> Iterator[register.Telling]:
    asked = case.checks.filter(kind__in=Check.OF_ADULTS).exclude(overtaken_at=None)
    for one in asked.select_related("party", "adult").prefetch_related("answers"):
        at = one.overtaken_at
        answered = [answer.at for answer in one.answers.all() if at and answer.at < at]
        if at and answered and _may_have_told(case, reader, min(answered), at):
            check = word(f"check.{one.asked_for}")
            says = word("told.asked_otherwise").fill(check=check, name=one.person.name)
            yield register.Telling(says, at)


def _may_have_told(case: Case, reader: str, since: datetime, until: datetime) -> bool:
    kinds = (*register.documents_resting_on_checks(), *FurtherKind)
    made = case.documents.filter(kind__in=kinds, reader=reader, made_at__gt=since, made_at__lte=until)
    return made.exists()


def kinds_the_court_has(case: Case) -> frozenset[str]:
    """The kinds of document of which the court has every version that was made for it and not withdrawn."""
    filings = Filing.objects.filter(document__case=case, document__reader=COURT)
    filings = filings.exclude(state=Filing.WITHDRAWN)
    states: dict[str, set[str]] = {}
    for kind, state in filings.values_list("document__kind", "state"):
        states.setdefault(kind, set()).add(state)
    return frozenset(kind for kind, of_kind in states.items() if of_kind <= set(SETTLED))


def is_on_its_way(case: Case, kind: str) -> bool:
    """Whether a sealed document of a kind has not reached the court yet."""
    filings = Filing.objects.filter(document__case=case, document__kind=kind, document__reader=COURT)
    return filings.exclude(state__in=(*SETTLED, Filing.WITHDRAWN)).exists()
