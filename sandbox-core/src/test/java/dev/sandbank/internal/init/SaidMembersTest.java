package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Components;
import org.junit.jupiter.api.Test;

class SaidMembersTest {

    private static final Shape CONTENT = Shape.of(
            Components.NONE,
            Yaml.of(
                    "{properties: {label: {type: string}, FriendlyName: {type: string}, amount: {type: number}, note: {}, tags: {type: array, items: {type: string}}}}"));

    private static String name(String member, String value) {
        return new SaidMembers(Yaml.SAMPLES, CONTENT).name(member, Yaml.of(value));
    }

    @Test
    void haveTheSameNameWhateverItsStyle() {
        assertThat(name("label", "Rent")).isEqualTo("label");
        assertThat(name("friendly_name", "Rent")).isEqualTo("FriendlyName");
        assertThat(name("note", "[1]")).isEqualTo("note");
        assertThat(name("status", "open")).isEmpty();
    }

    @Test
    void haveTheSameType() {
        assertThat(name("amount", "7")).isEqualTo("amount");
        assertThat(name("amount", "{value: 7, currency: EUR}")).isEmpty();
        assertThat(name("amount", "null")).isEqualTo("amount");
    }

    @Test
    void haveElementsOfTheSameType() {
        assertThat(name("tags", "[home]")).isEqualTo("tags");
        assertThat(name("tags", "[]")).isEqualTo("tags");
        assertThat(name("tags", "[{name: home}]")).isEmpty();
    }
}
