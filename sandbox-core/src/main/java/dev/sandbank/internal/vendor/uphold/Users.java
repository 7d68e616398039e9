package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Timestamps;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.util.List;

/** {@code core.get-user}: the user that the call is made for. */
final class Users {

    private static final List<String> INDIVIDUAL = List.of(
            "id",
            "type",
            "email",
            "fullName",
            "birthdate",
            "phone",
            "address",
            "primaryCitizenship",
            "citizenshipCountry",
            "partnerOnboardedAt");
    private static final List<String> BUSINESS = List.of("id", "type", "email", "name", "address");

    private final Tools tools;

    Users(Tools tools) {
        this.tools = tools;
    }

    Outcome me(Call call) {
        Entry user = tools.store()
                .entries()
                .find("users", call.subject().id())
                .orElseThrow(() -> new IllegalStateException("the subject gate found this user a moment ago"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("user", shown(user));
        return Outcome.ok(body);
    }

    private static ObjectNode shown(Entry user) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        boolean business = user.document().path("type").asText().equals("business");
        for (String member : business ? BUSINESS : INDIVIDUAL) {
            JsonNode value = user.document().path(member);
            if (!value.isMissingNode()) {
                shown.set(member, value);
            }
        }
        shown.put("createdAt", Timestamps.text(user.createdAt()));
        shown.put("updatedAt", Timestamps.text(user.updatedAt()));
        return shown;
    }
}
