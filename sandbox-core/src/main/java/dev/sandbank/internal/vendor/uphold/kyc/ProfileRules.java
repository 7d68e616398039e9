package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Says which members a profile must have, may have, and may not have; and updates a user's entry. */
final class ProfileRules {

    private static final String PRESENCE = "presence";
    private static final List<String> REQUIRED = List.of("fullName", "birthdate", "primaryCitizenship");
    private static final List<String> OPTIONAL = List.of("birthplace", "otherCitizenships", "address");
    private static final Map<String, String> OLDER = Map.of("citizenshipCountry", "primaryCitizenship");

    private ProfileRules() {}

    /** Returns the fixture's rules; by default a name, a birthdate and a citizenship are required. */
    static JsonNode of(KycProcess process, JsonNode told) {
        if (told.has("rules")) {
            return told.path("rules");
        }
        ObjectNode usual = JsonNodeFactory.instance.objectNode();
        if (process == KycProcess.PROFILE) {
            REQUIRED.forEach(
                    member -> usual.putObject(member).put(PRESENCE, "required").put("editable", true));
            OPTIONAL.forEach(
                    member -> usual.putObject(member).put(PRESENCE, "optional").put("editable", true));
        }
        return usual;
    }

    static boolean areKept(JsonNode rules, JsonNode user) {
        return rules.properties().stream()
                .filter(rule -> presence(rule.getValue()).equals("required"))
                .allMatch(rule ->
                        user.has(rule.getKey()) && areKept(rule.getValue().path("rules"), user.path(rule.getKey())));
    }

    private static String presence(JsonNode rule) {
        return rule.path(PRESENCE).asText();
    }

    /** Returns the members of an input that are not allowed. */
    static List<String> ignored(JsonNode rules, JsonNode input) {
        return rules.properties().stream()
                .filter(rule -> presence(rule.getValue()).equals("disallowed") && input.has(rule.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Copies the known members of an input to a user; null removes a line of the address. */
    static void apply(ObjectNode user, JsonNode rules, JsonNode input) {
        for (Map.Entry<String, JsonNode> said : input.properties()) {
            String member = OLDER.getOrDefault(said.getKey(), said.getKey());
            if (presence(rules.path(member)).equals("disallowed")) {
                continue;
            }
            switch (member) {
                case "details" -> apply(user, rules, only(REQUIRED, said.getValue()));
                case "address" -> address(user.withObject("/address"), said.getValue());
                case "birthplace" -> user.set(member, only(List.of("country", "town"), said.getValue()));
                case "fullName", "birthdate", "primaryCitizenship", "otherCitizenships" ->
                    user.set(member, said.getValue());
                default -> {}
            }
        }
    }

    private static JsonNode only(List<String> members, JsonNode said) {
        return said.<ObjectNode>deepCopy().retain(members);
    }

    static void address(ObjectNode address, JsonNode said) {
        said.properties().forEach(line -> {
            if (line.getValue().isNull()) {
                address.remove(line.getKey());
            } else {
                address.set(line.getKey(), line.getValue());
            }
        });
    }
}
