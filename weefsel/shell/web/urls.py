from django.urls import URLPattern, URLResolver, include, path, re_path

from weefsel.shell.web import community, directory, home, person, unit, welcome

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("seen/", home.mark_seen, name="mark_seen"),
    path("news/", home.news, name="news"),
    path("people/", directory.directory, name="people"),
    path("people/<str:handle>/", person.person, name="person"),
    path("people/<str:handle>/edit/", person.edit_person, name="edit_person"),
    path("people/<str:handle>/follow/", person.follow, name="follow_person"),
    path("people/<str:handle>/link/", person.link, name="link_placeholder"),
    path("people/<str:handle>/left/", person.leave, name="person_left"),
    path("units/", unit.units, name="units"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("units/<int:unit_id>/", unit.unit, name="unit"),
    path("", include("weefsel.shell.web.desk_urls")),
    # "new" is a page of its own, and no community has that address
    re_path(r"^communities/(?!new/)(?P<slug>[-a-zA-Z0-9_]+)/$", community.community, name="community"),
]
