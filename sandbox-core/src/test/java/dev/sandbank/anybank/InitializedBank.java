package dev.sandbank.anybank;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.init.BankInitializer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests of one bank that {@code init} makes of a description; each test begins with its fixture. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
abstract class InitializedBank {

    private final String description;
    private final String name;
    Sandbank bank;
    String app;

    InitializedBank(String description, String name) {
        this.description = description;
        this.name = name;
    }

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        new BankInitializer("src/test/resources/init/" + description, name).write(folder);
        bank = Sandbank.start(folder.resolve("fixture.yaml").toString());
    }

    @BeforeEach
    void reset() {
        bank.reset();
        app = bank.tokens().forClient("app");
    }

    @AfterAll
    void close() {
        bank.close();
    }
}
