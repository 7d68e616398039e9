package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.concurrent.CountDownLatch;

/** A site that answers only when it is released. */
class Blocked implements RequestHandler {

    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final CountDownLatch done = new CountDownLatch(1);

    @Override
    public Reply answer(Request request) {
        if (request.body().defect().isPresent()) {
            return Reply.empty(500);
        }
        asked.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            done.countDown();
        }
        return Reply.empty(200);
    }
}
