"""Lindewever, the demonstration organisation: nothing and nobody in it is real."""
