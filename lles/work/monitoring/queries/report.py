"""What a report says to one reader, as the file stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.documents import COURT
from lles.casefile.models import Case, Officer
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.readers import languages_of, nation_of
from lles.casefile.rules.language import languages_for_court
from lles.casefile.timeline import word
from lles.law.bilingual import Language
from lles.work.monitoring.models import Call, Monitoring, Provision, Report
from lles.work.monitoring.queries.breaches import BreachStands, breaches_of, unreported
from lles.work.monitoring.queries.facts import (
    adults_in,
    calls_of,
    people_of,
    sides_of,
)
from lles.work.monitoring.queries.letters import said_too, written
from lles.work.monitoring.queries.period import day_of, period_of
from lles.work.monitoring.rules.letter import (
    Account,
    BreachTold,
    CallTold,
    ProvisionTold,
    ReportFacts,
    Written,
)

KINDS = (Report.BREACH, Report.INTERIM, Report.END)


@dataclass(frozen=True)
class Reader:
    """One reader of a report: the court, or an adult by role and number."""

    reader: str
    name: str
    languages: tuple[Language, ...]


@dataclass(frozen=True)
class Author:
    """What the author adds to a report, in one language and perhaps in the other, and what of the calls is in
    the copies for the adults beside what each said themselves."""

    words: str
    language: str
    child_to_parties: bool
    shared: frozenset[int] = frozenset()  # the calls of which each adult reads what the other said
    guidance: str = ""
    other_words: str = ""
    other_guidance: str = ""

    @property
    def in_both(self) -> tuple[tuple[str, str], ...]:
        """Each text, with the same in the other language."""
        return (self.words, self.other_words), (self.guidance, self.other_guidance)

    @property
    def typed(self) -> str:
        """Everything that was typed."""
        return "\n".join((self.words, self.guidance, self.other_words, self.other_guidance))


@dataclass(frozen=True)
class _Closed:
    """Which typed words of a case name a protected place, and whether their reader is the court, which is
    told that."""

    case: Case
    closed: ClosedWords
    to_court: bool

    def written(self, text: str, language: str, other: str = "") -> Written:
        """Typed words as this reader may have them, in both languages where somebody has said them so."""
        other = other or said_too(self.case, language, text)
        return written(text, language, self.closed, other, to_court=self.to_court)


def readers_of(monitoring: Monitoring) -> Sequence[Reader]:
    """The court in both languages, and each adult in their own."""
    case = monitoring.case
    nation = nation_of(case)
    adults = [Reader(one.slug, one.name, languages_of(one, nation)) for one in adults_in(case)]
    return (Reader(COURT, "", languages_for_court()), *adults)


def reader_of(monitoring: Monitoring, reader: str) -> Reader | None:
    """One reader by the name under which documents know them."""
    return next((one for one in readers_of(monitoring) if one.reader == reader), None)


def breaches_to_report(monitoring: Monitoring, kind: str) -> Sequence[BreachStands]:
    """The breaches of which a report speaks: what is confirmed and in no report yet, or everything so far."""
    if kind != Report.BREACH:
        return breaches_of(monitoring)
    told = {pk for one in monitoring.reports.all() for pk in one.breaches}
    return [one for one in unreported(monitoring) if one.row.pk not in told]


def calls_told_in(monitoring: Monitoring, kind: str) -> Sequence[Call]:
    """The calls of which a report can tell: of a short one those about the breaches that it reports."""
    if kind != Report.BREACH:
        return calls_of(monitoring)
    told = {one.pk for each in breaches_to_report(monitoring, kind) for one in each.accounts}
    return [one for one in calls_of(monitoring) if one.pk in told]


def may_be_written(monitoring: Monitoring, kind: str) -> bool:
    """Whether there is anything of which a report of this kind could be made."""
    if kind not in KINDS or period_of(monitoring) is None or monitoring.case.office is None:
        return False
    return bool(breaches_to_report(monitoring, kind)) if kind == Report.BREACH else True


def report_facts(
    monitoring: Monitoring, kind: str, author: Author, reader: Reader, by: Officer, at: datetime,
    *, draft: bool,
) -> ReportFacts:  # fmt: skip
    """Everything it says to one reader: what a child or another adult said stands in the copy for an adult
    only where the author decided so, and words that name a protected place stand in none. A copy shows no
    trace of what it leaves out."""
    case, period = monitoring.case, period_of(monitoring)
    assert period is not None
    assert case.office is not None
    closed, held = _Closed(case, ClosedWords(case), reader.reader == COURT), calls_of(monitoring)
    calls = [one for one in held if _may_read(reader, author, one)]
    short = kind == Report.BREACH
    return ReportFacts(
        kind=kind,
        head=letterhead_of(case, by, at),
        reader=reader.name,
        children=tuple(child.name for child in case.children.order_by("pk") if child.name),
        people=tuple(one.party.name for one in people_of(monitoring)),
        ordered_on=monitoring.order.made_on,
        starts_on=period[0],
        ends_on=period[1],
        asks=closed.written(monitoring.asks, monitoring.language) if monitoring.asks else None,
        way=word(f"monitoring_way.{monitoring.report_way}") if monitoring.report_way else None,
        provisions=tuple(_provisions(monitoring, calls, closed)),
        calls=() if short else tuple(_call(one, closed) for one in calls),
        no_call=not held,
        each_side_was_asked=_each_side_was_asked(monitoring, held),
        breaches=tuple(
            _breach(one, closed, [said for said in one.accounts if _may_read(reader, author, said)])
            for one in breaches_to_report(monitoring, kind)
        ),
        words=closed.written(author.words, author.language, author.other_words),
        guidance=closed.written(author.guidance, author.language, author.other_guidance)
        if author.guidance
        else None,
        draft=draft,
    )


def _may_read(reader: Reader, author: Author, call: Call) -> bool:
    """Whether what was said in a call stands in the copy of this reader."""
    if reader.reader == COURT:
        return True
    if call.child_id:
        return author.child_to_parties
    return call.pk in author.shared or (call.party is not None and call.party.slug == reader.reader)


def _each_side_was_asked(monitoring: Monitoring, held: Sequence[Call]) -> bool:
    """Whether each side was asked of how it goes, and of every breach that somebody told us of."""
    asked = {one.party_id for one in held if one.outcome in Call.ASKED}
    is_whole = all(one.pk in asked for one in sides_of(monitoring))
    return is_whole and not any(one.unasked for one in breaches_of(monitoring))


def _provisions(monitoring: Monitoring, calls: Sequence[Call], closed: _Closed) -> list[ProvisionTold]:
    """What is monitored, and what was until it was taken out, as far as calls or breaches speak of it."""
    answers = [one.answers for one in calls if one.outcome == Call.SPOKE]
    told = {number for said in answers for number in said}
    told |= {str(one.row.provision.number) for one in breaches_of(monitoring)}
    return [
        _provision(one, answers, closed)
        for one in monitoring.provisions.all()
        if one.left_at is None or str(one.number) in told
    ]


def _provision(one: Provision, answers: Sequence[dict[str, str]], closed: _Closed) -> ProvisionTold:
    given = [said.get(str(one.number)) for said in answers]
    return ProvisionTold(
        one.number, closed.written(one.words, one.language), given.count(Call.COMPLIED),
        given.count(Call.PARTLY), given.count(Call.NOT), day_of(one.left_at) if one.left_at else None,
    )  # fmt: skip


def _call(one: Call, closed: _Closed) -> CallTold:
    answers = tuple((int(number), answer) for number, answer in sorted(one.answers.items()))
    return CallTold(
        _day(one), one.name, one.child_id is not None, one.monitored_on, one.outcome, answers,
        _words(one, closed),
    )  # fmt: skip


def _breach(one: BreachStands, closed: _Closed, said: Sequence[Call]) -> BreachTold:
    provision, decision = one.row.provision, one.decision
    accounts = tuple(
        Account(each.name, each.child_id is not None, _day(each), each.outcome, _words(each, closed))
        for each in said
    )
    found = _kept_or_none(decision.words, decision.language, closed) if decision else None
    return BreachTold(
        closed.written(provision.words, provision.language), provision.number, one.row.monitored_on,
        one.state, accounts, found,
    )  # fmt: skip


def _words(one: Call, closed: _Closed) -> Written | None:
    return _kept_or_none(one.account, one.language, closed)


def _kept_or_none(text: str, language: str, closed: _Closed) -> Written | None:
    """Typed words with which a report can do without: in a copy those that are closed leave no trace."""
    if not text or (closed.closed(text) and not closed.to_court):
        return None
    return closed.written(text, language)


def _day(one: Call) -> date:
    return day_of(one.held_at)
