"""The program in a process of its own, and what that process cost."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_MEASURED = """
import sys, time
from pathlib import Path
from gapcheck.cli.app import run
code = run()
peak = next((l for l in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in l), "")
sys.stderr.write(f"\\n{time.process_time():.3f} {peak.split()[1]}\\n")
sys.exit(code)
"""
"""Linux counts the peak of this program alone; what getrusage says includes the parent's."""


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code (negative: a signal), what it wrote, what it cost."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def measured(*words: str, cwd: Path, seconds: int = 20) -> Ended:
    """Call the program alone; past so many seconds of CPU the system ends it."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *words],
        cwd=cwd,
        env={**env, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=10 * seconds,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)),
    )
    err, _, cost = done.stderr.decode().rstrip("\n").rpartition("\n")
    spent, peak = cost.split() if done.returncode in (0, 1, 2) else ("nan", "nan")
    return Ended(done.returncode, done.stdout.decode(), err, float(spent), float(peak) / 1024)
