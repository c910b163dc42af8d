"""The letters that signing in sends: their words, and the one layout that they share, as text and as HTML."""
