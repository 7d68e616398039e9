package dev.sandbank.junit;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Is found by Spring, which asks it about each test class: those with {@link SandbankProperties} are its affair. */
final class SandbankContextCustomizerFactory implements ContextCustomizerFactory {

    /** For Spring. */
    SandbankContextCustomizerFactory() {}

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return nearest(testClass, SandbankProperties.class)
                .map(wanted -> SandbankContextCustomizer.of(specOf(testClass), wanted))
                .orElse(null);
    }

    private static SandboxConfig specOf(Class<?> testClass) {
        return nearest(testClass, WithSandbank.class)
                .map(SandboxConfig::of)
                .filter(spec -> spec.lifetime() == Lifetime.JVM)
                .orElseThrow(() -> new IllegalStateException("@SandbankProperties at " + testClass.getName()
                        + " needs a sandbox that lives as long as Spring's context:"
                        + " write @WithSandbank(value = \"…\", lifetime = Lifetime.JVM) on the class"));
    }

    /** The annotation of a class, else that of the class around it. */
    private static <A extends Annotation> Optional<A> nearest(Class<?> testClass, Class<A> type) {
        return Stream.<Class<?>>iterate(testClass, around -> around != null, Class::getEnclosingClass)
                .flatMap(around -> AnnotationSupport.findAnnotation(around, type).stream())
                .findFirst();
    }
}
