"""Translations without GNU gettext: gather the texts of the sources, keep the catalogues, compile and judge them.

``python -m tools.messages update`` takes new texts into ``locale/*/LC_MESSAGES/django.po``, empty, and drops those that
are gone. ``compile`` writes the ``.mo`` files, which are kept in the repository: a fresh machine has Python alone.
``check`` is the gate, and ``missing`` prints what waits for a translation.
"""
