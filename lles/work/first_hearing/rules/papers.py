"""The papers that are expected by the first hearing (FH-BUNDLE)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lles.law.findings import Finding
from lles.work.first_hearing.rules.provisions import court_law

COURTS_CATEGORIES: Mapping[str, frozenset[str]] = {
    "application": frozenset(
        {
            "finalDocument",
            "submitAndPayDownloadApplicationLink",
            "originalApplications",
            "applications",
            "applicantApplication",
        }
    ),
    "harm": frozenset({"c1ADocument", "applicantC1AApplication", "respondentC1AApplication"}),
    "notice": frozenset({"noticeOfHearing"}),
    "answer": frozenset({"respondentApplication"}),
    "letter": frozenset({"safeguardingLetter", "childImpactReport1", "childImpactReport1La"}),
}
RECEIVED_KINDS: Mapping[str, str] = {"application": "application", "answer": "answer"}


@dataclass(frozen=True)
class PapersFacts:
    """The day of the first hearing, what is on the file by our names of the papers, and whether harm is
    alleged."""

    heard_on: date
    there: frozenset[str] = frozenset()
    harm_is_alleged: bool = False


def papers_are_expected_by_the_first_hearing(facts: PapersFacts) -> Iterator[Finding]:
    """Each paper that is expected by the first hearing and is not on the file (FH-BUNDLE)."""
    provision = court_law()["FH-BUNDLE"]
    if not provision.in_force(facts.heard_on):
        return
    for paper in COURTS_CATEGORIES:
        if paper not in facts.there and (paper != "harm" or facts.harm_is_alleged):
            yield provision.finding(paper)


def named(categories: frozenset[str], kinds: frozenset[str]) -> frozenset[str]:
    """Our names of the papers that stand under categories of the court, or came otherwise by their kind."""
    ours = {paper for paper, known in COURTS_CATEGORIES.items() if known & categories}
    return frozenset(ours | {paper for paper, kind in RECEIVED_KINDS.items() if kind in kinds})
