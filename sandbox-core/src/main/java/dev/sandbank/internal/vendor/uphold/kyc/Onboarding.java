package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.deadline.Deadlines;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.Optional;

/** How the bank checks a business, as the fixture says; no operation has to do with it. */
public record Onboarding(OperationContext context) implements Deadlines {

    private static final String MEMBER = "onboarding";
    private static final String THEN = "then";

    static String status(Entry user) {
        return user.document().path(MEMBER).path(Kyc.STATUS).asText("ok");
    }

    @Override
    public Optional<Instant> next(Entry user) {
        JsonNode told = user.document().path(MEMBER);
        return status(user).equals("running") && told.has(THEN)
                ? Optional.of(new Runs(context).due(user, told))
                : Optional.empty();
    }

    @Override
    public void pass(Entry user, ObjectNode document) {
        String status = document.at("/onboarding/then/status").asText("ok");
        document.putObject(MEMBER).put(Kyc.STATUS, status);
    }
}
