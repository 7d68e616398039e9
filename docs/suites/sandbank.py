import json
import os
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SERVER = os.environ.get("SANDBANK_URL", "http://127.0.0.1:8080")
TOKEN = os.environ.get("SANDBANK_CONTROL_TOKEN")  # if the server wants one


def send(method, url, content=None):
    body = None if content is None else json.dumps(content).encode()
    headers = {"Authorization": "Bearer " + TOKEN} if TOKEN else {}
    if body:
        headers["Content-Type"] = "application/json"
    try:
        with urlopen(Request(url, body, headers, method=method)) as reply:
            text = reply.read()
    except HTTPError as refused:
        raise AssertionError(json.load(refused)["detail"]) from None
    return json.loads(text) if text else None


class Sandbox:
    """A sandbox at the server, for you alone."""

    def __init__(self, fixture):
        made = send("POST", SERVER + "/_sandbank/api/sandboxes", {"fixture": fixture, "life": "PT10M"})
        self.base_url = made["baseUrl"]
        self._id = made["id"]
        self._control_url = made["controlUrl"]

    def control(self, method, path, content=None):
        return send(method, self._control_url + path, content)

    def close(self):
        send("DELETE", SERVER + "/_sandbank/api/sandboxes/" + self._id)
