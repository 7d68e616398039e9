package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Outcome.Later;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** One open port: its listening socket, its site and its connections. */
final class PortBinding implements ManagedSelector.SelectorUpdate, ManagedSelector.Selectable {

    /** The most calls in service. With 512 threads, a port whose calls all block leaves seven eighths to the others. */
    private static final int MOST_IN_SERVICE = 64;

    private static final long RELEASE_MILLIS = 1_000;
    private static final long RETRY_MILLIS = 50;

    private final ServerSocketChannel channel;
    private final RequestHandler site;
    private final ConnectionFactory front;
    private final SelectorManager sockets;
    private final ManagedSelector selector;
    private final CallQueue calls;
    private final CallQueue controls;
    private final ByteBudget bodies;
    private final Set<Runnable> waits = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> waitsInReplies = ConcurrentHashMap.newKeySet();
    private final Set<EndPoint> connections = ConcurrentHashMap.newKeySet();
    private final RequestsUnderWay requests = new RequestsUnderWay();
    private volatile boolean open = true;

    PortBinding(
            ServerSocketChannel channel,
            RequestHandler site,
            ConnectionFactory front,
            SelectorManager sockets,
            ManagedSelector selector,
            ByteBudget bodies) {
        this.channel = channel;
        this.site = site;
        this.front = front;
        this.sockets = sockets;
        this.selector = selector;
        this.calls = new CallQueue(sockets.getExecutor(), MOST_IN_SERVICE);
        this.controls = new CallQueue(sockets.getExecutor(), MOST_IN_SERVICE);
        this.bodies = bodies;
    }

    /** The queue of the calls of a path. */
    CallQueue calls(String path) {
        return site.isForControls(path) ? controls : calls;
    }

    /** How many bytes of content its requests together may have. */
    ByteBudget bodies() {
        return bodies;
    }

    RequestHandler site() {
        return site;
    }

    /** Makes the first protocol of new connections. */
    ConnectionFactory front() {
        return front;
    }

    boolean isOpen() {
        return open;
    }

    RequestsUnderWay requests() {
        return requests;
    }

    void register() {
        selector.submit(this);
    }

    /** Stops listening, and waits until the requests that have begun are answered, but at most this long. */
    void drain(Duration atMost) {
        requests.letBeLast();
        waitsInReplies.forEach(Runnable::run);
        IO.close(channel);
        awaitRelease();
        try {
            requests.awaitLast(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops listening and cuts every connection. When this returns, the number is free. */
    void close() {
        open = false;
        IO.close(channel);
        connections.forEach(EndPoint::close);
        calls.close();
        controls.close();
        waits.forEach(Runnable::run);
        awaitRelease();
        site.close();
    }

    /**
     * Completes when a wait is over, at the latest when the port closes. Then it holds nothing any more.
     *
     * @param begun whether part of the reply is sent: such a wait also ends when the port waits for its last replies
     */
    CompletableFuture<Void> over(Later later, boolean begun) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Runnable end = () -> over.complete(null);
        waits.add(end);
        if (begun) {
            waitsInReplies.add(end);
        }
        Scheduler.Task timer =
                sockets.getScheduler().schedule(end, later.atMost().toNanos(), TimeUnit.NANOSECONDS);
        later.unless().thenRun(end);
        if (!open || (begun && requests.areLast())) {
            end.run();
        }
        return over.whenComplete((done, failed) -> {
            timer.cancel();
            waits.remove(end);
            waitsInReplies.remove(end);
        });
    }

    void joined(EndPoint connection) {
        connections.add(connection);
        if (!open) {
            connection.close();
        }
    }

    void left(EndPoint connection) {
        connections.remove(connection);
    }

    /** Registers the socket, on the selector's thread: from then on the selector reports new clients. */
    @Override
    public void update(Selector registry) {
        try {
            channel.register(registry, SelectionKey.OP_ACCEPT, this);
        } catch (ClosedChannelException | CancelledKeyException e) {
            open = false;
        }
    }

    @Override
    public @Nullable Runnable onSelected() {
        try {
            for (SocketChannel client = channel.accept(); client != null; client = channel.accept()) {
                welcome(client);
            }
        } catch (IOException e) {
            pause();
        }
        return null;
    }

    @Override
    public void updateKey() {}

    @Override
    public void replaceKey(SelectionKey key) {}

    private void welcome(SocketChannel client) {
        try {
            client.configureBlocking(false);
            client.socket().setTcpNoDelay(true);
            sockets.accept(client, this);
        } catch (IOException e) {
            IO.close(client);
        }
    }

    /** Waits a little: if the process has no file handles left, accepting fails again and again. */
    private void pause() {
        SelectionKey key = channel.keyFor(selector.getSelector());
        if (open && key != null && key.isValid()) {
            key.interestOps(0);
            sockets.getScheduler().schedule(this::register, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Waits until the selector has released the sockets, because only then the system frees the port. The selector does so in its next
     * round. This takes two updates, because updates run before a round: the second one runs after the first one's round.
     */
    private void awaitRelease() {
        CountDownLatch released = new CountDownLatch(1);
        selector.submit(first -> selector.submit(second -> released.countDown()));
        try {
            released.await(RELEASE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
