package dev.sandbank.junit.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The class path of these tests as it is for somebody who has no AssertJ. */
final class WithoutAssertJ extends URLClassLoader {

    private WithoutAssertJ(URL[] urls) {
        super(urls, ClassLoader.getPlatformClassLoader());
    }

    static WithoutAssertJ open() {
        return new WithoutAssertJ(
                Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                        .map(WithoutAssertJ::url)
                        .toArray(URL[]::new));
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("org.assertj.")) {
            throw new ClassNotFoundException(name);
        }
        return super.findClass(name);
    }

    @Override
    public URL findResource(String name) {
        return name.startsWith("org/assertj/") ? null : super.findResource(name);
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
