"use strict";

// Passkeys (WebAuthn). A form marked data-passkey="create" or "get" asks the server what is to be signed, lets the
// authenticator sign it, and is then sent with the answer in its field "answer". Without WebAuthn it stays hidden.
(() => {
  const forms = [...document.querySelectorAll("form[data-passkey]")];
  if (!window.PublicKeyCredential) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

  const create = async (asked) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: known(asked.excludeCredentials),
      },
    });
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports?.() ?? [],
      },
      clientExtensionResults: {},
    };
  };

  const get = async (asked) => {
    const shown = await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) },
    });
    return {
      id: shown.id,
      rawId: text(shown.rawId),
      type: shown.type,
      response: {
        clientDataJSON: text(shown.response.clientDataJSON),
        authenticatorData: text(shown.response.authenticatorData),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
      },
      clientExtensionResults: {},
    };
  };

  const send = async (form) => {
    const said = form.querySelector("[data-passkey-failed]");
    said.hidden = true;
    try {
      const body = new URLSearchParams({ _csrf: form.elements._csrf.value });
      const answer = await fetch(form.dataset.question, { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error("refused");
      const asked = await answer.json();
      form.elements.answer.value = JSON.stringify(await (form.dataset.passkey === "create" ? create(asked) : get(asked)));
      form.submit();
    } catch {
      said.hidden = false;
      form.querySelector("button").disabled = false;
    }
  };

  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      form.querySelector("button").disabled = true;
      send(form);
    });
  }
  document.querySelectorAll("[data-no-passkey]").forEach((one) => { one.hidden = true; });
})();
