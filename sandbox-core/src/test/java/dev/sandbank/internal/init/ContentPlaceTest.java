package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentPlaceTest {

    private static String place(String schema) {
        return new ContentPlace(Yaml.SAMPLES)
                .of(Yaml.of(schema), Set.of("amount", "status"), "payments")
                .toString();
    }

    @Test
    void isTheContentItself() {
        assertThat(place("{type: object, properties: {amount: {type: string}}}"))
                .isEqualTo("the whole reply");
    }

    @Test
    void isInTheMemberThatIsCalledLikeTheCollection() {
        assertThat(
                        place(
                                "{type: object, properties: {payment: {type: object, properties: {amount: {type: string}}}, fields: {type: array}, key: {type: string}}}"))
                .isEqualTo("/payment");
    }

    @Test
    void isInAnEnvelope() {
        assertThat(
                        place(
                                "{type: object, required: [Data], properties: {Data: {type: object, required: [Initiation], properties: {Initiation: {type: object, properties: {amount: {type: string}}}}}}}"))
                .isEqualTo("/Data/Initiation");
    }
}
