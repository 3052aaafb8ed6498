"""Put the pipeline that ships together from its two trained components.

    python packaging/build_pipeline.py ENTITIES QUOTES OUT

ENTITIES and QUOTES are the folders that train_entities.py and train_quotes.py wrote; OUT becomes a spaCy
pipeline (config.cfg, meta.json, the components' folders) that rotstift.nlp.pipeline reads German with.
"""

import argparse
from pathlib import Path
from typing import Any

from rotstift import __version__
from rotstift.nlp.ner.build import pipeline_of
from rotstift.nlp.quotes.model import component

META = {
    "name": "rotstift-de",
    "version": "2",
    "description": "German news: entities, quotes with their speakers.",
    "author": f"Rotstift {__version__}",
    "license": "MIT; entities: weights trained on GermEval 2014, CC BY 4.0",
    "url": "",
}
"""The version changes whenever the answers may change: every suggestion is signed with it."""


def main() -> None:
    """Read, put together, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("entities", "quotes", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    nlp = assembled(options.entities, options.quotes)
    nlp.to_disk(options.out)
    print(f"{options.out}: {', '.join(nlp.pipe_names)}")


def assembled(entities: Path, quotes: Path) -> Any:
    """The two components in their order, with the meta data of what ships."""
    nlp = pipeline_of(entities)
    nlp.add_pipe(component.NAME).from_disk(quotes)
    nlp.meta.update(META)
    return nlp


if __name__ == "__main__":
    main()
