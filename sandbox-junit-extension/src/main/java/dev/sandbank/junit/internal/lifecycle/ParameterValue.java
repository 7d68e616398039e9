package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankTokens;
import dev.sandbank.junit.Bank;
import dev.sandbank.junit.BaseUrl;
import dev.sandbank.junit.Issuer;
import dev.sandbank.junit.TokenFor;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The value that a parameter takes from a sandbox.
 *
 * @param bank the name of the sandbox; empty for the only one
 * @param get takes the value from it
 */
record ParameterValue(String bank, Function<Sandbank, Object> get) {

    /** The value for a parameter; empty if Sandbank does not resolve the parameter. */
    static Optional<ParameterValue> of(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == Sandbank.class) {
            String name = AnnotationSupport.findAnnotation(parameter, Bank.class)
                    .map(Bank::value)
                    .orElse("");
            return Optional.of(new ParameterValue(name, bank -> bank));
        }
        if (type == String.class) {
            return AnnotationSupport.findAnnotation(parameter, TokenFor.class)
                    .map(wanted -> new ParameterValue(wanted.bank(), bank -> token(bank, wanted)));
        }
        return type == URI.class ? url(parameter) : Optional.empty();
    }

    private static Optional<ParameterValue> url(Parameter parameter) {
        return AnnotationSupport.findAnnotation(parameter, BaseUrl.class)
                .map(wanted -> new ParameterValue(
                        wanted.bank(),
                        bank -> bank.environment(wanted.environment()).baseUrl()))
                .or(() -> AnnotationSupport.findAnnotation(parameter, Issuer.class)
                        .map(wanted -> new ParameterValue(
                                wanted.bank(),
                                bank -> bank.environment(wanted.environment()).issuer())));
    }

    private static String token(Sandbank bank, TokenFor wanted) {
        SandbankTokens tokens = bank.environment(wanted.environment()).tokens();
        if (wanted.user().isEmpty()) {
            if (wanted.consent().length > 0) {
                throw new IllegalArgumentException("@TokenFor names a consent but no user: write user = \"…\", too");
            }
            return tokens.forClient(client(wanted), wanted.scopes());
        }
        return wanted.consent().length == 0
                ? tokens.forUser(client(wanted), wanted.user(), wanted.scopes())
                : tokens.forUser(
                        client(wanted),
                        wanted.user(),
                        Authentication.by("pwd").consent(wanted.consent()),
                        wanted.scopes());
    }

    private static String client(TokenFor wanted) {
        String client = wanted.client().isEmpty() ? wanted.value() : wanted.client();
        if (client.isEmpty()) {
            throw new IllegalArgumentException("@TokenFor names no client: write @TokenFor(\"…\")");
        }
        if (!wanted.value().isEmpty() && !wanted.value().equals(client)) {
            throw new IllegalArgumentException(
                    "@TokenFor names two clients, \"" + wanted.value() + "\" and \"" + client + "\": write one");
        }
        return client;
    }

    /** Takes the value from the sandbox. */
    Object from(Sandbank bank, Parameter parameter) {
        try {
            return get.apply(bank);
        } catch (IllegalArgumentException bad) {
            throw new ParameterResolutionException("No value for " + parameter + " of "
                    + parameter.getDeclaringExecutable() + ": " + bad.getMessage());
        }
    }
}
