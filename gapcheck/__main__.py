"""The program's door: `gapcheck`, or `python -m gapcheck`."""

import sys

from gapcheck import __version__


def main() -> None:
    """Run the command line; the version alone is told before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"gapcheck {__version__}\n")
        return
    from gapcheck.cli.app import run  # noqa: PLC0415

    sys.exit(run())


if __name__ == "__main__":
    main()
