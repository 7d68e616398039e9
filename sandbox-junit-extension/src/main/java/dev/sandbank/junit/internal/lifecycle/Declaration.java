package dev.sandbank.junit.internal.lifecycle;

import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import java.lang.reflect.AnnotatedElement;
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

/**
 * One sandbox that is declared for a method or class; what is declared around a test is found from the inside out, by its
 * method, its class, the enclosing classes.
 *
 * @param spec what it says
 * @param place the context of the method or class it holds for
 * @param origin the field that says it, if it is no annotation
 */
public record Declaration(SandboxConfig spec, ExtensionContext place, Optional<Origin> origin) {

    /** A field that holds an extension. */
    record Origin(Field field, SandboxLifecycle extension) {}

    /** What tells sandboxes apart: the same, declared for another method or class, is another sandbox. */
    record Key(Optional<AnnotatedElement> place, SandboxConfig spec, Optional<Field> field) {}

    Key key() {
        return new Key(place.getElement(), spec, origin.map(Origin::field));
    }

    /** Whether this extension is to serve it: that of the field, or the one that annotations share. */
    boolean isServedBy(SandboxLifecycle extension) {
        return origin.map(found -> found.extension() == extension).orElseGet(extension::isOfAnnotations);
    }

    /** The contexts this declaration holds for, from the given one outwards. */
    Stream<ExtensionContext> reach(ExtensionContext from) {
        return Stream.concat(outwards(from).takeWhile(here -> here != place), Stream.of(place));
    }

    /** As a message names it. */
    public String words() {
        return origin.map(found -> "the field " + found.field().getName() + " (" + spec + ")")
                .orElseGet(() -> (spec.inline() ? "@Fixture(" : "@WithSandbank(") + spec + ")");
    }

    /** Whether a test finds in it what others did there. */
    public boolean isSharedBy(ExtensionContext test) {
        return spec.lifetime() != Lifetime.JVM && new SandboxScope(this, test).isShared();
    }

    /** The method's own, else that of its class, else that of an enclosing class. */
    public static Optional<Declaration> nearestTo(ExtensionContext context) {
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
    static Optional<Declaration> servedBy(SandboxLifecycle extension, ExtensionContext context) {
        return usableBy(context).stream()
                .filter(declared -> declared.isServedBy(extension))
                .findFirst();
    }

    static Stream<ExtensionContext> outwards(ExtensionContext from) {
        return Stream.iterate(Optional.of(from), Optional::isPresent, here -> here.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    private static Stream<Declaration> around(ExtensionContext context) {
        return outwards(context).flatMap(place -> at(place, context));
    }

    /** @param from the test or class that asks */
    private static Stream<Declaration> at(ExtensionContext place, ExtensionContext from) {
        return place.getTestMethod().isPresent()
                ? ofMethod(place, from).stream()
                : Stream.concat(ofFields(place, from), annotated(place).stream());
    }

    private static Optional<Declaration> ofMethod(ExtensionContext place, ExtensionContext from) {
        Optional<Declaration> own = annotated(place);
        own.filter(declared -> declared.spec().lifetime() == Lifetime.CLASS).ifPresent(declared -> {
            throw new ParameterResolutionException("lifetime = CLASS has no meaning for the one method "
                    + place.getRequiredTestMethod() + ": write it on the class");
        });
        return AnnotationSupport.findAnnotation(place.getElement(), Fixture.class)
                .map(fixture -> own.or(() -> outwards(place)
                                .skip(1)
                                .flatMap(around -> at(around, from))
                                .findFirst())
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

    private static Stream<Declaration> ofFields(ExtensionContext place, ExtensionContext from) {
        return place.getTestClass().stream()
                .flatMap(type -> AnnotationSupport.findAnnotatedFields(
                        type, RegisterExtension.class, field -> true, HierarchyTraversalMode.BOTTOM_UP)
                        .stream())
                .flatMap(field -> ofField(field, place, from).stream());
    }

    private static Optional<Declaration> ofField(Field field, ExtensionContext place, ExtensionContext from) {
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
                .filter(SandboxLifecycle.class::isInstance)
                .map(SandboxLifecycle.class::cast)
                .flatMap(extension -> extension
                        .spec(shared ? Lifetime.CLASS : Lifetime.METHOD)
                        .map(spec -> new Declaration(spec, place, Optional.of(new Origin(field, extension)))));
    }
}
