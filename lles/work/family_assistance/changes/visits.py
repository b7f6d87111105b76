"""A visit or a conversation under a family assistance order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.work.family_assistance.changes.plan import record_work, work_findings
from lles.work.family_assistance.models import Assistance, Visit, Worked
from lles.work.family_assistance.queries.visits import OnFile, on_file, people_of


@dataclass(frozen=True)
class Meeting:
    """A visit or a conversation: in what sort of place, who took part and who else, the words of each (whose,
    what, in which language), what was seen, what follows, and which conversation or meeting of the file it
    is, where it stands there."""

    place: str = ""
    took_part: Sequence[str] = ()
    others: str = ""
    said: Sequence[tuple[str, str, str]] = ()
    seen: str = ""
    follows: str = ""
    known: OnFile | None = None

    @property
    def people(self) -> list[str]:
        """Who took part, with whoever the file says so."""
        known = [self.known.owner] if self.known else []
        return list(dict.fromkeys([*known, *self.took_part]))


@change(needs=Verb.WORK, weighs=work_findings)
def record_visit(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    kind: str,
    on: date,
    meeting: Meeting,
    words: str,
    language: str,
    risk: str = "",
    seen: int | None = None,
) -> Done[Worked]:
    """Records a visit or a conversation under the order with what each person said; a risk that was seen
    there asks for an assessment (FAO-REVIEW). Raises Stale where the conversation or meeting of the file
    counts for the order already."""
    known = meeting.known
    if known is not None and known.key not in {one.key for one in on_file(assistance)}:
        raise Stale(f"assistance {assistance.pk}: {known.key} counts already")
    worked = Worked.objects.create(
        assistance=assistance, kind=kind, words=words, language=language, on=on, by=by, at=at
    )
    Visit.objects.create(
        worked=worked, place=meeting.place or (known.place if known else ""), took_part=meeting.people,
        others=meeting.others, seen=meeting.seen, follows=meeting.follows,
        said=[{"who": who, "words": text, "language": spoken} for who, text, spoken in meeting.said],
        conversation=known.conversation if known else None, meeting=known.meeting if known else None,
    )  # fmt: skip
    assistance.case = case
    if risk:
        record_work(
            case=case, by=by, at=at, assistance=assistance, kind=Worked.RISK, on=on, words=risk,
            language=language,
        )  # fmt: skip
    names = dict(people_of(assistance))
    people = ", ".join(filter(None, (names.get(one, "") for one in meeting.people)))
    called = Word(f"family_work.{kind}")
    if not people:
        return Done(worked, says("family_worked", kind=called, on=on))
    return Done(worked, says("family_worked_of_person", kind=called, person=people, on=on))
