"""The table of commands; each is imported only when it is called, since most are heavy."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from gapcheck.cli.refusals import Refused
from gapcheck.near import did_you_mean

COMMANDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "init": ("init", "init"),
        "new": ("new", "new"),
        "check": ("check", "check"),
        "report": ("report", "report"),
        "explain": ("explain", "explain"),
        "diff": ("diff", "diff"),
        "plan": ("plan", "plan"),
        "import": ("import_", "import_"),
        "export": ("export", "export"),
        "match": ("match", "match"),
        "review": ("review", "review"),
        "code": ("code", "code"),
        "agreement": ("agreement", "agreement"),
        "signoff": ("signoff", "signoff"),
        "list": ("listing", "list_"),
        "rules": ("rules", "rules"),
        "schema": ("schema", "schema"),
    }
)
"""A command's name, its module in this room and the function there, in the order of the help."""


class Commands(TyperGroup):
    """The group of all commands, which finds each by its name."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # as the group wants it
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # as above
        """The command of that name, imported now; Refused says where there is none."""
        if cmd_name not in COMMANDS:
            advice = did_you_mean(cmd_name, COMMANDS) or "`gapcheck --help` lists them."
            raise Refused(f"There is no command {cmd_name}. {advice}")
        module, function = COMMANDS[cmd_name]
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(cmd_name, context_settings={"help_option_names": ["-h", "--help"]})(
            getattr(import_module(f"gapcheck.cli.{module}"), function)
        )
        return get_command(alone)
