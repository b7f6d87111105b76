"""Addresses of the court's timetable."""

from django.urls import path

from lles.work.timetable import views

app_name = "timetable"

urlpatterns = [path("cases/<str:reference>/court-days/", views.CourtDays.as_view(), name="court_days")]
