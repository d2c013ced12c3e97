"""Words that stand before turns of speech and are nobody's name, or may be a name and a word."""

from __future__ import annotations


def _words(typed: str) -> frozenset[str]:
    return frozenset(typed.split())


ASKING = _words(
    """
    interviewer int intv intvr intr i q question researcher moderator mod facilitator fac iv ir host
    """
)
"""Roles of those who ask."""

ROLES = ASKING | _words(
    """
    interviewee respondent resp res participant part speaker informant chair chairman chairwoman
    chairperson man woman male female unknown unidentified voice r a p s m f ie answer person
    resident officer manager director coordinator member group focus audience all both everyone
    several various panel narrator observer transcriber assistant co vice deputy guest other
    another first second third number volunteer worker councillor trustee
    """
)
"""What somebody is called who is not named."""

NEVER = _words(
    """
    note notes nb action actions comment comments date time duration length agenda item items
    summary subject re page line location place venue title project file recording audio version
    status language consent transcript transcription transcribed transcriber present attendees
    attendance apologies interview interviewed participants interviewees interviewers speakers
    name names monday tuesday wednesday thursday friday saturday sunday january february march
    july august september october november december http https www yes no okay ok well so example
    examples key topic section appendix background context ps cc webvtt kind
    """
)
"""What stands before a colon and speaks not."""

SPOKEN = _words(
    """
    i you he she it we they me him her us them my your his its our their the a an and or but so if
    then than that this these those there here what which who when where why how is was are were be
    been am do does did have has had not said say says saying think thought like because about of
    to in on at by for with from as just only even still also
    """
)
"""Words of speech that may stand before a colon and name nobody."""

TITLES = _words(
    """
    dr mr mrs ms miss mx prof professor sir dame lord lady rev revd reverend cllr councillor hon
    jr sr phd mp obe mbe cbe
    """
)
PARTICLES = _words("de da di del della der den van von le la el al bin ben ibn y e zu")

OFFICES = _words(
    """
    council board trust team department university office service services group committee
    partnership forum agency authority association unit ltd limited plc nhs
    """
)
"""Words that tell a body from somebody."""

GREETINGS = _words("hello hi good thanks thank ok okay right yes no welcome so well")

EQUIVOCAL = _words(
    """
    will may mark grace hope faith joy rose lily daisy bill rob sue pat drew frank grant chase
    hunter dawn eve june april august summer autumn winter violet ivy olive amber ruby pearl jade
    iris holly heather hazel ginger sage jack nick dean miles art guy gene jay ray rich dale glen
    cliff reed lane brook page young long short white black brown green gray grey king bishop baker
    cook hall wood woods hill stone field ford park parks church price rice cross banks day love
    best good sharp strong smart wise bright noble power rush swift wild wells waters rivers west
    north east south bush fox wolf lamb bird bell ball ward marsh moor weeks mason carpenter fisher
    farmer shepherd smith taylor turner walker potter porter cooper charity patience prudence
    constance victor earl duke major minor house bond cash case chance christian clay colt curry
    dash don dusty ernest fern flora forest gale gay harmony harp heath honor honour hardy jewel
    job jordan lance law lance london leaf melody mercy miller max merry norm angel angle basil
    berry bob carol chip penny peg pierce poppy queen randy robin rusty sandy savannah sky skye
    sonny sterling stone storm terry trinity tuesday wade warren willow wren judge knight little
    low love lord pope prince small speed street temple train trip tree town way winter worth
    barker barber bridges booth burns butler camp carter chambers coward drummer early english
    french german holland ireland scott welsh england fields finch flowers freeman gardener gates
    glass gold golden head heard hammer holmes horn hunt joiner key keys kitchen lake land lodge
    mann marsh mills moon nature new newman old palmer pike pool poor read reeves ring rock sadler
    sergeant silver singer spring steel stock straw sumner thatcher trim tyler vale wall waller
    weaver webb wheeler winner wonder york washington china asia india paris israel chad
    """
)
"""Names that are words too: at the beginning of a sentence nobody can tell them apart."""

ABBREVIATIONS = _words(
    """
    mr mrs ms dr prof rev revd cllr st sr jr hon gov sgt capt col gen lt mt ft messrs vs viz cf
    """
)
"""What ends in a full stop in the middle of a sentence, before a capital."""

COUNTED = _words(
    """
    no nos p pp para paras art vol sec sect ch fig figs ref ed eds reg regs cl approx c ca
    """
)
"""The same, where a number follows."""

MURMURS = _words(
    """
    mm mmm mhm mmhmm hm hmm hmmm uh um erm er ah aha oh ooh ok okay yeah yep yup yes right sure aye
    huh uhhuh uh-huh mm-hm mm-hmm mhm-hm exactly absolutely indeed cool
    """
)
"""What says that somebody listens."""

ANSWERS = _words("yeah yep yup yes sure aye exactly absolutely indeed right")
"""Those of them that answer a question which was put just before."""
