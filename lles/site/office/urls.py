"""Addresses of the staff's own pages."""

from django.urls import include, path

from lles.site.office import views

urlpatterns = [
    path("", views.Today.as_view(), name="today"),
    path("find/", views.Find.as_view(), name="find"),
    path("service/", include("lles.site.office.service.urls")),
]
