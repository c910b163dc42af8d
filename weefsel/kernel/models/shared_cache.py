"""The table of Django's database cache, as a model, so that a migration makes it."""

from django.db import models


class SharedCache(models.Model):
    """Only ``django.core.cache`` reads and writes it; its columns are the ones that the cache wants."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "kernel_shared_cache"

    def __str__(self) -> str:
        return self.cache_key
