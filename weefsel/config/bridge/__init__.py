"""From ASGI to WSGI in one hop: the body read in the loop, the call in one thread, the answer in one piece.

Decision record 0002 says why this is not a library.
"""

from weefsel.config.bridge.bridge import Bridge

__all__ = ["Bridge"]
