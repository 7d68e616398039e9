package dev.sandbank.internal.model.operation;

import java.util.Map;
import java.util.Set;

/** The operation that a path and a method lead to, found before anything else is asked. */
public sealed interface Route {

    /** One operation answers here. */
    record Found(Operation operation, Map<String, String> pathParameters) implements Route {}

    /** The path exists, with other methods. */
    record WrongMethod(Set<String> allowed) implements Route {}

    /** Nothing answers here. */
    record Unknown() implements Route {}
}
