"""What the help inside the window says: the method in five steps, and words that need one."""

from collections.abc import Sequence

from desktop_app.model.findings import Message, msg

METHOD, WORDS, ABOUT = "method", "words", "about"
TITLES = {
    METHOD: msg("How an answer comes about"),
    WORDS: msg("The words used here"),
    ABOUT: msg("About Lodestone"),
}
STEPS: Sequence[tuple[Message, Message]] = (
    (msg("Reading"),
     msg("Every sheet is read as it stands. Each of its rows becomes a part, or is counted as a "
         "duplicate, a total, a blank or another row; Files shows the sum, so that none is lost.")),
    (msg("Recognising"),
     msg("What a part is follows from its number, grade, material, words, customs code and maker. "
         "Where two kinds are too close, or none fits, the part is not screened, and nothing is said "
         "about it. Parts shows what each was recognised as, and how good the evidence is.")),
    (msg("The law on the day"),
     msg("Every provision is checked with the status it has on the day the goods leave China. A fact "
         "that is missing never counts as a no: the part is not verified, and the fact becomes a "
         "question for the supplier.")),
    (msg("The clock"),
     msg("Stock and cleared goods in transit are set against the time for a licence and for the delivery. "
         "Days count from the day asked about: stock without a day of its own counts as what is "
         "there on that day. Times that nobody knows are judgement: they are given as ranges, with "
         "their reason, and can be set for a project.")),
    (msg("Where it ends"),
     msg("This is screening, not legal advice. Not covered means: not covered by the announcements "
         "that were checked. Other export rules and customs queries can still apply.")),
)  # fmt: skip
TERMS: Sequence[tuple[Message, Message]] = (
    (msg("Leaves China on"),
     msg("the day the goods clear export, in Chinese time; the law of that day decides")),
    (msg("Made in, leaves China"),
     msg("two facts: Chinese export law binds what leaves China, wherever it was made; the country of "
         "origin stands in for it only where nothing else is known")),
    (msg("Runs out on"),
     msg("the day on which stock and cleared goods in transit end; ± is how far it may be off")),
    (msg("Value at risk"),
     msg("the margin a line stop would cost, where a margin is given; else the share of the annual "
         "spend that hangs on a licence, marked as spend")),
    (msg("Recorded once"),
     msg("what you know of a supplier, a maker or a kind; it holds for all its parts and is not asked "
         "again")),
    (msg("Law as read"),
     msg("the day on which the announcements were last read; what changed later is not known here "
         "until you record it, or a newer law file comes")),
)  # fmt: skip
