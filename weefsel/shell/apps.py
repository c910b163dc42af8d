from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from weefsel.kernel.seams.navigation import Destination, navigation


class ShellConfig(AppConfig):
    name = "weefsel.shell"
    label = "shell"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put home at the head of the rail."""
        home = Destination(place=0, name="home", label=_("Home"), url_name="home", icon="home", for_externals=True)
        navigation.append(home)
