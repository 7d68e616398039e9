package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithSandbank("uphold")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneForAClassTest {

    private Sandbank shared;

    @BeforeAll
    void connect(Sandbank bank) {
        Opened.note(bank);
        shared = bank;
    }

    @RepeatedTest(3)
    void isTheSameForAllTests(Sandbank bank) {
        assertSame(shared, bank);
        assertEquals(200, new Payouts(bank).list());
    }

    @Nested
    class InANestedClass {

        @Test
        void isStillTheSame(Sandbank bank) {
            assertSame(shared, bank);
        }
    }
}
