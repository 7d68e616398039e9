package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Settings;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The KYC state of a new user. */
record NewUsers(Settings settings) {

    /** Returns the KYC state of a new user's entry; null if everything counts as done, and for businesses. */
    @Nullable
    ObjectNode kyc(Call call) {
        JsonNode body = call.input().body();
        if (settings.text("kycOfNewUsers").equals("ok")
                || !body.path("type").asText().equals("individual")) {
            return null;
        }
        ObjectNode kyc = JsonNodeFactory.instance.objectNode();
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        JsonNode rules = ProfileRules.of(KycProcess.PROFILE, kyc);
        ProfileRules.apply(user, rules, body);
        Set<KycProcess> done = ProfileRules.areKept(rules, user)
                ? EnumSet.of(KycProcess.PROFILE, KycProcess.ADDRESS)
                : EnumSet.noneOf(KycProcess.class);
        Stream.of(KycProcess.values())
                .filter(KycProcess::isUpdated)
                .forEach(process ->
                        kyc.putObject(process.member()).put(Kyc.STATUS, done.contains(process) ? "ok" : "pending"));
        return kyc;
    }
}
