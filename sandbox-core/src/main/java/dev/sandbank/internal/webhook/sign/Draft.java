package dev.sandbank.internal.webhook.sign;

import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.operation.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A good message, from which those with flaws are made.
 *
 * @param ids draws strangers' secrets and other ids
 * @param now the moment of the attempt
 */
record Draft(WebhookStyle style, Sender sender, Ids ids, Message message, Instant now) {

    private static final Duration MORE_THAN_TOLERATED = Duration.ofMinutes(1);

    MessageSigner signer() {
        return new MessageSigner(style, sender);
    }

    String timestamp() {
        return signer().timestamp(now);
    }

    String signature() {
        return signer().signature(message, timestamp());
    }

    BodyPlaces places() {
        return new BodyPlaces(style.body());
    }

    /** Returns a good attempt with a message. */
    Attempt good(Message other) {
        return new Attempt(signer().headers(other, now), other.body());
    }

    /** Returns the message with another signature. */
    Attempt signed(String signature) {
        return new Attempt(signer().headers(message, timestamp(), signature), message.body());
    }

    /** Returns the message as a good attempt at another time. */
    Attempt at(Duration later) {
        return new Attempt(signer().headers(message, now.plus(later)), message.body());
    }

    /** Returns an attempt with the right signature of the message, but with something else in place of its parts. */
    Attempt replaced(Message other, String timestamp) {
        return new Attempt(signer().headers(other, timestamp, signature()), other.body());
    }

    /** Returns a good attempt without some header fields. */
    Attempt without(Collection<String> names) {
        Map<String, String> fewer = new LinkedHashMap<>(good(message).headers());
        names.forEach(fewer::remove);
        return new Attempt(fewer, message.body());
    }

    /** Returns the header fields whose templates name a fact, and none of the others. */
    List<String> fields(String fact, String... others) {
        return style.headers().entrySet().stream()
                .filter(field -> names(field.getValue(), fact))
                .filter(field -> List.of(others).stream().noneMatch(other -> names(field.getValue(), other)))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean sends(String fact) {
        return !fields(fact).isEmpty();
    }

    /** Whether the signature covers this fact. */
    boolean signs(String fact) {
        return style.signature() != null && names(style.signature().over(), fact);
    }

    private static boolean names(String template, String fact) {
        return Expression.in(template).stream().flatMap(Expression::names).anyMatch(fact::equals);
    }

    Duration beyondTolerance() {
        return style.tolerated().plus(MORE_THAN_TOLERATED);
    }

    /** Returns a time within the tolerance, but other than none. */
    Duration withinTolerance() {
        Duration half = style.tolerated().dividedBy(2);
        Duration second = Duration.ofSeconds(1);
        return half.compareTo(second) < 0 ? second : half;
    }

    /** Returns another event with the same content, made a second before. */
    Message neighbour() {
        BodyPlaces places = places();
        String id = alike(places.text(message.body(), "event.id"));
        Message other = new Message(alike(message.id()), message.body(), message.facts()).with("event.id", id);
        String body = places.with(other.body(), "event.id", id);
        body = places.with(body, "message", other.id());
        return made(other.withBody(body), Duration.ofSeconds(1));
    }

    /** Returns the message of an event that was made that much earlier. */
    Message made(Message of, Duration earlier) {
        String said = places().text(of.body(), "event.createdAt");
        String moved = Moments.earlier(said, earlier);
        return of.withBody(places().with(of.body(), "event.createdAt", moved)).with("event.createdAt", moved);
    }

    /** Draws a text of the same form: other letters and digits after the last separator. */
    String alike(String text) {
        int from = Math.max(text.lastIndexOf('_'), text.lastIndexOf('-')) + 1;
        return text.substring(0, from)
                + text.substring(from)
                        .chars()
                        .mapToObj(
                                each -> Character.isLetterOrDigit(each) ? other((char) each) : Character.toString(each))
                        .collect(Collectors.joining());
    }

    private String other(char each) {
        String alphabet = Character.isDigit(each) ? "0123456789" : Character.isUpperCase(each) ? "ABCDEF" : "abcdef";
        return ids.text(alphabet.replace(String.valueOf(each), ""), 1);
    }
}
