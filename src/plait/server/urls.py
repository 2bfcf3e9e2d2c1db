"""Every address Plait answers."""

from django.urls import include, path

urlpatterns = [path("", include("plait.web.urls"))]
