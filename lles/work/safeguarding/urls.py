"""Addresses of the letter."""

from django.urls import path

from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.views import further, screening, sign_off, writing, writing_further
from lles.work.safeguarding.views import letter as views

app_name = "safeguarding"
LETTER = "cases/<str:reference>/letter/"

CASE = "cases/<str:reference>/"
FURTHER = (
    (FurtherKind.SHORT_NOTICE, "short_notice", f"{CASE}short-notice-letter/"),
    (FurtherKind.NOTE, "note", f"{CASE}note-to-court/"),
    (FurtherKind.UPDATE, "update", f"{CASE}letter-update/"),
)
PDF = "<slug:reader>.<str:language>.pdf"

urlpatterns = [
    path(f"{CASE}screening/", screening.Screen.as_view(), name="screening"),
    path(LETTER, writing.WriteLetter.as_view(), name="letter"),
    path(f"{LETTER}preview/<slug:reader>.<str:language>.pdf", writing.Preview.as_view(), name="preview"),
    path(f"{LETTER}length/", writing.LengthOfLetter.as_view(), name="length"),
    path(f"{LETTER}file/", views.FileLetter.as_view(), name="file"),
    path(f"{LETTER}withhold/<int:party>/", views.Withhold.as_view(), name="withhold"),
    path(f"{LETTER}withhold/<int:party>/end/", views.EndWithholding.as_view(), name="end_withholding"),
    *(path(at, writing_further.WriteFurther.as_view(kind=kind), name=name) for kind, name, at in FURTHER),
    *(
        path(f"{at}preview/{PDF}", further.PreviewFurther.as_view(kind=kind), name=f"{name}_preview")
        for kind, name, at in FURTHER
    ),
    *(
        path(f"{at}file/", further.FileFurther.as_view(kind=kind), name=f"{name}_file")
        for kind, name, at in FURTHER
    ),
    path(
        f"{CASE}letter-update/withhold/<int:party>/",
        further.WithholdUpdate.as_view(),
        name="withhold_update",
    ),
    path(
        f"{CASE}letter-update/withhold/<int:party>/end/",
        further.EndUpdateWithholding.as_view(),
        name="end_update_withholding",
    ),
    path(f"{CASE}sign-off/<slug:kind>/ask/", sign_off.AskForSignature.as_view(), name="ask_signature"),
    path(f"{CASE}sign-off/<int:asked>/", sign_off.SignOffPage.as_view(), name="sign_off"),
    path(f"{CASE}sign-off/<int:asked>/{PDF}", sign_off.ReadToSign.as_view(), name="read_to_sign"),
]
