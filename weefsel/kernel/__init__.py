"""What every other app stands on: who acts, refusals, events, ids, the clock, clean HTML, paging, seams, and the heartbeat of jobs.

It knows no domain: nothing here says person, community or post.
"""
