"""Communities and circles.

Their kinds, charters, membership, requests, invitations, and sharing with other organisations.
"""
