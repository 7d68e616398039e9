package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.SandbankExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class InAFieldTest {

    @RegisterExtension
    static final SandbankExtension SHARED = SandbankExtension.of("apiture");

    private static Sandbank first;

    @RegisterExtension
    final SandbankExtension own =
            SandbankExtension.builder().fixture("uphold").decisionHeader().build();

    @BeforeAll
    static void connect() {
        first = SHARED.sandbank();
        Opened.note(first);
    }

    @RepeatedTest(3)
    void isOneForTheClassIfItIsStaticAndElseOneForEachTest() {
        Opened.note(own.sandbank());

        assertSame(first, SHARED.sandbank());
        assertNotSame(first, own.sandbank());
        assertEquals(200, new Payouts(own.sandbank()).list());
    }
}
