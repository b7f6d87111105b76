"""The door: every change goes through here, and nowhere else is anything written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from typing import Generic, ParamSpec, TypeVar, cast

from django.db import transaction

from lles.casefile import passage, register
from lles.casefile.access import Verb, may
from lles.casefile.changes.due_days import derive_due_days
from lles.casefile.drafts import Overtaken, Used, end
from lles.casefile.gate import GateRefused
from lles.casefile.models import Case, Officer
from lles.casefile.once import reading, writing
from lles.casefile.passage import Passage
from lles.casefile.prepared import Asked
from lles.casefile.register import Event, Occasion
from lles.casefile.timeline import Said, says, write
from lles.law.findings import Finding, Reason

P = ParamSpec("P")
T = TypeVar("T")
Reasons = Mapping[str, str]


class Refused(Exception):
    """A change that was not made; the refusal is on the record, and nothing else."""

    name = "refused"


class NotAllowed(Refused):
    """The officer may not do this; for them the case may not even exist."""

    name = "not_allowed"


class Stale(Refused):
    """Somebody changed the case after this officer last saw it."""

    name = "stale"


class Weighed(Refused):
    """The rules found something that stands in the way."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.says.en for finding in self.findings))


class Barred(Weighed):
    """The law bars it; the findings say which provision."""

    name = "barred"


class NeedsReason(Weighed):
    """One may go on, with a reason for each of these findings."""

    name = "needs_reason"


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a change did: its result, its one line for the timeline, and what it announces; where it only
    looked, or nothing hangs on what it wrote, the case stays as it was."""

    result: T
    entry: Said | None
    announces: tuple[tuple[Event, Mapping[str, object]], ...] = ()
    case: Case | None = None
    subject: str = ""
    only_looked: bool = False
    leaves_the_case: bool = False


def change(
    *, needs: Verb, weighs: Callable[..., Iterable[Finding]] | None = None
) -> Callable[[Callable[P, Done[T]]], Callable[P, T]]:
    """Makes a function a change: keywords only, with `by`, `at` and, where it concerns a case, `case`.

    The door checks who may, opens one transaction, refuses a stale edit (`seen`), weighs what `weighs`
    finds against `reasons`, writes one line on the timeline, tells the pieces of work, and derives due
    days again. A change within a change is asked the same and belongs to the same passage: all its lines
    are written together as the outermost ends. A `draft` from which the change is made is used up with it.
    What is refused leaves its trace after the rollback, and nothing else.
    """

    def at_the_door(body: Callable[P, Done[T]]) -> Callable[P, T]:
        @wraps(body)
        def through(*args: P.args, **kwargs: P.kwargs) -> T:
            try:
                return _pass(body, needs, weighs, kwargs)
            except (Refused, GateRefused, Overtaken) as refusal:
                if passage.current() is None:
                    _record_refusal(body.__name__, refusal, kwargs)
                raise

        return through

    return at_the_door


def _pass(
    body: Callable[P, Done[T]],
    needs: Verb,
    weighs: Callable[..., Iterable[Finding]] | None,
    given: dict[str, object],
) -> T:
    by, at = cast(Officer, given["by"]), cast(datetime, given["at"])
    draft = cast(Used | None, given.pop("draft", None))
    outermost = passage.current() is None
    with transaction.atomic(savepoint=outermost):  # a change within a change stands and falls with it
        case = _locked(given)
        if not may(by, needs, case):
            raise NotAllowed(f"{by} may not {needs}")
        _refuse_stale(case, given.get("seen"))
        with reading():
            findings = tuple(weighs(**given)) if weighs else ()
        reasons = cast(Reasons, given.get("reasons") or {})
        weigh(findings, reasons)
        if draft is not None:
            end(by=by, at=at, used=draft, case=case)
        with passage.passing() as here:
            with writing():
                done = body(**given)  # type: ignore[call-arg,arg-type]  # the keywords that came in, with the locked case
            _finish(here, done, case, by, at, _reasons_given(findings, reasons))
            if outermost:
                _leave(here, at)
            return done.result


def _locked(given: dict[str, object]) -> Case | None:
    case = cast(Case | None, given.get("case"))
    if case is None:
        return None
    here = passage.current()
    fresh = (here and here.opened.get(case.pk)) or _LOCKED.of(case.pk)
    if fresh is None:
        raise Case.DoesNotExist(f"{case} is not there")
    given["case"] = fresh
    return fresh


_LOCKED = Asked(
    lambda case: (
        Case.objects.filter(pk=case)
        .select_for_update(of=("self",), no_key=True)
        .select_related("office", "officer")
    )
)


def _refuse_stale(case: Case | None, seen: object) -> None:
    if case is not None and seen is not None and seen != case.version:
        raise Stale(f"{case} is at version {case.version}, not {seen}")


def weigh(findings: Iterable[Finding], reasons: Reasons) -> None:
    """Refuses what is barred, and every warning of a provision of which one is without a reason."""
    findings = tuple(findings)
    if bars := [finding for finding in findings if finding.bars]:
        raise Barred(bars)
    warnings = [finding for finding in findings if finding.warns]
    asked = {one.provision for one in warnings if not _answers(reasons.get(one.provision, ""), one)}
    if asked:
        raise NeedsReason(one for one in warnings if one.provision in asked)


def _answers(reason: str, finding: Finding) -> bool:
    return bool(reason.strip()) and (not isinstance(reason, Reason) or finding.mark in reason.shown)


def _reasons_given(findings: tuple[Finding, ...], reasons: Reasons) -> tuple[Said, ...]:
    return tuple(
        says(
            "reason_given",
            provision=finding.provision,
            finding=finding.says,
            reason=reasons[finding.provision],
        )
        for finding in findings
        if finding.warns
    )


def _finish(
    here: Passage, done: Done[T], case: Case | None, by: Officer, at: datetime, reasons: tuple[Said, ...]
) -> None:
    case = done.case or case
    if done.entry is not None:
        entry = replace(done.entry, facts={**done.entry.facts, "reasons": reasons}) if reasons else done.entry
        write(entry, case=case, subject=done.subject, by=by, at=at)
    if case is None or done.only_looked or done.leaves_the_case:
        return
    here.touched[case.pk] = case
    with reading():
        for event, about in done.announces:
            register.told(Occasion(event, case, by, at, about))


def _leave(here: Passage, at: datetime) -> None:
    for case in here.opened.values():
        derive_due_days(case, at)  # nobody has seen it, so that no version of it is overtaken
    here.write()  # a rule may read the timeline
    for case_id in here.touched.keys() - here.opened.keys():
        case = Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case_id)
        derive_due_days(case, at)
        Case.objects.filter(pk=case_id).update(version=case.version + 1)
    here.write()


def _record_refusal(
    name: str, refusal: Refused | GateRefused | Overtaken, given: Mapping[str, object]
) -> None:
    case = cast(Case | None, given.get("case"))
    by, at = cast(Officer, given["by"]), cast(datetime, given["at"])
    entry = says("refused", change=name, why=refusal.name)
    if isinstance(refusal, GateRefused):
        entry = says(
            "stopped_at_the_gate", change=name, refusals=tuple(one.said() for one in refusal.refusals)
        )
    with transaction.atomic():
        write(entry, case=case, subject="", by=by, at=at)
