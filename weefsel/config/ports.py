"""A port to listen on."""

import socket
from errno import EACCES, EADDRINUSE

from weefsel.kernel.refusals import Conflict, Invalid

DEFAULT = 8000
TRIES = 100


def listen(host: str, port: int | None) -> socket.socket:
    """Listen on ``port``, or from the default one on the first that is free.

    Raises ``Conflict`` when the port that was asked for is taken, ``Invalid`` when it cannot be had at all.
    """
    if port is not None:
        return _listen_on(host, port)
    for candidate in range(DEFAULT, DEFAULT + TRIES):
        try:
            return _listen_on(host, candidate)
        except Conflict:
            continue
    raise Conflict(f"The ports {DEFAULT} to {DEFAULT + TRIES - 1} are all taken. Name a free one with --port.")


def is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


def _listen_on(host: str, port: int) -> socket.socket:
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        # named as TCP, or asyncio does not switch off Nagle's waiting, which costs 40 ms an answer
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    except OSError as problem:
        raise Invalid(f"Nothing can listen on {host}: {problem.strerror}. Give an address of this machine.") from None
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen(1024)
    except OSError as problem:
        listening.close()
        raise _refused(problem, host, port) from None
    return listening


def _refused(problem: OSError, host: str, port: int) -> Conflict | Invalid:
    if problem.errno == EADDRINUSE:
        return Conflict(f"Port {port} is taken by another program. Name another one with --port.")
    if problem.errno == EACCES:
        return Invalid(f"Port {port} may not be used by this account. Name one above 1023 with --port.")
    return Invalid(f"Nothing can listen on {host}, port {port}: {problem.strerror}.")
