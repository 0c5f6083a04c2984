#!/usr/bin/env python3
"""Measures the image on half a processor and 768 MB: how soon it grades, how much, and in what memory.

    src/benchmark/image.py [IMAGE]      left out, letsbackprop

Needs a Docker engine. Times are from `docker run` on; with and without the cache take turns, so that the machine's moods meet both.
"""
import json
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

IMAGE = sys.argv[1] if len(sys.argv) > 1 else "letsbackprop"
STARTS = 5
CLIENTS = 8
SECONDS = 20
BATCH = 5000
RUN = ["docker", "run", "--cpus", "0.5", "--memory", "768m", "--memory-swap", "768m", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL"]

course = "examples/grading/"
assignment = json.load(open(course + "assignment.json"))
claims = json.load(open(course + "submissions/ben.json"))
SUBMISSION = json.dumps(assignment | claims).encode()
CLASS = "\n".join([json.dumps({"assignment": assignment})] + [json.dumps({"id": str(i)} | claims) for i in range(BATCH)]).encode()
# 400,000 weights, and as many gradients in the answer.
LARGE = json.dumps({
    "input": [[(i * j % 97) / 97 for j in range(784)] for i in range(64)],
    "layers": [{"type": "affine", "weight": {"random": "he", "shape": [784, 512], "seed": 2}},
               {"type": "relu"},
               {"type": "affine", "weight": {"random": "he", "shape": [512, 10], "seed": 3}},
               {"type": "softmax_with_loss", "target": [i % 10 for i in range(64)]}],
    "encoding": "base64"}).encode()


def docker(*arguments, **options):
    return subprocess.run(["docker", *arguments], check=True, capture_output=True, **options).stdout.decode().strip()


class Service:
    """A container that serves; it is gone at the end of the block."""

    def __init__(self, *options):
        self.options = options

    def __enter__(self):
        self.began = time.monotonic()
        self.id = subprocess.run([*RUN, "--detach", "--publish", "127.0.0.1::8080", *self.options, IMAGE],
                                 check=True, capture_output=True).stdout.decode().strip()
        self.url = "http://" + docker("port", self.id, "8080").splitlines()[0]
        return self

    def __exit__(self, *_):
        docker("rm", "--force", self.id)

    def post(self, path, body, kind="application/json"):
        request = urllib.request.Request(self.url + path, body, {"Content-Type": kind})
        with urllib.request.urlopen(request, timeout=300) as answer:
            return answer.read()

    def first_grade(self):
        """Seconds from `docker run` to the first grade."""
        while time.monotonic() - self.began < 300:
            try:
                self.post("/v1/grades", SUBMISSION)
                return time.monotonic() - self.began
            except OSError:
                time.sleep(0.02)
        sys.exit(docker("logs", self.id))

    def rate(self, path, body):
        """Answers per second to that many clients at once, and how many were told to come again."""
        counts = [0, 0]
        end = time.monotonic() + SECONDS

        def client():
            while time.monotonic() < end:
                try:
                    self.post(path, body)
                    counts[0] += 1
                except urllib.error.HTTPError as e:
                    if e.code not in (429, 503):
                        raise
                    counts[1] += 1
        clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
        for each in clients:
            each.start()
        for each in clients:
            each.join()
        return counts[0] / SECONDS, counts[1]

    def memory(self):
        """The most that the process has had in memory, in MB."""
        status = docker("exec", self.id, "cat", "/proc/1/status")
        return int(status.split("VmHWM:")[1].split()[0]) // 1024


def command(*options):
    began = time.monotonic()
    subprocess.run([*RUN, "--rm", "--interactive", "--network", "none", *options, IMAGE, "grade"],
                   input=SUBMISSION, check=True, capture_output=True)
    return time.monotonic() - began


def service(*options):
    with Service(*options) as running:
        return running.first_grade()


def cold_starts():
    for name, start in (("service", service), ("command", command)):
        times = {"on": [], "off": []}
        for _ in range(STARTS):
            for mode, taken in times.items():
                taken.append(start("--env", "LETSBACKPROP_OPTS=-XX:AOTMode=" + mode))
        for mode, taken in times.items():
            print(f"{name}, cache {mode}: first grade after {statistics.median(taken):.1f} s "
                  f"({min(taken):.1f} to {max(taken):.1f})", flush=True)


def load():
    with Service() as running:
        running.first_grade()
        running.rate("/v1/grades", SUBMISSION)
        rate, _ = running.rate("/v1/grades", SUBMISSION)
        print(f"POST /v1/grades, {CLIENTS} clients: {rate:.0f}/s, {rate * 3600:,.0f} an hour", flush=True)
        running.post("/v1/grades/batch", CLASS, "application/x-ndjson")
        began = time.monotonic()
        running.post("/v1/grades/batch", CLASS, "application/x-ndjson")
        rate = BATCH / (time.monotonic() - began)
        print(f"POST /v1/grades/batch: {rate:.0f}/s, {rate * 3600:,.0f} an hour", flush=True)
        print(f"memory after these: {running.memory()} MB", flush=True)
        rate, refused = running.rate("/v1/gradients", LARGE)
        print(f"POST /v1/gradients, 400,000 weights, {CLIENTS} clients: {rate:.1f}/s, {refused} told to come again; "
              f"memory {running.memory()} MB", flush=True)


cold_starts()
load()
