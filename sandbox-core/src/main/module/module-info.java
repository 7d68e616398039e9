/** A sandbox of banking APIs for tests and demos. Open, since its libraries find their resources and classes by name. */
open module dev.sandbank {
    requires java.naming;
    requires transitive java.net.http;
    requires java.sql;

    exports dev.sandbank;

    uses dev.sandbank.internal.work.Vendor;
    uses dev.sandbank.internal.shaded.org.slf4j.spi.SLF4JServiceProvider;
    uses dev.sandbank.internal.shaded.org.eclipse.jetty.http.HttpFieldPreEncoder;

    provides dev.sandbank.internal.work.Vendor with
            dev.sandbank.internal.vendor.apiture.Apiture,
            dev.sandbank.internal.vendor.uphold.Uphold;
    provides dev.sandbank.internal.shaded.org.eclipse.jetty.http.HttpFieldPreEncoder with
            dev.sandbank.internal.shaded.org.eclipse.jetty.http.Http10FieldPreEncoder,
            dev.sandbank.internal.shaded.org.eclipse.jetty.http.Http11FieldPreEncoder;
    provides dev.sandbank.internal.shaded.org.slf4j.spi.SLF4JServiceProvider with
            dev.sandbank.internal.shaded.org.slf4j.jul.JULServiceProvider;
}
