package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class AMethodsOwnTest {

    @Retention(RetentionPolicy.RUNTIME)
    @WithSandbank("uphold")
    @interface WithOurBank {}

    @Test
    @WithSandbank("uphold")
    void isDeclaredThere(Sandbank bank) {
        Opened.note(bank);

        assertEquals(200, new Payouts(bank).list());
    }

    @Test
    @WithOurBank
    void isDeclaredByAnAnnotationOfTheUsers(Sandbank bank) {
        Opened.note(bank);

        assertEquals("uphold", bank.bankName());
    }
}
