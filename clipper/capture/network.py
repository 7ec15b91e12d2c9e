"""The network's one thread, with an event loop of its own: callers hand in a coroutine and wait for it.

Cancelling a ticket cancels the task there, wherever it hangs: in looking up a name, connecting, or reading.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import CancelledError
from typing import Any, TypeVar

from clipper.jobs import Stopped, Ticket

T = TypeVar("T")


class Network:
    """A thread that does nothing but wait for the network."""

    def __init__(self, at_end: Callable[[], Awaitable[None]]) -> None:
        """`at_end` runs on the loop when everything else has ended: it closes the connections."""
        self._at_end = at_end
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end: asyncio.Event | None = None
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._live, name="clipper-network", daemon=True)

    def run(self, work: Callable[[], Coroutine[Any, Any, T]], ticket: Ticket) -> T:
        """Carry out `work()` on the loop, answer what it answers. Raises Stopped when cancelled or closed."""
        ticket.check()
        with self._lock:
            if self._closed:
                raise Stopped
            future = asyncio.run_coroutine_threadsafe(work(), self._started())

        def cancel() -> None:
            future.cancel()

        ticket.on_cancel(cancel)
        try:
            return future.result()
        except CancelledError as error:
            raise Stopped from error
        finally:
            ticket.forget(cancel)

    def close(self) -> None:
        """Cancel what runs and end the thread."""
        with self._lock:
            self._closed = True
            loop, end = self._loop, self._end
        if loop is not None and end is not None:
            loop.call_soon_threadsafe(end.set)
            self._thread.join()

    def _started(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._thread.start()
            self._ready.wait()
        assert self._loop is not None
        return self._loop

    def _live(self) -> None:
        asyncio.run(self._until_the_end())

    async def _until_the_end(self) -> None:
        self._end = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._ready.set()
        await self._end.wait()
        running = asyncio.all_tasks() - {asyncio.current_task()}
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self._at_end()


async def on_thread(call: Callable[[], T]) -> T:
    """Wait on the loop for a call that blocks, on a thread that nobody has to wait for at the end.

    The loop's own executor would keep the program from ending while a name server is silent.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(answer: T | None, error: BaseException | None) -> None:
        if future.cancelled():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(answer)  # type: ignore[arg-type]

    def work() -> None:
        answer: T | None = None
        problem: BaseException | None = None
        try:
            answer = call()
        except BaseException as error:  # handed to whoever waits for it
            problem = error
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits any more
            loop.call_soon_threadsafe(settle, answer, problem)

    threading.Thread(target=work, name="clipper-lookup", daemon=True).start()
    return await future
