"""Addresses of earlier involvement."""

from django.urls import path

from lles.work.earlier_involvement import views

app_name = "earlier_involvement"
KNOWN = "cases/<str:reference>/known/"

urlpatterns = [
    path("known/", views.Waiting.as_view(), name="waiting"),
    path(KNOWN, views.Known.as_view(), name="known"),
    path(f"{KNOWN}look/", views.Look.as_view(), name="look"),
    path(f"{KNOWN}<int:candidate>/", views.Decide.as_view(), name="decide"),
    path(f"{KNOWN}orders/", views.RecordFilterOrder.as_view(), name="filter_order"),
    path(f"{KNOWN}orders/<int:order>/", views.WithdrawFilterOrder.as_view(), name="withdraw"),
    path(f"{KNOWN}leave/<int:question>/", views.AnswerLeave.as_view(), name="leave"),
]
