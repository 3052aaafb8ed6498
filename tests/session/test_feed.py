"""Feed: from one thread to another, in order, with an end, and both ends may give up."""

import threading

import pytest

from rotstift.session.feed import Cancelled, Feed


def test_everything_arrives_in_order_across_threads():
    feed: Feed[int] = Feed(size=3)
    found: list[int] = []
    reader = threading.Thread(target=lambda: found.extend(feed))
    reader.start()
    for number in range(200):
        while not feed.offer(number):
            pass
    while not feed.end():
        pass
    reader.join(timeout=5)
    assert found == list(range(200))


def test_a_full_feed_says_no():
    feed: Feed[int] = Feed(size=1)
    assert feed.offer(1)
    assert not feed.offer(2)
    assert not feed.end()
    assert next(iter(feed)) == 1
    assert feed.end()
    assert list(feed) == []


def test_cancelling_ends_a_reader_that_waits():
    feed: Feed[int] = Feed()
    told: list[BaseException] = []

    def read() -> None:
        try:
            list(feed)
        except Cancelled as error:
            told.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    feed.cancel()
    reader.join(timeout=5)
    assert len(told) == 1
    assert feed.cancelled


def test_cancelling_ends_a_reader_in_the_middle():
    feed: Feed[int] = Feed()
    feed.offer(1)
    feed.offer(2)
    source = iter(feed)
    assert next(source) == 1
    feed.cancel()
    with pytest.raises(Cancelled):
        next(source)
