"""The one caller of the NLP worker program: the window, the command line and the tests use it alike."""

import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.protocol import ProtocolError, line_of, message_of, sentence_from_json
from rotstift.paths import worker_command

Deliver = Callable[[Callable[[], None]], None]
"""Runs a function on the thread that wants the answers."""
Done = Callable[[Mapping[str, Any]], None]
Failed = Callable[[Sentence], None]
Progress = Callable[[int, int, str], None]
Point = Callable[[Mapping[str, Any]], None]
"""Takes what else a request tells on its way: the points of a curve."""

_DIED = QT_TRANSLATE_NOOP(
    "Messages", "The suggestion program has stopped; nothing of yours is lost."
)
_NO_START = QT_TRANSLATE_NOOP("Messages", "The suggestion program does not start: {reason}.")


def has_died(sentence: str) -> bool:
    """True for what is said when the program has stopped, and not for what it says itself."""
    return isinstance(sentence, Sentence) and sentence.template == _DIED


def _sentence(message: Mapping[str, Any]) -> Sentence:
    """What failed, with its parts where the program sent them."""
    if isinstance(message.get("said"), dict):
        return sentence_from_json(message["said"])
    return Sentence("{words}", words=message["error"])


class WorkerError(Exception):
    """The worker could not do it; the message is a sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = (
            sentence if isinstance(sentence, Sentence) else Sentence("{words}", words=sentence)
        )


@dataclass(frozen=True, slots=True)
class _Waiting:
    done: Done
    failed: Failed
    progress: Progress | None
    point: Point | None
    deliver: Deliver
    process: subprocess.Popen[bytes]
    """The program that was asked: when it dies, the requests to its successor live."""


_Lines = queue.SimpleQueue[bytes | None]
"""What one program is still to be told; None is the end."""


class _Closed(Exception):
    """Nothing is started any more."""


def _at_once(run: Callable[[], None]) -> None:
    run()


class Worker:
    """Starts the program when it is first needed, and again when it has died.

    Requests are written, and answers read, on threads of their own: a busy program whose pipe is full
    holds nobody up. Answers are handed to `deliver`. Every request gets exactly one of `done` and
    `failed`, also when the program dies in the middle of it.
    """

    def __init__(self, deliver: Deliver = _at_once) -> None:
        self._deliver = deliver
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._writer: threading.Thread | None = None
        self._lines: _Lines = queue.SimpleQueue()
        self._silent = False
        """The program answers nothing any more: it has ended, or is about to."""
        self._closed = False
        self._waiting: dict[int, _Waiting] = {}
        self._number = 0

    def request(
        self,
        message: Mapping[str, Any],
        done: Done,
        failed: Failed,
        progress: Progress | None = None,
        deliver: Deliver | None = None,
        point: Point | None = None,
    ) -> None:
        """Ask for something; `done` or `failed` is delivered later. Raises nothing, waits for nothing."""
        deliver = deliver or self._deliver
        try:
            with self._lock:
                process = self._running()
                self._number += 1
                line = line_of({**message, "id": self._number})
                self._waiting[self._number] = _Waiting(
                    done, failed, progress, point, deliver, process
                )
                self._lines.put(line)
        except OSError as error:
            sentence = Sentence(_NO_START, reason=error.strerror or error)
            deliver(lambda: failed(sentence))
        except _Closed:
            deliver(lambda: failed(Sentence(_DIED)))

    def ask(
        self,
        message: Mapping[str, Any],
        progress: Progress | None = None,
        point: Point | None = None,
    ) -> Mapping[str, Any]:
        """Ask and wait for the answer. Raises WorkerError with a sentence."""
        ready = threading.Event()
        result: dict[str, Any] = {}
        trouble: list[Sentence] = []

        def done(answer: Mapping[str, Any]) -> None:
            result.update(answer)
            ready.set()

        def failed(sentence: Sentence) -> None:
            trouble.append(sentence)
            ready.set()

        self.request(message, done, failed, progress, _at_once, point)
        ready.wait()
        if trouble:
            raise WorkerError(trouble[0])
        return result

    def stop(self) -> None:
        """End the program, whatever it is doing; requests under way fail. It starts again when needed."""
        with self._lock:
            process, self._process = self._process, None
            self._lines.put(None)
            threads = (self._writer, self._reader)
        if process is None:
            return
        process.terminate()
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._fail_all(process)
        for thread in threads:
            if thread and thread is not threading.current_thread():
                thread.join(timeout=2)

    def close(self) -> None:
        """End the program for good: nothing starts it again, and what is asked from now on fails."""
        with self._lock:
            self._closed = True
        self.stop()

    @property
    def pid(self) -> int | None:
        """The program's process id while it runs."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise _Closed
        process = self._process
        if process is None or self._silent or process.poll() is not None:
            self._lines.put(None)
            if process is not None and process.poll() is None:
                process.kill()  # it has closed its end: nothing it does can reach us any more
                process.wait()
            process = self._process = self._started()
        return process

    def _started(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            worker_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._lines, self._silent = queue.SimpleQueue(), False
        self._writer = self._thread("worker requests", self._write_all, process, self._lines)
        self._reader = self._thread("worker answers", self._read_all, process, self._lines)
        return process

    @staticmethod
    def _thread(name: str, run: Callable[..., None], *words: object) -> threading.Thread:
        thread = threading.Thread(target=run, args=words, name=name, daemon=True)
        thread.start()
        return thread

    def _write_all(self, process: subprocess.Popen[bytes], lines: _Lines) -> None:
        while (line := lines.get()) is not None:
            try:
                self._write(process, line)
            except (OSError, ValueError):  # it has died meanwhile, or was stopped
                self._fail_all(process)
        self._close(process.stdin)

    def _read_all(self, process: subprocess.Popen[bytes], lines: _Lines) -> None:
        try:
            self._read(process)
        finally:
            lines.put(None)
            self._fail_all(process)

    @staticmethod
    def _close(pipe: IO[bytes] | None) -> None:
        with suppress(OSError):  # what it has not read any more
            if pipe:
                pipe.close()

    @staticmethod
    def _write(process: subprocess.Popen[bytes], line: bytes) -> None:
        if process.stdin is None:
            raise OSError("no pipe")
        process.stdin.write(line)
        process.stdin.flush()

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdout is None:
            return
        with suppress(ValueError, OSError):  # closed already
            for line in process.stdout:
                self._take(line)
        self._close(process.stdout)
        with self._lock:
            if process is self._process:
                self._silent = True
        self._fail_all(process)

    def _take(self, line: bytes) -> None:
        try:
            message = message_of(line)
        except ProtocolError:
            return
        number = message.get("id")
        if "progress" in message:
            self._tell_progress(number, message["progress"], message.get("point"))
            return
        with self._lock:
            waiting = self._waiting.pop(number, None) if isinstance(number, int) else None
        if waiting is None:
            return
        if "error" in message:
            words = _sentence(message)
            waiting.deliver(lambda: waiting.failed(words))
        else:
            waiting.deliver(lambda: waiting.done(message["result"]))

    def _tell_progress(self, number: Any, progress: Any, point: Any) -> None:
        with self._lock:
            waiting = self._waiting.get(number)
        if waiting and waiting.point and isinstance(point, dict):
            take = waiting.point
            waiting.deliver(lambda: take(point))
        if waiting and waiting.progress:
            tell, (done, total, words) = waiting.progress, progress
            waiting.deliver(lambda: tell(done, total, words))

    def _fail_all(self, process: subprocess.Popen[bytes]) -> None:
        """Tell everybody who still waits for this program, once."""
        with self._lock:
            lost = [key for key, one in self._waiting.items() if one.process is process]
            left = [self._waiting.pop(key) for key in lost]
        for waiting in left:
            waiting.deliver(lambda one=waiting: one.failed(Sentence(_DIED)))  # type: ignore[misc]
