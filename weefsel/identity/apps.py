from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "weefsel.identity"
    label = "identity"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from weefsel.identity import listeners  # noqa: F401, PLC0415 - hears what is announced
