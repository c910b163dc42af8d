"""Addresses of health, without a slash at the end, as watchers expect."""

from django.urls import URLPattern, URLResolver, path

from weefsel.config.health import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/live", views.live, name="health-live"),
    path("health/ready", views.ready, name="health-ready"),
]
