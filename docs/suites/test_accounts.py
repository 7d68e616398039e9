import json
import os
import unittest
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SERVER = os.environ.get("BANK", "http://127.0.0.1:8080")


def send(url, method="GET", headers=None, content=None):
    """The status and the JSON of a reply, whatever the status."""
    body = None if content is None else json.dumps(content).encode()
    headers = {**(headers or {}), **({"Content-Type": "application/json"} if body else {})}
    try:
        reply = urlopen(Request(url, body, headers, method=method))
    except HTTPError as refused:
        reply = refused
    with reply:
        text = reply.read()
        return reply.status, json.loads(text) if text else None


def api(url, method="GET", content=None):
    status, told = send(url, method, content=content)
    if status >= 400:
        raise AssertionError(told["detail"])
    return told


class AccountsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """A sandbox of this process's own."""
        cls.bank = api(SERVER + "/_sandbank/api/sandboxes", "POST", {"fixture": "apiture", "life": "PT10M"})
        cls.addClassCleanup(api, SERVER + "/_sandbank/api/sandboxes/" + cls.bank["id"], "DELETE")

    def setUp(self):
        self.control("/reset", "POST")

    def control(self, path, method="GET", content=None):
        return api(self.bank["controlUrl"] + path, method, content)

    def statements(self, authorization, path="/banking/accounts"):
        """Stands for your own code."""
        return send(self.bank["baseUrl"] + path, headers={"Authorization": authorization} if authorization else {})

    def bearer(self, client):
        return "Bearer " + self.control("/tokens", "POST", {"client": client})["token"]

    def last_call(self):
        return self.control("/calls?limit=1")["calls"][0]

    def test_a_blocked_customer_is_turned_away(self):
        self.control("/users/ada/block", "POST")
        self.statements(self.bearer("ada-batch"))

        call = self.last_call()
        self.assertEqual(call["status"], 403)
        self.assertEqual(call["decision"]["refusal"], "subject-blocked")
        self.assertEqual(
            call["decision"]["gates"][-1], {"name": "blocked", "verdict": "refused", "saw": "The user ada is blocked"}
        )

    def test_an_account_has_what_the_test_says(self):
        self.control("/resources/accounts/acct-4f81c0", "PATCH", {"balance": "0.07"})

        _, balances = self.statements(self.bearer("ada-batch"), "/banking/accountBalances?accounts=acct-4f81c0")
        self.assertEqual(balances["items"][0]["current"], "0.07")

    def test_a_token_lives_a_quarter_of_an_hour(self):
        token = self.bearer("ada-batch")
        self.control("/clock", "PATCH", {"advance": "PT15M"})

        self.assertEqual(self.statements(token)[0], 401)
        self.assertEqual(self.last_call()["decision"]["refusal"], "token-expired")

    def test_the_bank_fails_once(self):
        fault = {"on": ["listAccounts"], "next": 1, "effect": {"type": "fail", "status": 503}}
        self.control("/faults", "POST", fault)
        token = self.bearer("ada-batch")

        self.assertEqual(self.statements(token)[0], 503)
        self.assertEqual(self.statements(token)[0], 200)
        self.assertEqual(self.control("/faults")["unmet"], [])

    def test_no_bad_token_opens_anything(self):
        for flaw in self.control("/tokens/flaws?operation=listAccounts")["flaws"]:
            with self.subTest(flaw):
                self.control("/reset", "POST")
                bad = self.control("/tokens/bad", "POST", {"flaw": flaw, "client": "ada-batch"})

                self.assertEqual(self.statements(bad["authorization"])[0], bad["status"])
                call = self.last_call()
                self.assertEqual(call["decision"]["refusal"], bad["reason"])
                differences = self.control(f"/arranged/{bad['id']}/differences?call={call['number']}")
                self.assertEqual(differences["differences"], [])

    def test_every_denial_of_get_account_is_met(self):
        denials = self.control("/operations/getAccount/denials?gate=entitlement&gate=resource&gate=scope")["denials"]
        self.assertTrue(denials)
        for denial in denials:
            with self.subTest(denial["name"]):
                self.control("/reset", "POST")
                call = self.control("/operations/getAccount/denials", "POST", {"name": denial["name"]})

                self.assertEqual(send(call["url"], headers=call["headers"])[0], denial["status"])
                self.assertEqual(self.last_call()["decision"]["refusal"], denial["reason"])


if __name__ == "__main__":
    unittest.main()
