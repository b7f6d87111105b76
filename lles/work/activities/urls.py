"""Addresses of activities."""

from django.urls import path

from lles.work.activities.views import activity, reports, wrong

app_name = "activities"
ACTIVITIES = "cases/<str:reference>/activities/"
ACTIVITY = f"{ACTIVITIES}<int:activity>/"
VERSION = "<slug:reader>/<slug:language>/"

urlpatterns = [
    path(ACTIVITIES, activity.Activities.as_view(), name="activities"),
    path(f"{ACTIVITIES}add/", activity.Add.as_view(), name="add"),
    path(ACTIVITY, activity.ActivityPage.as_view(), name="activity"),
    path(f"{ACTIVITY}terms/", activity.RecordTerms.as_view(), name="terms"),
    path(f"{ACTIVITY}happened/", activity.RecordHappened.as_view(), name="happened"),
    path(f"{ACTIVITY}<slug:what>/<int:row>/wrong/", wrong.RecordWrong.as_view(), name="wrong"),
    path(f"{ACTIVITY}end/", activity.RecordEnded.as_view(), name="end"),
    path(f"{ACTIVITY}information/", reports.Information.as_view(), name="information"),
    path(
        f"{ACTIVITY}information/{VERSION}", reports.InformationPreview.as_view(), name="information_preview"
    ),
    path(f"{ACTIVITY}referral/", reports.Referral.as_view(), name="referral"),
    path(f"{ACTIVITY}referral/{VERSION}", reports.ReferralPreview.as_view(), name="referral_preview"),
    path(f"{ACTIVITY}failure/", reports.Failure.as_view(), name="failure"),
    path(f"{ACTIVITY}failure/{VERSION}", reports.FailurePreview.as_view(), name="failure_preview"),
]
