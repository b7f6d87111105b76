"""Addresses of introductory letters."""

from django.urls import path

from lles.work.introductions import views

app_name = "introductions"
LETTERS = "cases/<str:reference>/introductions/"

urlpatterns = [
    path(LETTERS, views.Letters.as_view(), name="letters"),
    path(f"{LETTERS}make/", views.Decide.as_view(), name="decide"),
    path(f"{LETTERS}<int:party>/<slug:language>/", views.Preview.as_view(), name="preview"),
]
