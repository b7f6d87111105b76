"""The referral of somebody to the provider of a programme that the court ordered: the same facts in either
language."""

from datetime import datetime

from lles.casefile.documents import Made
from lles.law.bilingual import Language
from lles.work.activities.documents.values import make_of, templates_beside
from lles.work.activities.rules import ReportFacts

KIND = "activity_referral"
TEMPLATES = templates_beside(__file__)


def make_referral(facts: ReportFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """It for one reader in one language."""
    return make_of(TEMPLATES, KIND, facts, reader, language, made_at)
