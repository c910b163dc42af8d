"""The load: one thread, plain sockets, one request under way on each connection."""

import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

_PIECE = 256 * 1024
PATIENCE = 30.0


class Faulty(Exception):
    """The server answered otherwise than it should."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What was measured: seconds for each answer, bytes of all bodies, and how long it took."""

    latencies: Sequence[float]
    body_bytes: int
    seconds: float

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    @property
    def mean_bytes(self) -> int:
        return self.body_bytes // max(len(self.latencies), 1)

    def percentile(self, share: float) -> float:
        """The milliseconds within which this share of the answers came."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)]


@dataclass(slots=True)
class _Connection:
    channel: socket.socket
    begun: float = 0.0
    wanted: int = -1
    head: int = 0
    answer: bytearray = field(default_factory=bytearray)


def measure(port: int, requests: Sequence[bytes], *, status: int, connections: int, seconds: float) -> Sample:
    """Send the requests in turn on so many connections for so long. Raises ``Faulty`` for any other status."""
    selector = selectors.DefaultSelector()
    open_ones = [_Connection(_connected(port)) for _ in range(connections)]
    latencies: list[float] = []
    expected = f"HTTP/1.1 {status} ".encode()
    body_bytes, turn = 0, 0
    begun = time.perf_counter()
    for connection in open_ones:
        selector.register(connection.channel, selectors.EVENT_READ, connection)
        _ask(connection, requests[turn % len(requests)])
        turn += 1
    end = begun + seconds
    # On a machine that is busy with other work the first answer may take longer than was meant.
    while (now := time.perf_counter()) < end or (not latencies and now < begun + PATIENCE):
        for key, _events in selector.select(timeout=max(end - now, 0.1)):
            connection = key.data
            if not _is_complete(connection):
                continue
            if not connection.answer.startswith(expected):
                raise Faulty(bytes(connection.answer[:200]).decode("latin-1"))
            latencies.append(time.perf_counter() - connection.begun)
            body_bytes += connection.wanted - connection.head
            _ask(connection, requests[turn % len(requests)])
            turn += 1
    took = time.perf_counter() - begun
    for connection in open_ones:
        connection.channel.close()
    selector.close()
    if not latencies:
        raise Faulty(f"No answer came within {PATIENCE:.0f} seconds.")
    return Sample(latencies, body_bytes, took)


def ask_once(port: int, request: bytes) -> bytes:
    """One request, and its whole answer."""
    connection = _Connection(_connected(port))
    connection.channel.settimeout(30)
    _ask(connection, request)
    while not _is_complete(connection):
        pass
    connection.channel.close()
    return bytes(connection.answer)


def _connected(port: int) -> socket.socket:
    channel = socket.create_connection(("127.0.0.1", port), timeout=30)
    channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return channel


def _ask(connection: _Connection, request: bytes) -> None:
    connection.answer.clear()
    connection.wanted, connection.head = -1, 0
    connection.begun = time.perf_counter()
    connection.channel.sendall(request)


def _is_complete(connection: _Connection) -> bool:
    """Read what has come, and say whether the answer is whole."""
    piece = connection.channel.recv(_PIECE)
    if not piece:
        raise Faulty("The server closed the connection.")
    connection.answer += piece
    if connection.wanted < 0:
        end = connection.answer.find(b"\r\n\r\n")
        if end < 0:
            return False
        connection.head = end + 4
        connection.wanted = connection.head + _length_of_body(bytes(connection.answer[:end]).lower())
    return len(connection.answer) >= connection.wanted


def _length_of_body(head: bytes) -> int:
    if head.startswith(b"http/1.1 304"):
        return 0
    for line in head.split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.split(b":")[1])
    raise Faulty("The answer does not say how long it is.")
