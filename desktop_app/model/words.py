"""The words shown for the closed lists of the model; window, page and command line say the same."""

from collections.abc import Mapping

from desktop_app.model.findings import Message, msg

VERDICT_WORDS: Mapping[str, Message] = {
    "needed": msg("needed"),
    "not_verified": msg("not verified"),
    "suspended": msg("suspended"),
    "not_needed": msg("not covered"),
}

WAITS_WORDS: Mapping[str, Message] = {
    "part": msg("ask about the part"),
    "law": msg("waits for the law"),
    "recognition": msg("not screened"),
}

EVIDENCE_WORDS: Mapping[str, Message] = {
    "A": msg("declared"),
    "B": msg("exact"),
    "C": msg("by kind"),
    "D": msg("guess"),
}

STATUS_WORDS: Mapping[str, Message] = {
    "announced": msg("announced"),
    "in_force": msg("in force"),
    "suspended": msg("suspended"),
    "unconfirmed": msg("unconfirmed"),
    "repealed": msg("repealed"),
}

BASIS_WORDS: Mapping[str, Message] = {
    "form": msg("not in a listed form"),
    "element": msg("holds no listed element"),
    "facts": msg("by a report, declaration or stated value"),
    "guidance": msg("by guidance of MOFCOM, generally"),
    "kind": msg("by kind of part"),
    "outside": msg("does not leave China"),
    "already_outside": msg("already in your customs territory"),
    "destination": msg("stays in or goes to mainland China"),
    "exempt": msg("this use is exempt"),
    "not_yet": msg("not yet in force"),
    "practice": msg("by your trade-practice setting"),
}

CONTENT_WORDS: Mapping[str, Message] = {
    "yes": msg("contains rare earths"),
    "likely": msg("probably contains rare earths"),
    "trace": msg("traces only"),
    "no": msg("no rare earths"),
    "unknown": msg("not known"),
}

BAND_WORDS: Mapping[str, Message] = {
    "low": msg("low"),
    "watch": msg("watch"),
    "high": msg("high"),
    "act": msg("act"),
}

SCENARIO_WORDS: Mapping[str, Message] = {
    "today": msg("As known today"),
    "lapsed": msg("If the suspensions have ended"),
    "extended": msg("If they were extended"),
}

END_USE_WORDS: Mapping[str, Message] = {
    "civil": msg("civil"),
    "military": msg("military"),
    "advanced_semiconductor": msg("advanced semiconductors"),
    "humanitarian": msg("humanitarian"),
}

FORM_WORDS: Mapping[str, Message] = {
    "metal": msg("metal"),
    "alloy": msg("alloy"),
    "target": msg("sputtering target"),
    "magnet": msg("loose magnet"),
    "oxide": msg("oxide"),
    "compound": msg("compound"),
    "mixture": msg("mixture"),
    "crystal": msg("crystal or wafer"),
    "fibre": msg("optical fibre"),
    "ceramic": msg("ceramic"),
    "phosphor": msg("phosphor"),
    "powder": msg("powder"),
    "scrap": msg("scrap"),
    "solution": msg("solution"),
    "ore": msg("ore or concentrate"),
    "motor": msg("motor"),
    "generator": msg("generator"),
    "rotor": msg("rotor or stator with fixed magnets"),
    "sensor": msg("finished sensor"),
    "loudspeaker": msg("loudspeaker"),
    "magnet_assembly": msg("magnet in a holder or housing"),
    "catalyst": msg("calcined catalyst powder"),
    "battery": msg("battery"),
    "electronics": msg("electronic part"),
    "lamp": msg("lamp or LED"),
    "display": msg("display"),
    "optics": msg("optical part"),
    "machine": msg("machine or device"),
    "vehicle": msg("vehicle"),
    "medical": msg("medical device"),
    "coated_part": msg("coated part"),
    "cast_part": msg("cast part"),
    "wire": msg("wire"),
    "tool": msg("tool"),
    "chemical": msg("chemical"),
    "kit": msg("kit or set"),
    "other": msg("mechanical or other part"),
}
"""One per form of model.match.FORMS, as it stands in a sentence."""
