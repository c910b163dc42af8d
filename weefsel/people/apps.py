from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "weefsel.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from weefsel.kernel.seams.navigation import Destination, navigation  # noqa: PLC0415 - apps are ready only now
        from weefsel.people import listeners  # noqa: F401, PLC0415 - they register themselves

        navigation.append(
            Destination(
                place=50, name="people", label=_("People"), url_name="people", icon="people", for_externals=True
            )
        )
