"""Addresses of allocation."""

from django.urls import path

from lles.work.allocation import views

app_name = "allocation"

urlpatterns = [
    path("team/", views.Team.as_view(), name="team"),
    path("team/<int:whose>/", views.Caseload.as_view(), name="caseload"),
    path("cases/<str:reference>/allocate/", views.Allocate.as_view(), name="allocate"),
]
