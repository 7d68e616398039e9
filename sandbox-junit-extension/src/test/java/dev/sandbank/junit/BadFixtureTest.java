package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadFixtureTest {

    private static final String BAD = "dev/sandbank/junit/bad.yaml";

    @Test
    void failsEveryTestWithAllItsProblems() {
        List<Throwable> failures = SampleRun.of(AsksEverywhere.class).failures();

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("@WithSandbank(\"" + BAD + "\")")
                        .hasMessageContainingAll(problems()));
    }

    @Test
    void isToldOncePerTestThoughEveryMethodAroundItAsks() {
        List<Throwable> failures = SampleRun.of(AsksEverywhere.class).failures();

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(printed(failure)).containsOnlyOnce(problems()[0]));
    }

    @Test
    void failsAClassThatSharesItOnce() {
        List<Throwable> failures = SampleRun.of(Shares.class).failures();

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(printed(failure)).containsOnlyOnce(problems()[0]));
    }

    @Test
    void isToldByNameIfThereIsNone() {
        List<Throwable> failures = SampleRun.of(Nowhere.class).failures();

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("@WithSandbank(\"upholt\")")
                        .hasMessageContaining("uphold"));
    }

    private static String[] problems() {
        SandbankException bad = Assertions.catchThrowableOfType(SandbankException.class, () -> Sandbank.start(BAD));
        assertThat(bad.problems()).hasSizeGreaterThan(2);
        return bad.problems().toArray(String[]::new);
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Sample
    @WithSandbank(BAD)
    static class AsksEverywhere {

        @BeforeEach
        void setUp(Sandbank bank) {}

        @Test
        void one(Sandbank bank) {}

        @Test
        void other(Sandbank bank) {}

        @AfterEach
        void tearDown(Sandbank bank) {}
    }

    @Sample
    @WithSandbank(BAD)
    static class Shares {

        @BeforeAll
        static void setUpAll(Sandbank bank) {}

        @Test
        void one(Sandbank bank) {}

        @AfterAll
        static void tearDownAll(Sandbank bank) {}
    }

    @Sample
    @WithSandbank("upholt")
    static class Nowhere {

        @Test
        void one(Sandbank bank) {}
    }
}
