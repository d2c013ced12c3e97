"""Ctrl-C where several processes work: the first of them hears it, and ends the others."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread, current_thread, main_thread


@contextmanager
def undisturbed() -> Iterator[None]:
    """Begin processes to which no Ctrl-C comes before they know that they are to pay no heed.

    One that comes meanwhile is heard afterwards: in the middle, nobody would know of a process
    that has just begun.
    """
    if current_thread() is not main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, handler)
    if heard:
        raise KeyboardInterrupt


def heedless() -> None:
    """Pay no heed to Ctrl-C in this process, and be gone when the one that began it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    first = parent_process()
    if first is not None:
        Thread(target=_follow, args=(first.join,), daemon=True).start()


def _follow(ended: Callable[[], None]) -> None:
    # Whoever is killed lets nobody know; without this its workers would wait for work for ever.
    ended()
    os._exit(1)
