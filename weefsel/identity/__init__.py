"""Who can sign in: accounts, sign-in sessions, second factors, invitations, roles of the network.

And the letters that signing in sends.

An account has no profile; that is a person's, one floor up.
"""
