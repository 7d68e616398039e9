package dev.sandbank.junit;

import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Experimental;
import dev.sandbank.junit.internal.catalogue.BadDeliveryProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test of a receiver once for each way in which the delivery of an event can be bad, or only look so, with a
 * {@link BadDelivery} as its argument.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @BadWebhooks(type = "core.account.created", data = "{\"account\": {\"id\": \"acct-1\"}}")
 * void isHandledRightly(BadDelivery bad, Sandbank bank) {
 *     var receiver = new Receiver(bank.webhooks().to("default").secret(), bank.clock().now());
 *     List<Integer> statuses = bad.attempts().stream().map(receiver::receive).toList();
 *     assertThat(bad.differences(statuses, receiver.stored())).isEmpty();
 * }
 * }</pre>
 *
 * <p>A test that passes fails all the same if it did not look at the attempts, or not ask for the {@linkplain
 * BadDelivery#differences differences}, or if there were some: it showed nothing.
 *
 * <p>This needs {@code junit-jupiter-params}.
 */
@Experimental
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SandbankExtension.class)
@ArgumentsSource(BadDeliveryProvider.class)
public @interface BadWebhooks {

    /** The type of the event whose delivery is spoiled. Default: any. */
    String type() default "";

    /**
     * Its data, in JSON: Sandbank makes such an event before each run. Default: it takes the latest event that the {@code @BeforeEach}
     * methods have caused.
     */
    String data() default "";

    /** The endpoint to which the event goes. Default: the fixture's first. */
    String endpoint() default "";

    /** The flaws to leave out. */
    DeliveryFlaw[] except() default {};

    /** The sandbox, by the name of its {@link WithSandbank} or field, if there are several; see {@link Bank}. */
    String bank() default "";
}
