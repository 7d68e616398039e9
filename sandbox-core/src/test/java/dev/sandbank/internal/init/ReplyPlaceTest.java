package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyPlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{id: 1}]                                           | the whole reply",
                "{data: [{id: 1}], errors: [{code: x}]}              | /data",
                "{errors: [{code: x}], accounts: [{id: 1}]}          | /accounts",
                "{Data: {Account: [{AccountId: '1'}]}, Links: {}}    | /Data/Account",
                "{page: {of: 1}, hits: [{id: 1}]}                    | /hits"
            })
    void isThatOfTheList(String reply, String place) {
        assertThat(ReplyPlace.ofList(Yaml.of(reply), "accounts"))
                .map(ReplyPlace::toString)
                .hasValue(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{id: 1, limits: [{type: a}]}", "[a, b]", "{data: []}"})
    void isNoneIfTheReplyIsNoListOfEntries(String reply) {
        assertThat(ReplyPlace.ofList(Yaml.of(reply), "accounts")).isEmpty();
    }

    @Test
    void isThatOfTheEntryWithAnId() {
        assertThat(ReplyPlace.ofEntry(Yaml.of("{Data: {Account: [{AccountId: a}]}}"), value -> value.has("AccountId")))
                .map(ReplyPlace::toString)
                .hasValue("/Data/Account/0");
    }

    @Test
    void takesSomethingElse() {
        ReplyPlace place =
                ReplyPlace.ofList(Yaml.of("{a: {b: [{c: 1}]}, d: 2}"), "things").orElseThrow();

        assertThat(place.put(Yaml.of("{a: {b: [{c: 1}]}, d: 2}"), Literals.blank("items")))
                .isEqualTo(Yaml.of("{a: {b: '${items}'}, d: 2}"));
    }
}
