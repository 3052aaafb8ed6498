"""The worker program: reads requests, does the spaCy work, writes answers. See protocol.py."""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO

from rotstift.model.codec import CodecError, Json, item_from_json
from rotstift.model.wording import Sentence
from rotstift.nlp import protocol, registry, suggest
from rotstift.nlp.pipeline import Loaded
from rotstift.nlp.protocol import ProtocolError

Send = Callable[[Json], None]
Handler = Callable[["Worker", Json], Json]

NICE = 10
"""Steps by which the worker gives way: where cores are few, the window's keys come first."""


class Quit(Exception):
    """The caller said quit."""


class Worker:
    """What stays between two requests: loaded pipelines and open exports."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.pipelines = Loaded(registry.load)
        self.exports: dict[int, Any] = {}
        self._next_export = 1

    def answer(self, line: bytes | str) -> None:
        """Do what the line asks and send the answer; whatever fails becomes an error answer.

        Raises Quit after the answer to quit.
        """
        number: Any = None
        try:
            request = protocol.message_of(line)
            number = request.get("id")
            self._send({"id": number, "result": self._do(request)})
        except Quit:
            self._send({"id": number, "result": {}})
            raise
        except Exception as error:
            self._send({"id": number, **error_answer(error)})

    def _do(self, request: Json) -> Json:
        name = request.get("do")
        if not isinstance(name, str) or name not in HANDLERS:
            raise ProtocolError(f"the worker cannot do {name!r}; it can do {', '.join(HANDLERS)}")
        return HANDLERS[name](self, request)

    def progress(
        self, request: Json, done: int, total: int, words: str, point: Json | None = None
    ) -> None:
        """Tell how far the request is, and what else there is to be shown of it."""
        message: Json = {"id": request.get("id"), "progress": [done, total, words]}
        self._send(message | {"point": point} if point else message)

    def keep_export(self, export: Any) -> int:
        """The number that the caller knows the export by."""
        number, self._next_export = self._next_export, self._next_export + 1
        self.exports[number] = export
        return number

    def close(self) -> None:
        """Remove what is unfinished."""
        for export in self.exports.values():
            export.cancel()
        self.exports.clear()


def error_answer(error: Exception) -> Json:
    """The sentence, and for one that can be said in another language what it is made of."""
    said = error.args[0] if error.args else None
    if not isinstance(said, Sentence):
        return {"error": sentence(error)}
    return {"error": sentence(error), "said": protocol.sentence_to_json(said)}


def sentence(error: Exception) -> str:
    """What went wrong, for a person: our own errors as they are, others with their kind."""
    words = " ".join(str(error).split())
    ours = type(error).__module__.startswith("rotstift.")
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return words if ours and words else f"{type(error).__name__}: {words}"


def _field(request: Json, key: str, kind: type) -> Any:
    value = request.get(key)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ProtocolError(f"the request needs {key!r} ({kind.__name__})")
    return value


def _options(request: Json) -> Json:
    return _field(request, "options", dict) if "options" in request else {}


def _ping(_worker: Worker, _request: Json) -> Json:
    from rotstift import __version__

    loaded = "spacy" in sys.modules
    return {"protocol": protocol.VERSION, "version": __version__, "spacy_loaded": loaded}


def _pipelines(_worker: Worker, _request: Json) -> Json:
    rows = [
        {"name": info.name, "source": info.source, "problem": info.problem}
        for info in registry.available()
    ]
    return {"pipelines": rows}


def _suggest(worker: Worker, request: Json) -> Json:
    wanted = suggesting_request(request)
    suggester = worker.pipelines.get(_field(request, "pipeline", str))
    found = suggest.suggestions_of(suggester, wanted)
    return protocol.suggestions_to_json(suggest.author_of(suggester), found)


def suggesting_request(article: Json) -> suggest.Request:
    """What a pipeline is asked, from {"text", "zones"}. Raises ProtocolError."""
    text = _field(article, "text", str)
    zones = protocol.zones_from_json(article.get("zones", []))
    if any(zone.span.end > len(text) for zone in zones):
        raise ProtocolError("a zone ends after the text")
    return suggest.Request(text, zones)


def _suggest_many(worker: Worker, request: Json) -> Json:
    suggester = worker.pipelines.get(_field(request, "pipeline", str))
    return {"answers": answers_of(suggester, _field(request, "articles", list))}


def answers_of(suggester: suggest.Suggester, articles: list[Any]) -> list[Json]:
    """One answer an article: a result, or what went wrong with this article alone."""
    author = suggest.author_of(suggester)
    try:
        wanted = [suggesting_request(article) for article in articles]
        every = suggest.suggestions_of_each(suggester, wanted)
        return [protocol.suggestions_to_json(author, found) for found in every]
    except Exception as error:
        if len(articles) == 1:
            return [error_answer(error)]
        return [answer for article in articles for answer in answers_of(suggester, [article])]


def _docbin_open(worker: Worker, request: Json) -> Json:
    from rotstift.nlp.docbin_export import DocBinExport, Options

    options = Options.of(_options(request))
    out = Path(_field(request, "out", str)).expanduser().absolute()
    return {"export": worker.keep_export(DocBinExport(out, options))}


def _export(worker: Worker, request: Json) -> Any:
    number = _field(request, "export", int)
    if number not in worker.exports:
        raise ProtocolError(f"there is no open export {number}")
    return worker.exports[number]


def _docbin_add(worker: Worker, request: Json) -> Json:
    export = _export(worker, request)
    articles = [_article(value) for value in _field(request, "articles", list)]
    for article, text, items in articles:
        export.add(article, text, items)
    return {"articles": len(articles)}


def _article(value: Any) -> tuple[str, str, list[Any]]:
    if not isinstance(value, dict):
        raise ProtocolError("an article is an object with id, text and items")
    items = [item_from_json(item) for item in _field(value, "items", list)]
    text = _field(value, "text", str)
    for item in items:
        _check_inside(item, len(text))
    return _field(value, "id", str), text, items


def _check_inside(item: Any, length: int) -> None:
    from rotstift.model.items import Quote, role_spans, roles_of, spans_of

    spans = list(spans_of(item))
    if isinstance(item, Quote):
        spans += [span for role in roles_of(item) for span in role_spans(item, role)]
    if any(span.end > length for span in spans):
        raise CodecError(f"the item {item.id!r} ends after its article's text")


def _docbin_close(worker: Worker, request: Json) -> Json:
    export = _export(worker, request)
    del worker.exports[request["export"]]
    with export:
        if request.get("keep", True) is not True:
            return {"kept": False}
        return {"kept": True, "report": export.close().to_json()}


def _train(worker: Worker, request: Json) -> Json:
    from rotstift.nlp.training import train
    from rotstift.nlp.training_state import Point

    wish = _wish(request)
    source, check, out = (
        Path(_field(request, key, str)).expanduser().absolute() for key in ("train", "dev", "out")
    )

    def tell(done: int, total: int, words: str) -> None:
        worker.progress(request, done, total, words)

    def point(one: Point) -> None:
        words = f"score {one.score:.3f}"
        worker.progress(request, one.step, wish.steps, words, one.to_json())

    trained = train(source, check, out, wish, progress=tell, point=point)
    result: Json = {"pipeline": str(trained.pipeline), "score": trained.score}
    result |= {"scores": trained.scores, "steps": trained.steps, "best_step": trained.best_step}
    result |= {"before": trained.before, "points": [one.to_json() for one in trained.points]}
    return result | {"notes": [protocol.sentence_to_json(note) for note in trained.notes]}


_WISHES: dict[str, tuple[type, ...]] = {
    "steps": (int,),
    "seed": (int,),
    "patience": (int,),
    "quotes": (bool, type(None)),
    "resume": (bool,),
    "base": (str, type(None)),
}


def _wish(request: Json) -> Any:
    """What to train. Raises ProtocolError for an unknown option or a wrong value."""
    from rotstift.nlp.training import Wish

    options = _options(request)
    for name, value in options.items():
        if type(value) not in _WISHES.get(name, ()):
            raise ProtocolError(f"the training option {name!r} cannot be {value!r}")
    folder = (
        Path(_field(request, "folder", str)).expanduser().absolute()
        if "folder" in request
        else None
    )
    wish = Wish(**options, folder=folder)
    if not 1 <= wish.steps <= 1_000_000:
        raise ProtocolError("steps must be a whole number from 1 to 1,000,000")
    return wish


def _quit(_worker: Worker, _request: Json) -> Json:
    raise Quit


HANDLERS: dict[str, Handler] = {
    "ping": _ping,
    "pipelines": _pipelines,
    "suggest": _suggest,
    "suggest_many": _suggest_many,
    "docbin_open": _docbin_open,
    "docbin_add": _docbin_add,
    "docbin_close": _docbin_close,
    "train": _train,
    "quit": _quit,
}


def serve(requests: BinaryIO, send: Send) -> None:
    """Answer every line until quit or the end of the input."""
    worker = Worker(send)
    try:
        for line in _lines(requests, send):
            worker.answer(line)
    except Quit:
        pass
    finally:
        worker.close()


def _lines(requests: BinaryIO, send: Send) -> Iterator[bytes]:
    """Lines that are not blank; one that is too long is answered with an error and skipped."""
    while line := requests.readline(protocol.LINE_LIMIT):
        if len(line) == protocol.LINE_LIMIT and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = requests.readline(protocol.LINE_LIMIT)
            send({"id": None, "error": "the request is longer than 256 MB"})
        elif line.strip():
            yield line


@contextmanager
def _own_stdout() -> Iterator[BinaryIO]:
    """The real standard output for us alone: what libraries print goes to standard error."""
    answers = io.FileIO(os.dup(1), "w")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    with answers:
        yield io.BufferedWriter(answers)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """SIGTERM ends the program the ordinary way, so that unfinished exports are removed."""
    raise SystemExit(0)


ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
"""Our matrices are small: with several threads each, the component was up to ten times slower on a busy
machine (measured). Several workers use several cores."""


def main() -> int:
    """The worker program; returns its exit code."""
    for name in ONE_THREAD:  # read once, when numpy is imported
        os.environ.setdefault(name, "1")
    if hasattr(os, "nice"):
        os.nice(NICE)
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with _own_stdout() as answers:

        def send(message: Json) -> None:
            answers.write(protocol.line_of(message))
            answers.flush()

        try:
            serve(sys.stdin.buffer, send)
        except BrokenPipeError:
            return 1
    return 0
