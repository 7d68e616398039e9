/** Tests that are a module of their own. */
module user.modules {
    requires dev.sandbank;
    requires dev.sandbank.junit;
    requires org.junit.jupiter.api;
}
