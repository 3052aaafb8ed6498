"""The one caller of the NLP worker program: the window, the command line and the tests use it alike."""

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

_DIED = QT_TRANSLATE_NOOP(
    "Messages", "The suggestion program has stopped; nothing of yours is lost."
)
_NO_START = QT_TRANSLATE_NOOP("Messages", "The suggestion program does not start: {reason}.")


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
    deliver: Deliver
    process: subprocess.Popen[bytes]
    """The program that was asked: when it dies, the requests to its successor live."""


def _at_once(run: Callable[[], None]) -> None:
    run()


class Worker:
    """Starts the program when it is first needed, and again when it has died.

    Answers are read on a thread of its own and handed to `deliver`. Every request gets exactly one
    of `done` and `failed`, also when the program dies in the middle of it.
    """

    def __init__(self, deliver: Deliver = _at_once) -> None:
        self._deliver = deliver
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._waiting: dict[int, _Waiting] = {}
        self._number = 0

    def request(
        self,
        message: Mapping[str, Any],
        done: Done,
        failed: Failed,
        progress: Progress | None = None,
        deliver: Deliver | None = None,
    ) -> None:
        """Ask for something; `done` or `failed` is delivered later. Raises nothing."""
        deliver = deliver or self._deliver
        try:
            with self._lock:
                process = self._running()
                self._number += 1
                number = self._number
                self._waiting[number] = _Waiting(done, failed, progress, deliver, process)
        except OSError as error:
            sentence = Sentence(_NO_START, reason=error.strerror or error)
            deliver(lambda: failed(sentence))
            return
        try:
            self._write(process, line_of({**message, "id": number}))
        except (OSError, ValueError):  # it has died meanwhile, or was stopped
            self._fail_all(process)

    def ask(
        self, message: Mapping[str, Any], progress: Progress | None = None
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

        self.request(message, done, failed, progress, _at_once)
        ready.wait()
        if trouble:
            raise WorkerError(trouble[0])
        return result

    def stop(self) -> None:
        """End the program, whatever it is doing; requests under way fail. It starts again when needed."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            self._close(pipe)
        self._fail_all(process)
        if self._reader and self._reader is not threading.current_thread():
            self._reader.join(timeout=2)

    @property
    def pid(self) -> int | None:
        """The program's process id while it runs."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            if self._process is not None:
                self._close(self._process.stdin)  # its reader closes the other one
            self._process = subprocess.Popen(
                worker_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._reader = threading.Thread(
                target=self._read, args=(self._process,), name="worker answers", daemon=True
            )
            self._reader.start()
        return self._process

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
        try:
            for line in process.stdout:
                self._take(line)
        except (ValueError, OSError):
            pass  # the pipe was closed by stop()
        self._close(process.stdout)
        self._fail_all(process)

    def _take(self, line: bytes) -> None:
        try:
            message = message_of(line)
        except ProtocolError:
            return
        number = message.get("id")
        if "progress" in message:
            self._tell_progress(number, message["progress"])
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

    def _tell_progress(self, number: Any, progress: Any) -> None:
        with self._lock:
            waiting = self._waiting.get(number)
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
