"""Addresses of intake."""

from django.urls import path

from lles.work.intake import views

app_name = "intake"

urlpatterns = [
    path("arrivals/", views.Arrivals.as_view(), name="arrivals"),
    path("arrivals/<int:arrival>/", views.OneArrival.as_view(), name="arrival"),
    path("arrivals/<int:arrival>/settle/", views.SettleArrival.as_view(), name="settle"),
    path("arrivals/<int:arrival>/files/<int:place>/", views.OpenFile.as_view(), name="file"),
    path("cases/<str:reference>/court/", views.FromTheCourt.as_view(), name="of_case"),
]
