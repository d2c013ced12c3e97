"""Sixty words that try to come alive on a page, and a report with them in all of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import cycle
from types import MappingProxyType
from typing import Any

from gapcheck.model.dates import PartialDate

HOSTILE = (
    # Scripts
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<SCRIPT SRC=http://example.org/x.js></SCRIPT>",
    "<script type=module>import('//example.org')</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    # Handlers of events
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus=alert(1) x="',
    "x onclick=alert(1) y",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)>",
    "`onload=alert(1)`",
    # Links and addresses
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>here</a>",
    "<a href='java\tscript:alert(1)'>here</a>",
    "data:text/html,<script>alert(1)</script>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=//example.org/x.swf></object>",
    "<embed src=//example.org/x>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content='0;url=//example.org'>",
    "<link rel=stylesheet href=//example.org/x.css>",
    "<form action=//example.org><button>send</button></form>",
    # Style
    "<style>*{display:none}</style>",
    "</style><style>body{background:url(//example.org/x)}",
    "}*{display:none}/*",
    '";}@import "//example.org/x.css";/*',
    "style=position:fixed;inset:0",
    "expression(alert(1))",
    "\\22 }\\3c /style>",
    # SVG and MathML
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><use href=//example.org/x.svg#a></svg>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    # Templates
    "{{ 7*7 }}",
    "{% for each in [] %}{% endfor %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{# gone #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    # Entities and comments
    "&lt;b&gt; &amp; &copy; &#39; &#x3c;script&#x3e;",
    "&amp;lt;script&amp;gt;",
    "<!-- gone --> and --> <!--",
    "<![CDATA[ <b>bold</b> ]]>",
    "</details></section></main></body></html>",
    "</td></tr></table><h1>another page</h1>",
    # Formulas, and what other formats act on
    '=HYPERLINK("http://example.org","here")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "-2+3",
    "[a link](http://example.org) ![a picture](http://example.org/x.png)",
    # What nobody sees
    "over \u202egnp.exe and \u2066inside\u2069",
    "zero\u200bwidth \ufeffmark \u200f\u061c",
    "\x00\x07\x1b[31mred\x1b[0m",
    "tag\U000e0041 and lone \ud800 half",
)

_KEPT = frozenset({"as_at", "path"})


def poisoned(value: Any, after: Callable[[], str], name: str = "") -> Any:
    """The value with words after each text in it, wherever that stands.

    Texts that were alike stay alike where `after` gives the same each time, so that what refers
    to one another still does.
    """
    if isinstance(value, Enum | PartialDate | date):
        return value
    if isinstance(value, str):
        return f"{value}{after()}" if name not in _KEPT else value
    if isinstance(value, Mapping):
        known = {key: poisoned(each, after) for key, each in value.items()}
        return MappingProxyType(known)
    if isinstance(value, tuple):
        return tuple(poisoned(each, after, name) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: poisoned(getattr(value, each.name), after, each.name)
            for each in fields(value)
        }
        return replace(value, **changed)
    return value


def each_in_turn() -> Callable[[], str]:
    """One hostile word after the other, over and over."""
    words: Iterator[str] = cycle(HOSTILE)
    return lambda: next(words)
