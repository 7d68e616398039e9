package dev.sandbank.junit.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The class path of these tests without one library, as a user may have it. */
final class ClassPathWithout extends URLClassLoader {

    private final String missing;

    private ClassPathWithout(String missing, URL[] urls) {
        super(urls, ClassLoader.getPlatformClassLoader());
        this.missing = missing;
    }

    /**
     * The class path without one package and those below it.
     *
     * @param missing the name of the package, with a dot at its end
     */
    static ClassPathWithout open(String missing) {
        return new ClassPathWithout(
                missing,
                Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                        .map(ClassPathWithout::url)
                        .toArray(URL[]::new));
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a plain test there, which needs only what the extension promises to need. The loader stays open, because the
     * server's threads stop only some time after the last port is closed.
     */
    @SuppressWarnings("resource")
    static String run(String missing) throws Exception {
        ClassPathWithout loader = open(missing);
        Callable<?> run = (Callable<?>)
                loader.loadClass(PlainRun.class.getName()).getConstructor().newInstance();
        FutureTask<?> task = new FutureTask<>(run);
        // A thread of its own, because JUnit's threads would hand the loader on to the threads that they start.
        Thread thread = new Thread(task, "without " + missing);
        thread.setContextClassLoader(loader);
        thread.start();
        return String.valueOf(task.get());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(missing)) {
            throw new ClassNotFoundException(name);
        }
        return super.findClass(name);
    }

    @Override
    public URL findResource(String name) {
        return name.startsWith(missing.replace('.', '/')) ? null : super.findResource(name);
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
