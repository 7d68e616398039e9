package dev.sandbank.internal.init;

/** What a question is about: each is asked once, with all places that it is about, the most important first. */
enum Topic {
    OPEN(
            Kind.ACCESS,
            "Everybody may call these operations, without any credential: the description says security: [] of each. Is"
                    + " that right?"),
    OPTIONAL(
            Kind.ACCESS,
            "The description lets callers do without a credential here. init left that out, so a call needs what else"
                    + " is named there, or else an access token. Is that right? If an operation is open to everybody,"
                    + " say security: [] of it in NAME.yaml"),
    SECURITY(
            Kind.ACCESS,
            "Sandbank does not have these security schemes. A call needs what else the description names for it, or"
                    + " else an access token. Is that right?"),
    TOKENS(
            Kind.ACCESS,
            "Sandbank's token server answers in the place of these operations: it takes the clients of fixture.yaml, in a"
                    + " form as OAuth has it. Do your tests need more of them?"),
    SCOPES(
            Kind.ACCESS,
            "The description names scopes of these operations in an extension only, and init took them for what a token"
                    + " needs. Is that right?"),
    UNGUARDED(
            Kind.ACCESS,
            "The description names neither security nor scopes for these operations, so any access token will do. Who"
                    + " may call them? Say so with scopes or security of the operation in NAME.yaml"),
    OPERATION(
            Kind.LEFT_OUT,
            "These operations are missing: Sandbank cannot read what they take or write what they return. Do your tests"
                    + " need them?"),
    PART(
            Kind.LEFT_OUT,
            "These parts of the description do not count, so the bank lets through what they would refuse. Does that"
                    + " matter to your tests?"),
    NO_REPLY(
            Kind.LEFT_OUT,
            "No valid reply could be made for these operations, so they answer without content. What do they answer?"
                    + " Write it as reply.body of the operation in NAME.yaml"),
    MEMBER(
            Kind.LEFT_OUT,
            "These members of entries are always the same in replies, or missing: Sandbank cannot name them in a"
                    + " template, or replies differ in what they hold. Does that matter to your tests?"),
    METHOD(Kind.LEFT_OUT, "Sandbank has no operations with these methods; it answers HEAD as GET, without content"),
    CALLBACK(
            Kind.LEFT_OUT,
            "The bank does not send these, unless you say in NAME.yaml when. Do your tests wait for one?"),
    FAILING(
            Kind.GUESSED,
            "A good call of these operations does not get a reply as described. Say in NAME.yaml what they need or"
                    + " answer"),
    TRIED(
            Kind.GUESSED,
            "These operations always answer the same: they did not answer as described when they worked on entries."
                    + " Say in NAME.yaml what they do (work) and answer (reply)"),
    FIXED(
            Kind.GUESSED,
            "These operations always answer the same: neither their path nor their reply tells of entries that they"
                    + " work on. Do your tests need more?"),
    OWNER(
            Kind.GUESSED,
            "A user sees only those entries of these collections that name the user in this member. Is it the right"
                    + " one?"),
    COLLECTION(
            Kind.GUESSED, "The bank keeps entries in these collections. Are their ids and what they belong to right?"),
    NAMED(Kind.GUESSED, "A call is refused if its content names an entry that is not there. Is that so?"),
    ACTION(
            Kind.GUESSED,
            "These operations act upon an entry. What do they change? Say so with work.action in NAME.yaml"),
    IDLE(
            Kind.GUESSED,
            "These parameters and contents of lists are checked, but change nothing. What do they do? Say so with filters, sort or"
                    + " pages in NAME.yaml"),
    WHOSE(
            Kind.NOT_SAID,
            "Whose are the entries of these collections? Now every caller sees all of them. Say so with visible of the"
                    + " collection in NAME.yaml",
            true),
    MAY(Kind.NOT_SAID, "Who may do what with an entry? Say so with entitlements, and with permission at resources"),
    STATES(
            Kind.NOT_SAID,
            "Which states of entries and users refuse which calls? Say so with rules, and with blocked and states"),
    CLIENTS(
            Kind.NOT_SAID,
            "For whom does a client act, and how often may it call? Say so with impersonation and api.limit"),
    ERRORS(
            Kind.NOT_SAID,
            "How do errors look? None in the description has JSON, so refusals have code and message. Say so with"
                    + " refusals in NAME.yaml"),
    CODE(Kind.CODES, "When does the bank refuse with %s?"),
    KEY(Kind.DERIVED, "A call of these operations with the same key as an earlier one is made once", true),
    ISSUER(Kind.DERIVED, "The token server is at these paths"),
    LIST(Kind.DERIVED, "These lists have filters and pages"),
    NAME(Kind.DERIVED, "These operations have no operationId of their own");

    /** The kinds of question, in the order in which they are shown. */
    enum Kind {
        ACCESS("Who may call"),
        LEFT_OUT("What Sandbank leaves out"),
        GUESSED("What init guessed: is it so?"),
        NOT_SAID("What the description does not say"),
        CODES("Error codes in the description's examples, each perhaps a rule or a state of yours"),
        DERIVED("What the description says");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Kind kind;
    private final String text;
    private final boolean brief;

    Topic(Kind kind, String text) {
        this(kind, text, false);
    }

    Topic(Kind kind, String text, boolean brief) {
        this.kind = kind;
        this.text = text;
        this.brief = brief;
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    /** Whether its places are short, and stand on one line. */
    boolean isBrief() {
        return brief;
    }
}
