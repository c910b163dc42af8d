from django.apps import AppConfig


class TransferConfig(AppConfig):
    name = "weefsel.transfer"
    label = "transfer"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from weefsel.transfer import listeners  # noqa: F401, PLC0415 - they register themselves
