from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunitiesConfig(AppConfig):
    name = "weefsel.communities"
    label = "communities"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from weefsel.communities import listeners  # noqa: F401, PLC0415 - they register themselves
        from weefsel.kernel.seams.navigation import Destination, navigation  # noqa: PLC0415

        navigation.append(
            Destination(
                place=40,
                name="communities",
                label=_("Communities"),
                url_name="communities",
                icon="communities",
                for_externals=True,
            )
        )
