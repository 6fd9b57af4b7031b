// A department's system as tests see it: openid-client does the protocol, jose looks at logout tokens.
// One command a line on the input, one answer a line on the output.
import http from "node:http";
import readline from "node:readline";
import * as oidc from "openid-client";
import * as jose from "jose";

const came = { back: [], logout: [] };
const waiting = { back: [], logout: [] };

function arrive(kind, what) {
  const next = waiting[kind].shift();
  if (next) next(what);
  else came[kind].push(what);
}

function await_(kind) {
  return came[kind].length ? Promise.resolve(came[kind].shift()) : new Promise(done => waiting[kind].push(done));
}

const server = http.createServer((request, response) => {
  const address = new URL(request.url, site());
  if (address.pathname === "/back") arrive("back", address.href);
  let body = "";
  request.on("data", part => (body += part));
  request.on("end", () => {
    if (address.pathname === "/logout") arrive("logout", new URLSearchParams(body).get("logout_token"));
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end("<!doctype html><html lang=zh><title>读者系统</title><h1>回到了读者系统</h1>");
  });
});

const site = () => `http://127.0.0.1:${server.address().port}`;
let config, skew, flow, current, tokens;

function proof(how) {
  if (how.secret) return oidc.ClientSecretBasic(how.secret);
  return oidc.None();
}

const commands = {
  async discover(how) {
    skew = how.skew;
    const auth = how.key
      ? oidc.PrivateKeyJwt({ key: await jose.importJWK(how.key, "ES256"), kid: how.key.kid }, {
          [oidc.modifyAssertion]: (_, payload) => {
            for (const name of ["iat", "exp", "nbf"]) if (payload[name]) payload[name] += skew;
          },
        })
      : proof(how);
    config = await oidc.discovery(new URL(how.issuer), how.client, { [oidc.clockSkew]: skew }, auth, {
      execute: [oidc.allowInsecureRequests],
    });
    return config.serverMetadata();
  },
  async begin(parameters) {
    flow = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce() };
    if (parameters.max_age !== undefined) flow.maxAge = Number(parameters.max_age);
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: site() + "/back",
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: "S256",
      state: flow.state,
      nonce: flow.nonce,
      ...parameters,
    });
    return { address: address.href };
  },
  async finish() {
    current = new URL(await await_("back"));
    return commands.redeem({});
  },
  async redeem(change) {
    tokens = await oidc.authorizationCodeGrant(config, current, {
      pkceCodeVerifier: change.verifier ?? flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      maxAge: flow.maxAge,
      idTokenExpected: true,
    });
    return { ...tokens, claims: tokens.claims(), header: jose.decodeProtectedHeader(tokens.id_token) };
  },
  async arrival() {
    current = new URL(await await_("back"));
    return { address: current.href };
  },
  async userinfo({ token, subject }) {
    return oidc.fetchUserInfo(config, token, subject);
  },
  async refresh({ token }) {
    const answer = await oidc.refreshTokenGrant(config, token);
    return { ...answer, claims: answer.claims() };
  },
  async introspect({ token }) {
    return oidc.tokenIntrospection(config, token);
  },
  async revoke({ token }) {
    await oidc.tokenRevocation(config, token);
    return {};
  },
  async signOutAddress(parameters) {
    return { address: oidc.buildEndSessionUrl(config, parameters).href };
  },
  async logout() {
    const server = config.serverMetadata();
    const { payload, protectedHeader } = await jose.jwtVerify(
      await await_("logout"),
      jose.createRemoteJWKSet(new URL(server.jwks_uri)),
      {
        issuer: server.issuer,
        audience: config.clientMetadata().client_id,
        typ: "logout+jwt",
        requiredClaims: ["iat", "exp", "jti", "events"],
        currentDate: new Date(Date.now() + skew * 1000),
      },
    );
    return { payload, protectedHeader };
  },
};

server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ site: site() })));

readline.createInterface({ input: process.stdin }).on("line", async line => {
  const { command, ...values } = JSON.parse(line);
  try {
    console.log(JSON.stringify(await commands[command](values)));
  } catch (wrong) {
    console.log(
      JSON.stringify({ wrong: wrong.error ?? wrong.code ?? wrong.message, message: String(wrong), cause: String(wrong.cause ?? "") }),
    );
  }
}).on("close", () => process.exit());
