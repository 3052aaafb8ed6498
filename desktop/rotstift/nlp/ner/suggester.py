"""The entity component alone as a suggester: for measuring it, and where quotes come from elsewhere."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from rotstift.model.items import Markable, Origin, Standing
from rotstift.nlp.align import SPACES
from rotstift.nlp.suggest import Request
from rotstift.paths import resource

SHIPPED = ("models", "rotstift-de", "rotstift_entities")
VERSION = "1"


@dataclass(frozen=True)
class EntityModel:
    """The shipped entity model, or the one in another folder."""

    folder: Path = field(default_factory=lambda: resource(*SHIPPED))
    name: str = "rotstift-entity-model"
    version: str = VERSION

    @cached_property
    def _nlp(self) -> Any:
        from rotstift.nlp.ner.build import pipeline_of

        return pipeline_of(self.folder)

    def suggest(self, request: Request) -> list[Markable]:
        """The entities of the article, none overlapping another, each with score and identity."""
        from rotstift.nlp.doc_reader import DocReader

        doc = self._nlp(request.text.translate(SPACES))
        origin = Origin(f"{self.name} {self.version}", Standing.SUGGESTED)
        return list(DocReader(doc, 0, origin, Counter()).items())
