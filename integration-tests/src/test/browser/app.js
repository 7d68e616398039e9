// A page that lets people sign in at the bank, as oidc-client-ts is meant to be used. What it knows it shows as JSON.
const state = document.getElementById("state");

const show = (what) => {
    state.value = JSON.stringify(what);
};

const shown = (user) => ({
    signedIn: true,
    name: user.profile.name,
    email: user.profile.email,
    accessToken: user.access_token,
    refreshToken: user.refresh_token,
    scope: user.scope,
});

const refusal = (error) => show({signedIn: false, error: error.error ?? String(error)});

const start = async () => {
    const {issuer} = await (await fetch("/config.json")).json();
    const manager = new oidc.UserManager({
        authority: issuer,
        client_id: "single-page",
        redirect_uri: location.origin + "/callback",
        popup_redirect_uri: location.origin + "/popup",
        post_logout_redirect_uri: location.origin + "/goodbye",
        scope: "openid profile email offline_access",
        loadUserInfo: true,
        automaticSilentRenew: false,
        userStore: new oidc.WebStorageStateStore({store: sessionStorage}),
    });
    const on = (id, action) =>
        document.getElementById(id).addEventListener("click", () => action().catch(refusal));

    on("sign-in", () => manager.signinRedirect({prompt: new URLSearchParams(location.search).get("prompt") ?? undefined}));
    on("sign-in-by-popup", async () => show(shown(await manager.signinPopup())));
    on("renew", async () => show(shown(await manager.signinSilent())));
    on("sign-out", () => manager.signoutRedirect({state: "see you"}));

    const arrive = {
        "/callback": async () => show(shown(await manager.signinCallback())),
        "/popup": () => manager.signinPopupCallback(),
        "/goodbye": async () => {
            const answer = await manager.signoutCallback();
            show({signedIn: (await manager.getUser()) !== null, goodbye: answer?.userState});
        },
    }[location.pathname];
    await (arrive ? arrive() : show({signedIn: false}));
};

start().catch(refusal);
