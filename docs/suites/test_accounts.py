import json
import unittest
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from sandbank import Sandbox


def get(url, headers):
    """Stands for your own code: the status and the JSON of a reply."""
    try:
        reply = urlopen(Request(url, headers=headers))
    except HTTPError as refused:
        reply = refused
    with reply:
        return reply.status, json.load(reply)


class AccountsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bank = Sandbox("apiture")
        cls.addClassCleanup(cls.bank.close)

    def setUp(self):
        self.bank.control("POST", "/reset")

    def bearer(self, client):
        return "Bearer " + self.bank.control("POST", "/tokens", {"client": client})["token"]

    def last_call(self):
        return self.bank.control("GET", "/calls?limit=1")["calls"][0]

    def statements(self, authorization, path="/banking/accounts"):
        return get(self.bank.base_url + path, {"Authorization": authorization} if authorization else {})

    def test_a_blocked_customer_is_turned_away(self):
        self.bank.control("POST", "/users/ada/block")

        self.assertEqual(self.statements(self.bearer("ada-batch"))[0], 403)
        decision = self.last_call()["decision"]
        self.assertEqual(decision["refusal"], "subject-blocked")
        self.assertEqual(
            decision["gates"][-1], {"name": "blocked", "verdict": "refused", "saw": "The user ada is blocked"}
        )

    def test_an_account_has_what_the_test_says(self):
        self.bank.control("PATCH", "/resources/accounts/acct-4f81c0", {"balance": "0.07"})

        _, balances = self.statements(self.bearer("ada-batch"), "/banking/accountBalances?accounts=acct-4f81c0")
        self.assertEqual(balances["items"][0]["current"], "0.07")

    def test_a_token_lives_a_quarter_of_an_hour(self):
        token = self.bearer("ada-batch")
        self.bank.control("PATCH", "/clock", {"advance": "PT15M"})

        self.assertEqual(self.statements(token)[0], 401)
        self.assertEqual(self.last_call()["decision"]["refusal"], "token-expired")

    def test_the_bank_fails_once(self):
        fault = {"on": ["listAccounts"], "next": 1, "effect": {"type": "fail", "status": 503}}
        self.bank.control("POST", "/faults", fault)
        token = self.bearer("ada-batch")

        self.assertEqual(self.statements(token)[0], 503)
        self.assertEqual(self.statements(token)[0], 200)
        self.assertEqual(self.bank.control("GET", "/faults")["unmet"], [])

    def test_no_bad_token_opens_anything(self):
        for flaw in self.bank.control("GET", "/tokens/flaws?operation=listAccounts")["flaws"]:
            with self.subTest(flaw):
                self.bank.control("POST", "/reset")
                bad = self.bank.control("POST", "/tokens/bad", {"flaw": flaw, "client": "ada-batch"})

                self.assertEqual(self.statements(bad["authorization"])[0], bad["status"])
                call = self.last_call()
                self.assertEqual(call["decision"]["refusal"], bad["reason"])
                differences = self.bank.control("GET", f"/arranged/{bad['id']}/differences?call={call['number']}")
                self.assertEqual(differences["differences"], [])

    def test_every_denial_of_get_account_is_met(self):
        path = "/operations/getAccount/denials"
        denials = self.bank.control("GET", path + "?gate=entitlement&gate=resource&gate=scope")["denials"]
        self.assertTrue(denials)
        for denial in denials:
            with self.subTest(denial["name"]):
                self.bank.control("POST", "/reset")
                call = self.bank.control("POST", path, {"name": denial["name"]})

                self.assertEqual(get(call["url"], call["headers"])[0], denial["status"])
                self.assertEqual(self.last_call()["decision"]["refusal"], denial["reason"])


if __name__ == "__main__":
    unittest.main()
