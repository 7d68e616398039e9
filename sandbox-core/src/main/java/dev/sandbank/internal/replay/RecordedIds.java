package dev.sandbank.internal.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What has another name now than in the bundle: ids that the bank drew at random, learnt where they stand in the recorded and in the new
 * content. What the fixture contains keeps its name.
 */
final class RecordedIds {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{8,100}");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    /** What is drawn has no digit sometimes; words as long as this are written in several parts. */
    private static final Pattern NO_WORD = Pattern.compile("(?:.*[-_])?[a-z]{12,}");

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final String fixture;
    private final Map<String, String> now = new LinkedHashMap<>();

    /** @param fixture the text in which ids stand that keep their name */
    RecordedIds(String fixture) {
        this.fixture = fixture;
    }

    void rename(String was, String is) {
        if (!was.isEmpty() && !was.equals(is)) {
            now.put(was, is);
        }
    }

    /** Returns a recorded text with the ids of now. */
    String translated(String recorded) {
        String text = recorded;
        for (Map.Entry<String, String> known : now.entrySet()) {
            text = text.replace(known.getKey(), known.getValue());
        }
        return text;
    }

    /** Notes two values that stand at the same place if they look like one id, drawn twice. */
    void learn(String was, String is) {
        if (areDrawn(was, is)
                && !was.equals(is)
                && !fixture.contains(was)
                && !now.containsKey(was)
                && !now.containsValue(is)) {
            now.put(was, is);
        }
    }

    private static boolean areDrawn(String was, String is) {
        String both = was + is;
        boolean noWords = DIGIT.matcher(both).find()
                || (NO_WORD.matcher(was).matches() && NO_WORD.matcher(is).matches());
        return NAME.matcher(was).matches()
                && NAME.matcher(is).matches()
                && LETTER.matcher(both).find()
                && noWords
                && shape(was).equals(shape(is));
    }

    private static String shape(String id) {
        return id.replaceAll("[A-Za-z0-9]", "x");
    }

    /** Whether a recorded value and one of now say the same. */
    boolean areSame(String was, String is) {
        return translated(was).equals(is) || (isHidden(was) && isHidden(is)) || areClose(was, is);
    }

    /** Whether the journal has shortened a secret. */
    private static boolean isHidden(String text) {
        return text.endsWith("…") && text.length() <= 5;
    }

    /** While the clock ran, a call was answered a little earlier than the journal recorded it. */
    private static boolean areClose(String was, String is) {
        try {
            return Duration.between(Instant.parse(was), Instant.parse(is)).abs().compareTo(CLOSE) < 0;
        } catch (DateTimeException notTimes) {
            return false;
        }
    }
}
