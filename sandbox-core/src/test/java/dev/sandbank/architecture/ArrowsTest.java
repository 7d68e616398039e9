package dev.sandbank.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which: the arrows of the design. */
class ArrowsTest {

    private static final String INTERNAL = "dev.sandbank.internal.";

    /**
     * What each package may import of our own, in small letters packages, in capitals types of the public package. That is at
     * the root, and at the ground, too: it may import all but {@code cli}, but none of its {@link #GROUND} imports anything.
     */
    static final Map<String, Set<String>> ARROWS = """
            model: Decision model.oauth model.operation text
            text:
            tls:
            time: model model.oauth model.operation
            fault: model model.oauth model.operation text time
            gate: Decision model model.oauth model.operation text
            input: model model.oauth model.operation text gate
            dialect: model model.oauth model.operation
            store: model model.oauth model.operation text
            journal: Change Decision Exchange SandbankJournal model model.oauth model.operation text time
            lint: Change Decision DenialReason Exchange Finding model.operation text dialect
            fixture.problem: text
            fixture.tree: text fixture.problem
            fixture.source: fixture.problem fixture.tree
            fixture.check: model model.oauth model.operation text dialect oidc.grant oidc.sign fixture.problem fixture.tree fixture.source time
            fixture.openapi: model.operation dialect fixture.problem fixture.tree fixture.source
            fixture.bundle: model.oauth model.operation dialect fixture.check
            fixture: model model.oauth model.operation text dialect oidc.sign fixture.problem fixture.tree fixture.source fixture.check fixture.openapi fixture.bundle time
            work: model model.oauth model.operation gate dialect store
            oidc: Authentication Decision model model.oauth model.operation dialect store oidc.authorize oidc.client oidc.endpoint oidc.grant oidc.session oidc.sign oidc.token text
            oidc.endpoint: Decision model model.oauth model.operation gate dialect store fixture.problem oidc.sign text
            oidc.client: Decision model model.oauth model.operation text gate dialect store oidc.endpoint oidc.sign
            oidc.token: Authentication Decision model model.oauth model.operation text gate dialect store oidc.client oidc.endpoint oidc.sign
            oidc.grant: Decision model model.oauth model.operation fixture.problem gate dialect store oidc.client oidc.endpoint oidc.token text time
            oidc.session: Authentication Decision model model.oauth model.operation text dialect store oidc.endpoint oidc.page oidc.sign oidc.token
            oidc.authorize: Decision model model.oauth model.operation text fixture.problem gate dialect store oidc.endpoint oidc.grant oidc.page oidc.session oidc.sign oidc.token
            oidc.page: model model.oauth model.operation oidc.page.templates
            oidc.sign: model model.oauth model.operation
            webhook.send:
            webhook.sign: BadDelivery DeliveryFlaw model model.operation dialect oidc.sign
            vendor.apiture: model model.oauth model.operation gate dialect store work vendor.apiture.account vendor.apiture.customer vendor.apiture.institution vendor.apiture.transfer
            vendor.uphold: model model.oauth model.operation text gate dialect store work time vendor.uphold.asset vendor.uphold.transaction vendor.uphold.portfolio vendor.uphold.external vendor.uphold.customer vendor.uphold.reference vendor.uphold.deposit vendor.uphold.metadata vendor.uphold.file vendor.uphold.kyc vendor.uphold.deadline
            work.plain: model model.oauth model.operation gate dialect store work text time
            webhook: model model.oauth model.operation text time dialect store work work.plain webhook.sign BadDelivery DeliveryFlaw oidc.sign webhook.send
            bank: Decision model model.oauth model.operation text time fault gate input dialect store journal fixture work work.plain webhook oidc oidc.grant oidc.sign
            control: Authentication Exchange Finding lint BadToken SandbankClient SandbankClock SandbankEnvironment SandbankFault SandbankFaults SandbankKeys SandbankNames SandbankResource SandbankTokens SandbankUser SandbankWebhooks TokenFlaw WebhookEvent model model.oauth model.operation text time fault dialect store journal fixture fixture.problem oidc oidc.sign oidc.token webhook bank export BadDelivery DeliveryFlaw SandbankWebhook WebhookDelivery webhook.send
            control.api: ArrangedCall AuthPath Authentication BadToken Denial SandbankNames SandbankUser TokenFlaw WebhookEvent Change Coverage Decision Exchange Finding model model.oauth model.operation text fault dialect journal coverage explain explain.page fixture.problem oidc oidc.sign bank console control denial http site time webhook BadDelivery DeliveryFlaw SandbankWebhook WebhookDelivery
            console: model text
            export: Coverage model model.oauth model.operation time dialect store fixture work oidc oidc.sign bank
            http: model model.oauth model.operation bank text
            site: model text dialect store oidc.page bank http
            explain: Decision model model.oauth model.operation text input dialect store fixture.problem bank oidc oidc.token webhook
            init: model model.operation text dialect input fixture fixture.problem fixture.tree fixture.source fixture.openapi bank export explain init.sample
            init.sample: model model.operation text input
            coverage: Coverage Decision model model.oauth model.operation text dialect input journal fixture bank explain.page export
            denial: ArrangedCall AuthPath Decision Denial DenialReason Exchange Sandbank model model.oauth model.operation text time input dialect store journal work work.plain fixture.problem oidc oidc.token bank explain control
            remote: ArrangedCall AuthPath Authentication BadToken Change Coverage Decision Denial Exchange Sandbank SandbankClient SandbankClock SandbankEnvironment SandbankException SandbankFault SandbankFaults SandbankJournal SandbankKeys SandbankNames SandbankResource SandbankTokens SandbankUser SandbankWebhooks TokenFlaw WebhookEvent text time fault dialect journal fixture fixture.problem bank export control control.api coverage denial BadDelivery DeliveryFlaw SandbankWebhook WebhookDelivery webhook.send
            replay: Change Decision DenialReason Exchange model model.oauth text dialect store journal fixture bank export control control.api
            explain.page: Coverage Decision model model.oauth model.operation journal explain explain.page.templates export
            model.oauth:
            model.operation: text
            vendor.apiture.account: dialect gate model model.oauth model.operation store text time vendor.apiture.customer work
            vendor.apiture.customer: model model.oauth store work
            vendor.apiture.institution: model model.oauth store vendor.apiture.account work
            vendor.apiture.transfer: dialect gate model model.oauth model.operation store text time vendor.apiture.account work
            vendor.uphold.asset: dialect gate model model.oauth model.operation store text work
            vendor.uphold.portfolio: model model.oauth store time vendor.uphold.asset vendor.uphold.transaction work
            vendor.uphold.transaction: dialect gate model model.oauth model.operation store text time vendor.uphold.asset work vendor.uphold.rail vendor.uphold.customer vendor.uphold.reference
            vendor.uphold.metadata: model work
            vendor.uphold.file: model time work
            vendor.uphold.deposit: model model.oauth store time vendor.uphold.asset vendor.uphold.rail vendor.uphold.reference vendor.uphold.transaction work
            vendor.uphold.rail: model store
            vendor.uphold.deadline: model store work
            vendor.uphold.external: model model.oauth store time vendor.uphold.rail vendor.uphold.transaction work
            vendor.uphold.customer: model model.oauth store time vendor.uphold.asset vendor.uphold.kyc work vendor.uphold.deadline
            vendor.uphold.kyc: model model.operation store time work vendor.uphold.deadline
            vendor.uphold.reference: model model.oauth store text time vendor.uphold.asset vendor.uphold.customer work
            """.lines().map(line -> line.split(": ?", 2)).collect(
            Collectors.toMap(line -> line[0], line -> Set.of(line[1].isEmpty() ? new String[0] : line[1].split(" "))));

