package dev.sandbank.internal.oidc.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 measures it: 4.5 for text (1.4.3), 3 for what marks a control and its focus (1.4.11). */
class PageColoursTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "text, card, 4.5",
        "text, ground, 4.5",
        "text, hover, 4.5",
        "quiet, card, 4.5",
        "quiet, ground, 4.5",
        "quiet, hover, 4.5",
        "on-accent, accent, 4.5",
        "on-accent, accent-hover, 4.5",
        "alert, alert-ground, 4.5",
        "edge, card, 3",
        "edge, ground, 3",
        "accent, card, 3",
        "alert, card, 3"
    })
    void canBeToldApartInLightAndDark(String front, String back, double least) {
        String[] schemes = style().split("prefers-color-scheme: dark", 2);

        assertThat(contrast(colours(schemes[0]), front, back)).isGreaterThanOrEqualTo(least);
        assertThat(contrast(colours(schemes[1]), front, back)).isGreaterThanOrEqualTo(least);
    }

    private static String style() {
        return SamplePages.parse(Pages.signedOut("bank")).select("style").html();
    }

    private static Map<String, String> colours(String scheme) {
        Map<String, String> colours = new HashMap<>();
        Matcher colour = COLOUR.matcher(scheme);
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }
        return colours;
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double first = luminance(colours.get(one));
        double second = luminance(colours.get(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex.substring(0, 2))
                + 0.7152 * linear(hex.substring(2, 4))
                + 0.0722 * linear(hex.substring(4, 6));
    }

    private static double linear(String channel) {
        double value = Integer.parseInt(channel, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
