"""A port is had, or its refusal says why."""

import socket

import pytest

from weefsel.config import ports
from weefsel.kernel.refusals import Conflict, Invalid


def test_the_next_free_port_is_taken_when_none_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with ports.listen("localhost", 0) as first:
        number = first.getsockname()[1]
        monkeypatch.setattr(ports, "DEFAULT", number)
        with ports.listen("localhost", None) as second:
            assert number < second.getsockname()[1] < number + ports.TRIES
        with pytest.raises(Conflict, match=f"Port {number} is taken"):
            ports.listen("localhost", number)


def test_answers_do_not_wait_for_the_next_packet() -> None:
    with ports.listen("localhost", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP  # asyncio looks at this before it switches Nagle's waiting off


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(Invalid, match="Nothing can listen on"):
        ports.listen("192.0.2.1", None)
    with pytest.raises(Invalid, match="Nothing can listen on"):
        ports.listen("no-such-host.invalid", 8000)


def test_loopback_is_told_apart() -> None:
    assert all(ports.is_loopback(host) for host in ("localhost", "127.0.0.1", "127.3.2.1", "::1"))
    assert not any(ports.is_loopback(host) for host in ("0.0.0.0", "weefsel.example", "10.0.0.1"))  # noqa: S104
