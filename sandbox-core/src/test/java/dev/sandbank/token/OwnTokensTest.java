package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every issue brings tokens of its own, also for the same people and clients at the very same moment. */
class OwnTokensTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @BeforeEach
    void standStill() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T12:00:00Z"));
    }

    @Test
    void areSharedByNoTwoUsersClientsOrSignIns() {
        List<Answer> issued = Stream.of(App.MOBILE, App.PORTAL, App.JWT)
                .flatMap(app -> Stream.of(Person.ADA, Person.ADA, Person.BOB)
                        .map(person -> CodeFlow.of(bank, app).signIn(person)))
                .toList();

        for (String member : new String[] {"/access_token", "/refresh_token", "/id_token"}) {
            assertThat(issued)
                    .extracting(answer -> answer.text(member))
                    .as(member)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void tellOfTheirOwnUserAndClientOnly() {
        for (App app : new App[] {App.MOBILE, App.PORTAL}) {
            for (Person person : new Person[] {Person.ADA, Person.BOB}) {
                Answer tokens = CodeFlow.of(bank, app).signIn(person);

                assertThat(Jwt.idToken(tokens).text("sub")).isEqualTo(person.username());
                assertThat(OpenIdCalls.userinfo(bank, tokens.text("/access_token")))
                        .has("/sub", person.username());
                assertThat(OpenIdCalls.introspect(bank, App.PORTAL, tokens.text("/access_token")))
                        .has("/sub", person.username())
                        .has("/client_id", app.id());
            }
        }
    }

    @Test
    void outliveEachOther() {
        Answer first = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);
        Answer second = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);
        Answer bobs = CodeFlow.of(bank, App.MOBILE).signIn(Person.BOB);

        OpenIdCalls.revoke(bank, App.MOBILE, first.text("/refresh_token")).send();
        bank.tokens().revoke(bobs.text("/access_token"));

        assertThat(OpenIdCalls.userinfo(bank, first.text("/access_token"))).hasStatus(401);
        assertThat(OpenIdCalls.userinfo(bank, bobs.text("/access_token"))).hasStatus(401);
        assertThat(OpenIdCalls.userinfo(bank, second.text("/access_token"))).hasStatus(200);
        assertThat(CodeFlow.refresh(bank, App.MOBILE, second.text("/refresh_token")))
                .hasStatus(200);
    }
}
