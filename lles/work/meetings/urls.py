"""Addresses of meetings."""

from django.urls import path

from lles.work.meetings import views

app_name = "meetings"
MEETINGS = "cases/<str:reference>/meetings/"

urlpatterns = [
    path(MEETINGS, views.Meetings.as_view(), name="meetings"),
    path(f"{MEETINGS}child/<int:child>/", views.PlanWithChild.as_view(), name="with_child"),
    path(f"{MEETINGS}adult/<int:party>/", views.PlanWithAdult.as_view(), name="with_adult"),
    path(f"{MEETINGS}<int:meeting>/", views.Settle.as_view(), name="settle"),
]
