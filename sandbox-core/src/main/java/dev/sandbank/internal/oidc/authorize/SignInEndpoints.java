package dev.sandbank.internal.oidc.authorize;

import static dev.sandbank.internal.model.oauth.OAuthCause.ACCESS_DENIED_CONSENT;
import static dev.sandbank.internal.model.oauth.OAuthCause.ACCESS_DENIED_LOGIN;

import dev.sandbank.Decision;
import dev.sandbank.Decision.Gate;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.gate.PipelineResult;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Session;
import dev.sandbank.internal.oidc.authorize.SignInFlow.Progress;
import dev.sandbank.internal.oidc.endpoint.Forms;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OAuthError.Failure;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.oidc.session.PageForms.Interaction;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The endpoints at which users sign in: the authorization endpoint (RFC 6749 §3.1) and those that take its pages' forms. */
public final class SignInEndpoints {

    private final OidcContext context;
    private final BrowserSessions browsers;
    private final PageForms forms;
    private final Passwords passwords;
    private final AuthorizationResponses responses;
    private final SignInFlow flow;
    private final Gates<AuthorizationRequest> gates;

    public SignInEndpoints(OidcContext context, BrowserSessions browsers, PageForms forms) {
        this.context = context;
        this.browsers = browsers;
        this.forms = forms;
        this.passwords = new Passwords(context);
        this.responses = new AuthorizationResponses(context.issuer(), new SignInPages(context, forms));
        this.flow = new SignInFlow(context, responses);
        this.gates = new AuthorizationGates(context).inOrder();
    }

    public List<IssuerEndpoint> all() {
        return List.of(
                IssuerEndpoint.forBrowsers("authorization", Set.of("GET", "POST"), this::authorize)
                        .failing(this::fail),
                IssuerEndpoint.forBrowsers("login", Set.of("POST"), this::login),
                IssuerEndpoint.forBrowsers("consent", Set.of("POST"), this::consent));
    }

    /** Reads an authorization request from the query or from a form. */
    private PipelineResult<AuthorizationRequest> asked(Request request) {
        return admit(request.method().equals("POST") ? request.body().text() : request.rawQuery());
    }

    /** Answers if the server fails (RFC 6749 §4.1.2.1): by a redirect, or by a page if the status is that of a page. */
    private Reply fail(Request request, Failure failure) {
        return responses.failing(asked(request).reached(), failure);
    }

    private DecidedReply authorize(Request request) {
        PipelineResult<AuthorizationRequest> passage = asked(request);
        return passage.verdict()
                .fold(
                        call -> hinted(call)
                                .map(user -> byHint(request, passage, user))
                                .orElseGet(
                                        () -> flow.proceed(request, passage, browsers.session(request), Progress.NONE)),
                        refusal -> responses.refused(passage, refusal));
    }

    /** The user to sign in without a page: the one the request names, if the fixture allows that and the user may sign in. */
    private Optional<String> hinted(AuthorizationRequest call) {
        return call.parameter("login_hint")
                .filter(hint -> context.settings().flag("signInByHint") && !call.prompts("none"))
                .flatMap(hint ->
                        passwords.user(hint).or(() -> context.store().entries().find(Directory.USERS, hint)))
                .map(Entry::id)
                .filter(context::isEligible)
                .filter(user -> !context.consents().asked()
                        || !context.consents().choices(user).isEmpty());
    }

    private DecidedReply byHint(Request request, PipelineResult<AuthorizationRequest> passage, String user) {
        List<Gate> steps = new ArrayList<>(passage.steps());
        steps.add(new Gate("login-hint", Decision.Verdict.PASSED, "user " + user + " is signed in without a page"));
        return signedIn(
                request, new PipelineResult<>(passage.verdict(), steps, passage.reached()), user, Progress.CONSENTED);
    }

    /** Checks a request, both when it arrives and when the user submits a page about it. */
    private PipelineResult<AuthorizationRequest> admit(String raw) {
        return gates.admit(AuthorizationRequest.of(raw, Forms.parse(raw)));
    }

    /** Handles the form of the login page. */
    private DecidedReply login(Request request) {
        Optional<Interaction> interaction = forms.interaction(request);
        if (interaction.isEmpty()) {
            return forms.expired("login", request);
        }
        PipelineResult<AuthorizationRequest> passage = admit(interaction.get().request());
        return passage.verdict().fold(call -> login(request, passage), refusal -> responses.refused(passage, refusal));
    }

    private DecidedReply login(Request request, PipelineResult<AuthorizationRequest> passage) {
        Fields form = PageForms.read(request);
        if (form.first("action").filter("deny"::equals).isPresent()) {
            return responses.refused(passage, "password", ACCESS_DENIED_LOGIN, "The user did not sign in");
        }
        Passwords.Outcome outcome = passwords.check(form);
        return outcome.user()
                .map(user -> signedIn(request, passage, user, Progress.SIGNED_IN))
                .orElseGet(() -> failed(request, passage, form.first("username").orElse(""), outcome));
    }

