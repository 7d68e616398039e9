package dev.sandbank.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.export.YamlText;
import dev.sandbank.internal.journal.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A fixture with a substitute for each secret: it still starts, and clients and users still have a secret each. */
final class SecretFreeFixture {

    private static final String SIGNING_KEYS = "keys";
    private static final String SETTINGS = "settings";
    private static final String SEALED = "whsec_";
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    private static final int SHORTEST_SWEPT = 6;

    private final ObjectNode root;
    private final Set<String> secrets = new TreeSet<>();
    private final Set<String> telling = new HashSet<>();
    private int substitutes;

    private SecretFreeFixture(ObjectNode root) {
        this.root = root;
    }

    static SecretFreeFixture of(ObjectNode fixture) {
        SecretFreeFixture safe = new SecretFreeFixture(fixture.deepCopy());
        safe.root.remove(SIGNING_KEYS);
        safe.root.path("environments").forEach(realm -> ((ObjectNode) realm).remove(SIGNING_KEYS));
        safe.hide(safe.root);
        return safe;
    }

    String text() {
        return YamlText.of(root);
    }

    /** The secrets that a text may contain as a part, except those that are no secret elsewhere in the fixture. */
    List<String> swept() {
        return secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SWEPT && !telling.contains(secret))
                .toList();
    }

    private void hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(member -> hide(object, member.getKey(), member.getValue()));
        } else if (node.isArray()) {
            node.forEach(this::hide);
        } else {
            telling.add(node.asText());
        }
    }

    private void hide(ObjectNode object, String name, JsonNode value) {
        telling.add(name);
        if (object.has("kty") && PRIVATE.contains(name)) {
            note(value);
            object.remove(name);
        } else if (!name.equals(SETTINGS) && isSecret(name, value)) {
            object.set(name, substitute(value));
        } else {
            hide(value);
        }
    }

    private static boolean isSecret(String name, JsonNode value) {
        boolean plain = value.isTextual() || value.isNumber() || (value.isArray() && isOfTexts(value));
        return plain && (name.equals("key") || Redaction.isSecret(name));
    }

    private static boolean isOfTexts(JsonNode array) {
        return IntStream.range(0, array.size()).allMatch(at -> array.path(at).isTextual());
    }

    private JsonNode substitute(JsonNode secret) {
        note(secret);
        if (secret.isArray()) {
            ArrayNode all = root.arrayNode();
            secret.forEach(each -> all.add(substitute(each)));
            return all;
        }
        String made = "redacted-" + ++substitutes;
        if (secret.isNumber()) {
            return root.numberNode(substitutes);
        }
        return root.textNode(secret.asText().startsWith(SEALED) ? sealed(made) : made);
    }

    private void note(JsonNode secret) {
        secrets.add(secret.asText());
    }

    private static String sealed(String made) {
        byte[] bytes = (made + "-".repeat(32)).substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        return SEALED + Base64.getEncoder().encodeToString(bytes);
    }
}
