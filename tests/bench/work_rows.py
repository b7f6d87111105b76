"""What was done on a case since it came in: tasks, checks, calls, the letter, the timeline, who looked."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from lles.casefile.models import (
    Check,
    CheckAnswer,
    CheckFact,
    Concern,
    Conversation,
    Disclosure,
    Document,
    Entry,
    Filing,
    Sighting,
    Task,
)
from lles.casefile.queries.court import FIRST_HEARING
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.calendar import court_calendar
from lles.law.due import DueDay
from lles.law.jurisdiction import Nation
from lles.law.pathway import Pathway
from lles.work.impact_report.rules import ReportDueFacts, report_due
from lles.work.safeguarding.models import Letter
from lles.work.safeguarding.rules import LetterDueFacts, letter_due
from tests.bench.copying import Ledger
from tests.bench.intake_rows import Taken
from tests.bench.plans import Plan

SERVICE = 1
LETTER, CHECKS, CALL = "safeguarding.letter", "safeguarding.checks", "safeguarding.call"
WORDS = "He shouted in the night and the children woke. I do not want them to see that again."
ANALYSIS = (
    "The court may want to hear from both parents before it decides where the children stay at weekends."
)
ADDED = {"safety": {"text": ANALYSIS, "language": "en"}}
HASH = "0" * 64


class Story:
    """The rows of the work on one case, one after the other."""

    def __init__(self, ledger: Ledger, plan: Plan, taken: Taken, now: datetime) -> None:
        self.ledger, self.plan, self.taken = ledger, plan, taken
        self.case, self.by, self.at = taken.case, plan.practitioner, plan.opened_at
        self.is_done = plan.filed_at < now

    def tell(self) -> None:
        """Writes everything that happened up to today, or up to the end of the case."""
        self._say_it_came()
        self._open_tasks()
        if self.plan.is_waiting:
            return
        self._allocate()
        if self.taken.decision.pathway is Pathway.CAP or self.taken.decision.pathway is Pathway.PATHFINDER:
            self._ask_checks()
        self._speak()
        if self.taken.decision.pathway is Pathway.CAP:
            self._write_letter()
        self._look()

    def _say(self, said: Said, by: int | None = None, hours: float = 0) -> None:
        self.at += timedelta(hours=hours)
        self.ledger.add(
            Entry, case_id=self.case, kind=said.kind, facts=said.as_data(), by_id=by or self.by, at=self.at
        )

    def _say_it_came(self) -> None:
        pathway = self.taken.decision.pathway
        court, children = self.taken.said.court_name, len(self.taken.children)
        received = says(
            "application_received",
            court=court,
            children=children,
            pathway=Word(f"pathway.{pathway}"),
            notes=(),
        )
        for kind in (*self._kinds(), "allocation.allocate"):
            self._say(says("task_opened", task=Word(f"task.{kind}")), SERVICE)
        self._say(received, SERVICE)

    def _kinds(self) -> tuple[str, ...]:
        report = tuple(f"impact_report.{name}" for name in ("report", "checks", "call"))
        of = {Pathway.CAP: (LETTER, CHECKS, CALL), Pathway.PATHFINDER: report}
        return of.get(self.taken.decision.pathway, ())

    def _open_tasks(self) -> None:
        due = self._due()
        for kind in self._kinds():
            ended = {"ended_at": self.plan.filed_at, "outcome": "filed"} if self.is_done else {}
            self.ledger.add(
                Task, case_id=self.case, kind=kind, due_on=due.on if due else None,
                provision=due.provision if due else "", due=due.as_data() if due else None,
                direction_id=self.taken.directions.get("safeguarding_letter") if kind == LETTER else None,
                opened_at=self.plan.opened_at, **ended,
            )  # fmt: skip
        ended = {} if self.plan.is_waiting else {"ended_at": self.at, "outcome": "allocated"}
        self.ledger.add(
            Task, case_id=self.case, kind="allocation.allocate", opened_at=self.plan.opened_at, **ended
        )

    def _allocate(self) -> None:
        self._say(says("allocated", officer=f"practitioner {self.by}"), hours=1)

    def _due(self) -> DueDay | None:
        said, calendar = self.taken.said, court_calendar()
        ordered = next((order.filing_due_on for order in said.orders if order.reports), None)
        if self.taken.decision.pathway is Pathway.PATHFINDER:
            return report_due(ReportDueFacts(ordered, None, None, said.issued_on, said.court_code), calendar)
        starts = [h.days[0].starts_at for h in said.hearings if h.type_code == FIRST_HEARING and h.days]
        hearing_on = starts[0].astimezone(LONDON).date() if starts else None
        nations = frozenset(Nation(str(row["nation"])) for row in self.taken.rows.children.values())
        return letter_due(LetterDueFacts(said.issued_on, hearing_on, nations, ordered), calendar)

    def _ask_checks(self) -> None:
        for number, name in self.taken.adults:
            for kind, body in ((Check.POLICE, "north-wales"), (Check.LOCAL_AUTHORITY, "wrexham")):
                self._ask_check(number, name, kind, body)

    def _ask_check(self, party: int, name: str, kind: str, body: str) -> None:
        asked_on = (self.at + timedelta(days=1)).date()
        check = self.ledger.add(
            Check, case_id=self.case, party_id=party, kind=kind, body=body, opened_at=self.plan.opened_at,
            asked_on=asked_on,
        )  # fmt: skip
        self._say(says("check_asked", check=Word(f"check.{kind}"), person=name, day=asked_on), hours=0.2)
        if self.is_done or self.plan.draws.percent(40):
            answer = self.ledger.add(
                CheckAnswer, asked_id=check, identified_by=["name", "date_of_birth"],
                received_on=asked_on, by_id=self.by, at=self.at,
            )  # fmt: skip
            self.ledger.add(CheckFact, answer_id=answer, outcome="nothing_known")
            self._say(says("check_answered", check=Word(f"check.{kind}"), person=name), hours=20)

    def _speak(self) -> None:
        for number, name in self.taken.adults:
            if not self.is_done and self.plan.draws.percent(50):
                continue
            spoken = self.ledger.add(
                Conversation, case_id=self.case, party_id=number, began_at=self.at,
                outcome=Conversation.SPOKE, identity_checked=True, safe_to_talk=True, language="en",
                by_id=self.by, at=self.at,
            )  # fmt: skip
            self.ledger.add(
                Concern, case_id=self.case, conversation_id=spoken, child_id=self.taken.children[0],
                words=WORDS, language="en", at=self.at,
            )  # fmt: skip
            said = says(
                "conversation_recorded", person=name, began_at=self.at, outcome=Word("conversation.spoke"),
                concerns=1,
            )  # fmt: skip
            self._say(said, hours=2)

    def _write_letter(self) -> None:
        if not (self.is_done or self.plan.draws.percent(30)):
            return
        self.ledger.add(
            Letter, case_id=self.case, author_id=self.by, words=ADDED, advice=[], revision=3,
            written_at=self.at, sealed_at=self.at + timedelta(hours=5) if self.is_done else None,
        )  # fmt: skip
        for revision in (2, 3):
            self._say(says("letter_written", revision=revision), hours=1)
        if self.is_done:
            self._file()

    def _file(self) -> None:
        parties = [(f"party-{place}", number) for place, (number, _) in enumerate(self.taken.adults, start=1)]
        readers: list[tuple[str, str, int | None]] = [("court", "en", None), ("court", "cy", None)]
        for reader, language, party in [*readers, *((name, "en", number) for name, number in parties)]:
            document = self.ledger.add(
                Document, case_id=self.case, kind="safeguarding_letter", reader=reader, party_id=party,
                language=language, file_name=f"{reader}.{language}.pdf", sha256=HASH, made_by_id=self.by,
                made_at=self.at,
            )  # fmt: skip
            self._disclose(reader, language)
            if party is None:
                self.ledger.add(
                    Filing, document_id=document, court_type="Safeguarding_Letter",
                    state=Filing.ACCEPTED, tries=1,
                    receipt=f"C-{self.plan.number}-{language.upper()}", settled_at=self.at,
                )  # fmt: skip
        sealed = says("document_sealed", document=Word("document.safeguarding_letter"), version=1)
        for said in (sealed, says("letter_filed", version=1)):
            self._say(said, hours=0.1)
        for kind in (LETTER, CHECKS, CALL):
            self._say(says("task_ended", task=Word(f"task.{kind}"), outcome=Word("outcome.filed")), SERVICE)

    def _disclose(self, reader: str, language: str) -> None:
        self.ledger.add(
            Disclosure, case_id=self.case, reader=reader, basis="court_proceedings", purpose="file",
            what="safeguarding_letter", language=language, sha256=HASH, by_id=self.by, at=self.at,
        )  # fmt: skip

    def _look(self) -> None:
        for what, at in self._sights():
            self.ledger.add(Sighting, case_id=self.case, officer_id=self.by, what=what, at=at)

    def _sights(self) -> Iterator[tuple[str, datetime]]:
        for place in range(8 if self.is_done else 4):
            yield ("case", "timeline", "people")[place % 3], self.plan.opened_at + timedelta(hours=3 * place)
