package dev.sandbank.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.testing.EveryCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was done to a sandbox: one that starts from its export answers as it does, from then on and for ever. */
class GoesOnTheSameTest {

    private static final int WORLDS = Integer.getInteger("export.worlds", 2);
    private static final int DEEDS = 15;

    @TempDir
    Path folder;

    static Stream<Arguments> worlds() {
        Stream<Arguments> all = IntStream.range(0, WORLDS)
                .boxed()
                .flatMap(world -> Stream.of("uphold", "apiture", "musterbank").map(bank -> Arguments.of(bank, world)));
        return EveryCase.orOneOfEach(all, world -> world.get()[0]);
    }

    private static Doings at(String bank) {
        return switch (bank) {
            case "uphold" -> new UpholdDoings();
            case "apiture" -> new ApitureDoings();
            case "musterbank" -> new MusterbankDoings();
            default -> throw new IllegalArgumentException(bank);
        };
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void asTheOneThatWasExported(String bank, int world) throws IOException {
        Random random = new Random(world * 31L + 7);
        Doings ofFirst = at(bank);
        try (Sandbank first = start(ofFirst.fixture(random))) {
            many(ofFirst, first, random);
            String text = first.export();
            hasNoProblem(text);
            try (Sandbank second = start(text)) {
                assertThatSame(second.export(), text);
                Doings ofSecond = ofFirst.copy();
                assertThatBothTell(ofFirst, first, ofSecond, second);

                Duration step = Duration.ofMinutes(random.nextInt(5_000));
                first.clock().advance(step);
                second.clock().advance(step);
                assertThatBothTell(ofFirst, first, ofSecond, second);

                long seed = random.nextLong();
                assertThatSame(many(ofSecond, second, new Random(seed)), many(ofFirst, first, new Random(seed)));
                assertThatBothTell(ofFirst, first, ofSecond, second);
                assertThatSame(second.export(), first.export());
            }
        }
    }

    private static Sandbank start(String text) {
        return Sandbank.builder().fixtureText(text).start();
    }

    private static List<Told> many(Doings doings, Sandbank bank, Random random) {
        List<Told> all = new ArrayList<>();
        for (int deed = 0; deed < DEEDS; deed++) {
            all.add(doings.doOne(bank, random));
        }
        return all;
    }

    private static void assertThatBothTell(Doings ofFirst, Sandbank first, Doings ofSecond, Sandbank second) {
        List<Told> expected = ofFirst.readAll(first);
        List<Told> found = ofSecond.readAll(second);
        assertThatSame(found, expected);
    }

    /** Tells the first difference only: the whole would be thousands of lines. */
    private static void assertThatSame(List<?> found, List<?> expected) {
        for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
            assertThat(found.get(i)).as("number " + i).isEqualTo(expected.get(i));
        }
        assertThat(found).hasSameSizeAs(expected);
    }

    private static void assertThatSame(String found, String expected) {
        assertThatSame(found.lines().toList(), expected.lines().toList());
    }

    private void hasNoProblem(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("export.yaml"), text);
        assertThat(new FixtureLibrary().check(file.toString())).isEmpty();
    }
}