    private DecidedReply failed(
            Request request, PipelineResult<AuthorizationRequest> passage, String username, Passwords.Outcome outcome) {
        Refusal refusal = new Refusal.RuleBroken(outcome.key(), outcome.why(), Map.of());
        if (!outcome.named().isEmpty()) {
            happened(Happening.SIGN_IN_FAILED, outcome.named(), passage, refusal);
        }
        return responses.loginFailed(request, passage, username, refusal);
    }

    private void happened(
            String name, String user, PipelineResult<AuthorizationRequest> passage, @Nullable Refusal refusal) {
        context.store()
                .happened(new Happening(name, user, passage.reached().client().id(), refusal));
    }

    private DecidedReply signedIn(
            Request request, PipelineResult<AuthorizationRequest> passage, String user, Progress progress) {
        Session session =
                browsers.freshSession(request, user, context.settings().duration("sessionLifetime"));
        happened(Happening.SIGNED_IN, user, passage, null);
        DecidedReply next = flow.proceed(request, passage, Optional.of(session), progress);
        return next.with(browsers.begin(request, session, next.reply()));
    }

    /** Handles the form of the consent page. */
    private DecidedReply consent(Request request) {
        Optional<Interaction> interaction = forms.interaction(request);
        Optional<Session> session = browsers.session(request)
                .filter(known -> interaction
                        .filter(page -> page.session().equals(known.id()))
                        .isPresent());
        if (interaction.isEmpty()) {
            return forms.expired("consent", request);
        }
        if (session.isEmpty()) {
            return forms.expired("consent", PageForms.SESSION);
        }
        PipelineResult<AuthorizationRequest> passage = admit(interaction.get().request());
        return passage.verdict()
                .fold(call -> consent(request, passage, session.get()), refusal -> responses.refused(passage, refusal));
    }

    private DecidedReply consent(Request request, PipelineResult<AuthorizationRequest> passage, Session session) {
        if (PageForms.read(request).first("action").filter("allow"::equals).isEmpty()) {
            return responses.refused(passage, "consent", ACCESS_DENIED_CONSENT, "The user did not consent");
        }
        AuthorizationRequest call = passage.reached();
        List<String> picks =
                PageForms.read(request).all("pick").stream().distinct().toList();
        if (context.consents().asked()
                && (picks.isEmpty()
                        || !context.consents().choices(session.user()).keySet().containsAll(picks))) {
            return responses.consentPage(request, passage, session, true);
        }
        context.store().atomically(tables -> {
            tables.sessions().consent(session.user(), call.client().id(), call.scopes());
            return tables;
        });
        return flow.proceed(request, passage, Optional.of(session.picking(picks)), Progress.CONSENTED);
    }

    /** Checks who signs in. The user learns only whether it worked; the journal says why it did not. */
    private static final class Passwords {

        private final OidcContext context;

        Passwords(OidcContext context) {
            this.context = context;
        }

        /**
         * The result of an attempt to sign in.
         *
         * @param userId the user who signed in, or null
         * @param named the user whom the form names; empty if there is none
         * @param key the reason why it failed, or empty
         * @param why the same in words, without any secret
         */
        record Outcome(@Nullable String userId, String named, String key, String why) {

            Optional<String> user() {
                return Optional.ofNullable(userId);
            }
        }

        Outcome check(Fields form) {
            Optional<String> choice =
                    form.first("choice").filter(name -> context.settings().flag("offerUsers"));
            Optional<Entry> named = user(choice.or(() -> form.first("username")).orElse(""));
            if (named.isEmpty()) {
                return new Outcome(null, "", "login-failed.username", "no user has this username");
            }
            Entry user = named.get();
            if (choice.isEmpty() && !knows(user, form.first("password").orElse(""))) {
                return new Outcome(null, user.id(), "login-failed.password", "the password is wrong");
            }
            return context.isEligible(user.id())
                    ? new Outcome(user.id(), user.id(), "", "")
                    : new Outcome(
                            null,
                            user.id(),
                            "login-failed.user",
                            "the user is " + user.document().path("status").asText());
        }

        Optional<Entry> user(String username) {
            return context.store().entries().all(Directory.USERS).stream()
                    .filter(user -> user.document().path("username").asText().equals(username))
                    .filter(user -> !username.isEmpty())
                    .findFirst();
        }

        private static boolean knows(Entry user, String password) {
            String expected = user.document().path("password").asText();
            return !expected.isEmpty()
                    && MessageDigest.isEqual(
                            expected.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
        }
    }
}
