"""A study of a partnership that is no invention, and is fit for the public."""

from __future__ import annotations

from collections.abc import Mapping

from .studies import NORTHTOWN, interview

ETHICS = """\
ethics:
  approval: REC 12
  controller: The university
  lawful_basis: public task
  consent_form: v2
  retention_until: 2999-12-31
  reidentification_review: {by: The data officer, on: 2006-01-31}
"""
SETTINGS = f"study: A small study\nplaces: names.txt\n{ETHICS}"
PLACE = NORTHTOWN.replace("illustrative: true", "pseudonym: true")
HERE = "evidence/northtown"

REAL: Mapping[str, str | bytes | None] = {
    "gapcheck.yaml": SETTINGS,
    "names.txt": "Hartlepool\n",
    f"{HERE}/lsp.yaml": PLACE,
    f"{HERE}/int-vcs-01.yaml": interview("int-vcs-01"),
    f"{HERE}/int-vcs-02.yaml": interview("int-vcs-02"),
    f"{HERE}/int-council-01.yaml": interview("int-council-01", "council"),
}
"""Laid over the small study: two of the voluntary sector and one of the council say no."""
