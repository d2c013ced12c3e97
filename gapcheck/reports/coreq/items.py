"""The 32 items of COREQ in their order, in our own words: what each asks, and what to write.

Order and numbers are those of Tong, Sainsbury and Craig (2007).
"""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.model.methods import Topic

SOURCE = (
    "Tong A, Sainsbury P, Craig J (2007): Consolidated criteria for reporting qualitative research "
    "(COREQ), International Journal for Quality in Health Care 19(6), 349-357"
)
"""Where the checklist comes from."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number, its name, the question it puts, and what an answer to it says."""

    number: int
    topic: Topic
    name: str
    asks: str
    write: str


@dataclass(frozen=True, slots=True)
class Part:
    """A domain of the checklist, or rather one of the groups in it, with its items."""

    domain: str
    name: str
    items: tuple[Item, ...]


_TEAM = "1: Research team and reflexivity"
_DESIGN = "2: Study design"
_ANALYSIS = "3: Analysis and findings"

PARTS: tuple[Part, ...] = (
    Part(
        _TEAM,
        "Personal characteristics",
        (
            Item(1, Topic.INTERVIEWER, "Interviewer", "Who held the interviews or groups?",
                 "who held which interviews and groups"),
            Item(2, Topic.CREDENTIALS, "Credentials", "Which qualifications do they hold?",
                 "the degrees and qualifications of whoever held them"),
            Item(3, Topic.OCCUPATION, "Occupation", "What was their work at that time?",
                 "the post that each of them held then, and with whom"),
            Item(4, Topic.GENDER, "Gender", "Of which gender were they?",
                 "the gender of each of them"),
            Item(5, Topic.TRAINING, "Experience and training",
                 "What had they learnt or done before that prepares for it?",
                 "their training and earlier work in interviewing"),
        ),
    ),
    Part(
        _TEAM,
        "Relationship with participants",
        (
            Item(6, Topic.RELATIONSHIP, "Relationship before the study",
                 "Did they and the participants know each other before it began?",
                 "whether, how and from where they knew each other"),
            Item(7, Topic.KNOWN_OF_INTERVIEWER, "What participants knew of the interviewer",
                 "What were participants told of who asks them, and why?",
                 "what they were told of the interviewer's aims and reasons"),
            Item(8, Topic.INTERESTS, "The interviewer's own position",
                 "Which interests, assumptions or leanings does the interviewer bring along?",
                 "interests, assumptions and possible bias of whoever asked"),
        ),
    ),
    Part(
        _DESIGN,
        "Theoretical framework",
        (
            Item(9, Topic.ORIENTATION, "Method and theory",
                 "Which methodological orientation does the study rest on?",
                 "the orientation (framework analysis, realist evaluation ...) and the theory"),
        ),
    ),
    Part(
        _DESIGN,
        "Selection of participants",
        (
            Item(10, Topic.SAMPLING, "Sampling", "How were participants selected?",
                 "how partnerships and people were selected (purposively, by snowball ...)"),
            Item(11, Topic.APPROACH, "Approach", "How were they approached?",
                 "how people were asked to take part (letter, telephone, in person ...)"),
            Item(12, Topic.SAMPLE_SIZE, "Size of the sample", "How many took part?",
                 "how many people took part"),
            Item(13, Topic.NON_PARTICIPATION, "Those who did not take part",
                 "How many declined or withdrew, and why?",
                 "how many declined before an interview, and the reasons that they gave"),
        ),
    ),
    Part(
        _DESIGN,
        "Setting",
        (
            Item(14, Topic.SETTING, "Setting", "In what places did the talks take place?",
                 "where people were met (their office, their home, by telephone ...)"),
            Item(15, Topic.PRESENCE, "Others who were present",
                 "Was anybody there who neither asked nor took part?",
                 "who else was in the room, or that nobody was"),
            Item(16, Topic.SAMPLE, "Description of the sample", "Who are the participants?",
                 "what else matters of them, such as age, gender, ethnicity, years in post"),
        ),
    ),
    Part(
        _DESIGN,
        "Gathering of data",
        (
            Item(17, Topic.GUIDE, "Interview guide", "What was asked, and was it tried before?",
                 "where the guide can be read, and whether it was piloted"),
            Item(18, Topic.REPEATED, "Repeated interviews", "Was anybody interviewed again?",
                 "how many were interviewed again, and why"),
            Item(19, Topic.RECORDING, "Recording", "Was sound or picture recorded?",
                 "whether sound or picture was recorded, and who transcribed it"),
            Item(20, Topic.FIELD_NOTES, "Field notes", "Were notes taken, then or afterwards?",
                 "when notes were taken, and by whom"),
            Item(21, Topic.DURATION, "Duration", "How long did the talks last?",
                 "how long interviews and groups lasted"),
            Item(22, Topic.SATURATION, "Saturation",
                 "Was it considered whether anything new would still be heard?",
                 "whether saturation was considered, and how it was judged"),
            Item(23, Topic.RETURNED, "Return of transcripts",
                 "Did participants get their transcript, to correct or comment on it?",
                 "whether transcripts were returned, and what came back"),
        ),
    ),
    Part(
        _ANALYSIS,
        "Analysis",
        (
            Item(24, Topic.CODERS, "Number of coders", "How many people coded?",
                 "who coded, and how differences were settled"),
            Item(25, Topic.CODING_TREE, "Coding tree", "Is the frame of codes described?",
                 "how the codes hang together"),
            Item(26, Topic.THEMES, "Origin of themes",
                 "Were codes fixed beforehand, or taken from what was said?",
                 "how barriers, enablers and themes came about"),
            Item(27, Topic.SOFTWARE, "Software", "With which programs were the data handled?",
                 "the other programs that were used"),
            Item(28, Topic.CHECKED_BY_PARTICIPANTS, "Checking by participants",
                 "Did participants comment on the findings?",
                 "whether participants saw the findings, and what they said of them"),
        ),
    ),
    Part(
        _ANALYSIS,
        "Reporting",
        (
            Item(29, Topic.QUOTATIONS, "Quotations",
                 "Do quotations stand beside the findings, each with who said it?",
                 "how speakers are identified in quotations"),
            Item(30, Topic.CONSISTENCY, "Findings and data",
                 "Do the findings follow from the data?",
                 "what else speaks for it"),
            Item(31, Topic.MAJOR_THEMES, "Main findings", "Are the main findings clear?",
                 "the main findings in a few words"),
            Item(32, Topic.MINOR_THEMES, "Different cases",
                 "Are cases told that differ, and lesser findings?",
                 "what else differs"),
        ),
    ),
)  # fmt: skip
"""The checklist, group by group."""

ITEMS: tuple[Item, ...] = tuple(item for part in PARTS for item in part.items)
"""The items, from 1 to 32."""
