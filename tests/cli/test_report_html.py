"""`gapcheck report` as a page, from a user's files to the file that is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from .calls import Call, alone
from .studies import interview, study


def test_the_ending_of_the_file_means_a_page(call: Call, root: Path) -> None:
    done = call("report", "northtown", "-o", "northtown.html")
    assert (done.code, done.out, done.err) == (0, "", "")
    text = Path("northtown.html").read_text("utf-8")
    assert text.startswith("<!doctype html>\n")
    assert "<h1" in text
    assert text == call("report", "northtown", "--format", "html").out


def test_one_several_and_all_have_their_own_pages(call: Call, root: Path) -> None:
    one = call("report", "northtown", "-f", "html").out
    two = call("report", "northtown", "southby", "-f", "html").out
    whole = call("report", "-f", "html").out
    assert "<title>Northtown Strategic Partnership: policy and practice" in one
    assert "<title>A small study: policy and practice" in two
    assert two.count('<details class="f') > one.count('<details class="f')
    assert 'id="partnerships"' in whole
    assert 'href="#northtown/sectors-together"' in whole
    assert "id=northtown/sectors-together>" in whole


def test_the_as_at_day_and_the_lines_stand_where_it_comes_from(call: Call, root: Path) -> None:
    out = call("report", "northtown", "-f", "html", "--as-at", "2005-06-30").out
    assert "<dt>Judged as at</dt><dd>30 June 2005, as asked for</dd>" in out
    assert "<dt>Study at commit</dt><dd>not under git</dd>" in out
    (root / ".git").mkdir()
    (root / ".git/HEAD").write_text("a" * 40)
    assert f"<dd>{'a' * 40}; changes" in call("report", "northtown", "-f", "html").out


def test_what_has_errors_is_said_first_and_the_rest_is_shown(call: Call, root: Path) -> None:
    study(root, {"evidence/northtown/int-vcs-09.yaml": interview("int-vcs-09", "vsc")})
    out = call("report", "northtown", "-f", "html").out
    assert out.index("Left out of this report") < out.index("<h1")
    assert "evidence/northtown/int-vcs-09.yaml: the whole source (1 error)." in out
    assert "Pay grants ahead of spending." in out


def test_markup_in_a_file_is_shown_as_typed(call: Call, root: Path) -> None:
    words = "<script>alert(1)</script> & {{ 7*7 }} ''"
    study(root, {"evidence/northtown/int-vcs-01.yaml": interview("int-vcs-01", text=words)})
    out = call("report", "northtown", "-f", "html").out
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }}" in out
    assert "<script>alert" not in out


def test_the_same_study_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    written = []
    for name, seed in (("one", "1"), ("two words", "2")):
        folder = study(tmp_path / name)
        for words in (("report",), ("report", "northtown"), ("report", "northtown", "southby")):
            done = alone(*words, "-f", "html", cwd=folder, PYTHONHASHSEED=seed, TZ="Asia/Tokyo")
            assert done.returncode == 0
            written.append(done.stdout)
    assert written[:3] == written[3:]


@pytest.mark.parametrize("output", ["missing/report.html", "gapcheck.yaml/report.html"])
def test_a_file_that_cannot_be_written_is_said_and_nothing_is_left(
    call: Call, root: Path, output: str
) -> None:
    before = sorted(root.rglob("*"))
    done = call("report", "-f", "html", "-o", output)
    assert done.code == 2
    assert "could not be written" in done.said
    assert sorted(root.rglob("*")) == before


def test_a_study_without_a_source_has_a_page(call: Call, root: Path) -> None:
    for path in root.glob("evidence/*/int-*.yaml"):
        path.unlink()
    out = call("report", "-f", "html").out
    assert "no day: nothing is dated" in out
    assert "Nothing heard" in out
