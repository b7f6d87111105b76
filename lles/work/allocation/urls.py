"""Addresses of allocation."""

from django.urls import path

from lles.work.allocation import views

app_name = "allocation"

urlpatterns = [
    path("team/", views.Team.as_view(), name="team"),
    path("cases/<str:reference>/allocate/", views.Allocate.as_view(), name="allocate"),
]
