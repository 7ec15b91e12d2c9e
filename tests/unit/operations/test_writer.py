"""The writer: one after another, the user before batches, and nothing lost at the end."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError

import pytest

from clipper.operations.writer import Lane, Writer


def test_the_user_goes_before_batches_and_each_lane_keeps_its_order() -> None:
    writer = Writer()
    gate = threading.Event()
    order: list[str] = []
    writer.submit(gate.wait)
    for number in range(5):
        writer.submit(lambda number=number: order.append(f"batch {number}"), Lane.BATCH)  # type: ignore[misc]
    for number in range(3):
        writer.submit(lambda number=number: order.append(f"user {number}"), Lane.USER)  # type: ignore[misc]
    gate.set()
    writer.close()
    assert order == [f"user {n}" for n in range(3)] + [f"batch {n}" for n in range(5)]


def test_run_answers_and_raises_to_whoever_asked() -> None:
    writer = Writer()
    assert writer.run(lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        writer.run(lambda: 1 // 0)
    assert writer.run(lambda: "still there") == "still there"
    writer.close()


def test_a_write_inside_a_write_does_not_wait_for_itself() -> None:
    writer = Writer()
    assert writer.run(lambda: writer.run(lambda: "inner")) == "inner"
    writer.close()


def test_one_thread_does_all_writing() -> None:
    writer = Writer()
    threads = {writer.run(threading.get_ident) for _number in range(20)}
    writer.close()
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_after_the_end_nothing_is_taken() -> None:
    writer = Writer()
    writer.close()
    writer.close()
    with pytest.raises(CancelledError):
        writer.submit(lambda: 1).result()
