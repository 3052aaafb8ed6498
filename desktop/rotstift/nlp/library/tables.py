"""Tables: what the labels of other people's pipelines are called here."""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    # the four of the German pipelines, and what others call them
    **dict.fromkeys(("PER", "PERSON", "PRS", "persName", "per"), "PER"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION", "org", "orgName"), "ORG"),
    **dict.fromkeys(("LOC", "GPE", "FAC", "LOCATION", "placeName", "loc", "geogName"), "LOC"),
    **dict.fromkeys(
        ("MISC", "OTH", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "EVT", "MIS"), "MISC"
    ),
}
"""Entity labels of spaCy pipelines -> the labels of our scheme; a label not here is left out."""

QUOTE_TYPES: Mapping[str, str] = {
    name: name for name in ("direct", "indirect", "reported", "free_indirect", "indirect_free")
} | {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free",
}
"""Labels in doc.spans["quotes"] -> quote types."""
