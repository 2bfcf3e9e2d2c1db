"""Every address Plait answers."""

from django.urls import include, path

# A disk that is full may be found so before any view is asked.
handler500 = "plait.web.views.failed.failed"

urlpatterns = [path("", include("plait.web.urls"))]
