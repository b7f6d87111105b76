"""Addresses of danger seen and of its referrals."""

from django.urls import path

from lles.work.urgent_referral.views import opening, pages, telling

app_name = "urgent_referral"
DANGER = "cases/<str:reference>/danger/"
ONE = f"{DANGER}<int:referral>/"
BODY = f"{DANGER}bodies/<int:recipient>/"

urlpatterns = [
    path(DANGER, pages.Referrals.as_view(), name="referrals"),
    path(f"{DANGER}receipt/", opening.AtReceipt.as_view(), name="receipt"),
    path(f"{DANGER}now/<slug:seen>/", opening.Danger.as_view(), name="danger"),
    path(ONE, pages.ReferralPage.as_view(), name="referral"),
    path(f"{ONE}words/", pages.OpenWords.as_view(), name="words"),
    path(f"{ONE}read/", pages.Note.as_view(), name="note"),
    path(f"{ONE}another/", opening.AnotherBody.as_view(), name="another"),
    path(f"{ONE}close/", opening.Close.as_view(), name="close"),
    path(f"{BODY}telephone/", telling.Phoned.as_view(), name="phoned"),
    path(f"{BODY}write/", telling.Write.as_view(), name="write"),
    path(f"{BODY}sent/", telling.Sent.as_view(), name="sent"),
    path(f"{BODY}not-needed/", telling.SetAside.as_view(), name="set_aside"),
    path(f"{BODY}again/", telling.AskAgain.as_view(), name="ask_again"),
    path(f"{BODY}acknowledged/", telling.Acknowledged.as_view(), name="acknowledged"),
    path(f"{BODY}reply/", telling.Replied.as_view(), name="reply"),
    path(f"{DANGER}written/<int:written>/", telling.OpenWritten.as_view(), name="written"),
]
