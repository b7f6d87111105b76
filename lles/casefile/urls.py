"""Addresses of the pages of a case."""

from django.urls import path

from lles.casefile.views import (
    case,
    checks,
    checks_list,
    conversations,
    documents,
    drafts,
    notes,
    outsiders,
    papers,
    people,
    serving,
    whereabouts,
)

app_name = "casefile"
CASE = "cases/<str:reference>/"

urlpatterns = [
    path("cases/", case.Cases.as_view(), name="cases"),
    path("checks/", checks_list.ChecksOfMany.as_view(), name="checks_of_many"),
    path(CASE, case.Summary.as_view(), name="case"),
    path(f"{CASE}timeline/", case.Timeline.as_view(), name="timeline"),
    path(f"{CASE}family/", case.FamilyPage.as_view(), name="family"),
    path(f"{CASE}tasks/", case.Tasks.as_view(), name="tasks"),
    path(f"{CASE}receipt/", people.RecordReceipt.as_view(), name="receipt"),
    path(f"{CASE}people/", people.People.as_view(), name="people"),
    path(f"{CASE}people/details/", people.Whereabouts.as_view(), name="details"),
    path(
        f"{CASE}people/<slug:who>/whereabouts/",
        whereabouts.RecordWhereabouts.as_view(),
        name="record_whereabouts",
    ),
    path(f"{CASE}people/<slug:who>/protect/", whereabouts.Protect.as_view(), name="protect"),
    path(f"{CASE}people/<slug:who>/may-be-told/", whereabouts.AskToOpen.as_view(), name="ask_to_open"),
    path(
        f"{CASE}people/statements/<int:statement>/",
        whereabouts.DecideOpening.as_view(),
        name="decide_opening",
    ),
    path(f"{CASE}people/<int:party>/language/", people.RecordLanguage.as_view(), name="language"),
    path(f"{CASE}children/<int:child>/residence/", people.RecordResidence.as_view(), name="residence"),
    path(f"{CASE}checks/", checks.Checks.as_view(), name="checks"),
    path(f"{CASE}checks/add/<int:party>/<slug:kind>/", checks.AddCheck.as_view(), name="add_check"),
    path(f"{CASE}checks/outsider/", outsiders.CheckOutsider.as_view(), name="check_outsider"),
    path(f"{CASE}checks/source/", outsiders.OpenSource.as_view(), name="open_source"),
    path(f"{CASE}checks/<int:check>/ask/", checks.AskCheck.as_view(), name="ask_check"),
    path(f"{CASE}checks/<int:check>/answer/", checks.AnswerCheck.as_view(), name="answer_check"),
    path(f"{CASE}checks/<int:check>/not-needed/", checks.SetCheckAside.as_view(), name="set_check_aside"),
    path(f"{CASE}conversations/", conversations.Conversations.as_view(), name="conversations"),
    path(f"{CASE}conversations/<int:party>/", conversations.Converse.as_view(), name="converse"),
    path(f"{CASE}conversations/<int:party>/no-answer/", conversations.NoAnswer.as_view(), name="no_answer"),
    path(f"{CASE}conversations/<int:party>/safe/", conversations.SafeContact.as_view(), name="safe_contact"),
    path(f"{CASE}notes/add/", notes.AddNote.as_view(), name="add_note"),
    path(f"{CASE}notes/<int:note>/", notes.ReadNote.as_view(), name="note"),
    path(f"{CASE}notes/<int:note>/correct/", notes.CorrectNote.as_view(), name="correct_note"),
    path(f"{CASE}drafts/<slug:kind>/<slug:subject>/", drafts.CaseSaver.as_view(), name="draft"),
    path("drafts/<slug:kind>/<slug:subject>/", drafts.Saver.as_view(), name="own_draft"),
    path(f"{CASE}documents/", documents.Documents.as_view(), name="documents"),
    path(f"{CASE}documents/<int:document>/", documents.SealedDocument.as_view(), name="document"),
    path(f"{CASE}papers/<int:paper>/", documents.CourtPaper.as_view(), name="paper"),
    path(f"{CASE}received/add/", papers.AddPaper.as_view(), name="add_paper"),
    path(f"{CASE}received/<int:paper>/", papers.OpenPaper.as_view(), name="received_paper"),
    path(f"{CASE}filings/<int:filing>/", documents.FilingPage.as_view(), name="filing"),
    path(f"{CASE}serving/<int:serving>/", serving.Serve.as_view(), name="serving"),
    path(f"{CASE}serving/<int:serving>/envelope/", serving.Envelope.as_view(), name="envelope"),
    path(f"{CASE}serving/<int:serving>/address/", serving.CheckAddress.as_view(), name="check_address"),
    path(f"{CASE}serving/<int:serving>/came-back/", serving.CameBack.as_view(), name="came_back"),
]
