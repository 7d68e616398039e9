package dev.sandbank.junit;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Requests;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;

/** A class may declare several sandboxes; each parameter and annotation names one. */
class TwoBanksTest {

    @Test
    void areToldApartByTheirNames() {
        SampleRun.passing(Named.class);
    }

    @Test
    void areCalledAsTheirFixturesIfNothingElseIsSaid() {
        SampleRun.passing(CalledAsFixtures.class);
    }

    @Test
    void haveCataloguesOfTheirOwn() {
        SampleRun.passing(Catalogues.class);
    }

    @Test
    void areSharedOneByOne() {
        SampleRun.passing(OneShared.class);
    }

    @Test
    void mayBeAFieldAndAnAnnotation() {
        assertThat(SampleRun.of(FieldAndAnnotation.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(
                        "there are several sandboxes, \"BANK\", the field BANK",
                        " and \"apiture\", @WithSandbank(\"apiture\")");
    }

    @Test
    void mayStartFromAnotherFixtureOneByOne() {
        SampleRun.passing(OtherFixture.class);
    }

    @Test
    void areRefusedWhereItIsNotClearWhichIsMeant() {
        SampleRun run = SampleRun.of(Unclear.class);

        assertThat(run.results().testEvents().succeeded().list()).isEmpty();
        assertThat(run.failures())
                .hasSize(6)
                .extracting(Throwable::getMessage)
                .anyMatch(message -> message.contains(
                        "there are several sandboxes, \"apiture\", @WithSandbank(\"apiture\") and \"uphold\","
                                + " @WithSandbank(\"uphold\"): name one, with @Bank("))
                .anyMatch(message -> message.startsWith("@Blocked(") && message.contains("there are several"))
                .anyMatch(message -> message.startsWith("@Denials(") && message.contains("there are several"))
                .anyMatch(message -> message.contains("there is no sandbox \"uphlod\", only \"apiture\""))
                .anyMatch(message -> message.startsWith("@Fixture at ")
                        && message.endsWith("@WithSandbank(\"uphold\"): write bank = \"…\""))
                .anyMatch(message -> message.startsWith("@Fixture at ")
                        && message.contains("there is no sandbox \"apitrue\", only \"apiture\""));
    }

    @Test
    void needDifferentNames() {
        assertThat(SampleRun.of(Twins.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .endsWith("give them different names");
    }

    @Sample
    @WithSandbank(value = "apiture", name = "one")
    @WithSandbank(value = "apiture", name = "other")
    static class Named {

        @Test
        @Blocked(value = "ada", bank = "other")
        @ClockAt(value = "2031-03-03T09:00:00Z", bank = "one")
        void test(
                @Bank("one") Sandbank one,
                @Bank("other") Sandbank other,
                @BaseUrl(bank = "other") URI url,
                @Issuer(bank = "one") URI issuer,
                @TokenFor(value = "ada-batch", bank = "other") String token) {
            assertThat(one).isNotSameAs(other);
            assertThat(url).isEqualTo(other.baseUrl());
            assertThat(issuer).isEqualTo(one.issuer());
            assertThat(one.clock().now()).isEqualTo("2031-03-03T09:00:00Z");
            assertThat(one.user("ada").status()).isEqualTo("active");
            new Caller(other).get("listAccounts", token);
            assertThat(other).lastCall().wasRefused("subject-blocked");
        }
    }

    @Sample
    @WithSandbank("apiture")
    @WithSandbank("uphold")
    static class CalledAsFixtures {

        @Test
        void test(@Bank("apiture") Sandbank apiture, @Bank("uphold") Sandbank uphold) {
            assertThat(apiture.bankName()).isEqualTo("apiture");
            assertThat(uphold.bankName()).isEqualTo("uphold");
        }
    }

    @Sample
    @WithSandbank("apiture")
    @WithSandbank("uphold")
    static class Catalogues {

        @ParameterizedTest
        @Denials(value = "core.get-account", gates = "scope", bank = "uphold")
        void denials(ArrangedDenial denial) {
            Requests.send(denial.request());
        }

        @ParameterizedTest
        @BadTokens(
                bank = "apiture",
                except = {TokenFlaw.MISSING, TokenFlaw.WRONG_SCHEME})
        void badTokens(BadToken bad, @Bank("apiture") Sandbank bank) {
            new Caller(bank).get("listAccounts", bad.token());
        }

        @ParameterizedTest
        @EveryAuthPath(user = "ada", operations = "listAccounts", bank = "apiture")
        void paths(ArrangedAuthPath path) {
            Requests.send(path.request());
        }
    }

    @Sample
    @WithSandbank("apiture")
    @WithSandbank("uphold")
    static class OneShared {

        private static Sandbank shared;

        @BeforeAll
        static void share(@Bank("uphold") Sandbank bank) {
            shared = bank;
        }

        @Test
        void isThatOfTheClass(@Bank("uphold") Sandbank bank) {
            assertThat(bank.baseUrl()).isEqualTo(shared.baseUrl());
        }

        @ParameterizedTest
        @Denials(value = "listAccounts", gates = "scope", bank = "apiture")
        void leavesTheOtherToEachTest(ArrangedDenial denial) {
            Requests.send(denial.request());
        }
    }

    @Sample
    @WithSandbank(value = "apiture", name = "own")
    @WithSandbank(value = "apiture", name = "shared", lifetime = Lifetime.CLASS)
    static class OtherFixture {

        private static final Set<URI> SHARED = new HashSet<>();

        @Test
        @Fixture(value = "uphold", bank = "own")
        void theMeantOneIsAnother(@Bank("own") Sandbank own, @Bank("shared") Sandbank shared) {
            assertThat(own.bankName()).isEqualTo("uphold");
            SHARED.add(shared.baseUrl());
        }

        @Test
        void noneIsAnother(@Bank("own") Sandbank own, @Bank("shared") Sandbank shared) {
            assertThat(own.bankName()).isEqualTo("apiture");
            SHARED.add(shared.baseUrl());
        }

        @AfterAll
        static void theSharedOneStayed() {
            assertThat(SHARED).hasSize(1);
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class FieldAndAnnotation {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of("uphold");

        @Test
        void test(Sandbank bank) {}
    }

    @Sample
    @WithSandbank("apiture")
    @WithSandbank("uphold")
    static class Unclear {

        @Test
        void parameter(Sandbank bank) {}

        @Test
        @Blocked("ada")
        void override() {}

        @Test
        void misspelt(@Bank("uphlod") Sandbank bank) {}

        @ParameterizedTest
        @Denials("listAccounts")
        void catalogue(ArrangedDenial denial) {}

        @Test
        @Fixture("apiture")
        void fixture() {}

        @Test
        @Fixture(value = "apiture", bank = "apitrue")
        void misspeltFixture() {}
    }

    @Sample
    @WithSandbank("apiture")
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class Twins {

        @Test
        void test(@Bank("apiture") Sandbank bank) {}
    }
}
