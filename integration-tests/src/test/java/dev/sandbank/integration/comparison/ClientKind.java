package dev.sandbank.integration.comparison;

import dev.sandbank.integration.comparison.AccountsClient.Registration;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The client as it should be, and with one mistake each. */
enum ClientKind {
    IS_RIGHT,
    SENDS_NO_BEARER_TOKEN {
        @Override
        AccountsClient make(Registration registered, Supplier<Instant> now) {
            return new AccountsClient(registered, now) {
                @Override
                HttpRequest.Builder authorized(HttpRequest.Builder request, String bearer) {
                    return request;
                }
            };
        }
    },
    SENDS_A_WRONG_SECRET {
        @Override
        AccountsClient make(Registration registered, Supplier<Instant> now) {
            return new AccountsClient(registered.withSecret("secret"), now);
        }
    },
    KEEPS_AN_EXPIRED_TOKEN {
        @Override
        AccountsClient make(Registration registered, Supplier<Instant> now) {
            return new AccountsClient(registered, now) {
                @Override
                boolean isGood(Instant until) {
                    return until.isAfter(Instant.MIN);
                }
            };
        }
    },
    ASKS_FOR_ANOTHER_SCOPE {
        @Override
        AccountsClient make(Registration registered, Supplier<Instant> now) {
            return new AccountsClient(registered.withScope("data/read"), now);
        }
    };

    AccountsClient make(Registration registered, Supplier<Instant> now) {
        return new AccountsClient(registered, now);
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Tells a test which of them it is for: the right one, unless the run says otherwise. */
    static final class UnderTest implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ClientKind.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter("client")
                    .map(ClientKind::valueOf)
                    .orElse(IS_RIGHT);
        }
    }
}
