"""The answers that the court asks for before it orders an activity: the same facts in either language."""

from datetime import datetime

from lles.casefile.documents import Made
from lles.law.bilingual import Language
from lles.work.activities.documents.values import make_of, templates_beside
from lles.work.activities.rules import ReportFacts

KIND = "activity_information"
TEMPLATES = templates_beside(__file__)


def make_information(facts: ReportFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """It for one reader in one language."""
    return make_of(TEMPLATES, KIND, facts, reader, language, made_at)
