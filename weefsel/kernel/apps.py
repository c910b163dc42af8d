from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "weefsel.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"