    /** The public types that the inside makes or implements: values, and interfaces. */
    private static final Set<String> GROUND = Set.of(
            "ArrangedCall",
            "AuthPath",
            "Authentication",
            "Change",
            "Coverage",
            "Decision",
            "Denial",
            "DenialExpectation",
            "Exchange",
            "Finding",
            "BadDelivery",
            "BadToken",
            "DeliveryFlaw",
            "DenialReason",
            "Sandbank",
            "SandbankException",
            "SandbankClient",
            "SandbankClock",
            "SandbankEnvironment",
            "SandbankFault",
            "SandbankFaults",
            "SandbankKeys",
            "SandbankNames",
            "SandbankResource",
            "SandbankTokens",
            "SandbankUser",
            "SandbankJournal",
            "SandbankWebhook",
            "WebhookDelivery",
            "SandbankWebhooks",
            "TokenFlaw",
            "WebhookEvent");

    private final JavaClasses classes = Code.main();

    static Stream<String> guarded() {
        return ARROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void leadOnlyWhereTheyMay(String from) {
        noClasses()
                .that(areIn(INTERNAL + from))
                .should()
                .dependOnClassesThat(areOursBut(from))
                .check(classes);
    }

    @Test
    void neverLeadToTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL + "cli..")
                .check(classes);
    }

    @Test
    void leadFromNoPublicValueToTheInside() {
        noClasses()
                .that(describe("are on the ground", type -> GROUND.contains(publicName(type))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL + ".")
                .check(classes);
    }

    @Test
    void leadToNoOtherPublicTypes() {
        assertThat(GROUND)
                .containsAll(ARROWS.values().stream()
                        .flatMap(Set::stream)
                        .filter(name -> Character.isUpperCase(name.charAt(0)))
                        .toList());
    }

    @Test
    void makeNoCycle() {
        slices().matching("dev.sandbank.internal.(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void areDrawnForEveryPackage() {
        Set<String> packages = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(INTERNAL))
                .map(name -> name.substring(INTERNAL.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        packages.removeIf(name -> name.startsWith("cli"));
        assertThat(packages).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    private static DescribedPredicate<JavaClass> areIn(String name) {
        return describe("are in " + name, type -> type.getPackageName().equals(name));
    }

    private static DescribedPredicate<JavaClass> areOursBut(String from) {
        Set<String> known = ARROWS.getOrDefault(from, Set.of());
        return describe("are ours, but not in " + from + " or " + known, type -> {
            String name = type.getPackageName();
            boolean ours = name.startsWith("dev.sandbank");
            boolean inside = name.startsWith(INTERNAL);
            String here = inside ? name.substring(INTERNAL.length()) : publicName(type);
            return ours && !here.equals(from) && !known.contains(here);
        });
    }

    /** Of a type of the public package its name, or that of the type around it; else none. */
    private static String publicName(JavaClass type) {
        String name = type.getName();
        return type.getPackageName().equals("dev.sandbank")
                ? name.substring("dev.sandbank.".length()).split("\\$", 2)[0]
                : "";
    }
}
