package dev.sandbank.internal.oidc;

import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Seal;
import dev.sandbank.internal.model.UrlEncoded;
import java.util.Optional;

/** Reads the forms of our own pages, and makes sure that they were shown in the browser that sends them. */
final class PageForms {

    private final Browsers browsers;
    private final Seal seal;

    PageForms(Browsers browsers, Seal seal) {
        this.browsers = browsers;
        this.seal = seal;
    }

    static Fields read(Request request) {
        try {
            return UrlEncoded.parse(request.body().text());
        } catch (IllegalArgumentException garbled) {
            return Fields.parameters();
        }
    }

    /** What the page was about; nothing if the form is forged, of another browser or of another sandbox. */
    Optional<Interaction> interaction(Request request, Fields form) {
        return form.first(Interaction.FIELD)
                .filter(text -> !form.repeats(Interaction.FIELD))
                .flatMap(text -> Interaction.open(seal, text))
                .filter(interaction -> browsers.browser(request)
                        .filter(interaction.browser()::equals)
                        .isPresent());
    }
}
