package dev.sandbank.internal.bank;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Decision.Verdict;
import dev.sandbank.internal.fault.Addressee;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.ReplyChange;
import dev.sandbank.internal.fixture.EnvironmentFixture;
import dev.sandbank.internal.gate.Bearer;
import dev.sandbank.internal.journal.Callee;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.CallPlace;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.FullException;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.RequestDefect;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.oauth.Consents;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.oidc.TokenServer;
import dev.sandbank.internal.oidc.grant.Grants;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tables;
import dev.sandbank.internal.time.SandboxClock;
import dev.sandbank.internal.webhook.Webhooks;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Scheduler;
import dev.sandbank.internal.work.TooMuchDueException;
import dev.sandbank.internal.work.plain.AnswerOnce;
import dev.sandbank.internal.work.plain.CallFacts;
import dev.sandbank.internal.work.plain.GivenConsents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One environment of a bank, with its own clients, users, data, keys and tokens, behind one token server and one API.
 *
 * <p>It shares nothing with any other, not even of the same sandbox.
 */
public final class Environment implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.sandbank");
    private static final Refusal UNKNOWN = new Refusal.RouteUnknown();

    private final BankDefinition definition;
    private final EnvironmentFixture realm;
    private final Settings settings;
    private final String prefix;
    private final Store store;
    private final EnvironmentState state;
    private final TokenServer tokenServer;
    private final OperationContext context;
    private final Scheduler duties;
    private final GuardedApi api;
    private final PagesPolicy pages;
    private final BankReplies words;
    private final ReplyJudge judge;

    Environment(
            BankDefinition definition,
            PreparedFixture.EnvironmentSeed start,
            EnvironmentState.Share share,
            MountPoint mount) {
        this.definition = definition;
        this.realm = start.realm();
        this.settings = start.settings();
        this.prefix = mount.prefix();
        this.state = new EnvironmentState(definition, start, share, mount, this::tokenServer);
        this.store = state.store();
        this.context = state.context();
        Consents consents = new GivenConsents(definition.dialect(), context);
        this.tokenServer =
                new TokenServer(definition.dialect(), settings, store, share.ids(), mount.publicBase(), consents);
        tokenServer.keys().give(realm.members().path("keys"));
        this.duties = Vendors.duties(definition.dialect(), context);
        this.api = new GuardedApi(
                definition,
                GateOrder.of(definition, context, consents),
                Vendors.works(definition.dialect(), context),
                duties,
                new AnswerOnce(store),
                state.used());
        this.words = new BankReplies(definition, settings, store::now, share.ids());
        this.judge = ReplyJudge.of(definition.dialect(), settings);
        this.pages = new PagesPolicy(settings.flag("cors"), definition.table());
    }

    /** Answers a request without recording it in the journal. */
    public DecidedReply answer(Request request) {
        return answer(request, CallPlace.NOWHERE);
    }

    /** Answers any request; the path is relative to this environment, and the place taken while no other call can be decided. */
    public DecidedReply answer(Request request, CallPlace place) {
        Map<String, Object> circumstances = words.circumstances(request, prefix);
        DecidedReply answered = request.body()
                .defect()
                .map(defect -> unreadable(request, defect, circumstances))
                .or(() -> tokenServer.answer(request, refusal -> words.say(refusal, circumstances), place))
                .orElseGet(() -> definition.table().guards(request.path())
                        ? pages.preflight(request).orElseGet(() -> guarded(request, circumstances, place))
                        : words.refused("route", UNKNOWN.detail(), UNKNOWN, circumstances));
        return readable(request, answered.with(words.signed(answered.reply(), circumstances)));
    }

    private DecidedReply readable(Request request, DecidedReply answered) {
        return tokenServer.readable(request, answered).orElseGet(() -> pages.readable(request, answered));
    }

    /** Answers a request; if there is no memory for its result, refuses it as a whole. */
    private DecidedReply guarded(Request request, Map<String, Object> circumstances, CallPlace place) {
        try {
            return judge.judged(api.answer(request, refusal -> words.say(refusal, circumstances), place));
        } catch (FullException full) {
            return inPlaceOfTheBank(
                    request,
                    "memory",
                    new Refusal.Full("internal-error", full.told(), Map.of("status", 503)),
                    circumstances);
        }
    }

    /** Answers a request that a fault strikes. */
    public DecidedReply answer(Request request, Effect effect, SandboxClock clock, CallPlace place) {
        effect.passTime(clock);
        DecidedReply answered = readable(
                request,
                effect.inPlaceOfTheBank()
                        .map(refusal -> faulted(request, refusal))
                        .orElseGet(() -> answer(request, place)));
        Reply spoiled = effect.spoil(answered.reply());
        List<Gate> gates = new ArrayList<>(answered.decision().gates());
        if (effect.inPlaceOfTheBank().isEmpty()) {
            boolean changed = !spoiled.equals(answered.reply());
            boolean idle = effect instanceof ReplyChange && !changed;
            gates.add(new Gate(
                    "fault",
                    changed ? Verdict.SPOILED : Verdict.PASSED,
                    effect.told() + (idle ? ", which changed nothing" : "")));
        }
        return answered.with(spoiled, gates);
    }

    private DecidedReply faulted(Request request, Refusal refusal) {
        Map<String, Object> circumstances = words.circumstances(request, prefix);
        return tokenServer
                .fault(request, refusal, spoken -> words.say(spoken, circumstances))
                .map(said -> inPlaceOfTheBank(request, "fault", refusal, words.signed(said, circumstances)))
                .orElseGet(() -> inPlaceOfTheBank(request, "fault", words.ofFault(refusal), circumstances));
    }

    private DecidedReply inPlaceOfTheBank(
            Request request, String gate, Refusal refusal, Map<String, Object> circumstances) {
        return inPlaceOfTheBank(request, gate, refusal, words.signed(words.say(refusal, circumstances), circumstances));
    }

    private DecidedReply inPlaceOfTheBank(Request request, String gate, Refusal refusal, Reply reply) {
        Addressee call = addressee(request);
        return DecidedReply.of(
                reply,
                List.of(new Gate(gate, Verdict.REFUSED, refusal.detail())),
                refusal,
                call.name(),
                call.client(),
                "");
    }

    /** Returns the operation and client of a request, as far as it states them. */
    public Addressee addressee(Request request) {
        String name = tokenServer
                .endpointAt(request.path())
                .orElseGet(() -> definition.table().find(request.method(), request.path()) instanceof Route.Found found
                        ? found.operation().id()
                        : "");
        String client = Bearer.in(request.headers())
                .flatMap(store.tokens()::find)
                .or(() -> GateOrder.token(definition.dialect(), context, tokenServer.consents())
                        .examine(Call.of(request, definition.table().find(request.method(), request.path())))
                        .fold(Call::knownGrant, refused -> Optional.empty()))
                .map(Grant::client)
                .orElseGet(() -> tokenServer.clientNamedBy(request));
        return new Addressee(name, client);
    }

    /** Whether it has issued the bearer token of a request. */
    boolean hasIssued(Request request) {
        return Bearer.in(request.headers()).flatMap(store.tokens()::find).isPresent();
    }

    /** Runs a request to the API through the gates without executing it, and returns what they found. */
    public Call reached(Request request) {
        return api.reached(request);
    }

    /** Returns the facts of a call for rules and templates, as far as it came. */
    public Facts facts(Call call) {
        return new CallFacts(definition.dialect(), context).ofCall(call);
    }

    /** Returns what a path leads to, for the journal. */
    Callee callee(String path) {
        boolean guarded =
                definition.table().guards(path) && tokenServer.endpointAt(path).isEmpty();
        return new Callee(guarded, definition.fields(), definition.secrets(), Grants.secrecy());
    }

    /** Refuses an unreadable request; the decision mentions an extra slash on the way to discovery. */
    private DecidedReply unreadable(Request request, RequestDefect defect, Map<String, Object> circumstances) {
        String saw = tokenServer
                .discoveryMissed(request.path())
                .map(why -> defect.cause() + ": " + why)
                .orElse(defect.cause());
        return words.refused("http", saw, defect.refusal(), circumstances);
    }

    /** Whether the fixture wants replies to show their decision. */
    boolean tellsDecisions() {
        return settings.flag("decisionHeader");
    }

    /** Whether the fixture lets tests control it over HTTP. */
    public boolean controlledOverHttp() {
        return settings.flag("controlApi");
    }

    /** Returns its path prefix, such as {@code /cat}; empty for production. */
    public String prefix() {
        return prefix;
    }

    /** Runs due tasks, as the next guarded call would; if there are too many, that call fails. */
    public void catchUp() {
        try {
            duties.upToDate(Function.identity());
        } catch (TooMuchDueException toldToTheNextCall) {
            LOG.log(System.Logger.Level.DEBUG, "Not everything that was due could be done", toldToTheNextCall);
        }
    }

    /**
     * Runs due tasks, then does something in one transaction, as guarded calls are decided.
     *
     * @throws TooMuchDueException if the clock went so far that too much is due
     */
    public <T> T upToDate(Function<Tables, T> work) {
        return duties.upToDate(work);
    }

    /**
     * Checks that the clock can go to a moment.
     *
     * @throws TooMuchDueException if too much would fall due by then
     */
    void requireFeasible(Instant moment) {
        duties.requireFeasible(moment);
    }

    public EnvironmentFixture realm() {
        return realm;
    }

    public Settings settings() {
        return settings;
    }

    public Store store() {
        return store;
    }

    /** Returns its webhooks; empty if the bank has no events, and nobody can sign in there. */
    public Optional<Webhooks> webhooks() {
        return state.webhooks();
    }

    public UsedGrants used() {
        return state.used();
    }

    public TokenServer tokenServer() {
        return tokenServer;
    }

    public BankDefinition definition() {
        return definition;
    }

    @Override
    public void close() {
        tokenServer.close();
        state.close();
    }
}
