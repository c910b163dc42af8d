"""What to tell whom: the inbox now, e-mail and rhythms later. Every notice has a reason and a human act behind it."""
