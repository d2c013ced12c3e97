"""The machine on which something was measured, and the versions of what was measured."""

from __future__ import annotations

import os
import platform
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from costs import MIB
from tables import Table

import gapcheck

LIBRARIES = ("PyYAML", "numpy", "distributed", "pyarrow")


def facts() -> Table:
    """What has to be known to compare these numbers with others."""
    table = Table("The machine", ("what", "which"), words=True)
    table.add("begun", datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %z"))
    table.add("processor", processor())
    table.add("cores that may be used", f"{usable()} of {os.cpu_count()}")
    table.add("memory", memory())
    table.add("busy before anything began", load())
    table.add("system", platform.platform())
    table.add("Python", f"{platform.python_implementation()} {platform.python_version()}")
    table.add("gapcheck", gapcheck.__version__)
    for name in LIBRARIES:
        table.add(name, installed(name))
    return table


def processor() -> str:
    """The model of the processor, as the system calls it."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def usable() -> int:
    """How many cores this process may use, which is not always all there are."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def memory() -> str:
    """How much memory there is."""
    try:
        held = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return "not known"
    return f"{held / MIB / 1024:.1f} GiB"


def load() -> str:
    """How much others were doing: what costs time on the wall, and hardly any of the processor."""
    try:
        return f"{os.getloadavg()[0]:.1f} processes in the minute before"
    except (AttributeError, OSError):
        return "not known"


def installed(name: str) -> str:
    """The version of a library, and of PyYAML whether libyaml does its work."""
    try:
        found = version(name)
    except PackageNotFoundError:
        return "not installed"
    if name != "PyYAML":
        return found
    import yaml

    return f"{found}, {'with' if yaml.__with_libyaml__ else 'without'} libyaml"
