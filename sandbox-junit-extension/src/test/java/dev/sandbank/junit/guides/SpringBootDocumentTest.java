package dev.sandbank.junit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.SandbankExtension;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** {@code docs/guides/spring-boot.md} shows the files of a build that runs, and failures as they are told. */
class SpringBootDocumentTest {

    private static final Guide GUIDE = Guide.named("spring-boot.md");
    private static final String BUILD = "integration-tests/src/it/users/spring/";
    private static final String EXAMPLE = "DynamicPropertiesExampleTest";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Stream<String> files() {
        return GUIDE.quoted().keySet().stream().filter(file -> !file.equals(EXAMPLE));
    }

    @ParameterizedTest
    @MethodSource("files")
    void showsTheWholeFile(String file) {
        assertThat(GUIDE.quoted(file)).isEqualTo(Guide.source(BUILD + file));
    }

    @Test
    void showsAllThatAReaderNeeds() {
        String code = "src/main/java/com/example/accounts/";
        String tests = "src/test/java/com/example/accounts/";

        assertThat(files())
                .containsExactly(
                        "pom.xml",
                        "src/main/resources/application.yaml",
                        code + "AccountsApplication.java",
                        code + "Accounts.java",
                        tests + "AccountsTest.java",
                        tests + "RefusalsTest.java");
    }

    @Test
    void showsTheExampleOfAField() {
        String source =
                Guide.source("sandbox-junit-extension/src/test/java/dev/sandbank/junit/examples/" + EXAMPLE + ".java");

        assertThat(source.replaceAll("\\s", ""))
                .contains(GUIDE.quoted(EXAMPLE).replaceAll("\\s", "") + "//end::example[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "3.5/pom.xml"})
    void hasTheVersionOfTheExtension(String pom) {
        assertThat(Guide.source(BUILD + pom)).contains("""
                      <artifactId>sandbox-junit-extension</artifactId>
                      <version>%s</version>
                """.formatted(Guide.version()));
    }

    @Test
    void namesWhatDiffersInAnOlderSpringBoot() {
        String older = Guide.source(BUILD + "3.5/pom.xml");

        assertThat(codeIn(GUIDE.section("With Spring Boot 3.5")))
                .contains("3.5.16", "spring-boot-starter-web", "spring-boot-starter-oauth2-client")
                .filteredOn(word -> word.startsWith("3.") || word.startsWith("spring-"))
                .allMatch(word -> (older + GUIDE.quoted("pom.xml")).contains(">" + word + "<"));
    }

    @Test
    void quotesFailuresAsTheyAreTold() {
        List<String> told = Stream.of(
                        SampleRun.of(WithoutProperties.class),
                        SampleRun.of(ShortLived.class),
                        SampleRun.of(FirstOfField.class, SecondOfField.class))
                .flatMap(run -> run.failures().stream())
                .flatMap(failure -> Stream.iterate(failure, cause -> cause != null, Throwable::getCause))
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
        String tested = Guide.source(BUILD + "src/test/java/com/example/accounts/WhatGoesWrongTest.java");

        assertThat(GUIDE.rows("When it goes wrong"))
                .hasSize(6)
                .flatMap(row -> codeIn(row.get(0)))
                .allSatisfy(quoted -> assertThat(told.stream().anyMatch(quotedFrom(quoted)) || tested.contains(quoted))
                        .as(quoted + " in " + told)
                        .isTrue());
    }

    private static Predicate<String> quotedFrom(String quoted) {
        String pattern = Stream.of(quoted.replace("\"…\"", "\"\u0000\"").split("…", -1))
                .map(part -> Pattern.quote(part.replace("\u0000", "…")))
                .collect(Collectors.joining(".+"));
        return Pattern.compile(pattern).asPredicate();
    }

    private static List<String> codeIn(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Configuration
    static class Application {

        @Bean
        String addressOfTheBank(@Value("${bank.base-url}") String address) {
            return address;
        }

        /** Spring Boot has it, too. */
        @Bean
        static PropertySourcesPlaceholderConfigurer placeholders() {
            return new PropertySourcesPlaceholderConfigurer();
        }
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank("apiture")
    static class WithoutProperties {

        @Test
        void starts() {}
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    @WithSandbank("apiture")
    @SandbankProperties
    static class ShortLived {

        @Test
        void starts() {}
    }

    @Sample
    @SpringJUnitConfig(Application.class)
    abstract static class OfField {

        @RegisterExtension
        static final SandbankExtension BANK = SandbankExtension.of("apiture");

        @DynamicPropertySource
        static void bank(DynamicPropertyRegistry registry) {
            registry.add("bank.base-url", () -> BANK.sandbank().baseUrl());
        }

        @Test
        void starts() {}
    }

    static class FirstOfField extends OfField {}

    static class SecondOfField extends OfField {}
}
