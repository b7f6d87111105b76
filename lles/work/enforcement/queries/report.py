"""What a report or a letter of enforcement says to one reader, as the file stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.models import Officer
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.in_both import in_both
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.reading import EVERYBODY
from lles.casefile.queries.reports import TypedWords, Version, versions_of_report
from lles.casefile.rules.in_both import NO_WORDS
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.work.enforcement import rules
from lles.work.enforcement.models import Ended, Enforcement, Happened, Report
from lles.work.enforcement.queries.directed import INFORMATION, MONITORING, direction_about
from lles.work.enforcement.queries.facts import (
    BREACH,
    AllegedStands,
    accused_on,
    alleged_of,
    hours_done,
    last_day_of,
    notices_of,
    runs,
    warnings_of,
    work_of,
)
from lles.work.enforcement.queries.headings import (
    ASKED,
    BEFORE,
    FOR_THE_COURT,
    TAKEN_OVER,
    headings_of,
)
from lles.work.enforcement.queries.letters import days_of_reports, letter_may_be_made, versions_of_letter
from lles.work.enforcement.queries.moved import (
    end_of,
    happened_of,
    reports_of,
    wrong_ends_of,
    wrong_reports_of,
)
from lles.work.enforcement.rules import AllegedTold, EnforcementFacts
from lles.work.enforcement.rules.reports import Section

REPORTS = (
    Report.CORRECTION, Report.INFORMATION, Report.FAILURE, Report.SPECIFIED, Report.UNSUITABLE, Report.END,
)  # fmt: skip
LETTERS, CORRECTION = Report.LETTERS, Report.CORRECTION
KINDS = (*REPORTS, *LETTERS)
CEASED, FINISHED = "ceased", "done"
NOTICE = Text(en="{name} {how} on {on:bare}.", cy="{name}: {how}, {on:bare}.")
NO_BIRTHDAY = Text(
    en="The date of birth of {name} is not on the file, so the age on the day of a failure was not checked.",
    cy="Nid yw dyddiad geni {name} ar y ffeil, felly ni wiriwyd yr oedran ar ddiwrnod methiant.",
)
GROWN_UP = Text(
    en="{name} was {age} or older on the day of each failure that is alleged.",
    cy="Roedd {name} yn {age} oed neu'n hŷn ar ddiwrnod pob methiant a honnir.",
)
NOT_SAID = Text(
    en="Where {name} lives is protected, so nothing is said here about where {name} is habitually resident."
    " The court can ask us.",
    cy="Mae'r man lle mae {name} yn byw wedi'i ddiogelu, felly ni ddywedir yma ble mae {name} yn preswylio"
    " fel arfer. Gall y llys ofyn i ni.",
)
LEFT = Text(
    en="{name} is not habitually resident in England and Wales, as the file has it since {on:bare}.",
    cy="Nid yw {name} yn preswylio fel arfer yng Nghymru a Lloegr, yn ôl y ffeil ers {on:bare}.",
)
STAYED = Text(
    en="Nothing on the file says that {name} is not habitually resident in England and Wales.",
    cy="Nid oes dim ar y ffeil sy'n dweud nad yw {name} yn preswylio fel arfer yng Nghymru a Lloegr.",
)


@dataclass(frozen=True)
class Typed(TypedWords):
    """What the author wrote, and whether the person may read what stands under the child's wishes and under
    risk."""

    all_to_person: bool = False


@dataclass(frozen=True)
class SaidOfIt:
    """What was written of something, and of which day that was."""

    on: date
    words: str
    language: str


@dataclass(frozen=True)
class Told:
    """What a document says by itself, for the page on which it is written; `leaves_out` where it says nothing
    of the responsible officer or of what the court asks, since those words name a protected place."""

    alleged: Sequence[AllegedStands] = ()
    notes: Sequence[Text] = ()
    leaves_out: bool = False


def versions_of(enforcement: Enforcement, kind: str) -> Sequence[Version]:
    """Each reader and language in which a document is made; never the other side."""
    assert enforcement.party is not None
    if kind in LETTERS:
        return versions_of_letter(enforcement.case, enforcement.party)
    return versions_of_report(enforcement.case, enforcement.party)


def may_be_written(enforcement: Enforcement, kind: str) -> bool:
    """Whether the file has what a document of this kind is about."""
    if kind not in KINDS or enforcement.party is None or enforcement.case.office is None:
        return False
    if kind in LETTERS:
        return letter_may_be_made(enforcement, kind)
    if kind == Report.CORRECTION:
        return bool(wrong_reports_of(enforcement))
    if kind == BEFORE:
        is_asked = direction_about(enforcement, INFORMATION) is not None
        return runs(enforcement) and (is_asked or enforcement.order is None)
    work = work_of(enforcement)
    return (
        enforcement.order is not None and work is not None and (kind != Report.SPECIFIED or bool(work.asks))
    )


def document_facts(
    enforcement: Enforcement, kind: str, typed: Typed, reader: str, by: Officer, at: datetime, *, draft: bool
) -> EnforcementFacts:
    """Everything it says to one reader; words that name a protected place stand in none, and what is for the
    court alone in no copy."""
    party, case, work = enforcement.party, enforcement.case, work_of(enforcement)
    assert party is not None
    closed, to_court = ClosedWords(case), reader == EVERYBODY
    is_protected = _is_protected(enforcement, closed)
    ended = end_of(enforcement)
    tells = ended is not None and not (ended.outcome == CEASED and is_protected)
    officer, office = (work.officer, work.officer_office) if work else ("", "")
    asks = work.asks if work else ""
    return EnforcementFacts(
        kind=kind,
        head=letterhead_of(case, by, at),
        copy_for="" if to_court else party.name,
        name=party.name,
        children=tuple(child.name for child in case.children.order_by("pk") if child.name),
        issued_on=enforcement.issued_on,
        about_on=enforcement.varied_on or enforcement.about_on,
        alleged=_alleged(enforcement, closed),
        notes=notes_of(enforcement, is_protected=is_protected),
        standard=rules.enforcement_law()["ENF-STANDARD"].says,
        ordered_on=enforcement.order.made_on if enforcement.order else None,
        last_on=None if is_protected and enforcement.left_on else last_day_of(enforcement),
        hours=work.hours if work else None,
        hours_done=hours_done(enforcement),
        officer="" if closed(officer) else officer,
        officer_office="" if closed(office) else office,
        warned=tuple(warnings_of(enforcement)),
        failed=_days(enforcement, Happened.FAILURE),
        unsuitable=_days(enforcement, Happened.UNSUITABLE),
        reported_on=days_of_reports(enforcement),
        asks=in_both(case, work.language, asks) if work and not closed(asks) else NO_WORDS,
        is_short=is_short_of(enforcement),
        outcome=word(f"enforcement_outcome.{ended.outcome}") if ended and tells else None,
        ended_on=ended.on if ended and tells else None,
        is_asked=direction_about(enforcement, INFORMATION if kind == BEFORE else MONITORING) is not None,
        is_found=any(one.state == BREACH for one in alleged_of(enforcement)),
        goes_on=runs(enforcement),
        corrects=_corrects(enforcement) if kind == Report.CORRECTION else (),
        sections=_sections(kind, typed, at, to_court=to_court, is_short=is_short_of(enforcement)),
        draft=draft,
    )


def is_short_of(enforcement: Enforcement) -> bool:
    """Whether the work is said to be done with fewer hours than the order asks, as far as they were told to
    us."""
    ended, work = end_of(enforcement), work_of(enforcement)
    is_done = ended is not None and ended.outcome == FINISHED
    return is_done and work is not None and hours_done(enforcement) < work.hours


def ends_with_words(enforcement: Enforcement, kind: str) -> Sequence[Ended]:
    """What was written of the end when it was recorded, for the report that says why it counts."""
    ended = end_of(enforcement)
    return [ended] if ended is not None and kind == Report.END and is_short_of(enforcement) else []


def said_of_wrong_ends(enforcement: Enforcement, language: str) -> Sequence[SaidOfIt]:
    """Why an end of which the court was told was recorded wrongly, with its day in a language."""
    told = [one.at for one in wrong_reports_of(enforcement)]
    return [
        SaidOfIt(one.ended.on, one.why, one.language or language)
        for one in wrong_ends_of(enforcement)
        if one.ended is not None and any(one.ended.at <= at < one.at for at in told)
    ]


def heard_since(enforcement: Enforcement, kind: str) -> Sequence[Happened]:
    """What the responsible officer told and the court was not told since, where a report is about that."""
    if kind not in TAKEN_OVER:
        return ()
    told = reports_of(enforcement).filter(kind=kind).order_by("at").last()
    heard = happened_of(enforcement).filter(kind=kind)
    return list(heard.filter(at__gt=told.at) if told else heard)


def document_told(enforcement: Enforcement, kind: str, closed: ClosedWords) -> Told:
    """The failures that are alleged, and the advice, where the document sets them out."""
    if kind != BEFORE:
        work = work_of(enforcement)
        return Told(leaves_out=work is not None and closed(work.officer, work.officer_office, work.asks))
    notes = notes_of(enforcement, is_protected=_is_protected(enforcement, closed))
    return Told(alleged_of(enforcement), notes)


def _is_protected(enforcement: Enforcement, closed: ClosedWords) -> bool:
    return f"party:{enforcement.party_id}" in closed.protected_owners


def _sections(
    kind: str, typed: Typed, at: datetime, *, to_court: bool, is_short: bool
) -> tuple[Section, ...]:
    """What the court asks stands there always; what else nobody wrote of is left out."""
    hidden = () if to_court or typed.all_to_person else FOR_THE_COURT
    headings = headings_of(kind, at.astimezone(LONDON).date(), is_short=is_short)
    return tuple(
        Section(heading, None if name in hidden else typed.words(name))
        for name, heading in headings.items()
        if typed.said.get(name) or (kind == BEFORE and name in ASKED)
    )


def _alleged(enforcement: Enforcement, closed: ClosedWords) -> tuple[AllegedTold, ...]:
    return tuple(
        AllegedTold(
            one.row.on,
            NO_WORDS if closed(one.row.words) else in_both(enforcement.case, one.row.language, one.row.words),
            word(f"enforcement_stands.{one.state}"),
        )
        for one in alleged_of(enforcement)
    )


def notes_of(enforcement: Enforcement, *, is_protected: bool) -> tuple[Text, ...]:
    """What the file says of the notice, of age and of residence, for the advice to the court; of the
    residence of somebody whose whereabouts are protected nothing, whatever the file has (ENF-NOTICE,
    ENF-AGE, ENF-RESIDENCE)."""
    party, alleged = enforcement.party, alleged_of(enforcement)
    assert party is not None
    name = party.name
    notes = [
        NOTICE.fill(name=name, how=word(f"enforcement_notice.{one.way}"), on=one.on)
        for one in notices_of(enforcement)
        if one.party_id == party.pk
    ]
    found = [finding for one in alleged for finding in one.findings]
    if not notes and not found:
        begun_on = enforcement.begun_at.astimezone(LONDON).date()
        accused = accused_on(enforcement, begun_on)
        assert accused is not None
        none = rules.person_had_the_notice_before_the_breach(accused, begun_on)
        found += [none] if none else []
    notes += [finding.says for finding in found]
    if party.born_on is None:
        notes.append(NO_BIRTHDAY.fill(name=name))
    elif alleged and not any(finding.provision == "ENF-AGE" for finding in found):
        age = rules.enforcement_law()["ENF-AGE"].number("age", max(one.row.on for one in alleged))
        notes.append(GROWN_UP.fill(name=name, age=age))
    if is_protected:
        notes.append(NOT_SAID.fill(name=name))
    elif enforcement.left_on is not None:
        notes.append(LEFT.fill(name=name, on=enforcement.left_on))
    else:
        notes.append(STAYED.fill(name=name))
    return tuple(dict.fromkeys(notes))


def _days(enforcement: Enforcement, kind: str) -> tuple[date, ...]:
    found = happened_of(enforcement).filter(kind=kind).values_list("on", flat=True)
    return tuple(dict.fromkeys(found))


def _corrects(enforcement: Enforcement) -> tuple[date, ...]:
    """The days of the reports that a correction is about."""
    return tuple(dict.fromkeys(one.at.astimezone(LONDON).date() for one in wrong_reports_of(enforcement)))
