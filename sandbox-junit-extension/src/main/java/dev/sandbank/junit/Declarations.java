package dev.sandbank.junit;

import dev.sandbank.junit.Declaration.Origin;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds what is declared around a test, from the inside out: by its method, its class, the enclosing classes. */
final class Declarations {

    private final ExtensionContext from;

    private Declarations(ExtensionContext from) {
        this.from = from;
    }

    /** The method's own, else that of its class, else that of an enclosing class. */
    static Optional<Declaration> nearestTo(ExtensionContext context) {
        return around(context).findFirst();
    }

    /** Those that a test may use, the nearest first: that one, and whatever a field around it offers. */
    static List<Declaration> usableBy(ExtensionContext context) {
        List<Declaration> usable = new ArrayList<>();
        around(context)
                .filter(declared -> declared.origin()
                        .map(Origin::extension)
                        .map(extension -> usable.stream().noneMatch(other -> other.isServedBy(extension)))
                        .orElse(usable.isEmpty()))
                .forEach(usable::add);
        return usable;
    }

    /** The one that an extension serves there; one of annotations serves the nearest declaration or none. */
    static Optional<Declaration> servedBy(SandbankExtension extension, ExtensionContext context) {
        return usableBy(context).stream()
                .filter(declared -> declared.isServedBy(extension))
                .findFirst();
    }

    static Stream<ExtensionContext> outwards(ExtensionContext from) {
        return Stream.iterate(Optional.of(from), Optional::isPresent, here -> here.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    private static Stream<Declaration> around(ExtensionContext context) {
        Declarations declarations = new Declarations(context);
        return outwards(context).flatMap(declarations::at);
    }

    private Stream<Declaration> at(ExtensionContext place) {
        return place.getTestMethod().isPresent()
                ? ofMethod(place).stream()
                : Stream.concat(ofFields(place), annotated(place).stream());
    }

    private Optional<Declaration> ofMethod(ExtensionContext place) {
        Optional<Declaration> own = annotated(place);
        own.filter(declared -> declared.spec().lifetime() == Lifetime.CLASS).ifPresent(declared -> {
            throw new ParameterResolutionException("lifetime = CLASS has no meaning for the one method "
                    + place.getRequiredTestMethod() + ": write it on the class");
        });
        return AnnotationSupport.findAnnotation(place.getElement(), Fixture.class)
                .map(fixture -> own.or(
                                () -> outwards(place).skip(1).flatMap(this::at).findFirst())
                        .map(base -> new Declaration(base.spec().with(checked(fixture)), place, base.origin()))
                        .orElseGet(() -> new Declaration(
                                SandboxConfig.named("").with(checked(fixture)), place, Optional.empty())))
                .or(() -> own);
    }

    private static Fixture checked(Fixture fixture) {
        if (fixture.value().isEmpty() == fixture.text().isEmpty()) {
            throw new ParameterResolutionException("@Fixture takes either a name or a text");
        }
        return fixture;
    }

    private static Optional<Declaration> annotated(ExtensionContext place) {
        return AnnotationSupport.findAnnotation(place.getElement(), WithSandbank.class)
                .map(found -> new Declaration(SandboxConfig.of(found), place, Optional.empty()));
    }

    private Stream<Declaration> ofFields(ExtensionContext place) {
        return place.getTestClass().stream()
                .flatMap(type -> AnnotationSupport.findAnnotatedFields(
                        type, RegisterExtension.class, field -> true, HierarchyTraversalMode.BOTTOM_UP)
                        .stream())
                .flatMap(field -> ofField(field, place).stream());
    }

    private Optional<Declaration> ofField(Field field, ExtensionContext place) {
        boolean shared = ModifierSupport.isStatic(field);
        Object holder = shared
                ? null
                : from.getTestInstances()
                        .flatMap(instances -> instances.findInstance(field.getDeclaringClass()))
                        .orElse(null);
        if (!shared && holder == null) {
            return Optional.empty();
        }
        return ReflectionSupport.tryToReadFieldValue(field, holder)
                .toOptional()
                .filter(SandbankExtension.class::isInstance)
                .map(SandbankExtension.class::cast)
                .flatMap(extension -> extension
                        .spec(shared ? Lifetime.CLASS : Lifetime.METHOD)
                        .map(spec -> new Declaration(spec, place, Optional.of(new Origin(field, extension)))));
    }
}
