"""The day a safeguarding letter is due (SG-LETTER-DUE): after receipt, before the hearing, or as ordered."""

from dataclasses import dataclass, replace
from datetime import date, time

from lles.law.bilingual import Filling, Text
from lles.law.calendar import Calendar
from lles.law.due import Due, DueDay, ordered_due, reckons
from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import (
    Reckoning,
    clear_working_days_before,
    working_days_after,
    working_days_before,
)
from lles.law.plurals import counted
from lles.law.provisions import Law
from lles.work.safeguarding.rules.provisions import safeguarding_law

_WITHIN = {Nation.ENGLAND: "SG-LETTER-WITHIN-E", Nation.WALES: "SG-LETTER-WITHIN-W"}


@dataclass(frozen=True)
class LetterDueFacts:
    """What the due day hangs on; the hearing is the first one, or an earlier gatekeeping appointment."""

    received_on: date | None
    hearing_on: date | None
    nations: frozenset[Nation] = frozenset()
    ordered_on: date | None = None
    ordered_time: time | None = None


@dataclass(frozen=True)
class _Limbs:
    """The days that the two limbs of the rule give, and what could not be reckoned."""

    within: tuple[Reckoning, ...] = ()
    target: Reckoning | None = None
    last_arguable: Reckoning | None = None
    refused: tuple[Text, ...] = ()

    @property
    def earliest_within(self) -> Reckoning | None:
        return min(self.within, key=lambda reckoning: reckoning.result, default=None)

    @property
    def reckonings(self) -> tuple[Reckoning, ...]:
        return (*self.within, *(one for one in (self.target, self.last_arguable) if one is not None))


def letter_due(facts: LetterDueFacts, calendar: Calendar, law: Law | None = None) -> DueDay:
    """The due day of the letter with its reasons, or why there is none."""
    computed = _computed(facts, calendar, law or safeguarding_law())
    if facts.ordered_on is not None:
        return ordered_due(facts.ordered_on, facts.ordered_time, computed)
    return computed


@reckons("SG-LETTER-DUE")
def _computed(facts: LetterDueFacts, calendar: Calendar, law: Law) -> Due:
    limbs = _before(facts, calendar, law, _within(facts, calendar, law, _Limbs()))
    winner = _winner(limbs)
    if winner is None:
        raise NotReckoned(next(iter(limbs.refused), law["SG-LETTER-DUE"].sentence("nothing_known")))
    return Due(
        on=winner.result,
        at_time=None,
        provision=winner.provision,
        target_on=limbs.target.result if limbs.target else None,
        last_arguable_on=limbs.last_arguable.result if limbs.last_arguable else None,
        within_on=limbs.earliest_within.result if limbs.earliest_within else None,
        reckonings=limbs.reckonings,
        says=_says(limbs, winner, law),
        findings=_notes(facts, limbs, law),
    )


def _within(facts: LetterDueFacts, calendar: Calendar, law: Law, limbs: _Limbs) -> _Limbs:
    if facts.received_on is None:
        return limbs
    single = facts.nations if facts.nations in ({Nation.ENGLAND}, {Nation.WALES}) else frozenset(_WITHIN)
    try:
        reckonings = tuple(
            _after_receipt(id_, facts.received_on, calendar, law)
            for nation, id_ in _WITHIN.items()
            if nation in single
        )
    except NotReckoned as error:
        return replace(limbs, refused=(*limbs.refused, error.says))
    return replace(limbs, within=reckonings)


def _after_receipt(id_: str, received_on: date, calendar: Calendar, law: Law) -> Reckoning:
    n = law[id_].number("working_days", received_on)
    return working_days_after(received_on, n, calendar, provision=law[id_])


def _before(facts: LetterDueFacts, calendar: Calendar, law: Law, limbs: _Limbs) -> _Limbs:
    if facts.hearing_on is None:
        return limbs
    provision = law["SG-LETTER-BEFORE"]
    try:
        n = provision.number("working_days", facts.hearing_on)
        target = clear_working_days_before(facts.hearing_on, n, calendar, provision=provision)
        last = working_days_before(facts.hearing_on, n, calendar, provision=provision)
    except NotReckoned as error:
        return replace(limbs, refused=(*limbs.refused, error.says))
    return replace(limbs, target=target, last_arguable=last)


def _winner(limbs: _Limbs) -> Reckoning | None:
    within, target = limbs.earliest_within, limbs.target
    if within is None or target is None:
        return within or target
    return within if within.result <= target.result else target


def _says(limbs: _Limbs, winner: Reckoning, law: Law) -> Text:
    within, target = limbs.earliest_within, limbs.target
    params: dict[str, Filling] = {"due": winner.result}
    if within is not None:
        params |= {"received": within.starts, "count": counted("working_day", within.n)}
        params |= {"within": within.result}
    if target is not None:
        params |= {"hearing": target.starts, "before": counted("working_day", target.n)}
        params |= {"target": target.result}
    first = "within" if winner is within else "before"
    both = within is not None and target is not None
    return law["SG-LETTER-DUE"].sentence(f"{first}_{'first' if both else 'only'}", **params)


def _notes(facts: LetterDueFacts, limbs: _Limbs, law: Law) -> tuple[Finding, ...]:
    provision = law["SG-LETTER-DUE"]
    keys = [
        "no_receipt" if facts.received_on is None else None,
        "no_hearing" if facts.hearing_on is None else None,
        _nation_note(facts.nations) if limbs.within else None,
    ]
    notes = [provision.finding(key, weight=Weight.NOTES) for key in keys if key is not None]
    return (*notes, *(Finding(provision.id, Weight.WARNS, says) for says in dict.fromkeys(limbs.refused)))


def _nation_note(nations: frozenset[Nation]) -> str | None:
    if nations == set(_WITHIN):
        return "both_nations"
    return None if nations in ({Nation.ENGLAND}, {Nation.WALES}) else "nation_unknown"
