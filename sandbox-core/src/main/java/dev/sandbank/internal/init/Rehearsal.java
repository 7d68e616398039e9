package dev.sandbank.internal.init;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.ApiDescription;
import dev.sandbank.internal.explain.CallFactory;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.input.ReplyCheck;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ReplySchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a good call of every operation in a bank without a port, and tells which do not answer as described. */
final class Rehearsal {

    private static final String BASE_URL = "http://127.0.0.1:8080";
    private static final String CLIENT = "app";

    private Rehearsal() {}

    /** Returns what is wrong with the answers, by operation. */
    static Map<String, String> of(String fixture) {
        Map<String, String> wrong = new LinkedHashMap<>();
        try (Bank bank = new Bank(Library.ofProcess().named(fixture), () -> BASE_URL)) {
            ApiDescription description =
                    bank.prepared().definition().dialect().offer().description();
            ReplySchemas schemas =
                    description == null ? new ReplySchemas(Map.of(), Components.NONE) : description.replies();
            ReplyCheck check = new ReplyCheck(schemas);
            DryRun run = DryRun.in(bank, "");
            CallFactory calls = run.asks();
            Caller caller = run.callers().of(CLIENT, null);
            for (Operation operation : calls.operations()) {
                Explanation told =
                        run.explain(caller, calls.each(operation, 1).asks().get(0));
                String why = why(operation, told, check);
                if (!why.isEmpty()) {
                    wrong.put(operation.id(), why);
                }
            }
        }
        return wrong;
    }

    private static String why(Operation operation, Explanation told, ReplyCheck check) {
        int status = told.reply().status();
        if (status >= 300) {
            return "a good call was refused with " + status + ", gate "
                    + told.cell().gate() + ": " + told.cell().saw();
        }
        List<String> wrong = check.wrong(operation.id(), told.reply());
        return wrong.isEmpty() ? "" : "its reply was not as described: " + wrong.get(0);
    }
}
