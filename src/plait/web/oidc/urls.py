"""None: allauth looks here, and the views are among our own (`views.server`)."""

urlpatterns: list[object] = []
