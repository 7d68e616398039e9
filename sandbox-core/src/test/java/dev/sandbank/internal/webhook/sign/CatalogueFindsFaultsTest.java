package dev.sandbank.internal.webhook.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadDelivery;
import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.webhook.sign.PlantedReceiver.Fault;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueFindsFaultsTest {

    private static final Instant NOW = Instant.parse("2031-03-05T09:00:00Z");
    private static final String BODY =
            "{\"id\":\"0b6c4a7e-5d21-4f38-9a10-3c7e8d2f6b45\",\"type\":\"core.account.archived\","
                    + "\"createdAt\":\"2031-03-05T09:00:00.000Z\",\"data\":{\"account\":{\"id\":\"a-1\",\"balance\":\"10.00\"}}}";
    private static final Message MESSAGE = new Message("msg_first", BODY, name -> null);

    private final SigningKeys keys = new SigningKeys(4L);
    private final Ids ids = Ids.from(OptionalLong.of(11));
    private final String secret =
            Secrets.make(Styles.STANDARD.style().signature().secret(), ids);
    private final BadDeliveries catalogue =
            BadDeliveries.of(Styles.STANDARD.style(), new Sender(List.of(secret), keys, null), ids);

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void andNoneInARightReceiver() {
        assertThat(found(null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void ofEveryKind(Fault fault) {
        assertThat(found(fault)).as(fault.name()).isNotEmpty();
    }

    @Test
    void withFlawsOfWhichEachIsNeeded() {
        Map<Fault, Set<DeliveryFlaw>> by = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            by.put(fault, found(fault).keySet());
        }

        assertThat(by)
                .containsEntry(
                        Fault.NO_TIMESTAMP_CHECK, Set.of(DeliveryFlaw.OLD_TIMESTAMP, DeliveryFlaw.FUTURE_TIMESTAMP))
                .containsEntry(Fault.NO_CHECK_OF_THE_FUTURE, Set.of(DeliveryFlaw.FUTURE_TIMESTAMP))
                .containsEntry(Fault.TIMESTAMP_OUTSIDE_THE_SIGNED_TEXT, Set.of(DeliveryFlaw.CHANGED_TIMESTAMP))
                .containsEntry(Fault.MESSAGE_ID_OUTSIDE_THE_SIGNED_TEXT, Set.of(DeliveryFlaw.CHANGED_MESSAGE_ID))
                .containsEntry(Fault.COMPARES_WITHOUT_SECRET, Set.of(DeliveryFlaw.EMPTY_SECRET))
                .containsEntry(Fault.COMPARES_AS_MUCH_AS_IT_GETS, Set.of(DeliveryFlaw.TRUNCATED_SIGNATURE))
                .containsEntry(
                        Fault.CHECKS_THE_FIRST_SIGNATURE_ONLY,
                        Set.of(DeliveryFlaw.SECOND_SIGNATURE_FITS, DeliveryFlaw.FURTHER_VERSION))
                .containsEntry(Fault.TAKES_ANY_VERSION, Set.of(DeliveryFlaw.OTHER_VERSION))
                .containsEntry(Fault.STUMBLES_OVER_OTHER_VERSIONS, Set.of(DeliveryFlaw.FURTHER_VERSION))
                .containsEntry(Fault.NOT_IDEMPOTENT, Set.of(DeliveryFlaw.DUPLICATE, DeliveryFlaw.RETRY))
                .containsEntry(Fault.KNOWS_EVENTS_BY_THEIR_SIGNATURE, Set.of(DeliveryFlaw.RETRY))
                .containsEntry(
                        Fault.VERIFIES_REWRITTEN_JSON, Set.of(DeliveryFlaw.ADDED_SPACE, DeliveryFlaw.FORMATTED_BODY))
                .containsEntry(Fault.READS_FIELD_NAMES_BY_THEIR_CASE, Set.of(DeliveryFlaw.HEADER_CASE))
                .containsEntry(Fault.FAILS_FOR_UNKNOWN_TYPES, Set.of(DeliveryFlaw.UNKNOWN_TYPE))
                .containsEntry(Fault.REFUSES_UNKNOWN_MEMBERS, Set.of(DeliveryFlaw.UNKNOWN_MEMBERS))
                .containsEntry(Fault.REFUSES_LATE_EVENTS, Set.of(DeliveryFlaw.LATE))
                .containsEntry(Fault.KEEPS_ONLY_NEWER_EVENTS, Set.of(DeliveryFlaw.SHUFFLED))
                .containsEntry(Fault.FAILS_IF_IT_IS_NOT_JSON, Set.of(DeliveryFlaw.NOT_JSON))
                .containsEntry(Fault.FAILS_WITHOUT_DATA, Set.of(DeliveryFlaw.EMPTY_DATA));
        assertThat(by.get(Fault.NO_SIGNATURE_CHECK))
                .contains(
                        DeliveryFlaw.STRANGERS_SECRET,
                        DeliveryFlaw.TAMPERED_BODY,
                        DeliveryFlaw.SIGNATURE_OF_ANOTHER_MESSAGE,
                        DeliveryFlaw.EMPTY_SIGNATURE,
                        DeliveryFlaw.UNDECODABLE_SIGNATURE);
        assertThat(by.get(Fault.FAILS_WITHOUT_A_FIELD))
                .containsExactlyInAnyOrder(
                        DeliveryFlaw.MISSING_MESSAGE_ID,
                        DeliveryFlaw.MISSING_TIMESTAMP,
                        DeliveryFlaw.MISSING_SIGNATURE);
        assertThat(by.get(Fault.FAILS_IF_IT_CANNOT_DECODE))
                .containsExactlyInAnyOrder(DeliveryFlaw.UNDECODABLE_SIGNATURE, DeliveryFlaw.UNREADABLE_TIMESTAMP);
        assertThat(by.get(Fault.ANSWERS_BEFORE_IT_STORES)).contains(DeliveryFlaw.DUPLICATE, DeliveryFlaw.LATE);
    }

    /** What differs from a right receiver, by the flaw that showed it. */
    private Map<DeliveryFlaw, List<String>> found(@Nullable Fault fault) {
        Map<DeliveryFlaw, List<String>> found = new EnumMap<>(DeliveryFlaw.class);
        for (DeliveryFlaw flaw : catalogue.flaws()) {
            PlantedReceiver receiver = new PlantedReceiver(secret, NOW, fault);
            BadDelivery bad = catalogue.make(flaw, MESSAGE, NOW);
            List<Integer> statuses =
                    bad.attempts().stream().map(receiver::receive).toList();
            List<String> differences = bad.differences(statuses, receiver.stored());
            if (!differences.isEmpty()) {
                found.put(flaw, differences);
            }
        }
        return found;
    }

    @Test
    void andSaysWhatDiffers() {
        BadDelivery forged = catalogue.make(DeliveryFlaw.STRANGERS_SECRET, MESSAGE, NOW);
        BadDelivery twice = catalogue.make(DeliveryFlaw.DUPLICATE, MESSAGE, NOW);

        assertThat(forged.differences(List.of(302), 1))
                .containsExactly(
                        "it answered 302, expected a status from 400 to 499", "it stored 1 events, expected 0");
        assertThat(twice.differences(List.of(200), 2))
                .containsExactly("it answered 1 of 2 requests", "it stored 2 events, expected 1");
        assertThat(Expectation.EITHER.fits(302)).isFalse();
        assertThat(twice.attempts()).extracting(Attempt::body).containsOnly(BODY);
    }
}
