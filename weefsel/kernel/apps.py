from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "weefsel.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from weefsel.kernel.jobs import bell  # noqa: F401, PLC0415 - rings when jobs are enqueued
