"""One call of each kind by the client that is generated for Python: python3 calls.py CLIENT BANK REPORT."""

import json
import sys
import urllib.error
import urllib.request

sys.path.insert(0, sys.argv[1])
import sandbank_control as control  # noqa: E402


def calls(bank):
    server = control.SandboxesApi(control.ApiClient(control.Configuration(host=bank + "/_sandbank/api")))
    made = server.make_sandbox(new_sandbox=control.NewSandbox(fixture="apiture", life="PT1M"))
    own = control.ApiClient(control.Configuration(host=made.control_url))
    told = {}

    sandbox = control.SandboxApi(own)
    told["sandbox"] = sandbox.describe_sandbox().bank
    # What is generated reads no YAML.
    told["fixture"] = "bank: apiture" in sandbox.export_fixture(_headers={"Accept": "text/plain"})
    sandbox.load_fixture(control.AnyFixture(fixture_text="extends: apiture\nclock: 2031-03-03T09:00:00Z"))
    told["names"] = sandbox.list_names("clients", name="ada-bacth").doubts

    resources = control.ResourcesApi(own)
    resources.add_resource("users", {"id": "grace", "username": "grace"})
    told["resources"] = resources.change_resource("accounts", "acct-4f81c0", {"balance": "0.07"})["balance"]

    told["users"] = control.UsersApi(own).block_user("ada").status
    told["clients"] = control.ClientsApi(own).get_client("ada-batch").user
    request = control.MakeBadTokenRequest(flaw=control.TokenFlaw.EXPIRED, client="ada-batch")
    bad = control.TokensApi(own).make_bad_token(make_bad_token_request=request)
    told["tokens"] = bad.reason
    control.KeysApi(own).rotate_keys(rotation=control.Rotation(how="without-overlap"))
    told["clock"] = control.ClockApi(own).move_clock(control.ClockChange(advance="PT5M")).now.isoformat()

    faults = control.FaultsApi(own)
    for effect in (
        control.FailEffect(type="fail", status=503),
        control.ReplaceHeaderEffect(type="replaceHeader", name="ETag", value="x"),
        control.DropEffect(type="drop"),
    ):
        faults.set_fault(control.NewFault(on=["listAccounts"], next=1, effect=control.Effect(effect)))
    told["faults"] = [type(fault.effect.actual_instance).__name__ for fault in faults.list_faults().faults]

    try:
        urllib.request.urlopen(
            urllib.request.Request(made.base_url + "/banking/accounts", headers={"Authorization": bad.authorization})
        )
    except urllib.error.HTTPError as refused:
        told["struck"] = refused.code
    journal = control.JournalApi(own).list_calls(operation="listAccounts", wait="PT2S")
    told["journal"] = [call.decision.refusal for call in journal.calls]

    denials = control.CataloguesApi(own).list_denials("getAccount", gate=["scope", "blocked"]).denials
    told["catalogues"] = [denial.gate for denial in denials]

    telling = server.make_sandbox(new_sandbox=control.NewSandbox(fixture="uphold", life="PT1M"))
    webhooks = control.WebhooksApi(control.ApiClient(control.Configuration(host=telling.control_url)))
    webhooks.make_event(control.NewEvent(type="core.user.deleted", data={"user": {"id": "u1"}}))
    told["webhooks"] = [delivery.state for delivery in webhooks.list_due_deliveries().deliveries]

    server.close_sandbox(made.id)
    try:
        server.get_sandbox(made.id)
    except control.ApiException as refused:
        told["sandboxes"] = refused.status
    return told


with open(sys.argv[3], "w") as report:
    json.dump(calls(sys.argv[2]), report)
