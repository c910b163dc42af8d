"""Communities and circles: their kinds, charters, membership, requests, invitations, and sharing with other organisations."""
