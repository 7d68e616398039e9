package dev.sandbank.causes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision;
import dev.sandbank.DenialReason;
import dev.sandbank.SandbankNames.Kind;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of failing at the token server has a cause that no other way has. */
class EveryCauseTest {

    private static final Ways WAYS = new Ways()
            .addAll(ClientWays.byThemselves())
            .addAll(ClientWays.byAssertions())
            .addAll(TokenWays.ofRequests())
            .addAll(TokenWays.ofCodes())
            .addAll(TokenWays.ofRefreshTokens())
            .addAll(TokenWays.ofTokens())
            .addAll(BrowserWays.ofRequests())
            .addAll(BrowserWays.ofPeople())
            .addAll(BrowserWays.ofPages());

    static Stream<String> causes() {
        return WAYS.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void isToldAndMatchesItsGroupWithoutAnySecret(String cause) {
        try (Scene scene = Scene.open()) {
            Decision decision = WAYS.all().get(cause).fail(scene);

            assertThat(decision.refusal()).isEqualTo(cause);
            assertThat(decision.refusedFor(cause.split("\\.", 2)[0])).isTrue();
            assertThat(decision.refusedFor("invalid")).isFalse();
            assertThat(decision.explain()).doesNotContain("s3cret");
            assertThat(scene.bank().names().doubt(Kind.DENIAL_REASON, cause)).isEmpty();
        }
    }

    @Test
    void isTriedForEveryConstant() {
        Set<String> tried = new TreeSet<>(WAYS.all().keySet());
        tried.removeIf(cause -> cause.startsWith("token-"));
        tried.removeAll(Set.of(DenialReason.UNSUPPORTED_GRANT_TYPE, DenialReason.TEMPORARILY_UNAVAILABLE));

        assertThat(constants().filter(name -> name.contains(".") || tried.contains(name)))
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void isKnownAsAName() {
        try (Scene scene = Scene.open()) {
            assertThat(scene.bank().names().all(Kind.DENIAL_REASON))
                    .containsAll(constants().toList());
            assertThat(scene.bank().names().doubt(Kind.DENIAL_REASON, "invalid-grant.code-spend"))
                    .hasValueSatisfying(doubt -> assertThat(doubt).contains("\"invalid-grant.code-spent\""));
        }
    }

    @Test
    void isWrittenLikeItsConstant() {
        assertThat(DenialReason.OAuth.class.getFields())
                .allSatisfy(field -> assertThat(field.getName())
                        .isEqualTo(value(field).toUpperCase(Locale.ROOT).replaceAll("[-.]", "_")));
    }

    private static Stream<String> constants() {
        return Arrays.stream(DenialReason.OAuth.class.getFields()).map(EveryCauseTest::value);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
