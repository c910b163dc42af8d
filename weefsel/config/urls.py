"""Every address, mounted once. Addresses are for people, and stay."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("weefsel.shell.web.urls")),
    path("", include("weefsel.posts.web.urls")),
    path("", include("weefsel.notices.web.urls")),
    path("", include("weefsel.communities.web.urls")),
    path("", include("weefsel.people.web.urls")),
    path("", include("weefsel.identity.web.urls")),
    path("", include("weefsel.transfer.web.urls")),
    path("", include("weefsel.ui.web.urls")),
    path("", include("weefsel.config.health.urls")),
]
