// An OpenID Connect provider for the tests: oidc-provider, with a form of one field in place of an account store.
// It prints its address. The e-mail address that is typed is taken as verified; "met code" adds mfa to amr.

import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import Provider from "oidc-provider";

const server = createServer();
await new Promise((klaar) => server.listen(0, "127.0.0.1", klaar));
const adres = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(adres, {
  clients: [
    {
      client_id: process.env.CLIENT_ID,
      client_secret: process.env.CLIENT_SECRET,
      redirect_uris: [`${adres}/niet-hier`],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  claims: { openid: ["sub", "amr"], email: ["email", "email_verified"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interactie) => `/formulier/${interactie.uid}` },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: id, email_verified: !id.startsWith("ongecontroleerd") }),
  }),
  // The municipality does not ask its own people for consent.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope("openid email");
    await grant.save();
    return grant;
  },
});
// The site under test chooses its port itself.
provider.Client.prototype.redirectUriAllowed = (uri) => new URL(uri).pathname === "/inloggen/gemeente/terug/";

const beantwoord = provider.callback();
server.on("request", async (vraag, antwoord) => {
  if (!vraag.url.startsWith("/formulier/")) return beantwoord(vraag, antwoord);
  if (vraag.method === "POST") {
    const velden = new URLSearchParams(await text(vraag));
    const amr = velden.has("code") ? ["pwd", "mfa"] : ["pwd"];
    const login = { accountId: velden.get("email"), amr };
    return provider.interactionFinished(vraag, antwoord, { login });
  }
  antwoord.setHeader("Content-Type", "text/html; charset=utf-8");
  antwoord.end(`<!DOCTYPE html><html lang="nl"><head><title>De gemeente</title><link rel="icon" href="data:,"></head><body>
    <form method="post"><label>E-mail <input name="email"></label>
    <label><input type="checkbox" name="code"> Met code</label><button>Log in</button></form></body></html>`);
});
console.log(adres);
