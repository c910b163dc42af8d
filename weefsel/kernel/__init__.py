"""What every other app stands on: who acts, refusals, events, ids, clock, clean HTML, paging, seams, jobs, SQLite.

It knows no domain: nothing here says person, community or post.
"""
