package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.HttpCall.tokenRequest;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token request is one form, each parameter once, the credentials in one place and never in the query. */
class TokenFormTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=client_credentials&grant_type=client_credentials",
                "grant_type=client_credentials&grant_type=",
                "grant_type=client_credentials&scope=a&scope=b",
                "grant_type=client_credentials&x=1&x=1",
                "grant_type=client_credentials&grant%5Ftype=client_credentials",
                "grant_type=client_credentials&scope=%",
                "grant_type=client_credentials&scope=%zz",
                "grant_type=client_credentials&scope=%ff",
                "%=1&grant_type=client_credentials",
            })
    void isRefusedIfItIsNotOneWellFormedForm(String form) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                refuse(tokenRequest(bank).basic(built.client()).content(FORM, form));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNoTextInBrokenUtf8(BuiltIn built) {
        byte[] form = "grant_type=client_credentials&x=\u00ff".getBytes(StandardCharsets.ISO_8859_1);

        try (Sandbank bank = built.start()) {
            refuse(tokenRequest(bank).basic(built.client()).content(FORM, form));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"grant_type\":\"client_credentials\"}",
                "application/json | grant_type=client_credentials",
                "text/plain | grant_type=client_credentials",
                "multipart/form-data | grant_type=client_credentials",
                "application/x-www-form-urlencodedx | grant_type=client_credentials",
                "'' | grant_type=client_credentials"
            })
    void isOfNoOtherMediaType(String type, String content) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                refuse(tokenRequest(bank).basic(built.client()).content(type, content));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded;charset=UTF-8",
                "application/x-www-form-urlencoded; charset=utf-8",
                "APPLICATION/X-WWW-FORM-URLENCODED"
            })
    void mayNameItsCharset(String type) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                assertThat(tokenRequest(bank).basic(built.client()).content(type, "grant_type=client_credentials"))
                        .hasStatus(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/*;q=0.1"})
    void isAnsweredInJsonWhateverIsAccepted(String accepted) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                assertThat(clientCredentials(bank, built.client()).header("Accept", accepted))
                        .hasStatus(200)
                        .hasHeader("Content-Type", "application/json");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingInTheQuery(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String path = bank.tokenUrl().getPath();
            refuse(post(bank, path + "?grant_type=client_credentials").basic(built.client()));
            refuse(clientCredentials(bank, built.client()).query("scope", "x"));
            refuse(tokenRequest(bank, "grant_type", "client_credentials")
                    .query("client_id", built.client().id())
                    .query("client_secret", built.client().secret()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNoCredentialsInTwoPlaces(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            refuse(clientCredentials(
                    bank,
                    built.client(),
                    "client_id",
                    built.client().id(),
                    "client_secret",
                    built.client().secret()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNoCredentialsInItselfUnlessTheClientIsRegisteredForThat(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            HttpCall call = tokenRequest(
                    bank,
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    built.client().id(),
                    "client_secret",
                    built.client().secret());

            assertThat(call).hasStatus(401).wasRefused(DenialReason.INVALID_CLIENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayRepeatTheClientIdButNameNoOther(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            assertThat(clientCredentials(
                            bank, built.client(), "client_id", built.client().id()))
                    .hasStatus(200);
            assertThat(clientCredentials(bank, built.client(), "client_id", "another"))
                    .hasStatus(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isBounded(BuiltIn built) {
        String huge = "grant_type=client_credentials&x=" + "y".repeat(1024 * 1024);

        try (Sandbank bank = built.start()) {
            refuse(tokenRequest(bank).basic(built.client()).content(FORM, huge));
        }
    }

    private static void refuse(HttpCall call) {
        assertThat(call)
                .hasStatus(400)
                .has("/error", "invalid_request")
                .hasHeader("Cache-Control", "no-store")
                .wasRefused(DenialReason.INVALID_REQUEST);
    }
}
