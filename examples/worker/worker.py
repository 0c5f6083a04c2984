#!/usr/bin/env python3
"""Grades what waits in a queue; start as many of these as you like, on as many machines.

    worker.py QUEUE         grades until nothing is left
    worker.py QUEUE --stay  waits for more

The queue is a table of an SQLite file, in place of whatever your platform has:
    CREATE TABLE jobs (id TEXT PRIMARY KEY, request TEXT, state TEXT DEFAULT 'waiting', due REAL DEFAULT 0, tries INTEGER DEFAULT 0, answer TEXT)
A request is the body of POST /v1/grades. A state is waiting, taken, graded or refused.

LETSBACKPROP_URL    the service, or the load balancer before it; left out, http://localhost:8080
LETSBACKPROP_TOKEN  the token to call it with, if it asks for one
"""
import email.utils
import os
import random
import sqlite3
import sys
import time
import urllib.error
import urllib.request

URL = os.environ.get("LETSBACKPROP_URL", "http://localhost:8080") + "/v1/grades"
TOKEN = os.environ.get("LETSBACKPROP_TOKEN")
LONGEST_REQUEST = 60
LONGEST_PAUSE = 60
# A worker that died took its job with it; after that time another one takes it. The same request gives the same grade.
TAKEN_FOR = 2 * LONGEST_REQUEST


class Busy(Exception):
    """Nobody answered, or not now; seconds is how long the service asks to wait, or None."""

    def __init__(self, seconds=None):
        self.seconds = seconds


def grade(request):
    """The answer of the service, and whether it is a grade: what is wrong with a request stays wrong."""
    headers = {"Content-Type": "application/json"}
    if TOKEN:
        headers["Authorization"] = "Bearer " + TOKEN
    try:
        post = urllib.request.Request(URL, request.encode(), headers)
        with urllib.request.urlopen(post, timeout=LONGEST_REQUEST) as answer:
            return answer.read().decode(), True
    except urllib.error.HTTPError as refusal:
        if refusal.code in (408, 429) or refusal.code >= 500:
            raise Busy(retry_after(refusal.headers.get("Retry-After")))
        if refusal.code in (401, 403, 404):
            sys.exit(f"{URL} answers {refusal.code}: nobody's submission is at fault, so nothing is refused for it")
        return refusal.read().decode(), False
    except OSError:
        raise Busy()


def retry_after(header):
    """Retry-After in seconds: HTTP has it as a number or as a date."""
    if header is None:
        return None
    if header.strip().isdigit():
        return int(header)
    try:
        return max(0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except ValueError:
        return None


def pause(asked, tries):
    """As long as asked, and else twice as long each time; a little more, so that not all workers come back at once."""
    seconds = min(LONGEST_PAUSE, 2 ** min(tries, 10)) if asked is None else asked
    return seconds * (1 + random.random() / 4)


def take(queue):
    """The job that has waited longest, now taken by this worker alone, or None."""
    now = time.time()
    return queue.execute(
        """UPDATE jobs SET state = 'taken', due = ? WHERE id =
             (SELECT id FROM jobs WHERE state IN ('waiting', 'taken') AND due <= ? ORDER BY due, rowid LIMIT 1)
           RETURNING id, request, tries""",
        (now + TAKEN_FOR, now)).fetchone()


def work(queue, stay):
    while True:
        job = take(queue)
        if job:
            name, request, tries = job
            try:
                answer, graded = grade(request)
                queue.execute("UPDATE jobs SET state = ?, answer = ? WHERE id = ?",
                              ("graded" if graded else "refused", answer, name))
            except Busy as busy:
                seconds = pause(busy.seconds, tries)
                queue.execute("UPDATE jobs SET state = 'waiting', due = ?, tries = ? WHERE id = ?",
                              (time.time() + seconds, tries + 1, name))
                # The service is busy, not the job: the next one would fare no better.
                time.sleep(seconds)
        elif stay or queue.execute("SELECT 1 FROM jobs WHERE state = 'waiting'").fetchone():
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--stay"]):
        sys.exit(__doc__)
    # Each statement is a transaction of its own.
    work(sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30), "--stay" in sys.argv)
