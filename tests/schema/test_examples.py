"""The examples that researchers start from are without a fault."""

from __future__ import annotations

from pathlib import Path

from load.studies import OF_CONTENT, Files, line, said, write

from gapcheck.checks.run import check
from gapcheck.load.study import load_study

STUDY = """\
study: What guidance asked of two boards
question: Is it done, and by whom?
region: North
period: 2001 to 2006
limits: [Two boards]
thresholds: {survey_cuts: [10, 90], stale_after_years: 3, small_cell: 3}
sectors: {vcs: VCSE, fire: Fire and rescue}
kinds: {forum: Forum}
tiers: {regional: Region}
tensions: {town-country: Town against country}
barriers: {late papers: practice, capacity: resource}
double_coded: false
consent_forms: {v2: {analysis: true, quote: anonymised}}
places: places.txt
ethics:
  approval: REC 04/12
  controller: The university
  lawful_basis: public task
  consent_form: v2
  retention_until: 2016-12-31
  reidentification_review: {by: A named person, on: 2006-07-01}
severities: [{rule: contradictory-codes, path: evidence/north*, severity: error}]
import: {}
"""
POLICY = """\
policy: lsp-guidance-2001
title: "Local Strategic Partnerships: Government Guidance"
publisher: DETR
published: 2001-03                 # YYYY, YYYY-MM or YYYY-MM-DD, kept as typed
force: guidance                    # statute | statutory-guidance | grant-condition | guidance
nation: england
in_force: {from: 2001-03-29, to: 2008-07-09}
superseded_by: strong-safe-prosperous-2008
url: https://example.org/guidance
imperatives:                       # one action each
  - id: sectors-together
    title: Sectors together
    locator: para 1.17             # or: not seen
    text: Bring the public, private, voluntary and community sectors into one partnership.
    actor: partnership             # the obliged: one sector, a list, or partnership
    beneficiary: [vcs]
    modality: should               # must | should | may
    demands: enacted               # adopted | enacted | effective
    in_force: {from: 2001-04-01}   # where it differs; replaces the policy's whole
    due: 2002-04                   # until then a denial does not count
    tier: strategic                # where practice is expected; left out: any
    topics: [membership]
    applies_to: {kinds: [lsp], designations: [nrf-88]}   # left out: everywhere in the nation
    indicators:                    # what one would see if it were practised
      - {id: seats, text: Voluntary-sector representatives hold voting seats on the board.}
    terms: [third sector, community network]             # words that people use for it
    wording: seen                  # seen | second-hand | unverified (default)
"""
SUCCESSOR = """\
policy: strong-safe-prosperous-2008
title: Creating Strong, Safe and Prosperous Communities
publisher: DCLG
published: 2008-07
force: statutory-guidance
nation: england
in_force: {from: 2008-07-10}
imperatives:
  - {id: duty, locator: not seen, text: Do it., actor: [council, health], modality: must}
"""
PARTNERSHIP = """\
lsp: northtown
name: Northtown Strategic Partnership
pseudonym: true
illustrative: true                 # invented for demonstration; every report says so at its top
kind: lsp                          # lsp | cpp | lsb | psb | hwb | icp | icb | haz | lep | other
nation: england
region: north-east
designations: [nrf-88]
of: 88                             # only for a survey population
partnerships:                      # the constituent partnerships
  - {id: board, tier: strategic}
  - {id: health, tier: thematic, theme: health}
  - {id: eastside, tier: neighbourhood}
members: {vcs: 6, council: 9, health: 4, business: 2}
attributes: {deprivation_rank: 12, two_tier: false}      # free: columns in matrices and filters
"""
SOURCE = """\
source: int-vcs-01
kind: interview                    # interview | focus-group | observation | document | minutes
date: 2004-05-12
speaker: {id: P03, sector: vcs, role: network coordinator, tier: strategic, partnership: board,
          attributes: {years: 4}}
# speakers: [...]                  # in its place where several speak
# author: council                  # in its place for documents, minutes, accounts, evaluations
# respondents: vcs                 # in its place for surveys
coder: ab
words: verbatim                    # verbatim | notes
language: en                       # excerpts may carry a translation
consent: {analysis: true, quote: anonymised, archive: false, withdrawn: false,
          embargo_until: 2005-01-01}
transcript: transcripts/int-vcs-01.txt
citation: A report, published in 2005
asked: [sectors-together]          # imperatives put to the speaker
memo: Held in her office.
excerpts:
  - id: x1
    at: "00:14:20"                 # or a line, page or paragraph
    about: 2003                    # the time it speaks of, where that is not the source's date
    text: >
      We sit on the board, but the papers reach us the night before and the money has been settled
      by then.
    codes:                         # or in short, codes: {sectors-together: partly}
      - {imperative: sectors-together, stance: partly, indicator: seats}
    themes: [paper flow]
    barriers: [capacity, late papers]
    enablers: []
    tensions: [democratic-participatory]
    cmo: {context: a, mechanism: b, outcome: c}
    memo: Asked twice; same answer.
    cleared: true                  # a name in it was looked at and may stay
    ignore: [{rule: long-quote, reason: It is all one sentence.}]
  - {id: x2, text: In short, codes: {sectors-together: partly}}
  - {id: x3, text: It speaks to none., codes: []}
  - {id: x4, text: Nobody looked at it yet.}
"""
SURVEY = """\
source: survey-01
kind: survey
date: 2005
respondents: vcs
of: 60
excerpts:
  - id: q1
    text: 19 of 38 hold seats.
    codes: [{imperative: sectors-together, share: {met: 19, of: 38}}]
  - id: q2
    text: 28 % hold seats.
    codes: [{imperative: sectors-together, share: {percent: 28, of: 60}, basis: record}]
"""
WITHDRAWN = """\
source: int-vcs-02
kind: interview
date: 2004-06
speaker: {id: P04, sector: vcs, role: officer}
consent: {withdrawn: true}
excerpts: []
"""
SECOND = """\
source: int-vcs-01
coder: cd
codes:
  x1: [{imperative: sectors-together, stance: absent, agreed: {by: ab and cd, on: 2004-07-01}}]
  x2: []
"""
SIGNOFF = """\
- imperative: sectors-together
  verdict: paper_only
  confidence: moderate
  summary: On paper.
  reason: Read again with both coders.
  by: PI
  on: 2006-06-30
"""
FILES: Files = {
    "gapcheck.yaml": STUDY,
    "policies/lsp-guidance-2001.yaml": POLICY,
    "policies/strong-safe-prosperous-2008.yaml": SUCCESSOR,
    "evidence/northtown/lsp.yaml": PARTNERSHIP,
    "evidence/northtown/int-vcs-01.yaml": SOURCE,
    "evidence/northtown/int-vcs-01.cd.yaml": SECOND,
    "evidence/northtown/int-vcs-02.yaml": WITHDRAWN,
    "evidence/northtown/survey-01.yaml": SURVEY,
    "evidence/northtown/signoff.yaml": SIGNOFF,
    "evidence/national/survey-02.yaml": SURVEY.replace("survey-01", "survey-02"),
}


def test_the_formats_examples(tmp_path: Path) -> None:
    corpus, found = load_study(write(tmp_path, FILES))
    told = [one for one in check(corpus, found) if one.rule not in OF_CONTENT]
    assert [line(one) for one in told] == []
    assert corpus.files == len(FILES)
    assert len(corpus.sources) == 3
    assert [one.location.line for one in corpus.sources[0].excerpts] == [19, 35, 36, 37]


def test_windows_line_ends_move_nothing(tmp_path: Path) -> None:
    windows = {name: str(typed).replace("\n", "\r\n").encode() for name, typed in FILES.items()}
    assert load_study(write(tmp_path / "a", FILES)) == load_study(write(tmp_path / "b", windows))


def test_the_shipped_study_is_sound() -> None:
    corpus, found = load_study(Path(__file__).parents[2])
    assert [line(one) for one in check(corpus, found)] == []


def test_and_so_is_the_one_that_tests_start_from(tmp_path: Path) -> None:
    assert said(tmp_path) == []
