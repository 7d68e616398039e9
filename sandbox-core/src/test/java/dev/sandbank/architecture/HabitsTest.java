package dev.sandbank.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no code of ours does. */
class HabitsTest {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Clock",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");
    /** String literals, and what is to be skipped: comments, characters. */
    private static final Pattern TOKENS = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'|(\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\")", Pattern.DOTALL);

    /** What formats a number or a time within a literal. */
    private static final Pattern NUMBERS =
            Pattern.compile("%(?![0-9][A-F])[-#+0,(]*[0-9]*(\\.[0-9]+)?[doxXeEfgGaAtT]\\b");

    private static final Pattern VENDORS = Pattern.compile("apiture|uphold", Pattern.CASE_INSENSITIVE);

    private final JavaClasses code = Code.main();

    @Test
    void nobodyAsksTheSystemForTheTimeButTheClockOfTheSandbox() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.sandbank.internal.bank.Bank")
                .should()
                .callMethodWhere(describe("asks the system's clock", call -> asksTheTime(call.getTarget())))
                .check(code);
    }

    @Test
    void nobodyMeasuresTimeButTheHoldersOfTheEngine() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.sandbank.internal.http.SharedEngine")
                .should()
                .callMethod(System.class, "nanoTime")
                .check(code);
    }

    @Test
    void nobodySleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(code);
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sandbank.internal.cli")
                .should()
                .accessTargetWhere(describe("prints", HabitsTest::prints))
                .check(code);
    }

    @Test
    void noClassIsNamedAfterABankOutsideItsPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.sandbank.internal.vendor..")
                .should()
                .haveNameMatching("(?i).*(apiture|uphold).*")
                .check(code);
    }

    @Test
    void noTextNamesABankOutsideItsPackage() {
        for (Path file : Code.sources()) {
            String path = file.toString().replace('\\', '/');
            boolean mayName =
                    path.contains("/vendor/") || path.contains("/cli/") || path.endsWith("SandbankBuilder.java");
            if (!mayName) {
                assertThat(texts(Code.read(file))).as(path).noneMatch(VENDORS.asPredicate());
            }
        }
    }

    /** Digits are the machine's own in Arabic or Persian: a number is formatted as {@code %s}, or the call names the locale. */
    @Test
    void noNumberIsFormattedAsTheMachineWouldWriteIt() {
        for (Path file : Code.sources()) {
            String source = Code.read(file);
            assertThat(NUMBERS.matcher(source).results())
                    .as(file.toString())
                    .map(number -> source.substring(source.lastIndexOf(';', number.start()) + 1, number.end()))
                    .allMatch(call -> call.contains("Locale.ROOT"));
        }
    }

    @Test
    void noTextFollowsTheLocaleOfTheMachine() {
        noClasses()
                .should()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.text\\..*Format|java\\.util\\.(Scanner|Calendar)")
                .check(code);
    }

    @Test
    void noFileIsLongerThanAnyoneWantsToRead() {
        List<Path> all = new ArrayList<>(Code.sources());
        all.addAll(Code.tests());

        for (Path file : all) {
            assertThat(Code.read(file).lines().count()).as(file.toString()).isLessThanOrEqualTo(300);
        }
    }

    @Test
    void noClassHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Abstract\\w*|Base)$")
                .check(code);
    }

    private static boolean asksTheTime(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean clock = CLOCKS.contains(owner) && (name.equals("now") || name.startsWith("system"));
        return clock || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static boolean prints(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getName();
        String name = access.getTarget().getName();
        return (owner.equals("java.lang.System") && (name.equals("out") || name.equals("err")))
                || name.equals("printStackTrace");
    }

    private static List<String> texts(String source) {
        return TOKENS.matcher(source)
                .results()
                .map(token -> token.group(1))
                .filter(Objects::nonNull)
                .toList();
    }
}
