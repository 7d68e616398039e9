package dev.sandbank.junit.internal.spring;

import dev.sandbank.SandbankEnvironment;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.SandbankProperties;
import dev.sandbank.junit.internal.lifecycle.Declaration;
import dev.sandbank.junit.internal.lifecycle.JvmWide;
import dev.sandbank.junit.internal.lifecycle.SandboxConfig;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Adds the properties of {@link SandbankProperties} to Spring contexts; Spring finds this class and calls it for each test class. */
final class SandbankContextCustomizerFactory implements ContextCustomizerFactory {

    /** For Spring. */
    SandbankContextCustomizerFactory() {}

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return nearest(testClass, SandbankProperties.class)
                .map(wanted -> Customizer.of(specOf(testClass, wanted.bank()), wanted))
                .orElse(null);
    }

    private static SandboxConfig specOf(Class<?> testClass, String bank) {
        List<SandboxConfig> declared = Stream.<Class<?>>iterate(testClass, Objects::nonNull, Class::getEnclosingClass)
                .map(Declaration::nearestOn)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(SandboxConfig::of)
                .filter(spec -> bank.isEmpty() || spec.called().equals(bank))
                .toList();
        if (declared.size() > 1) {
            throw new IllegalStateException(
                    "@SandbankProperties at " + testClass.getName() + " names none of several sandboxes, "
                            + declared.get(0) + " and " + declared.get(1) + ": write bank = \"…\"");
        }
        return declared.stream()
                .findFirst()
                .filter(spec -> spec.lifetime() == Lifetime.JVM)
                .orElseThrow(() -> new IllegalStateException("@SandbankProperties at " + testClass.getName()
                        + " needs a sandbox that lives as long as Spring's context:"
                        + " write @WithSandbank(value = \"…\", lifetime = Lifetime.JVM) on the class"));
    }

    /** The annotation of a class, else of the enclosing class. */
    private static <A extends Annotation> Optional<A> nearest(Class<?> testClass, Class<A> type) {
        return Stream.<Class<?>>iterate(testClass, around -> around != null, Class::getEnclosingClass)
                .flatMap(around -> AnnotationSupport.findAnnotation(around, type).stream())
                .findFirst();
    }

    /**
     * Puts the properties of a sandbox into the environment of a Spring context. Equal customizers make equal contexts, so that
     * Spring does not start another one for the next class.
     *
     * @param spec the sandbox
     * @param prefix the beginning of the properties' names
     * @param client the client, or empty for the default
     * @param environment the environment of the bank
     */
    private record Customizer(SandboxConfig spec, String prefix, String client, String environment)
            implements ContextCustomizer {

        static Customizer of(SandboxConfig spec, SandbankProperties wanted) {
            return new Customizer(spec, wanted.prefix(), wanted.client(), wanted.environment());
        }

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            SandbankEnvironment bank = JvmWide.outsideOfRuns(spec).environment(environment);
            Map<String, Object> properties =
                    new LinkedHashMap<>(client.isEmpty() ? bank.properties(prefix) : bank.properties(prefix, client));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("sandbank", properties));
        }
    }
}
