"""Addresses of parents who live together."""

from django.urls import path

from lles.work.living_together import views

app_name = "living_together"
PAGE = "cases/<str:reference>/living-together/"

urlpatterns = [
    path(PAGE, views.Times.as_view(), name="times"),
    path(f"{PAGE}<int:time>/", views.Record.as_view(), name="record"),
]
