"""Addresses of what happens at court."""

from django.urls import path

from lles.work.first_hearing.views import (
    adjourn,
    agreement,
    brief,
    court_day,
    day_of_order,
    directions,
    duty,
    hearings,
    looking,
    orders,
    wrong_order,
)

app_name = "first_hearing"
ORDERS = "cases/<str:reference>/orders/"
ONE = f"{ORDERS}directions/<int:direction>/"

HEARING = "cases/<str:reference>/hearings/<int:hearing>/record/"
AGREE = "cases/<str:reference>/hearings/<int:hearing>/agree/"

urlpatterns = [
    path("court/", court_day.CourtDay.as_view(), name="court_day"),
    path("court/duty/", duty.Duty.as_view(), name="duty"),
    path("cases/<str:reference>/brief/", brief.BriefPage.as_view(), name="brief"),
    path(HEARING, hearings.HearingPage.as_view(), name="hearing"),
    path(f"{HEARING}write/", hearings.RecordHearing.as_view(), name="record_hearing"),
    path(f"{HEARING}correct/", hearings.CorrectRecord.as_view(), name="correct"),
    path("cases/<str:reference>/hearings/<int:hearing>/look/", looking.Look.as_view(), name="look"),
    path("cases/<str:reference>/hearings/<int:hearing>/adjourn/", adjourn.Adjourn.as_view(), name="adjourn"),
    path(AGREE, agreement.HelpToAgree.as_view(), name="agree"),
    path(
        f"{AGREE}preview/<str:reader>/<str:language>/",
        agreement.AgreementPreview.as_view(),
        name="agree_preview",
    ),
    path(ORDERS, orders.Orders.as_view(), name="orders"),
    path(f"{ORDERS}record/", orders.RecordOrder.as_view(), name="record_order"),
    path(f"{ORDERS}papers/<int:paper>/record/", orders.RecordOrder.as_view(), name="record_order"),
    path(f"{ORDERS}<int:order>/read/", orders.ReadOrder.as_view(), name="read_order"),
    path(f"{ORDERS}<int:order>/day/", day_of_order.DayOfOrder.as_view(), name="day_of_order"),
    path(f"{ORDERS}<int:order>/wrong/", wrong_order.WrongOrder.as_view(), name="wrong_order"),
    path(f"{ORDERS}<int:order>/tell/", wrong_order.TellOfOrder.as_view(), name="tell_of_order"),
    path(f"{ONE}amend/", directions.Amend.as_view(), name="amend"),
    path(f"{ONE}take-back/", directions.Lift.as_view(), name="lift"),
    path(f"{ONE}done/", directions.DirectionDone.as_view(), name="direction"),
]
