const server = process.env.SANDBANK_URL ?? "http://127.0.0.1:8080";
const token = process.env.SANDBANK_CONTROL_TOKEN; // if the server wants one

async function send(method, url, content) {
  const headers = {};
  if (token) headers.Authorization = "Bearer " + token;
  if (content) headers["Content-Type"] = "application/json";
  const reply = await fetch(url, { method, headers, body: content && JSON.stringify(content) });
  if (!reply.ok) throw new Error((await reply.json()).detail);
  return reply.status === 204 ? null : reply.json();
}

/** Makes a sandbox at the server, for you alone. */
export async function makeSandbox(fixture) {
  const made = await send("POST", server + "/_sandbank/api/sandboxes", { fixture, life: "PT10M" });
  return {
    baseUrl: made.baseUrl,
    control: (method, path, content) => send(method, made.controlUrl + path, content),
    close: () => send("DELETE", server + "/_sandbank/api/sandboxes/" + made.id),
  };
}
