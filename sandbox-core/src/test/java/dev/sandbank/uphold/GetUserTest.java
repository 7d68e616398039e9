package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.HARBOUR_COFFEE;
import static dev.sandbank.testing.UpholdSeed.QUAY_TRADERS;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code core.get-user}: the user that the call is made for. */
class GetUserTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @BeforeEach
    void startOver() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
    }

    @Test
    void showsAPerson() {
        assertThat(me(ADA))
                .hasStatus(200)
                .wasAllowed()
                .has("/user/id", ADA)
                .has("/user/type", "individual")
                .has("/user/email", "ada@example.test")
                .has("/user/fullName", "Ada Byron")
                .has("/user/birthdate", "1990-12-10")
                .has("/user/primaryCitizenship", "GB")
                .has("/user/address/country", "GB")
                .has("/user/phone/number", "+442079460000")
                .lacks("/user/status")
                .lacks("/user/name");
    }

    @Test
    void showsABusiness() {
        assertThat(me(HARBOUR_COFFEE))
                .hasStatus(200)
                .has("/user/type", "business")
                .has("/user/name", "Harbour Coffee Ltd")
                .lacks("/user/fullName")
                .lacks("/user/primaryCitizenship");
    }

    @Test
    void saysNothingOfWhatIsInternal() {
        assertThat(me(QUAY_TRADERS)).hasStatus(200).lacks("/user/status").lacks("/user/address");
    }

    @Test
    void showsWhatAControlChangedByItsTimestamp() {
        bank.user(ADA).block();

        assertThat(me(ADA)).hasStatus(200).has("/user/updatedAt", "2031-03-03T09:00:00.000Z");
    }

    @Test
    void showsWhenATestChangedAMemberOfOneWithATimeOfItsOwn() {
        bank.resource("users", ADA).set("fullName", "Ada King");

        assertThat(me(ADA))
                .has("/user/fullName", "Ada King")
                .has("/user/createdAt", "2025-10-20T08:00:00.000Z")
                .has("/user/updatedAt", "2031-03-03T09:00:00.000Z");
    }

    private HttpCall me(String user) {
        return get(bank, "/core/users/me")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(user);
    }
}
