package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithSandbank("uphold")
class OneForEachTestTest {

    private static final Set<Sandbank> SEEN = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void isNewAndRunning(Sandbank bank) {
        Opened.note(bank);

        assertTrue(SEEN.add(bank), "a sandbox that another test had");
        assertTrue(Opened.of(bank).isThere());
    }

    @Test
    void mayChangeWhatItLikes(Sandbank bank) {
        bank.user(Payouts.ADA).block();

        assertEquals(409, new Payouts(bank).open());
    }

    @Test
    void seesNothingOfWhatAnotherChanged(Sandbank bank) {
        assertEquals(201, new Payouts(bank).open());
    }

    @RepeatedTest(3)
    void startsAnewForEachRepetition(Sandbank bank) {
        new Payouts(bank).list();

        assertEquals(2, bank.journal().calls().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void startsAnewForEachArgument(int calls, Sandbank bank) {
        for (int call = 0; call < calls; call++) {
            new Payouts(bank).list();
        }

        assertEquals(1 + calls, bank.journal().calls().size());
    }

    @Test
    @WithSandbank("apiture")
    void mayHaveItsOwnBank(Sandbank bank) {
        assertEquals("apiture", bank.bankName());
    }

    @Nested
    class InANestedClass {

        @Test
        void isTheBankOfTheEnclosing(Sandbank bank) {
            assertEquals("uphold", bank.bankName());
        }
    }

    @Nested
    @WithSandbank("apiture")
    class InANestedClassWithABankOfItsOwn {

        @Test
        void isTheNearest(Sandbank bank) {
            assertEquals("apiture", bank.bankName());
        }
    }
}
