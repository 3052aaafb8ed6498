"""Evaluation: how well a pipeline's suggestions agree with what a person has confirmed. Knows no spaCy.

Entities are measured strictly (span and label), quotes by the measure of the German Wikinews set
(rotstift.nlp.scoring), scores by how often they come true. docs/evaluation.md says it for people.
"""

from rotstift.nlp.evaluation.figures import Bin, Counts, Kind, Mistake, TypeFigures
from rotstift.nlp.evaluation.result import Evaluation, Result

__all__ = ["Bin", "Counts", "Evaluation", "Kind", "Mistake", "Result", "TypeFigures"]
