package dev.sandbank.internal.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.DefaultTasks;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/** A Jetty with daemon threads, with Javalin as its only application and {@link Listeners} as its only connector. */
final class Engine {

    private static final int MAX_THREADS = 512;
    private static final int MIN_THREADS = 4;
    private static final int THREAD_IDLE_MILLIS = 10_000;
    private static final int STOP_MILLIS = 1_000;
    /** The size of reply headers: a redirect may repeat a request of the token server with every character escaped. */
    private static final int USUAL_REPLY_HEADER = 32 * 1024;

    private static final int MAX_REPLY_HEADER = 1024 * 1024;

    /** The largest head of a request: the longest target and the usual size of headers. */
    private static final int MAX_HEADER = 80 * 1024;

    /** The most content that all requests together may have: a share of the heap, but at least some bodies. */
    private static final long CONTENT = Math.max(Runtime.getRuntime().maxMemory() / 4, 8L * Port.MAX_BODY);

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Server server;
    private final Listeners listeners;

    private Engine(Server server, Listeners listeners) {
        this.server = server;
        this.listeners = listeners;
    }

    static Engine start() {
        return start(IDLE);
    }

    static Engine start(Duration idle) {
        return start(idle, CONTENT);
    }

    static Engine start(Duration idle, long content) {
        QuietLog.hush();
        Server server = new Server(threads(), timer(), null);
        Listeners listeners = new Listeners(server, new PortConnections(http()), content);
        listeners.setIdleTimeout(idle.toMillis());
        server.addConnector(listeners);
        server.setHandler(new WholeRequests(application()));
        server.setErrorHandler(new UnreadableRequests());
        Engine engine = new Engine(server, listeners);
        try {
            LifeCycle.start(server);
        } catch (RuntimeException e) {
            engine.stopSoon();
            throw e;
        }
        return engine;
    }

    PortBinding listen(ServerSocketChannel channel, RequestHandler site, @Nullable SSLContext tls) {
        return listeners.listen(channel, site, tls);
    }

    void after(Duration delay, Runnable task) {
        server.getScheduler().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops in a new thread, because a thread of Jetty cannot wait for its own end. */
    void stopSoon() {
        Thread thread = new Thread(() -> LifeCycle.stop(server), "sandbank-stop");
        thread.setDaemon(true);
        thread.start();
    }

    /** Makes the thread pool. Its queue is the JDK's, because Jetty's own starts all of JMX to learn the width of a cache line. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new Threads();
        threads.setName("sandbank");
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        return threads;
    }

    /** A thread pool that reports exhausted memory. */
    private static final class Threads extends QueuedThreadPool {

        Threads() {
            super(MAX_THREADS, MIN_THREADS, THREAD_IDLE_MILLIS, new LinkedBlockingQueue<>());
        }

        @Override
        protected void runJob(Runnable job) {
            try {
                super.runJob(job);
            } catch (OutOfMemoryError e) {
                OutOfMemory.told(e);
                throw e;
            }
        }
    }

    private static ScheduledExecutorScheduler timer() {
        return new ScheduledExecutorScheduler("sandbank-timer", true, Engine.class.getClassLoader());
    }

    /** Configures HTTP. A target such as {@code http://bank/accounts} may name another host, because Sandbank ignores the host. */
    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setHttpCompliance(HttpCompliance.RFC9110.with("sandbank", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER);
        http.setResponseHeaderSize(USUAL_REPLY_HEADER);
        http.setMaxResponseHeaderSize(MAX_REPLY_HEADER);
        return http;
    }

    private static ServletContextHandler application() {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(Javalin.create(Engine::configure).javalinServlet()), "/*");
        context.setErrorHandler(new UnreadableRequests());
        return context;
    }

    /** Configures Javalin with a single stage that runs for every method and path: each {@link RequestHandler} does its own routing. */
    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.unsafe.servletRequestLifecycle.retainAll(Set.of(DefaultTasks.INSTANCE.getBEFORE()));
        config.routes.before(context -> new HttpExchange(context).run());
    }

    /**
     * Keeps lines of the libraries out of the user's log: those about starting, and those about requests that Sandbank refuses anyway.
     *
     * <p>It takes the names from the classes. So in the published jar they are those of the relocated packages, and it changes no other
     * loggers. If the user has set a level, it stays.
     */
    private static final class QuietLog {

        /** The loggers. The logging system forgets a logger, and its level, if nothing holds it. */
        private static final List<Logger> LIBRARIES =
                loggers(packageAbove(Server.class), Javalin.class.getPackageName());

        /** The loggers that warn about what a client sends. */
        private static final List<Logger> PARSERS = loggers(HttpParser.class.getName(), HostPort.class.getName());

        private QuietLog() {}

        static void hush() {
            limit(LIBRARIES, Level.WARNING);
            limit(PARSERS, Level.SEVERE);
        }

        private static void limit(List<Logger> loggers, Level level) {
            loggers.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(level));
        }

        private static List<Logger> loggers(String... names) {
            return Stream.of(names).map(Logger::getLogger).toList();
        }

        private static String packageAbove(Class<?> type) {
            String name = type.getPackageName();
            return name.substring(0, name.lastIndexOf('.'));
        }
    }
}
