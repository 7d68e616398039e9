package dev.sandbank.benchmarks;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.dialect.ApiDescription;
import dev.sandbank.internal.explain.CallFactory;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.input.ReplyCheck;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.ReplySchemas;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.SecurityScheme;
import dev.sandbank.internal.model.operation.WorkRule;
import dev.sandbank.internal.oidc.token.Issuance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges a bank that {@code init} made: its guards, its replies, and whether it remembers what it is told. */
final class ImportedBank implements AutoCloseable {

    private static final String BASE_URL = "http://127.0.0.1:8080";

    /** How many operations there are of each kind. */
    enum Count {
        OFFERED,
        /** Its good call is to get JSON. */
        JSON,
        GOOD,
        VALID,
        GUARDED,
        /** Its dialect says that it works on entries. */
        WORKING,
        /** Calls show that it does. */
        ALIVE,
        /** It names an entry. */
        NAMING,
        /** It refuses an unknown id. */
        REFUSES_UNKNOWN,
        /** It makes an entry, and a get reads those of its collection. */
        MAKING,
        /** What it made was read, and gone once it was deleted. */
        REMEMBERED,
        /** It is a list that takes a page size. */
        PAGED,
        /** Its smallest pages show each entry once. */
        PAGES,
        /** It is a list that narrows by a member of its entries. */
        FILTERED,
        /** Each filter shows the entries with a value, and no others. */
        FILTERS,
        /** It is about entries that have owners. */
        OWNED,
        /** It hides those of another owner. */
        HIDES
    }

    private final Bank bank;
    private final Environment environment;
    private final DryRun run;
    private final CallFactory calls;
    private final Caller app;
    private final ReplySchemas schemas;
    private final ReplyCheck check;
    private final LiveCalls live;
    private final ListCalls lists;
    private final Map<Count, Integer> counts = new LinkedHashMap<>();
    private final BiConsumer<String, String> told;

    /** @param told learns of each operation what is wrong with it */
    ImportedBank(String fixture, BiConsumer<String, String> told) {
        this.told = told;
        this.bank = new Bank(Library.ofProcess().named(fixture), () -> BASE_URL);
        this.environment = Optional.ofNullable(bank.environments().get("")).orElseThrow();
        this.run = DryRun.in(bank, "");
        this.calls = run.asks();
        this.app = run.callers().of("app", null);
        ApiDescription description = environment.definition().dialect().offer().description();
        this.schemas = Optional.ofNullable(description).orElseThrow().replies();
        this.check = new ReplyCheck(schemas);
        this.live = new LiveCalls(environment, run, calls, app);
        this.lists = new ListCalls(environment, run, app);
    }

    Map<Count, Integer> judge() {
        List<Operation> all = calls.operations();
        all.forEach(this::judge);
        for (Operation operation : all) {
            WorkRule work = operation.work();
            if (work != null && work.create() != null) {
                made(operation, work.create().collection(), all);
            }
        }
        return counts;
    }

    private void count(Count count, boolean holds) {
        counts.merge(count, holds ? 1 : 0, Integer::sum);
    }

    private void judge(Operation operation) {
        CallTemplate call = calls.each(operation, 1).asks().get(0);
        Explanation good = run.explain(app, call);
        int status = good.reply().status();
        boolean json = schemas.operations().getOrDefault(operation.id(), Map.of()).entrySet().stream()
                .anyMatch(reply ->
                        reply.getKey().startsWith("2") && !reply.getValue().isMissingNode());
        List<String> wrong = status < 300 ? check.wrong(operation.id(), good.reply()) : List.of("status " + status);
        count(Count.OFFERED, true);
        count(Count.JSON, json);
        count(Count.GOOD, json && status < 300);
        count(Count.VALID, json && status < 300 && wrong.isEmpty());
        if (!wrong.isEmpty()) {
            told.accept(
                    operation.id(),
                    wrong.get(0) + " " + good.cell().gate() + " " + good.cell().saw());
        }
        boolean guarded = isGuarded(operation, call);
        count(Count.GUARDED, guarded);
        if (!guarded) {
            told.accept(operation.id(), "not guarded");
        }
        WorkRule work = operation.work();
        boolean works = work != null && work.answer() == null;
        String why = live.whyNot(operation);
        count(Count.WORKING, works);
        count(Count.ALIVE, why.isEmpty());
        if (!why.isEmpty()) {
            told.accept(operation.id(), why);
        }
        unknown(operation, call);
        lists.judge(operation, call, this::count);
    }

    /** @param wrong what is wrong, or an empty text; nothing if there is nothing to judge */
    private void count(Operation operation, Count judged, Count holds, Optional<String> wrong) {
        wrong.ifPresent(why -> {
            count(judged, true);
            count(holds, why.isEmpty());
            if (!why.isEmpty()) {
                told.accept(operation.id(), holds.name().toLowerCase(Locale.ROOT) + ": " + why);
            }
        });
    }

