"""Download: one file from an https address, when the person names the address and the digest."""

import hashlib
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, OpenerDirector, Request

from rotstift.model.wording import QT_TRANSLATE_NOOP, Sentence
from rotstift.nlp.library.wheel import LARGEST, gigabytes
from rotstift.nlp.suggest import SuggestError

TIMEOUT = 30
"""Seconds without a byte after which nothing more is expected."""
_CHUNK = 1 << 18

_NOT_HTTPS = QT_TRANSLATE_NOOP(
    "Messages", "The address {address} does not begin with https://, so nothing is fetched from it."
)
_FAILED = QT_TRANSLATE_NOOP(
    "Messages", "Nothing could be fetched from {address}: {reason}; nothing was kept."
)
_TOO_BIG = QT_TRANSLATE_NOOP(
    "Messages", "What {address} sends is larger than {limit}; nothing was kept."
)
_SHORT = QT_TRANSLATE_NOOP(
    "Messages",
    "Only {got} of {all} bytes came from {address}; nothing was kept, so try again.",
)
_OTHER = QT_TRANSLATE_NOOP(
    "Messages",
    "What {address} sends is not what was asked for: its SHA-256 is {found}, not {asked}; nothing was kept.",
)


class Response(Protocol):
    """What an opener gives back."""

    headers: Any

    def read(self, size: int, /) -> bytes:
        """The next bytes; none at the end."""

    def close(self) -> None:
        """No more is wanted."""


Open = Callable[[str], Response]
Progress = Callable[[int, int], None]


class OnlyHttps(HTTPRedirectHandler):
    """Follows a redirection to https only."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Raises URLError for any other address."""
        if not is_https(newurl):
            raise URLError(f"it leads on to {newurl}, which is not https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_https(address: str) -> bool:
    """True for an https address with a host and no user name in it."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def open_https(address: str) -> Response:
    """Ask for the address; the proxies of the system are used, cookies and passwords are not."""
    from urllib.request import HTTPDefaultErrorHandler, HTTPErrorProcessor, ProxyHandler

    opener = OpenerDirector()
    handlers = (ProxyHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor, OnlyHttps)
    for handler in handlers:
        opener.add_handler(handler())
    request = Request(address, headers={"User-Agent": "rotstift"})
    response: Response = opener.open(request, timeout=TIMEOUT)
    return response


def file_name(address: str) -> str:
    """The last part of the address: for the sentences, and to tell what it is."""
    return unquote(urlsplit(address).path).rsplit("/", 1)[-1]


def fetch(
    address: str,
    target: Path,
    sha256: str,
    *,
    open_address: Open = open_https,
    limit: int = LARGEST,
    progress: Progress | None = None,
) -> None:
    """Write what the address sends to `target`, when it is what the digest says.

    Otherwise there is no `target` afterwards. Raises SuggestError, and OSError of the disk.
    """
    if not is_https(address):
        raise SuggestError(Sentence(_NOT_HTTPS, address=address))
    try:
        _check(address, _stream(address, target, open_address, limit, progress), sha256)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _check(address: str, found: str, sha256: str) -> None:
    asked = sha256.strip().lower()
    if found != asked:
        raise SuggestError(Sentence(_OTHER, address=address, found=found, asked=asked))


def _stream(
    address: str, target: Path, open_address: Open, limit: int, progress: Progress | None
) -> str:
    """The digest of what was written."""
    total, got = hashlib.sha256(), 0
    with closing(_opened(address, open_address)) as response, target.open("xb") as out:
        length = _length(response)
        while block := _read(address, response):
            got += len(block)
            if max(got, length) > limit:
                raise SuggestError(Sentence(_TOO_BIG, address=address, limit=gigabytes(limit)))
            total.update(block)
            out.write(block)
            if progress:
                progress(got, length)
    if length and got != length:
        raise SuggestError(Sentence(_SHORT, address=address, got=got, all=length))
    return total.hexdigest()


def _length(response: Response) -> int:
    """How many bytes are announced; 0 where none are."""
    words = str(response.headers.get("Content-Length") or "")
    return int(words) if words.isdecimal() and len(words) < 20 else 0


def _opened(address: str, open_address: Open) -> Response:
    try:
        return open_address(address)
    except (OSError, HTTPException, ValueError) as error:
        raise _failed(address, error) from None


def _read(address: str, response: Response) -> bytes:
    try:
        return response.read(_CHUNK)
    except (OSError, HTTPException) as error:
        raise _failed(address, error) from None


def _failed(address: str, error: Exception) -> SuggestError:
    reason = str(error)
    if isinstance(error, HTTPError):
        reason = f"{error.code} {error.reason}"
        error.close()
    elif isinstance(error, URLError):
        reason = str(getattr(error.reason, "strerror", None) or error.reason)
    reason = " ".join((reason or type(error).__name__).split()).rstrip(".")
    return SuggestError(Sentence(_FAILED, address=address, reason=reason))
