package dev.sandbank;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A delivery to a webhook with a {@link DeliveryFlaw}: one or several requests, and what a right receiver does with them.
 *
 * <p>You post them yourself, in order. Their timestamps are those of the sandbox's clock, so the receiver must use the same time.
 */
@Experimental
public interface BadDelivery {

    /** What is wrong with it, or only looks wrong. */
    DeliveryFlaw flaw();

    /** What a right receiver does. */
    Expectation expectation();

    /** The attempts, in the order in which they arrive. */
    List<Attempt> attempts();

    /** How many events a right receiver has stored, at most, once it has answered all attempts. */
    int stored();

    /** The attempts as requests to a receiver. */
    default List<HttpRequest> requests(URI receiver) {
        return attempts().stream().map(attempt -> attempt.request(receiver)).toList();
    }

    /**
     * How a receiver's answers differ from those of a right one; empty if they do not.
     *
     * @param statuses the HTTP statuses of its answers, in the order of the attempts
     * @param stored how many events it has stored since the first attempt
     */
    default List<String> differences(List<Integer> statuses, int stored) {
        List<String> differences = new ArrayList<>();
        if (statuses.size() != attempts().size()) {
            differences.add(
                    "it answered " + statuses.size() + " of " + attempts().size() + " requests");
        }
        statuses.stream()
                .filter(status -> !expectation().fits(status))
                .forEach(status -> differences.add(
                        "it answered " + status + ", expected " + expectation().statuses()));
        if (stored > stored() || stored < (expectation().mayIgnore() ? 0 : stored())) {
            differences.add("it stored " + stored + " events, expected " + stored());
        }
        return differences;
    }

    /** What a right receiver does with a delivery. */
    enum Expectation {
        /** It answers with a 4xx, and does nothing. */
        REFUSE(400, 499, "a status from 400 to 499"),
        /** It answers with a 2xx, and handles each event. */
        ACCEPT(200, 299, "a status from 200 to 299"),
        /** It answers each time with a 2xx, but handles the event only once. */
        ACCEPT_ONCE(200, 299, "a status from 200 to 299"),
        /** It answers with a 2xx, and may ignore the event. */
        ACKNOWLEDGE(200, 299, "a status from 200 to 299"),
        /** It may refuse or accept, but must not fail with a 5xx. */
        EITHER(200, 499, "a status from 200 to 499");

        private final int least;
        private final int most;
        private final String statuses;

        Expectation(int least, int most, String statuses) {
            this.least = least;
            this.most = most;
            this.statuses = statuses;
        }

        /** Whether a receiver that does this answers with such a status. */
        public boolean fits(int status) {
            return status >= least && status <= most && status / 100 != 3;
        }

        private boolean mayIgnore() {
            return this == ACKNOWLEDGE || this == EITHER;
        }

        /** The statuses of such an answer, in words. */
        public String statuses() {
            return statuses;
        }
    }

    /**
     * One request to the webhook.
     *
     * @param headers its header fields, all but those that an HTTP client adds
     * @param body its content, in UTF-8
     */
    record Attempt(Map<String, String> headers, String body) {

        public Attempt {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        /** The request to a receiver. */
        public HttpRequest request(URI receiver) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(receiver).POST(HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::setHeader);
            return request.build();
        }
    }
}
