"""A page put together: templates filled in, style and script inlined and vouched for by hash.

Every value that reaches a template is escaped, and marks that nobody sees are written out. The
page's own policy forbids everything else: no request, no script or style but these two, no form.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gapcheck import __version__
from gapcheck.model.report import Report
from gapcheck.reports import sentences
from gapcheck.reports.edition import HEAD, edition
from gapcheck.reports.html import charts, footer
from gapcheck.reports.html.marks import mark
from gapcheck.reports.inert import visible
from gapcheck.reports.narrowed import narrowed
from gapcheck.reports.spread import APART
from gapcheck.reports.words import CONFIDENCES, VERDICTS

_HERE = Path(__file__).parent
STYLES = ("palette", "page", "charts", "matrix", "findings", "narrow", "print")
SCRIPTS = ("page", "filter", "matrix", "print")
"""The parts of the style sheet and of the script, in their order."""

LARGE = 3_000
"""From so many findings on, the browser lays out only what is looked at."""


def style(report: Report, names: tuple[str, ...] = STYLES) -> str:
    """The whole style sheet, with the words of the printed page's foot."""
    return "".join([*map(_css, names), footer.style(report)])


def _css(name: str) -> str:
    return (_HERE / "style" / f"{name}.css").read_text("utf-8")


def script() -> str:
    """The whole script, in which nothing is global."""
    parts = [(_HERE / "script" / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return '(() => {\n"use strict";\n' + "".join(parts) + "})();\n"


def policy(own_style: str, own_script: str) -> str:
    """The content security policy of a page with this style and this script."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{fingerprint(own_style)}'",
            f"script-src '{fingerprint(own_script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def fingerprint(text: str) -> str:
    """The hash by which a browser knows an inline style or script again."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def render(
    template: str, report: Report, styles: tuple[str, ...] = STYLES, /, **values: object
) -> Iterator[str]:
    """The page in pieces, as they are made."""
    own_style, own_script = style(report, styles), script()
    return (
        _environment()
        .get_template(f"{template}.html")
        .generate(
            report=report,
            banner=sentences.banner(report),
            left_out=report.left_out,
            edition=edition(report),
            edition_head=HEAD,
            narrowed=narrowed(report),
            large=len(report.findings) >= LARGE,
            policy=policy(own_style, own_script),
            style=Markup(own_style),
            script=Markup(own_script),
            patterns=charts.PATTERNS,
            version=__version__,
            **values,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_inert,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "verdicts": [(mark(each), said.screen, said.sentence) for each, said in VERDICTS.items()],
        "confidences": list(CONFIDENCES.values()),
        "apart": APART,
    }
    return environment


def _inert(value: object) -> object:
    """A value with nothing in it that cannot be seen; SVG drawn here is left as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
