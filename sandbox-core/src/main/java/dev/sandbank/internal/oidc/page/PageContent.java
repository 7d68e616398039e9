package dev.sandbank.internal.oidc.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a page that a user sees. */
public sealed interface PageContent {

    /**
     * Asks the user to sign in: with username and password, or with one click if the page offers users to choose from.
     *
     * <p>The form sends {@code username=…}, {@code password=…} and {@code action=login} or {@code action=deny}. The button of a
     * choice sends {@code choice=…} with the username. All forms send the hidden fields.
     *
     * @param bank the bank as people call it
     * @param client the application that the user signs in to, as people call it
     * @param action the path that the forms are sent to
     * @param hidden the hidden fields of the forms
     * @param username the first content of the username field; may be empty
     * @param failed whether the last attempt failed
     * @param choices the users that can sign in with one click; may be empty
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

        /** A user who can sign in with one click. */
        public record Choice(String username, String label) {}
    }

    /**
     * Asks a signed-in user whether an application may have the access that it asks for.
     *
     * <p>The form sends {@code action}, which is {@code allow} or {@code deny}, the hidden fields, and the id of each thing that the
     * user picks in a field named "pick".
     *
     * @param bank the bank as people call it
     * @param client the application that asks, as people call it
     * @param user the signed-in user, as people call them
     * @param action the path that the form is sent to
     * @param hidden the hidden fields of the form
     * @param scopes the access that the application asks for
     * @param picks the things that the user can pick, or null if there is nothing to pick
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

        /** A scope that the application asks for: its name and its meaning, which may be empty. */
        public record Scope(String name, String about) {}

        /**
         * The things that the user can pick.
         *
         * @param all may be empty
         * @param again whether the user submitted the page before and picked nothing
         */
        public record Picks(List<Pick> all, boolean again) {

            public Picks {
                all = List.copyOf(all);
            }
        }

        /** One thing that can be picked: its id and its label, which may be the same. */
        public record Pick(String id, String label) {}
    }

    /**
     * Asks a signed-in user whether to sign out.
     *
     * <p>The form sends {@code action}, which is {@code sign-out} or {@code stay}, and the hidden fields.
     *
     * @param bank the bank as people call it
     * @param user the signed-in user, as people call them
     * @param action the path that the form is sent to
     * @param hidden the hidden fields of the form
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
     * @param facts parameters of the request
     */
    record Failure(String bank, String title, String detail, List<Fact> facts) implements PageContent {

        public Failure {
            facts = List.copyOf(facts);
        }

        /** A parameter of the request and its value. */
        public record Fact(String name, String value) {

            private static final int SHOWN = 200;

            /** The value as the page shows it: its first 200 characters, and an ellipsis if there are more. */
            public String shown() {
                return value.codePointCount(0, value.length()) <= SHOWN
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
            }
        }
    }

    /**
     * Sends an authorization response to the client as a form (OAuth 2.0 Form Post Response Mode).
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
     * A hidden field of a form, which the browser sends back unchanged.
     *
     * <p>With two exceptions: browsers send every line break of a form as carriage return and line feed, and they read a NUL as
     * U+FFFD. If a value can have these, keep it on the server or encode it.
     */
    record Hidden(String name, String value) {}
}
