"""Pipelines with the entity component in them: without weights for training, with them for use."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rotstift.nlp.align import split_at_hyphens

NAME = "rotstift_entities"


def blank_pipeline(config: Mapping[str, Any] | None = None) -> Any:
    """German, split at hyphens, the component without weights; `config` as in its factory."""
    import spacy

    from rotstift.nlp.ner import component

    nlp = spacy.blank("de")
    split_at_hyphens(nlp)
    nlp.add_pipe(component.FACTORY, name=NAME, config=dict(config or {}))
    return nlp


def pipeline_of(folder: Path) -> Any:
    """German, with the component read from its folder. Raises FileNotFoundError, ValueError.

    What ships is put together with it: `pipeline_of(resource("models", "rotstift-de", "rotstift_entities"))`.
    """
    from rotstift.nlp.ner.store import shape_of

    nlp = blank_pipeline(shape_of(folder))
    nlp.get_pipe(NAME).from_disk(folder)
    return nlp
