# SPDX-License-Identifier: GPL-3.0-or-later
"""A board as a process, and requests to it: shared by the end-to-end script and the benchmark."""

import http.client
import json
import signal
import subprocess
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
        all_headers = {"Host": self.host, **(headers or {})}
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

    def state(self):
        return self.get(f"/api/drafts/{self.draft}")

    def act(self, kind, base, author="Ana", key=None, **more):
        """An act on the draft: status and answer."""
        body = {"key": key or uuid.uuid4().hex, "base": base, "author": author, "kind": kind, **more}
        return self.post(f"/api/drafts/{self.draft}/acts", body)


def move(session, origin, target):
    return {"session": session, "from": origin, "to": target}
