"""Reports on a terminal, at any width: a partnership's, the overview, and how a verdict came."""

from gapcheck.reports.terminal.explain import write_explain
from gapcheck.reports.terminal.explain_across import write_explain_across
from gapcheck.reports.terminal.overview import write_overview
from gapcheck.reports.terminal.partnership import write_partnerships

__all__ = ["write_explain", "write_explain_across", "write_overview", "write_partnerships"]
