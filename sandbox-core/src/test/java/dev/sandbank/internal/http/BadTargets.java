package dev.sandbank.internal.http;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Request targets that are refused: what is wrong, the status, the method and target that are known, the request. */
final class BadTargets {

    private BadTargets() {}

    static Stream<Arguments> all() {
        return Stream.of(
                refusedTarget("bad escape", 400, "/a%zz"),
                refusedTarget("cut escape", 400, "/a%"),
                refusedTarget("escape that is no UTF-8", 400, "/a%ff"),
                refusedTarget("escaped NUL", 400, "/a%00b"),
                refusedTarget("dots beyond the root", 400, "/../b"),
                refusedTarget("escaped dots", 400, "/%2e%2e/b"),
                refusedTarget("escaped slash", 400, "/a%2Fb"),
                refusedTarget("escaped percent sign", 400, "/a%2525b"),
                refusedTarget("empty segment", 400, "//a//b"),
                refusedTarget("backslash", 400, "/a\\b"),
                refusedTarget("no slash", 400, "a"),
                refusedTarget("bad escape in the query", 400, "/a?x=%zz"),
                refusedTarget("query that is no UTF-8", 400, "/a?x=%ff"),
                refusedTarget("long target", 414, "/" + "a".repeat(65_600)),
                arguments("very long target", 414, "", "", Wire.get("/" + "a".repeat(90_000))),
                arguments("space in the target", 400, "", "", Wire.get("/a b")));
    }

    private static Arguments refusedTarget(String what, int status, String target) {
        return arguments(what, status, "GET", target, Wire.get(target));
    }
}
