"""Addresses of what orders under section 8 hang on."""

from django.urls import path

from lles.work.section_8.views import attached, recording

app_name = "section_8"
PAGE = "cases/<str:reference>/section-8/"

urlpatterns = [
    path(PAGE, recording.Facts.as_view(), name="facts"),
    path(f"{PAGE}care/<int:child>/", recording.RecordCare.as_view(), name="care"),
    path(f"{PAGE}foster-parents/<int:row>/", recording.RecordFostering.as_view(), name="fostering"),
    path(f"{PAGE}orders/<int:order>/", recording.RecordTerms.as_view(), name="terms"),
    path(f"{PAGE}orders/<int:order>/notice/", recording.RecordNotice.as_view(), name="notice"),
    path(f"{PAGE}orders/<int:order>/condition/", attached.RecordAttached.as_view(), name="condition"),
    path(
        f"{PAGE}attached/<int:row>/wrong/",
        attached.WrongAttached.as_view(),
        {"what": "attached"},
        name="wrong",
    ),
    path(f"{PAGE}attached/<int:row>/discharge/", attached.DischargeAttached.as_view(), name="discharge"),
]
