package dev.sandbank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two sandboxes in one JVM never meet, because nothing static ever changes. */
class StaticsTest {

    /** They know connectors, connections, idle threads, keys, refilled databases and what was read; never a sandbox's state. */
    private static final Set<String> HOLDERS = Set.of(
            "dev.sandbank.internal.http.SharedEngine",
            "dev.sandbank.internal.remote.RemoteApi",
            "dev.sandbank.internal.oidc.sign.KeyPool",
            "dev.sandbank.internal.store.ReadyDatabases",
            "dev.sandbank.internal.webhook.send.SharedHttp",
            "dev.sandbank.internal.bank.Library");

    /** Types of others that do not change, or not in a way that anybody could notice. */
    private static final Set<String> CONSTANT = Set.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.format.DateTimeFormatter",
            "java.util.regex.Pattern",
            "com.nimbusds.jose.JWSAlgorithm",
            "java.util.logging.Logger",
            "java.net.URI",
            "com.fasterxml.jackson.databind.json.JsonMapper",
            "com.fasterxml.jackson.databind.ObjectReader",
            "com.fasterxml.jackson.databind.ObjectWriter",
            "org.snakeyaml.engine.v2.nodes.Tag");

    static Stream<Field> statics() {
        return Code.main().stream()
                .filter(type -> !HOLDERS.contains(type.getName()))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("statics")
    void neverChange(Field field) throws IllegalAccessException {
        assertThat(Modifier.isFinal(field.getModifiers()))
                .as("%s is final", field)
                .isTrue();

        if (!field.getType().isPrimitive()) {
            field.setAccessible(true);
            Object value = field.get(null);
            assertThat(isPrivateArray(field) || constant(value))
                    .as("%s = %s", field, value)
                    .isTrue();
        }
    }

    /** Numbers that nobody else can reach. */
    private static boolean isPrivateArray(Field field) {
        Class<?> type = field.getType();
        return Modifier.isPrivate(field.getModifiers())
                && type.isArray()
                && type.getComponentType().isPrimitive();
    }

    private static boolean constant(@Nullable Object value) {
        if (value == null) {
            return true;
        }
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return Array.getLength(value) == 0;
        }
        if (value instanceof Map<?, ?> map) {
            return unmodifiable(type) && constants(map.keySet()) && constants(map.values());
        }
        if (value instanceof Collection<?> all) {
            return unmodifiable(type) && constants(all);
        }
        return CONSTANT.contains(type.getName())
                || value instanceof Enum
                || value instanceof Class
                || value instanceof System.Logger
                || type.isHidden()
                || type.getName().startsWith("java.util.Collections$")
                || type.getName().startsWith("java.util.Comparators$")
                || isOursAndConstant(value);
    }

    private static boolean constants(Collection<?> values) {
        return values.stream().allMatch(StaticsTest::constant);
    }

    private static boolean unmodifiable(Class<?> type) {
        return type.getName().startsWith("java.util.ImmutableCollections$")
                || type.getName().startsWith("java.util.Collections$Unmodifiable");
    }

    /** A value of ours: every field of it final, and a constant itself. */
    private static boolean isOursAndConstant(Object value) {
        return value.getClass().getName().startsWith("dev.sandbank.")
                && Arrays.stream(value.getClass().getDeclaredFields())
                        .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()))
                        .allMatch(field -> Modifier.isFinal(field.getModifiers()) && constant(read(field, value)));
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
