"""The models of the casefile, one subject per file."""

from lles.casefile.models.also import AlsoSaid
from lles.casefile.models.application_facts import ApplicationFact
from lles.casefile.models.case import Application, Case
from lles.casefile.models.checks import AbuseRaised, Chase, Check, CheckAnswer, CheckFact, OtherAdult
from lles.casefile.models.corrections import Correction, CourtDiffers
from lles.casefile.models.court import Direction, Hearing, Order, Paper
from lles.casefile.models.court_duty import CourtDuty
from lles.casefile.models.drafts import Draft
from lles.casefile.models.enquiries import Enquiry
from lles.casefile.models.exclusion import Exclusion, KeptSight, Restriction
from lles.casefile.models.family import Child, Party, Relation
from lles.casefile.models.kept import CLASSES, Kept, undecided
from lles.casefile.models.living_together import LivingTogether
from lles.casefile.models.location import Location
from lles.casefile.models.notes import Note
from lles.casefile.models.papers import PaperOfOrder, ReceivedFile, ReceivedPaper
from lles.casefile.models.people_of_service import Account, Arrangement, Office, Officer
from lles.casefile.models.record import Disclosure, Document, Entry, Filing, Sighting
from lles.casefile.models.section_8 import Attached, AttachedDischarged, AttachedWrong, NoticeHad, OrderTerms
from lles.casefile.models.service_law import ClosedDay, PathfinderArea
from lles.casefile.models.serving import CameBack, GivenToChild, Served, Serving
from lles.casefile.models.standing import OfStandingOrders, Standing
from lles.casefile.models.statements import ConfidentialityStatement
from lles.casefile.models.taken_back import TakenBack
from lles.casefile.models.welsh_in_court import WelshInCourt
from lles.casefile.models.work_on_case import Concern, Conversation, ConversationWrong, SafeContact, Task
from lles.casefile.models.wrong import RecordedWrongly

__all__ = [
    "CLASSES",
    "AbuseRaised",
    "Account",
    "AlsoSaid",
    "Application",
    "ApplicationFact",
    "Arrangement",
    "Attached",
    "AttachedDischarged",
    "AttachedWrong",
    "CameBack",
    "Case",
    "Chase",
    "Check",
    "CheckAnswer",
    "CheckFact",
    "Child",
    "ClosedDay",
    "Concern",
    "ConfidentialityStatement",
    "Conversation",
    "ConversationWrong",
    "Correction",
    "CourtDiffers",
    "CourtDuty",
    "Direction",
    "Disclosure",
    "Document",
    "Draft",
    "Enquiry",
    "Entry",
    "Exclusion",
    "Filing",
    "GivenToChild",
    "Hearing",
    "Kept",
    "KeptSight",
    "LivingTogether",
    "Location",
    "Note",
    "NoticeHad",
    "OfStandingOrders",
    "Office",
    "Officer",
    "Order",
    "OrderTerms",
    "OtherAdult",
    "Paper",
    "PaperOfOrder",
    "Party",
    "PathfinderArea",
    "ReceivedFile",
    "ReceivedPaper",
    "RecordedWrongly",
    "Relation",
    "Restriction",
    "SafeContact",
    "Served",
    "Serving",
    "Sighting",
    "Standing",
    "TakenBack",
    "Task",
    "WelshInCourt",
    "undecided",
]
