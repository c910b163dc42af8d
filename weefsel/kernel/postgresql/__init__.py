"""Django's PostgreSQL backend, which lets no large number be cut."""
