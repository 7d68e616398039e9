package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the machine's language, digits, calendar and encoding: each command prints the same. */
class LocaleTest {

    private static final String ASCII =
            "-Dfile.encoding=US-ASCII -Dstdout.encoding=US-ASCII -Dstderr.encoding=US-ASCII";

    @TempDir
    private Path folder;

    /** Two in a process, as each takes a second to start. */
    @ParameterizedTest
    @CsvSource({
        "-Duser.language=ar -Duser.country=EG, fa-IR",
        "-Duser.language=th -Duser.country=TH -Duser.variant=TH " + ASCII + ", tr-TR"
    })
    void doesNotShow(String options, String further) throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(EveryCommand.class, (options + " -- " + folder + " " + further).split(" "));

        List<String> expected = EveryCommand.printed(folder).lines().toList();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .containsExactlyElementsOf(
                        Stream.of(expected, expected).flatMap(List::stream).toList());
    }

    @Test
    void doesNotKeepSignsFromThePage() throws Exception {
        List<String> typed = List.of("explain", "core.get-account", "--bank", "uphold");

        ChildJvm.Ended ended = ChildJvm.run(Main.class, (ASCII + " -- " + String.join(" ", typed)).split(" "));

        assertThat(ended.out())
                .isEqualTo(Ran.command(typed.toArray(String[]::new)).out());
    }
}
