package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.init.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableSecurityTest {

    @TempDir
    private Path folder;

    /** Returns pointers to what is unusable in this security. */
    private List<String> in(String security) throws IOException {
        Path file = Files.writeString(folder.resolve("openapi.yaml"), """
                openapi: 3.1.0
                info: {title: Odd, version: "1"}
                security: %s
                paths: {}
                components:
                  securitySchemes:
                    mutual: {type: mutualTLS}
                    digest: {type: http, scheme: digest}
                    token: {type: http, scheme: bearer}
                """.formatted(security));
        Inventory inventory = Inventory.of(Sources.file(file.toString()), new Sources(), List.of(), Samples.object());
        return UnusableSecurity.in(inventory).stream()
                .map(part -> Places.pointer(part.place().steps()))
                .toList();
    }

    @Test
    void isLeftOutOfAWayWithAnother() throws IOException {
        assertThat(in("[{mutual: [], token: []}]")).containsExactly("/security/0/mutual");
    }

    @Test
    void isLeftOutAsAWay() throws IOException {
        assertThat(in("[{mutual: []}, {token: []}]")).containsExactly("/security/0");
    }

    @Test
    void isLeftOutAsAWholeIfNothingElseIsThere() throws IOException {
        assertThat(in("[{mutual: []}, {digest: []}]")).containsExactly("/security");
        assertThat(in("[{token: []}]")).isEmpty();
    }

    @Test
    void isWhatLetsEverybodyIn() throws IOException {
        assertThat(in("[{}]")).containsExactly("/security");
        assertThat(in("[]")).containsExactly("/security");
        assertThat(in("[{}, {token: []}]")).containsExactly("/security/0");
    }
}
