package dev.sandbank.internal.oidc.session;

import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.UrlEncoded;
import java.util.Optional;

/** Reads the forms of our own pages, and makes sure that they were shown in the browser that sends them. */
public final class PageForms {

    /** A longer request is no use: what a redirect tells again has to fit into a target. */
    public static final int LONGEST = 8 * 1024;

    private final BrowserSessions browsers;
    private final SignedValue seal;

    public PageForms(BrowserSessions browsers, SignedValue seal) {
        this.browsers = browsers;
        this.seal = seal;
    }

    public static Fields read(Request request) {
        return parse(request.body().text());
    }

    /** Reads parameters; garbled ones say nothing at all. */
    public static Fields parse(String raw) {
        try {
            return UrlEncoded.parse(raw);
        } catch (IllegalArgumentException garbled) {
            return Fields.parameters();
        }
    }

    /** What the page was about; nothing if the form is forged, of another browser or of another sandbox. */
    public Optional<Interaction> interaction(Request request, Fields form) {
        return form.first(Interaction.FIELD)
                .filter(text -> !form.repeats(Interaction.FIELD))
                .flatMap(text -> Interaction.open(seal, text))
                .filter(interaction -> browsers.browser(request)
                        .filter(interaction.browser()::equals)
                        .isPresent());
    }
}