    private boolean isGuarded(Operation operation, CallTemplate call) {
        CallRequest request = run.request(call);
        boolean open =
                operation.requirements().stream().anyMatch(way -> way.schemes().isEmpty());
        int without = send(request, Map.of()).status();
        int unknown = send(request, nonsense()).status();
        boolean scoped = !operation.scopes().isEmpty() || !operation.anyScope().isEmpty();
        boolean refused = !scoped
                || run.explain(run.callers().of("limited", null), call).reply().status() == 403;
        return open ? without != 401 : without == 401 && unknown == 401 && refused;
    }

    /** Returns credentials of every kind that nobody has. */
    private Map<String, String> nonsense() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("Authorization", "Bearer nonsense"));
        for (SecurityScheme scheme :
                environment.definition().dialect().offer().security().values()) {
            if (scheme.isKeyIn("header")) {
                fields.put(scheme.name(), "nonsense");
            }
        }
        return fields;
    }

    private Reply send(CallRequest request, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(request.headers());
        fields.putAll(more);
        CallRequest whole = new CallRequest(request.method(), request.path(), request.query(), fields, request.body());
        return environment.answer(whole.toRequest("")).reply();
    }

    private void unknown(Operation operation, CallTemplate call) {
        Optional<ResourceRule> last = operation.resources().stream()
                .filter(rule -> Set.of("path", "body").contains(rule.in()))
                .reduce((earlier, later) ->
                        later.in().equals("path") || earlier.in().equals("body") ? later : earlier);
        if (last.isPresent()) {
            String known = environment.store().entries().all(last.get().collection()).stream()
                    .map(entry -> entry.idFor(last.get()))
                    .findFirst()
                    .orElse("");
            int status = run.explain(app, call.naming(last.get(), other(known)))
                    .reply()
                    .status();
            count(Count.NAMING, true);
            count(Count.REFUSES_UNKNOWN, status >= 400 && status < 500);
        }
    }

    static String other(String id) {
        char last = id.isEmpty() ? 'a' : id.charAt(id.length() - 1);
        char next = last == '9' ? '0' : last == 'f' ? 'a' : last == 'z' || last == 'Z' ? 'A' : (char) (last + 1);
        return id.isEmpty() ? "a" : id.substring(0, id.length() - 1) + next;
    }

    private void made(Operation operation, String collection, List<Operation> all) {
        Optional<Operation> get = all.stream()
                .filter(each -> does(each, WorkRule::get) && isAbout(each, collection))
                .findFirst();
        if (get.isEmpty()) {
            return;
        }
        count(Count.MAKING, true);
        Set<String> before = new TreeSet<>(environment.store().entries().ids(collection));
        int status = sendAllowed(calls.each(operation, 1).asks().get(0));
        Set<String> fresh = new TreeSet<>(environment.store().entries().ids(collection));
        fresh.removeAll(before);
        boolean read = status < 300
                && fresh.size() == 1
                && dry(get.get(), fresh.iterator().next()) < 300;
        boolean gone = all.stream()
                .filter(each -> does(each, WorkRule::delete) && isAbout(each, collection))
                .findFirst()
                .map(delete -> read
                        && sendAllowed(naming(delete, fresh.iterator().next())) < 300
                        && dry(get.get(), fresh.iterator().next()) == 404)
                .orElse(read);
        count(Count.REMEMBERED, gone);
        if (!gone) {
            told.accept(operation.id(), "does not remember: " + status + " " + fresh);
        }
    }

    private static boolean does(Operation operation, Function<WorkRule, @Nullable Object> kind) {
        WorkRule work = operation.work();
        return work != null && kind.apply(work) != null;
    }

    private static boolean isAbout(Operation operation, String collection) {
        return LiveCalls.named(operation)
                .filter(rule -> rule.collection().equals(collection) && !rule.isUnnamed())
                .isPresent();
    }

    private int dry(Operation operation, String id) {
        return run.explain(app, naming(operation, id)).reply().status();
    }

    private CallTemplate naming(Operation operation, String id) {
        return LiveCalls.named(operation)
                .map(rule -> calls.each(operation, 1).asks().get(0).naming(rule, id))
                .orElseThrow();
    }

    /** Makes a call for good, with whichever credential is taken. */
    private int sendAllowed(CallTemplate call) {
        List<Map<String, String>> ways = new ArrayList<>();
        ways.add(Map.of("Authorization", "Bearer " + token()));
        ways.add(Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("app:app-secret".getBytes(StandardCharsets.UTF_8))));
        Map<String, String> keys = new LinkedHashMap<>();
        environment.definition().dialect().offer().security().values().stream()
                .filter(scheme -> scheme.isKeyIn("header"))
                .forEach(scheme -> keys.put(scheme.name(), "app-key"));
        ways.add(keys);
        int status = 401;
        for (Map<String, String> way : ways) {
            status = status == 401 ? send(run.request(call), way).status() : status;
        }
        return status;
    }

    private String token() {
        return environment
                .tokenServer()
                .issuance()
                .accessToken(app.client(), null, Issuance.Terms.of(app.client(), app.scopes()))
                .token();
    }

    @Override
    public void close() {
        bank.close();
    }
}
