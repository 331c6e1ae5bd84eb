# SPDX-License-Identifier: GPL-3.0-or-later
"""A board as a process, and requests to it: shared by the end-to-end script and the benchmark."""

import http.client
import json
import re
import signal
import socket
import subprocess
import time
import uuid


class Board:
    """A running board; ends with `stop`, or as it is told."""

    def __init__(self, programme, scenario, out, *options, port=0):
        words = [programme, "board", str(scenario), "--out", str(out), "--port", str(port), "--json", *options]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(self.process.stderr.read())
        self.said = json.loads(line)
        self.port = self.said["port"]
        self.draft = self.said.get("draft")
        self.host = f"127.0.0.1:{self.port}"
        self.headers = {}

    def come_in(self, link):
        """With a link of a shared board, as a browser does; its cookie goes with all that follows."""
        status, headers, text = self.ask("GET", "/?" + link.split("?")[1])
        assert status == 200, text[:300]
        self.headers["Cookie"] = re.match("[^;]+", headers["set-cookie"])[0]

    def kill(self):
        self.process.kill()
        self.process.communicate()

    def stop(self):
        """As Ctrl-C does; its status and what it said on standard error."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=60)
        return self.process.returncode, errors

    def ask(self, method, path, body=None, headers=None):
        """Status, headers, and the body as text."""
        all_headers = {"Host": self.host, **self.headers, **(headers or {})}
        if body is not None:
            all_headers = {"Origin": f"http://{self.host}", "X-Board": "1", "Content-Type": "application/json",
                           **all_headers}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), all_headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()
        finally:
            connection.close()

    def get(self, path, **headers):
        status, _, text = self.ask("GET", path, headers=headers or None)
        assert status == 200, f"{path}: {status} {text[:300]}"
        return json.loads(text)

    def post(self, path, body, headers=None):
        status, _, text = self.ask("POST", path, body, headers)
        return status, json.loads(text)

    def patiently(self, path, body):
        """As `post`, again while the board says that it is asked too often."""
        while (answer := self.post(path, body))[0] == 429:
            time.sleep(0.1)
        return answer

    def state(self):
        return self.get(f"/api/drafts/{self.draft}")

    def act(self, kind, base, author="Ana", key=None, **more):
        """An act on the draft: status and answer."""
        body = {"key": key or uuid.uuid4().hex, "base": base, "author": author, "kind": kind, **more}
        return self.post(f"/api/drafts/{self.draft}/acts", body)


class Stream:
    """The board's events over a raw connection. What comes in one piece, and what in several, is the network's
    affair: so one reads until something is there."""

    def __init__(self, connection, host, cookie=""):
        self.connection, self.heard = connection, b""
        connection.settimeout(60)
        fields = f"Cookie: {cookie}\r\n" if cookie else ""
        connection.sendall(f"GET /api/events HTTP/1.1\r\nHost: {host}\r\n{fields}\r\n".encode())

    def until(self, text):
        """All that has come, once it holds a text."""
        while text not in self.heard:
            part = self.connection.recv(65536)
            assert part, f"the stream ended before {text}: {self.heard[-300:]}"
            self.heard += part
        return self.heard


def events(board):
    """A stream of a board of this machine."""
    return Stream(socket.create_connection(("127.0.0.1", board.port)), board.host)


def move(session, origin, target):
    return {"session": session, "from": origin, "to": target}
