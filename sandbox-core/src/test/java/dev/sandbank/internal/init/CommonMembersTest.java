package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommonMembersTest {

    private static String template(String said, String shown) {
        return CommonMembers.of(Yaml.SAMPLES, "body.a", Yaml.of(said), Yaml.of(shown), Yaml.of("usual"))
                .path("$then")
                .toString();
    }

    @Test
    void areTakenAsTheyAreIfThereIsNothingWithin() {
        assertThat(template("{type: string}", "x")).isEqualTo("\"${body.a}\"");
    }

    @Test
    void areTakenOneByOneFromAnObject() {
        assertThat(template(
                        "{type: object, properties: {name: {type: string}, age: {type: string}, secret: {type: string}}}",
                        "{name: Ada, age: 7, version: 1}"))
                .isEqualTo(
                        "{\"name\":{\"$if\":[{\"fact\":\"body.a.name\",\"present\":true}],\"$then\":\"${body.a.name}\","
                                + "\"$else\":\"Ada\"},\"age\":7,\"version\":1}");
    }

    @Test
    void areThoseOfTheExampleInAListOfObjects() {
        assertThat(template("{type: array, items: {type: object, properties: {b: {}}}}", "[{b: 1, c: 2}]"))
                .isEqualTo("[{\"b\":1,\"c\":2}]");
    }
}
