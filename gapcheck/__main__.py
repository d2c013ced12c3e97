"""The program's door: `gapcheck`, or `python -m gapcheck`."""

import gc
import sys

from gapcheck import __version__

SELDOM = 100_000
"""Things that are made until Python looks for circles among them; else it would after hundreds."""


def main() -> None:
    """Run the command line; the version alone is told before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"gapcheck {__version__}\n")
        return
    # Nearly all that a run makes is kept until its end and has no circles: of a large study, up
    # to a tenth of the time went into looking for them.
    gc.set_threshold(SELDOM, 20, 20)
    try:
        from gapcheck.cli.app import run  # noqa: PLC0415

        status = run()
    except KeyboardInterrupt:
        # Who ends a run knows why it ended; 130 is what shells say of it.
        status = 130
    # Nor is anything gained by looking through it all once more at the very end.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
