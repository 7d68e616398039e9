package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongMembersTest {

    private static final JsonNode LIST = Yaml.of("{body: {data: {items: '${items}'}, total: 1}}");

    @Test
    void areThoseAtTheEntries() {
        assertThat(WrongMembers.in(
                        LIST,
                        List.of(
                                "data.items.0.amount.value string found, number expected",
                                "data.items.1.kind does not have a value in the enumeration")))
                .containsExactly("amount", "kind");
    }

    @Test
    void areThoseThatEntriesLack() {
        assertThat(WrongMembers.in(Yaml.of("{body: '${entry}'}"), List.of("required property 'status' not found")))
                .containsExactly("status");
        assertThat(WrongMembers.in(LIST, List.of("data.items.0 required property 'id' not found")))
                .containsExactly("id");
    }

    @Test
    void areNoneAroundTheEntries() {
        assertThat(WrongMembers.in(LIST, List.of("total integer found, string expected", "there is no content")))
                .isEmpty();
        assertThat(WrongMembers.in(Yaml.of("{body: {ok: true}}"), List.of("ok boolean found, string expected")))
                .isEmpty();
    }
}
