package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Tells how to go on with a bank that was written: where it is called, with what, and by which commands. */
record NextSteps(BankDraft draft, BankFiles files) {

    private static final String RUN = "  java -jar sandbank.jar ";

    List<String> lines() {
        JsonNode client = draft.fixture().path("clients").path(0);
        String keys = client.path("apiKeys").path(0).asText();
        List<String> lines = new ArrayList<>(List.of(
                "",
                "How to go on:",
                "  base path       " + draft.dialect().path("api").path("base").asText(),
                "  token endpoint  "
                        + draft.dialect()
                                .path("issuer")
                                .path("endpoints")
                                .path("token")
                                .asText(),
                "  client          " + client.path("id").asText() + ", secret "
                        + client.path("secret").asText() + (keys.isEmpty() ? "" : ", API key " + keys)));
        String fixture = files.folder().resolve("fixture.yaml").toString();
        lines.add(RUN + "check " + files.folder().resolve(files.name() + ".yaml") + " " + fixture);
        lines.add(RUN + "serve --fixture " + fixture + " --port 8080");
        return lines;
    }
}
