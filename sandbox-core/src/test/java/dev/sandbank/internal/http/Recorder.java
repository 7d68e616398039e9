package dev.sandbank.internal.http;

import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.RequestDefect;
import java.util.List;
import java.util.Optional;
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
        Optional<RequestDefect> defect = request.body().defect();
        if (defect.isEmpty()) {
            requests.add(request);
            return reply;
        }
        RequestDefect why = defect.get();
        refusals.add(new Refused(why.status(), why.reason(), request.method(), request.target()));
        return Reply.of(why.status(), "application/problem+json", "{\"reason\":\"" + why.reason() + "\"}");
    }

    Request onlyRequest() {
        return requests.get(0);
    }

    Refused onlyRefusal() {
        return refusals.get(0);
    }

    /** A request that could not be read. */
    record Refused(int status, String reason, String method, String target) {}
}
