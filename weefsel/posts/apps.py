from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PostsConfig(AppConfig):
    name = "weefsel.posts"
    label = "posts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from weefsel.kernel.seams.navigation import Destination, navigation  # noqa: PLC0415
        from weefsel.kernel.seams.post_kinds import PostKind, add_post_kind  # noqa: PLC0415 - models are ready only now
        from weefsel.posts import listeners  # noqa: F401, PLC0415 - they register themselves
        from weefsel.posts.terms import Kind  # noqa: PLC0415

        navigation.append(
            Destination(place=60, name="saved", label=_("Saved"), url_name="saved", icon="save", for_externals=True)
        )
        add_post_kind(
            PostKind(
                place=10,
                name=Kind.UPDATE,
                label=_("Update"),
                icon="update",
                prompt=_("What happened, and who could use it?"),
            )
        )
        add_post_kind(
            PostKind(
                place=80,
                name=Kind.ANNOUNCEMENT,
                label=_("Announcement"),
                icon="announcement",
                prompt=_("What should everybody here know?"),
                has_title=True,
                needs_moderator=True,
                on_storylines=False,
            )
        )
