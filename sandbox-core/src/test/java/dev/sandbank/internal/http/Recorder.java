package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site that keeps what it was asked, and always says the same. */
class Recorder implements RequestHandler {

    final List<Request> requests = new CopyOnWriteArrayList<>();
    final List<Refused> refusals = new CopyOnWriteArrayList<>();
    private final Reply reply;

    Recorder(Reply reply) {
        this.reply = reply;
    }

    static Recorder saying(String words) {
        return new Recorder(Reply.of(200, "text/plain", words));
    }

    @Override
    public Reply answer(Request request) {
        requests.add(request);
        return reply;
    }

    @Override
    public Reply unreadable(int status, String reason, String method, String target) {
        refusals.add(new Refused(status, reason, method, target));
        return Reply.of(status, "application/problem+json", "{\"reason\":\"" + reason + "\"}");
    }

    Request onlyRequest() {
        return requests.get(0);
    }

    Refused onlyRefusal() {
        return refusals.get(0);
    }

    /** What {@link RequestHandler#unreadable} was told. */
    record Refused(int status, String reason, String method, String target) {}
}
