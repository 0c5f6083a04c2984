#!/usr/bin/env python3
"""Minutes of clients that break off, dawdle or send junk, among good ones, against a small heap.

    ./mvnw -DskipTests package
    src/benchmark/soak.py [SECONDS]

Says every half minute what the heap holds after a collection, how many threads and descriptors there are, and
ends with 1 if they grew or a good client was failed. JAVA_HOME says which Java, as for the build.
"""

import asyncio
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
import time

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 300
PORT = random.randint(20_000, 40_000)
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin") if "JAVA_HOME" in os.environ else ""
JAR = os.path.join(os.path.dirname(__file__), "../../target/letsbackprop.jar")
GOOD = json.dumps({"formula": "q = x + y; f = q * z", "values": {"x": -2, "y": 5, "z": -4}}).encode()
LARGE = json.dumps({"formula": "sum(tanh(x) @ y)", "values": {
    "x": [[random.random() for _ in range(200)] for _ in range(200)],
    "y": [[random.random() for _ in range(200)] for _ in range(200)]}}).encode()
BATCH = b"\n".join([
    json.dumps({"assignment": {"model": json.loads(GOOD)}}).encode(),
    *(json.dumps({"id": str(i), "claims": {"x": {"gradient": i % 5}, "q": {"gradient": 3}}}).encode()
      for i in range(200))]) + b"\n"


def head(path, length, kind="application/json"):
    return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            f"Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n").encode()


async def whole(writer, reader):
    """A good client."""
    path, body, kind = random.choice([
        ("/v1/gradients", GOOD, "application/json"), ("/v1/gradients", LARGE, "application/json"),
        ("/v1/diagrams", GOOD, "application/json"), ("/v1/grades/batch", BATCH, "application/x-ndjson")])
    writer.write(head(path, len(body), kind) + body)
    answer = await asyncio.wait_for(reader.read(), 60)
    return "good " + answer[9:12].decode()


async def broken(writer, reader):
    """One that crashes in the middle of its body, or of a line of a batch."""
    path, body, kind = random.choice([
        ("/v1/gradients", LARGE, "application/json"), ("/v1/grades/batch", BATCH, "application/x-ndjson")])
    writer.write(head(path, len(body), kind) + body[:random.randrange(len(body))])
    await writer.drain()
    await asyncio.sleep(random.random() / 5)
    writer.transport.abort()
    return "broken off"


async def deaf(writer, reader):
    """One that leaves before its answer."""
    writer.write(head("/v1/gradients", len(LARGE)) + LARGE)
    await writer.drain()
    await asyncio.sleep(random.random() / 5)
    writer.transport.abort()
    return "left"


async def slow(writer, reader):
    """One that says a byte a second, for a while."""
    writer.write(head("/v1/gradients", len(LARGE)))
    for at in range(random.randrange(8)):
        writer.write(LARGE[at:at + 1])
        await asyncio.sleep(1)
    writer.transport.abort()
    return "slow"


async def junk(writer, reader):
    """One that does not speak the language."""
    writer.write(random.choice([head("/v1/gradients", 400) + os.urandom(400), os.urandom(200) + b"\r\n\r\n"]))
    await asyncio.wait_for(reader.read(), 60)
    return "junk"


async def client(end, told):
    while time.monotonic() < end:
        kind = random.choices([whole, broken, deaf, slow, junk], [4, 3, 2, 1, 2])[0]
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
            told[await kind(writer, reader)] += 1
            writer.close()
        except (OSError, asyncio.TimeoutError) as error:
            told[f"{kind.__name__}: {type(error).__name__}"] += 1


def measured(pid):
    run = [os.path.join(JAVA, "jcmd"), str(pid)]
    subprocess.run([*run, "GC.run"], capture_output=True, check=True)
    lines = subprocess.run([*run, "GC.class_histogram", "-all=false"], capture_output=True, text=True, check=True).stdout
    total = next(line.split() for line in reversed(lines.splitlines()) if line.startswith("Total"))
    return int(total[2]) >> 10, len(os.listdir(f"/proc/{pid}/task")), len(os.listdir(f"/proc/{pid}/fd"))


async def soak(pid):
    told = collections.Counter()
    end = time.monotonic() + SECONDS
    clients = [asyncio.create_task(client(end, told)) for _ in range(24)]
    lines = []
    print("   s  heap KB  threads  files")
    while time.monotonic() < end:
        await asyncio.sleep(min(30, max(1, end - time.monotonic())))
        lines.append(await asyncio.to_thread(measured, pid))
        print(f"{SECONDS - end + time.monotonic():4.0f} {lines[-1][0]:8} {lines[-1][1]:8} {lines[-1][2]:6}", flush=True)
    await asyncio.gather(*clients)
    await asyncio.sleep(10)
    last = measured(pid)
    print(f" end {last[0]:8} {last[1]:8} {last[2]:6}\n{dict(told)}")
    failed = [name for name in told if name.startswith(("good ", "whole")) and name not in ("good 200", "good 503")]
    # What is loaded in the first half minute stays.
    return failed or last[0] > 1.2 * lines[0][0] + 4_096 or last[1] > lines[0][1] + 8 or last[2] > lines[0][2] + 8


def main():
    with tempfile.TemporaryFile() as log:
        service = subprocess.Popen(
            [os.path.join(JAVA, "java"), "-Xmx256m", "-jar", JAR, f"--server.port={PORT}"], stdout=log, stderr=log)
        try:
            for _ in range(120):
                with open(os.devnull, "wb") as nowhere:
                    if subprocess.run(["curl", "-sf", f"http://127.0.0.1:{PORT}/readyz"], stdout=nowhere).returncode == 0:
                        break
                time.sleep(0.5)
            return 1 if asyncio.run(soak(service.pid)) else 0
        finally:
            service.terminate()
            service.wait()


sys.exit(main())
