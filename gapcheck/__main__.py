"""The program's door: `gapcheck`, or `python -m gapcheck`."""

import sys

from gapcheck import __version__


def main() -> None:
    """Run the command line; the version alone is told before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"gapcheck {__version__}\n")
        return
    try:
        from gapcheck.cli.app import run  # noqa: PLC0415

        status = run()
    except KeyboardInterrupt:
        # Who ends a run knows why it ended; 130 is what shells say of it.
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    main()
