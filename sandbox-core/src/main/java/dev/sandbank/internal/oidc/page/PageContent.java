package dev.sandbank.internal.oidc.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a page that a person sees. */
public sealed interface PageContent {

    /**
     * Asks who is there: by user name and password, or by one click where choices are offered.
     *
     * <p>The form sends {@code username=…}, {@code password=…} and {@code action=login} or {@code action=deny}; a button of a
     * choice sends {@code choice=…}, the name of its user. All send the hidden fields.
     *
     * @param bank the bank as people call it
     * @param client the application that asks, as people call it
     * @param action where the forms are sent
     * @param hidden what the forms send along
     * @param username what stands in the field at first; may be empty
     * @param failed whether the last try was refused
     * @param choices users that sign in by one click; may be none
     */
    record Login(
            String bank,
            String client,
            String action,
            List<Hidden> hidden,
            String username,
            boolean failed,
            List<Choice> choices)
            implements PageContent {

        public Login {
            hidden = List.copyOf(hidden);
            choices = List.copyOf(choices);
        }

        /** A user who signs in by one click. */
        public record Choice(String username, String label) {}
    }

    /**
     * Asks a signed-in user whether an application may have what it wants.
     *
     * <p>The form sends {@code action}, which is {@code allow} or {@code deny}, the hidden fields and the ids of what
     * the user picks, each in a field of its own.
     *
     * @param bank the bank as people call it
     * @param client the application that asks, as people call it
     * @param user the signed-in user, as people call them
     * @param action where the form is sent
     * @param hidden what the form sends along
     * @param scopes what the application wants
     * @param picks what the user picks from, or null for nothing
     */
    record Consent(
            String bank,
            String client,
            String user,
            String action,
            List<Hidden> hidden,
            List<Scope> scopes,
            @Nullable Picks picks)
            implements PageContent {

        public Consent {
            hidden = List.copyOf(hidden);
            scopes = List.copyOf(scopes);
        }

        /** One thing that the application wants: its name, and what it means; the meaning may be empty. */
        public record Scope(String name, String about) {}

        /**
         * What the user picks from.
         *
         * @param all may be none
         * @param again whether the user picked nothing before
         */
        public record Picks(List<Pick> all, boolean again) {

            public Picks {
                all = List.copyOf(all);
            }
        }

        /** One thing that can be picked: its id, and what it is called, which may be the same. */
        public record Pick(String id, String label) {}
    }

    /**
     * Asks a signed-in user whether to sign out.
     *
     * <p>The form sends {@code action}, which is {@code sign-out} or {@code stay}, and the hidden fields.
     *
     * @param bank the bank as people call it
     * @param user the signed-in user, as people call them
     * @param action where the form is sent
     * @param hidden what the form sends along
     */
    record SignOut(String bank, String user, String action, List<Hidden> hidden) implements PageContent {

        public SignOut {
            hidden = List.copyOf(hidden);
        }
    }

    /**
     * Says what is wrong with a request that must not be answered by a redirect.
     *
     * @param bank the bank as people call it
     * @param title what is wrong, in a few words
     * @param detail what is wrong and what to do, in a sentence or two
     * @param facts what the request said
     */
    record Failure(String bank, String title, String detail, List<Fact> facts) implements PageContent {

        public Failure {
            facts = List.copyOf(facts);
        }

        /** One thing the request said: a parameter and its value. */
        public record Fact(String name, String value) {

            private static final int SHOWN = 200;

            /** The value as it is shown: at most its first 200 characters, an ellipsis for the rest. */
            public String shown() {
                return value.codePointCount(0, value.length()) <= SHOWN
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
            }
        }
    }

    /**
     * Brings an authorization response to the client as a form (OAuth 2.0 Form Post Response Mode).
     *
     * @param action the client's redirect URI
     * @param parameters the response
     */
    record FormPost(String action, List<Hidden> parameters) implements PageContent {

        public FormPost {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * One field of a form that nobody sees and that comes back as it was sent.
     *
     * <p>Two things no page can keep: browsers send every line break of a form as carriage return and line feed, and they
     * read a NUL as U+FFFD. A value that must survive even so stays on the server, or is sent in an encoding without them.
     */
    record Hidden(String name, String value) {}
}
