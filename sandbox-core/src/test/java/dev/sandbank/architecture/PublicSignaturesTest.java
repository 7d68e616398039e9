package dev.sandbank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users see names only types of the JDK and of the public package. */
class PublicSignaturesTest {

    private final Set<String> named = new TreeSet<>();

    static Stream<Class<?>> publicTypes() {
        return Code.main().stream()
                .filter(type -> type.getPackageName().equals("dev.sandbank"))
                .map(JavaClass::reflect)
                .filter(type -> Modifier.isPublic(type.getModifiers()));
    }

    @Test
    void areThereAtAll() {
        assertThat(publicTypes()).extracting(Class::getSimpleName).contains("Sandbank", "Decision", "SandbankBuilder");
    }

    @ParameterizedTest
    @MethodSource("publicTypes")
    void nameNoTypeOfOthers(Class<?> type) {
        name(type.getGenericSuperclass());
        Stream.of(type.getGenericInterfaces()).forEach(this::name);
        annotations(type);
        Stream.of(type.getDeclaredFields())
                .filter(PublicSignaturesTest::visible)
                .forEach(this::field);
        Stream.of(type.getDeclaredMethods())
                .filter(PublicSignaturesTest::visible)
                .forEach(this::method);
        Stream<Constructor<?>> constructors = Stream.of(type.getDeclaredConstructors());
        constructors.filter(PublicSignaturesTest::visible).forEach(this::executable);

        assertThat(named).as(type.getName()).allMatch(PublicSignaturesTest::isOursOrOfTheJdk);
    }

    private static boolean isOursOrOfTheJdk(String name) {
        return name.startsWith("java.")
                || name.startsWith("javax.net.ssl.")
                || (name.startsWith("dev.sandbank.") && !name.startsWith("dev.sandbank.internal."));
    }

    private static boolean visible(Member member) {
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()));
    }

    private void field(Field field) {
        annotations(field);
        name(field.getAnnotatedType());
    }

    private void method(Method method) {
        executable(method);
        name(method.getAnnotatedReturnType());
    }

    private void executable(Executable executable) {
        annotations(executable);
        Stream.of(executable.getParameters()).forEach(this::annotations);
        Stream.of(executable.getAnnotatedParameterTypes()).forEach(this::name);
        Stream.of(executable.getAnnotatedExceptionTypes()).forEach(this::name);
    }

    private void annotations(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            named.add(annotation.annotationType().getName());
        }
    }

    private void name(AnnotatedType type) {
        annotations(type);
        name(type.getType());
    }

    private void name(Type type) {
        if (type instanceof Class<?> known) {
            Class<?> element = known;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            if (!element.isPrimitive()) {
                named.add(element.getName());
            }
        } else if (type instanceof ParameterizedType generic) {
            name(generic.getRawType());
            Stream.of(generic.getActualTypeArguments()).forEach(this::name);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(this::name);
            Stream.of(wildcard.getLowerBounds()).forEach(this::name);
        } else if (type instanceof GenericArrayType array) {
            name(array.getGenericComponentType());
        } else if (type instanceof TypeVariable<?> variable) {
            Stream.of(variable.getBounds()).forEach(this::name);
        }
    }
}
