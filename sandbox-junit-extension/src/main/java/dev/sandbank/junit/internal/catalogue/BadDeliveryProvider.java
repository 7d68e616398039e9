package dev.sandbank.junit.internal.catalogue;

import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.SandbankWebhooks;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.junit.BadWebhooks;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes one argument for each flaw that the deliveries of the declared bank can have. */
public final class BadDeliveryProvider implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ExtensionContext context) {
        BadWebhooks wanted = AnnotationSupport.findAnnotation(context.getElement(), BadWebhooks.class)
                .orElseThrow(() -> new IllegalStateException("only @BadWebhooks provides bad deliveries"));
        if (wanted.type().isEmpty() && !wanted.data().isEmpty()) {
            throw new IllegalArgumentException(
                    "@BadWebhooks has the data of an event but no type: write type = \"…\", too");
        }
        Set<DeliveryFlaw> flaws =
                Catalogued.at(context, wanted.bank(), "@BadWebhooks", builder -> flaws(wanted, builder));
        return flaws.stream().map(flaw -> Arguments.of(argument(wanted, flaw)));
    }

    private static BadDelivery argument(BadWebhooks wanted, DeliveryFlaw flaw) {
        return CatalogueArgument.of(
                BadDelivery.class,
                wanted.bank(),
                flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + flaw.summary(),
                bank -> new WatchedDelivery(delivery(wanted, bank.webhooks()).bad(flaw)),
                (seen, watched) -> watched.requireMet());
    }

    private static Set<DeliveryFlaw> flaws(BadWebhooks wanted, SandbankBuilder builder) {
        try (Sandbank bank = builder.start()) {
            requireKnown(wanted, bank.webhooks());
            Set<DeliveryFlaw> flaws =
                    EnumSet.copyOf(endpoint(wanted, bank.webhooks()).flaws());
            flaws.removeAll(List.of(wanted.except()));
            return flaws;
        }
    }

    /** @throws IllegalArgumentException if the bank has no such event or endpoint, or the data is not JSON */
    private static void requireKnown(BadWebhooks wanted, SandbankWebhooks webhooks) {
        endpoint(wanted, webhooks);
        if (!wanted.data().isEmpty()) {
            delivery(wanted, webhooks);
        } else if (!wanted.type().isEmpty()) {
            webhooks.events(wanted.type());
        }
    }

    private static SandbankWebhook endpoint(BadWebhooks wanted, SandbankWebhooks webhooks) {
        return wanted.endpoint().isEmpty()
                ? webhooks.endpoints().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "this bank has no events, and no client with a backchannelLogoutUri"))
                : webhooks.to(wanted.endpoint());
    }

    private static WebhookDelivery delivery(BadWebhooks wanted, SandbankWebhooks webhooks) {
        SandbankWebhook endpoint = endpoint(wanted, webhooks);
        String made = wanted.data().isEmpty()
                ? ""
                : webhooks.make(wanted.type(), wanted.data()).id();
        return endpoint.deliveries().stream()
                .filter(each -> made.isEmpty() || each.event().id().equals(made))
                .filter(each -> wanted.type().isEmpty() || each.event().type().equals(wanted.type()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(none(wanted, endpoint)));
    }

    private static String none(BadWebhooks wanted, SandbankWebhook endpoint) {
        String missing = "@BadWebhooks spoils the delivery of an event, but there is none to webhook " + endpoint.id()
                + (wanted.type().isEmpty() ? "" : " of type " + wanted.type());
        return wanted.data().isEmpty()
                ? missing + ": cause one in a @BeforeEach method, or write type = \"…\", data = \"{…}\""
                : missing + ": it wants other types, or is disabled";
    }
}
