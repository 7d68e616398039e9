package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.BOB;
import static dev.sandbank.testing.ApitureSeed.HOUSEHOLD;
import static dev.sandbank.testing.ApitureSeed.NOBODYS;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entitlements are granted one by one: a user, an account, a permission; and they take effect at once. */
class EntitlementsTest {

    private static final List<String> IN_LISTS =
            List.of("billPay", "mobileCheckDeposit", "transferFrom", "transferTo", "view", "viewCards", "manageCards");
    private static final String NELL = "nell";

    /** What a user who is not linked, or not permitted, is answered by operations that name an account. */
    enum Named {
        GET_ACCOUNT("view", 404, "notFound/v1.0.0", "forbidden"),
        LIST_TRANSACTIONS("view", 404, "notFound/v1.0.0", "forbidden"),
        LIST_ACCOUNT_BALANCES("view", 422, "invalidAccountId/v0.2.0", "forbidden"),
        TRANSFER_FROM("transferFrom", 422, "invalidSourceAccountId/v1.0.0", "cannotTransferFrom"),
        TRANSFER_TO("transferTo", 422, "invalidTargetAccountId/v1.0.0", "cannotTransferTo");

        private final String permission;
        private final int unlinked;
        private final String unlinkedType;
        private final String deniedType;

        Named(String permission, int unlinked, String unlinkedType, String deniedType) {
            this.permission = permission;
            this.unlinked = unlinked;
            this.unlinkedType = unlinkedType;
            this.deniedType = deniedType;
        }

        HttpCall call(Sandbank bank, String account) {
            return switch (this) {
                case GET_ACCOUNT -> get(bank, "/banking/accounts/" + account);
                case LIST_TRANSACTIONS -> get(bank, "/banking/accounts/" + account + "/transactions");
                case LIST_ACCOUNT_BALANCES -> get(bank, "/banking/accountBalances?accounts=" + account);
                case TRANSFER_FROM -> transfer(bank, account, SAVER);
                case TRANSFER_TO -> transfer(bank, SAVER, account);
            };
        }

        private static HttpCall transfer(Sandbank bank, String source, String target) {
            return post(bank, "/banking/transfers").json("""
                    {"amount": "1.00", "sourceAccount": {"id": "%s"}, "targetAccount": {"id": "%s"},
                     "schedule": {"frequency": "once"}}""".formatted(source, target));
        }
    }

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billPay",
                "mobileCheckDeposit",
                "transferFrom",
                "transferTo",
                "view",
                "viewCards",
                "manageCards",
                "manageJointOwners",
                "manageOverdraftAccounts"
            })
    void areToldOneByOne(String permission) {
        bank.user(NELL).entitle(NOBODYS, permission);

        JsonNode listed = nell("/banking/accounts").send().at("/items/0/allows");
        if (!permission.equals("view")) {
            bank.user(NELL).entitle(NOBODYS, "view");
        }
        JsonNode whole = nell("/banking/accounts/" + NOBODYS).send().at("/allows");

        assertThat(listed.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(IN_LISTS);
        assertThat(granted(listed)).isEqualTo(IN_LISTS.contains(permission) ? Set.of(permission) : Set.of());
        assertThat(whole).hasSize(9);
        assertThat(granted(whole)).containsExactlyElementsOf(new TreeSet<>(Set.copyOf(List.of(permission, "view"))));
    }

    @Test
    void differBetweenTwoCallersOfOneAccount() {
        assertThat(granted(as("ada", "/banking/accounts/" + HOUSEHOLD).send().at("/allows")))
                .containsExactly(
                        "billPay",
                        "manageJointOwners",
                        "manageOverdraftAccounts",
                        "transferFrom",
                        "transferTo",
                        "view",
                        "viewCards");
        assertThat(granted(as(BOB, "/banking/accounts/" + HOUSEHOLD).send().at("/allows")))
                .containsExactly("transferTo", "view");
    }

    @ParameterizedTest
    @EnumSource
    void lookLikeAbsenceToWhomIsNotLinked(Named named) {
        bank.user(NELL).entitle(SAVER, "transferFrom", "transferTo", "view");

        assertThat(named.call(bank, NOBODYS).bearer(token(NELL)))
                .hasStatus(named.unlinked)
                .has("/type", "https://production.api.apiture.com/errors/" + named.unlinkedType)
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void refuseWhomIsLinkedWithoutThePermission(Named named) {
        bank.user(NELL).entitle(SAVER, "transferFrom", "transferTo", "view");
        bank.user(NELL).entitle(NOBODYS, "viewCards");

        assertThat(named.call(bank, NOBODYS).bearer(token(NELL)))
                .hasStatus(403)
                .has("/type", "https://production.api.apiture.com/errors/" + named.deniedType + "/v1.0.0")
                .wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
    }

    @ParameterizedTest
    @EnumSource
    void takeEffectAtOnceForATokenThatIsOutAlready(Named named) {
        String token = token(NELL);
        bank.user(NELL).entitle(SAVER, "transferFrom", "transferTo", "view");

        bank.user(NELL).entitle(NOBODYS, named.permission);
        assertThat(named.call(bank, NOBODYS).bearer(token).send().decision().gates())
                .anyMatch(
                        gate -> gate.name().equals("entitlement") && gate.saw().contains(NOBODYS));

        bank.user(NELL).withdraw(NOBODYS, named.permission);
        assertThat(named.call(bank, NOBODYS).bearer(token)).hasStatus(403);
    }

    @Test
    void neverMakeUpForAMissingScope() {
        bank.user(NELL).entitle(NOBODYS, "view");

        assertThat(get(bank, "/banking/accounts/" + NOBODYS)
                        .bearer(bank.tokens().forUser("back-office", NELL, "moneyMovement/write")))
                .hasStatus(403)
                .wasRefusedAt("scope", DenialReason.SCOPE_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "acct-43d0bb, approve, the bank does not know the permission approve on accounts",
        "batch-taxes-01, view, the bank does not know the permission view on paymentBatches",
        "acct-000000, view, no entitlement can name the resource acct-000000"
    })
    void canOnlyBeWhatTheBankKnows(String resource, String permission, String message) {
        assertThatThrownBy(() -> bank.user(NELL).entitle(resource, permission))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private HttpCall nell(String target) {
        return as(NELL, target);
    }

    private HttpCall as(String user, String target) {
        return get(bank, target).bearer(token(user));
    }

    private String token(String user) {
        return bank.tokens().forUser("back-office", user);
    }

    private static Set<String> granted(JsonNode allows) {
        Set<String> granted = new TreeSet<>();
        allows.properties().stream()
                .filter(flag -> flag.getValue().asBoolean())
                .forEach(flag -> granted.add(flag.getKey()));
        return granted;
    }
}
