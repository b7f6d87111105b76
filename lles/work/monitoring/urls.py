"""Addresses of monitoring."""

from django.urls import path

from lles.work.monitoring.views import also, calls, documents, order, suspicions, wrong

app_name = "monitoring"
ORDERS = "cases/<str:reference>/monitoring/"
ORDER = f"{ORDERS}<int:monitoring>/"

urlpatterns = [
    path(ORDERS, order.Orders.as_view(), name="orders"),
    path(ORDER, order.Order.as_view(), name="order"),
    path(f"{ORDER}terms/", order.RecordTerms.as_view(), name="terms"),
    path(f"{ORDER}both-languages/", also.SayInBoth.as_view(), name="also"),
    path(f"{ORDER}answer/", order.RecordAnswer.as_view(), name="answer"),
    path(f"{ORDER}plan/<int:party>/", calls.PlanCall.as_view(), name="plan"),
    path(f"{ORDER}plan/<int:party>/<int:planned>/", calls.ChangePlan.as_view(), name="change_plan"),
    path(f"{ORDER}call/<int:party>/", calls.RecordCall.as_view(), name="call"),
    path(f"{ORDER}child/<int:child>/", calls.HearChild.as_view(), name="child"),
    path(f"{ORDER}suspicion/", suspicions.RecordSuspicion.as_view(), name="suspicion"),
    path(f"{ORDER}<slug:what>/<int:row>/wrong/", wrong.RecordWrong.as_view(), name="wrong"),
    path(f"{ORDERS}breach/<int:breach>/", calls.DecideBreach.as_view(), name="breach"),
    path(f"{ORDER}letters/<slug:letter>/", documents.Letters.as_view(), name="letters"),
    path(
        f"{ORDER}letters/<slug:letter>/preview/<slug:reader>.<str:language>.pdf",
        documents.PreviewLetter.as_view(),
        name="letter_preview",
    ),
    path(f"{ORDER}report/<slug:kind>/", documents.WriteReport.as_view(), name="report"),
    path(
        f"{ORDER}report/<slug:kind>/preview/<slug:reader>.<str:language>.pdf",
        documents.Preview.as_view(),
        name="preview",
    ),
]
