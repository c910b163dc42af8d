"""Who did what to which thing, when, and through which door.

Entries are only added; a job seals them into a hash chain in order. No contents of posts.
"""
