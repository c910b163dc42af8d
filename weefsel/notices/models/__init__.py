from weefsel.notices.models.notice import Notice

__all__ = ["Notice"]
