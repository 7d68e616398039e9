package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.HttpCall;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever id and secret a client has: Basic lets it in raw and form-encoded, and anything else nobody. */
class AnyBasicCredentialsTest {

    @Property(tries = 6)
    void letTheirClientInRawAndEncoded(@ForAll("clients") List<Pair> clients) {
        try (Sandbank bank = with(clients)) {
            for (Pair client : clients) {
                assertThat(ask(bank, client.id() + ":" + client.secret())).hasStatus(200);
                assertThat(ask(bank, encode(client.id()) + ":" + encode(client.secret())))
                        .hasStatus(200);
                assertThat(ask(bank, everyOctet(client.id()) + ":" + everyOctet(client.secret())))
                        .hasStatus(200);
            }
        }
    }

    @Property(tries = 4)
    void letNobodyInWithAnotherSecret(
            @ForAll("clients") List<Pair> clients, @ForAll("letters") String letter, @ForAll("places") int place) {
        try (Sandbank bank = with(clients)) {
            for (Pair client : clients) {
                for (String other : changed(client.secret(), letter, place)) {
                    refuse(bank, client, other);
                    refuse(bank, client, encode(other));
                }
            }
        }
    }

    @Property(tries = 3)
    void areRefusedInAnyScript(@ForAll("strangers") List<Pair> strangers) {
        Pair known = new Pair("known", "known-secret");
        try (Sandbank bank = with(List.of(known))) {
            for (Pair stranger : strangers) {
                refuse(bank, known, stranger.secret());
                refuse(bank, known, known.secret() + stranger.secret());
                assertThat(ask(bank, stranger.id() + ":" + stranger.secret())).hasStatus(401);
            }
        }
    }

    @Provide
    Arbitrary<List<Pair>> clients() {
        Arbitrary<String> ids = Arbitraries.strings()
                .withCharRange('!', '9')
                .withCharRange(';', '~')
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> secrets =
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(60);
        return Combinators.combine(ids, secrets).as(Pair::new).list().ofSize(10).uniqueElements(Pair::id);
    }

    @Provide
    Arbitrary<List<Pair>> strangers() {
        Arbitrary<String> texts = Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
        return Combinators.combine(texts, texts).as(Pair::new).list().ofSize(10);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of(":", "a", "A", "%", "+", " ", "%20", "\u00e9", "\u20ac", "\u0000", "\uD83D\uDE00");
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 60);
    }

    private static List<String> changed(String secret, String letter, int place) {
        int at = place % secret.length();
        return List.of(
                secret.substring(0, at) + letter + secret.substring(at + 1),
                secret.substring(0, at) + letter + secret.substring(at),
                secret.substring(0, at) + secret.substring(at + 1),
                secret + letter,
                "");
    }

    /** Unless what is sent means the secret after all: {@code a+b} is {@code a b}, form-encoded. */
    private static void refuse(Sandbank bank, Pair client, String sent) {
        if (!readings(sent).contains(client.secret())) {
            assertThat(ask(bank, client.id() + ":" + sent)).hasStatus(401).has("/error", "invalid_client");
        }
    }

    private static Set<String> readings(String sent) {
        Set<String> readings = new HashSet<>(Set.of(sent));
        try {
            readings.add(URLDecoder.decode(sent, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException raw) {
            return readings;
        }
        return readings;
    }

    private static HttpCall ask(Sandbank bank, String credentials) {
        return HttpCall.tokenRequest(bank, "grant_type", "client_credentials").basic(credentials);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a client that is more careful than it need be. */
    private static String everyOctet(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02x".formatted(octet & 0xff));
        }
        return encoded.toString();
    }

    private static Sandbank with(List<Pair> clients) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        clients.forEach(client -> list.addObject()
                .put("id", client.id())
                .put("secret", client.secret())
                .putArray("scopes"));
        ObjectNode fixture = JsonNodeFactory.instance.objectNode().put("bank", "uphold");
        fixture.set("clients", list);
        return Sandbank.builder().fixtureText(fixture.toString()).start();
    }
}
