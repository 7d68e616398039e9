package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.BaseUrl;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** It is reset between tests, which take turns though they are started in parallel. */
@WithSandbank(value = "uphold", lifetime = Lifetime.JVM)
class OneForTheWholeRunTest {

    @RepeatedTest(3)
    void isAsTheFixtureSays(Sandbank bank) {
        assertEquals(201, new Payouts(bank).open());
        bank.user(Payouts.ADA).block();
        assertEquals(409, new Payouts(bank).open());
    }

    @Nested
    class InANestedClass {

        @Test
        void isStillThere(Sandbank bank, @BaseUrl URI address) {
            assertEquals(bank.baseUrl(), address);
            assertEquals(201, new Payouts(bank).open());
        }
    }
}
