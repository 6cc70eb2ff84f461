"""What holds for all tests: they reach no other machine and see no setting of the person who runs them."""

from __future__ import annotations

import os
import socket

import pytest


def test_no_test_can_reach_another_machine() -> None:
    with socket.socket() as stream, pytest.raises(BaseException, match=r"socket\.connect"):
        stream.connect(("192.0.2.1", 80))
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams,
        pytest.raises(BaseException, match=r"socket\.sendto"),
    ):
        datagrams.sendto(b"", ("192.0.2.1", 53))


def test_no_test_can_look_up_the_name_of_another_machine() -> None:
    with pytest.raises(BaseException, match="getaddrinfo"):
        socket.getaddrinfo("discord.com", 443)


def test_tests_can_talk_to_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()


def test_no_token_of_the_operator_reaches_a_test() -> None:
    assert "DISCORD_TOKEN" not in os.environ
