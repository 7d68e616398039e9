package dev.sandbank.internal.remote;

import dev.sandbank.SandbankKeys;
import dev.sandbank.internal.control.api.Json;

/** Controls the signing keys of a bank at a server. */
record RemoteKeys(RemoteEnvironment at) implements SandbankKeys {

    @Override
    public void prepare() {
        at.call("POST", "keys", "prepare").send();
    }

    @Override
    public void rotateWithOverlap() {
        rotate("with-overlap");
    }

    @Override
    public void rotateWithoutOverlap() {
        rotate("without-overlap");
    }

    @Override
    public void rotateUnderTheSameKeyId() {
        rotate("same-key-id");
    }

    private void rotate(String how) {
        at.call("POST", "keys", "rotate").json(Json.object().put("how", how)).send();
    }
}
