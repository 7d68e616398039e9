package dev.sandbank.internal.cli;

/** Where the runnable jar begins; a placeholder until there is a command. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("sandbank " + version());
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
