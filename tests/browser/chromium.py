"""Chromium as it is installed here, and how it is started without a screen."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "no Chromium is installed: `make browser` installs it"


def executable() -> str | None:
    """Where a Chromium is; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def flags() -> list[str]:
    """What it needs to run without a screen, and to ask nothing of the world on its own."""
    known = [
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--no-default-browser-check",
        "--font-render-hinting=none",
    ]
    # Its sandbox refuses to be started by root, as in most containers.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*known, "--no-sandbox"] if root else known
