"""Addresses of the letter."""

from django.urls import path

from lles.work.safeguarding.views import letter as views

app_name = "safeguarding"
LETTER = "cases/<str:reference>/letter/"

urlpatterns = [
    path(LETTER, views.WriteLetter.as_view(), name="letter"),
    path(f"{LETTER}preview/<slug:reader>.<str:language>.pdf", views.Preview.as_view(), name="preview"),
    path(f"{LETTER}file/", views.FileLetter.as_view(), name="file"),
    path(f"{LETTER}withhold/<int:party>/", views.Withhold.as_view(), name="withhold"),
    path(f"{LETTER}withhold/<int:party>/end/", views.EndWithholding.as_view(), name="end_withholding"),
    path(f"{LETTER}withhold/<int:party>/sign/", views.SignWithholding.as_view(), name="sign_withholding"),
]
