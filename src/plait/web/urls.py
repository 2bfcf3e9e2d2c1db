"""Every page's address."""

from django.urls import path

from plait.web.views import sign_in, today

urlpatterns = [
    path("", today.today, name="today"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/<str:token>/", sign_in.sign_in_link, name="sign_in_link"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("roles/", today.today, name="roles"),
    path("roles/new/", today.today, name="role_new"),
    path("roles/<slug:key>/", today.today, name="role"),
    path("roles/<slug:key>/agreement/", today.today, name="agreement"),
    path("inbox/", today.today, name="inbox"),
    path("import/", today.today, name="import"),
    path("settings/", today.today, name="settings"),
]
