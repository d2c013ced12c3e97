"""What each format of a report costs, and how large it is, beside the JSON of the same report.

The study is made for it: 300 partnerships by 80 imperatives, unless other numbers are given
(`python benchmarks/reports.py 60 80`). Time is processor time of one run in one process, reading
and judging left out; the JSON is 1. Where Chromium is installed the page is opened too, and how
long that takes on the wall is set beside the opening of an empty page: it has to stay within two
seconds, on a machine that does nothing else.
"""

from __future__ import annotations

import sys

from formats import tables
from tables import show

if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    show(tables(*(given or (300, 80))))
