"""The rules of the child impact report, each scenario under its own sentence."""

import pytest

from lles.law.calendar import court_calendar
from lles.law.not_reckoned import NotReckoned
from lles.law.provisions import DatedValue
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words
from lles.work.impact_report import rules
from lles.work.impact_report.rules import ReportDueFacts, report_due

EIGHT_WEEKS = DatedValue("weeks", 8, where="eight")
LAW = {**rules.PROVISIONS, "PF-CIR-DUE": rules.PROVISIONS["PF-CIR-DUE"].with_value(EIGHT_WEEKS)}


def due(facts: Facts) -> object:
    """The due day, its provision, and how many findings."""
    court = facts.get("court")
    found = report_due(
        ReportDueFacts(
            ordered_on=day_or_none(facts, "ordered"),
            ordered_time=None,
            order_made_on=day_or_none(facts, "order"),
            received_on=day_or_none(facts, "receipt"),
            court_code=str(court) if court else None,
        ),
        court_calendar(),
        LAW,
    )
    return [found.on, found.provision, len(found.findings)] if found.on else found.says.en


def who(facts: Facts) -> object:
    """How the involvement of an authority weighs."""
    finding = rules.who_writes_the_report(day(facts, "order"), day_or_none(facts, "involved"))
    return finding.weight.value if finding else None


def content(facts: Facts) -> object:
    """What a report leaves unsaid."""
    found = rules.report_says_each_required_thing(words(facts, "said"), words(facts, "because"))
    assert all(finding.bars for finding in found)
    return [value for finding in found for _, value in finding.facts]


RULES: Rules = {
    "PF-CIR-DUE": due,
    "PF-WHO": who,
    "PF-CIR-CONTENT": content,
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_it_explains_the_due_day_in_both_languages() -> None:
    explained = rules.EXPLAINED["PF-CIR-DUE"]({"order": "2026-03-04"})
    assert "Wednesday 15 April 2026" in explained.explain("en")
    assert "dydd Mercher 15 Ebrill 2026" in explained.explain("cy")
    with pytest.raises(NotReckoned):
        rules.EXPLAINED["PF-CIR-DUE"]({})
