package user.old;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NoInitialContextException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process in which a sandbox of each bank is at work is otherwise as it was. */
class SurroundingsTest {

    private Sandbank apiture;
    private Sandbank uphold;

    @BeforeEach
    void putToWork() {
        apiture = Sandbank.start("apiture");
        uphold = Sandbank.start("uphold");
        new Bank(apiture).token("ada-batch", "ada-batch-9vN4gC");
        new Bank(uphold).token("payouts", "s3cr.et_~1");
    }

    @AfterEach
    void close() {
        apiture.close();
        uphold.close();
    }

    @Test
    void isWhatItWasBefore() {
        assertThat(Surroundings.now().changesSince(Surroundings.BEFORE)).isEmpty();
    }

    @Test
    void hasTheUsersDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:mine")) {
            assertThat(connection.getMetaData().getDriverVersion()).startsWith("1.4.200");
            assertThat(connection.getClass().getName()).isEqualTo("org.h2.jdbc.JdbcConnection");
        }
    }

    @Test
    void hasNoOtherDriverOnceAllIsLoaded() {
        assertThat(DriverManager.drivers())
                .extracting(driver -> driver.getClass().getName())
                .containsOnlyOnce("org.h2.Driver")
                .noneMatch(name -> name.contains("sandbank"));
    }

    @Test
    void hasNoDirectoryThatTheUserHasNot() {
        assertThatThrownBy(() -> new InitialContext().getEnvironment()).isInstanceOf(NoInitialContextException.class);
        assertThat(getClass().getClassLoader().getResource("jndi.properties")).isNull();
    }
}
