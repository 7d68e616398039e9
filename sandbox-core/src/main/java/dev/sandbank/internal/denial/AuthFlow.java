package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.Scenario.Arranged;
import dev.sandbank.internal.denial.Scenario.Credential;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.UrlEncoded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One path of a blocked user to a call, up to the request that is answered at its end.
 *
 * @param way how the client gets its token
 * @param user the user, who is blocked on the way
 * @param credential the grant of the client's token
 * @param call the call at the end
 * @param endsAt where it ends: {@code sign-in}, {@code token} or {@code call}
 */
record AuthFlow(GrantFlow way, String user, Credential credential, CallTemplate call, String endsAt) {

    static final String AT_SIGN_IN = "sign-in";
    static final String AT_TOKEN = "token";
    static final String AT_CALL = "call";

    /** Returns the client that calls. */
    String client() {
        return credential.client();
    }

    /** Runs all requests but the last, which is left to the caller. */
    Arranged arrange(BankControl bank) {
        SandboxChanges.userBecomes(user, UserStatus.ACTIVE).make(bank);
        return switch (way) {
            case BEFORE -> before(bank);
            case OWN, NAMED -> fresh(bank);
            case SIGN_IN -> signIn(bank, visit(bank));
            case REFRESH -> refresh(bank, visit(bank));
        };
    }

    /**
     * Registers the last request for comparison; if this path is about getting a token, another fresh token is as good
     * as the arranged one.
     */
    Arranged awaited(BankControl bank, Arranged last, Answer.Caller caller) {
        if (!endsAt.equals(AT_CALL)) {
            return last.awaited(
                    bank, request -> form(last.body(), request.body().text()), decision -> List.of());
        }
        boolean fresh = way == GrantFlow.OWN || way == GrantFlow.NAMED;
        CallComparison comparison = new CallComparison(
                bank.environment().definition(),
                call,
                call,
                last.call(),
                fresh ? Optional.empty() : Optional.of(GateName.TOKEN));
        return last.awaited(bank, comparison::differences, caller::differences);
    }

    /** Returns the differences between form fields, except client authentication, which is the client's choice. */
    private static List<String> form(String arranged, String arrived) {
        Fields wanted = UrlEncoded.parse(arranged);
        Fields found = UrlEncoded.parse(arrived);
        return wanted.names().stream()
                .filter(name ->
                        !name.startsWith("client_") && !wanted.first(name).equals(found.first(name)))
                .map(name -> "its " + name + " is not the arranged one")
                .toList();
    }

    private Arranged before(BankControl bank) {
        String token = credential.issue(bank);
        block(bank);
        return call(bank, token);
    }

    private Arranged fresh(BankControl bank) {
        block(bank);
        return call(bank, credential.issue(bank));
    }

    private Arranged signIn(BankControl bank, SignInVisit visit) {
        block(bank);
        return endsAt.equals(AT_SIGN_IN)
                ? form(bank, visit.login())
                : call(bank, visit.tokens().path("access_token").asText());
    }

    private Arranged refresh(BankControl bank, SignInVisit visit) {
        CallRequest request = visit.refresh(visit.tokens().path("refresh_token").asText());
        block(bank);
        return endsAt.equals(AT_TOKEN)
                ? form(bank, request)
                : call(bank, visit.send(request).path("access_token").asText());
    }

    private SignInVisit visit(BankControl bank) {
        Environment environment = bank.environment();
        Client client =
                new Directory(environment.store()).client(credential.client()).orElseThrow();
        return new SignInVisit(environment, client, user);
    }

    private void block(BankControl bank) {
        SandboxChanges.userBecomes(user, UserStatus.BLOCKED).make(bank);
    }

    private Arranged call(BankControl bank, String token) {
        return credential.call(bank, token, call);
    }

    private static Arranged form(BankControl bank, CallRequest request) {
        return new Arranged(request, "", Map.of(), bank.baseUrl());
    }
}
