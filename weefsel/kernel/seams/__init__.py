"""Seams: the few places where a high app adds something to what a low app does.

Each is a typed list that an app fills in its ``apps.py``.
"""
