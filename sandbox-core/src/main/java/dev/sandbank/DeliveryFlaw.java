package dev.sandbank;

/**
 * A flaw in a webhook's delivery, or something that only looks like one. A receiver must refuse the forged ones and accept those that
 * only look bad, as {@link BadDelivery#expectation()} says.
 *
 * <p>Which of them exist at a bank follows from how it signs: without a timestamp there are no flaws of the timestamp.
 */
@Experimental
public enum DeliveryFlaw {
    STRANGERS_SECRET("The message is signed with the secret of somebody else."),
    EMPTY_SECRET("The message is signed with an empty secret, which everybody knows."),
    STRANGERS_KEY("The message is signed by another sandbox's key under the right key id."),
    UNKNOWN_KEY("The message is signed by the right key under a key id that was never published."),
    UNSIGNED("The signature says \"alg\": \"none\", and is empty."),
    SIGNED_WITH_PUBLIC_KEY("The message is signed with HS256 and the published key as the secret."),
    TAMPERED_BODY("One letter or digit in the body was changed after the bank signed it."),
    ADDED_SPACE("A space was added to the body after the bank signed it: the JSON is equal, its bytes are not."),
    SIGNATURE_OF_ANOTHER_MESSAGE("The signature is a right one, but of another message."),
    CHANGED_MESSAGE_ID("The id of the message was changed after the bank signed it."),
    CHANGED_TIMESTAMP("The timestamp was moved within the tolerance after the bank signed it."),
    OLD_TIMESTAMP("The timestamp is a minute older than tolerated, and rightly signed."),
    FUTURE_TIMESTAMP("The timestamp is a minute further ahead than tolerated, and rightly signed."),
    UNREADABLE_TIMESTAMP("The timestamp is a word, and rightly signed."),
    MISSING_MESSAGE_ID("The header field with the id of the message is missing."),
    MISSING_TIMESTAMP("The header field with the timestamp is missing."),
    MISSING_SIGNATURE("The header field with the signature is missing."),
    EMPTY_SIGNATURE("The signature is empty."),
    OTHER_VERSION("The right signature is there, but only under a version that the bank does not use."),
    UNDECODABLE_SIGNATURE("The signature has characters that its encoding does not know."),
    TRUNCATED_SIGNATURE("The signature lacks its second half."),
    MISSING_CREDENTIALS("There is no Authorization field."),
    WRONG_PASSWORD("The user name in Authorization is right, the password is not."),
    OTHER_USER("The password in Authorization is right, the user name is not."),
    FOREIGN_TOKEN("The token in Authorization is one that the receiver's token server never issued."),
    EXPIRED_TOKEN("The token in Authorization has expired."),
    MISSING_TOKEN("The form has no logout token."),
    OTHER_ISSUER("The logout token is from another issuer, as it says itself, but signed by the right key."),
    OTHER_AUDIENCE("The logout token is for another client."),
    OTHER_TYPE("The logout token is an access token, as its header says."),
    ID_TOKEN("In place of the logout token stands an ID token."),
    EXPIRED("The logout token expired a quarter of an hour ago."),
    MISSING_EXPIRY("The logout token does not say when it expires."),
    WITH_NONCE("The logout token has a nonce, as only ID tokens have."),
    MISSING_EVENTS("The logout token has no events, so it does not say that it is one."),
    OTHER_EVENTS("The events of the logout token are of another kind."),
    MISSING_SUBJECT("The logout token names neither a user nor a session."),
    MISSING_SESSION("The logout token names the user, but no session."),
    NOT_JSON("The body is not JSON, but everything that proves its sender is right."),
    EMPTY_DATA("The data of the event has no members, but everything that proves its sender is right."),
    UNKNOWN_TYPE("The type of the event is one that did not exist when the receiver was written."),
    UNKNOWN_CATEGORY("The category of the event is one that did not exist when the receiver was written."),
    UNKNOWN_MEMBERS("The event has members that did not exist when the receiver was written."),
    FORMATTED_BODY("The body has spaces and line ends between its members, and is signed as it is."),
    SECOND_SIGNATURE_FITS("There are two signatures, because the secret was changed: the second is the receiver's."),
    FURTHER_VERSION("Beside the right signature stands one of a version that the receiver does not know."),
    HEADER_CASE("The names of all header fields are in another case."),
    LATE("The event is three days old, but sent and signed just now."),
    SHUFFLED("Two events arrive in the wrong order: the later one first."),
    DUPLICATE("The same message arrives twice."),
    RETRY("The same message arrives again, with a new timestamp and a new signature.");

    private final String summary;

    DeliveryFlaw(String summary) {
        this.summary = summary;
    }

    /** What it does, in one sentence. */
    public String summary() {
        return summary;
    }
}
