"""Addresses of closing."""

from django.urls import path

from lles.work.closing import views

app_name = "closing"
CLOSING = "cases/<str:reference>/closing/"

urlpatterns = [
    path(CLOSING, views.ClosingPage.as_view(), name="closing"),
    path(f"{CLOSING}letters/", views.Letters.as_view(), name="letters"),
    path(f"{CLOSING}letters/<slug:reader>/<slug:language>/", views.Preview.as_view(), name="preview"),
    path(f"{CLOSING}goes-on/", views.SayItGoesOn.as_view(), name="goes_on"),
    path(f"{CLOSING}close/", views.Close.as_view(), name="close"),
    path(f"{CLOSING}reopen/", views.Reopen.as_view(), name="reopen"),
]
