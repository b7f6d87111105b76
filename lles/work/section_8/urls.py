"""Addresses of what orders under section 8 hang on."""

from django.urls import path

from lles.work.section_8 import views

app_name = "section_8"
PAGE = "cases/<str:reference>/section-8/"

urlpatterns = [
    path(PAGE, views.Facts.as_view(), name="facts"),
    path(f"{PAGE}care/<int:child>/", views.RecordCare.as_view(), name="care"),
    path(f"{PAGE}foster-parents/<int:row>/", views.RecordFostering.as_view(), name="fostering"),
    path(f"{PAGE}orders/<int:order>/", views.RecordTerms.as_view(), name="terms"),
    path(f"{PAGE}orders/<int:order>/notice/", views.RecordNotice.as_view(), name="notice"),
    path(f"{PAGE}orders/<int:order>/condition/", views.RecordAttached.as_view(), name="condition"),
]
