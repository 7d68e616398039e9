package dev.sandbank.internal.control.api;

import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.text.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The query of a request: it has only known parameters, each at most once. */
record Query(Fields parameters) {

    /** @throws ProblemException if the operation does not know a parameter, or a parameter is repeated */
    static Query of(Fields parameters, Set<String> known, Set<String> lists) {
        for (String name : parameters.names()) {
            if (!known.contains(name)) {
                throw ProblemException.badRequest("there is no query parameter " + SafeEcho.of(name) + " here"
                        + DidYouMean.instead(name, "another one", known));
            }
            if (parameters.repeats(name) && !lists.contains(name)) {
                throw ProblemException.badRequest("the query parameter " + name + " is given more than once");
            }
        }
        return new Query(parameters);
    }

    Optional<String> find(String name) {
        return parameters.first(name);
    }

    /** All values of a parameter that may be repeated. */
    List<String> all(String name) {
        return parameters.all(name);
    }

    /** A parameter that is an integer of 0 or more. */
    OptionalLong number(String name) {
        Optional<String> given = find(name);
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        return given.filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElseThrow(() -> ProblemException.badRequest(name + " is not an integer of 0 or more"));
    }

    Optional<Duration> duration(String name) {
        return find(name).map(text -> Json.duration(name, text));
    }
}
