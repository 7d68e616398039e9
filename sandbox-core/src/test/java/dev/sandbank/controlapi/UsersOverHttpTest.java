package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test in another language does to users: at once, and noted. */
class UsersOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @ParameterizedTest
    @CsvSource({"ada, block, blocked", "mallory, unblock, active", "ada, disable, disabled", "dora, enable, active"})
    void areWhatTheyAreMade(String user, String deed, String status) {
        control(bank, "POST", "/users/" + user + "/" + deed)
                .send()
                .hasStatus(200)
                .hasBody("{\"user\": \"" + user + "\", \"status\": \"" + status + "\"}");

        assertThat(bank.user(user).status()).isEqualTo(status);
        assertThat(bank.journal().changes()).hasSize(1);
    }

    @Test
    void areSignedOutIfTheyHaveATokenAtLeast() {
        control(bank, "POST", "/users/ada/sign-out").send().hasStatus(409);
        String token = bank.tokens().forClient("ada-batch");

        control(bank, "POST", "/users/ada/sign-out").send().hasStatus(200);

        assertThat(accounts(token)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /users/mallory/block, user mallory is already blocked",
        "POST, /users/dora/disable, user dora is already disabled",
        "PUT, /users/bob/entitlements/acct-2e90b6/view, user bob already holds view on acct-2e90b6",
        "DELETE, /users/bob/entitlements/acct-2e90b6/transferFrom, user bob does not hold transferFrom on acct-2e90b6",
        "POST, /clients/retired-app/disable, client retired-app is already disabled"
    })
    void areRefusedWhatWouldChangeNothing(String method, String path, String told) {
        control(bank, method, path).send().isProblem(409, told + ", so this would change nothing");

        assertThat(bank.journal().changes()).isEmpty();
    }

    @Test
    void areTurnedAwayOnceTheyAreBlocked() {
        String token = bank.tokens().forClient("ada-batch");
        assertThat(accounts(token)).isEqualTo(200);

        control(bank, "POST", "/users/ada/block").send().hasStatus(200);

        assertThat(accounts(token)).isEqualTo(403);
        assertThat(bank.journal().lastCall().decision().refusal()).isEqualTo("subject-blocked");
    }

    @Test
    void loseTheirTokensOnceTheyAreSignedOut() {
        String token = bank.tokens().forClient("ada-batch");

        control(bank, "POST", "/users/ada/sign-out").send().hasStatus(200);

        assertThat(accounts(token)).isEqualTo(401);
    }

    @Test
    void canBePutIntoAnyStateThatTheBankKnows() {
        control(bank, "PUT", "/users/ada/status")
                .json("{\"status\": \"blocked\"}")
                .send()
                .hasStatus(200);

        assertThat(bank.user("ada").status()).isEqualTo("blocked");
        control(bank, "PUT", "/users/ada/status")
                .json("{\"status\": \"blokced\"}")
                .send()
                .isProblem(404, "does not know the user state blokced, did you mean \"blocked\"?");
    }

    @Test
    void haveAnotherPasswordThatIsNeverTold() {
        control(bank, "PUT", "/users/ada/password")
                .json("{\"password\": \"silver spoon\"}")
                .send()
                .hasStatus(200)
                .hasBody("{\"user\": \"ada\", \"status\": \"active\"}");

        control(bank, "PUT", "/users/ada/password")
                .json("{\"password\": \"\"}")
                .send()
                .isProblem(400, "a password must be 1 to 256 printable ASCII characters");
        assertThat(bank.journal().changes())
                .extracting(change -> change.what())
                .containsExactly("user ada has a new password");
    }

    @Test
    void areEntitledAndNoLonger() {
        String entitlement = "/users/bob/entitlements/acct-4f81c0/view";
        control(bank, "PUT", entitlement)
                .send()
                .hasStatus(200)
                .hasBody("{\"user\": \"bob\", \"status\": \"active\", \"resource\": \"acct-4f81c0\","
                        + " \"permissions\": [\"transferTo\", \"view\"]}");
        assertThat(bank.user("bob").permissions("acct-4f81c0")).contains("view");

        control(bank, "DELETE", entitlement).send().hasStatus(200);

        assertThat(bank.user("bob").permissions("acct-4f81c0")).doesNotContain("view");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /users/adda/block                            | there is no user "adda", did you mean "ada"?
            PUT    | /users/ada/entitlements/acct-4f81c/view      | resource acct-4f81c, did you mean "acct-4f81c0"?
            PUT    | /users/ada/entitlements/acct-4f81c0/veiw     | the permission veiw on accounts; it knows
            DELETE | /users/ada/entitlements/acct-4f81c0/veiw     | did you mean "view"?
            POST   | /users/%C3%A4%20b+c/block                    | there is no user "ä b+c"
            """)
    void areToldApartFromThoseThatThereAreNot(String method, String path, String detail) {
        control(bank, method, path).send().isProblem(404, detail);

        assertThat(bank.journal().changes()).isEmpty();
    }

    private int accounts(String token) {
        return get(bank, "/banking/accounts").bearer(token).send().status();
    }
}
