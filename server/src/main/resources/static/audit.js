"use strict";

// Checks a proof (c2sp.org/tlog-proof@v1) of the audit log here, in the browser: RFC 9162, section 2.1.3.2, with SM3, and
// the SM2 signature below it. Nothing is sent anywhere. Without this script the same form asks the server.
(() => {
  const form = document.querySelector("[data-audit]");
  const place = document.querySelector("[data-verdict]");
  if (!form || !window.sm2 || !window.sm3) return;

  class Refused extends Error {}
  const refuse = (why) => { throw new Refused(why); };

  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const bytes = (base64, why) => {
    let text;
    try { text = atob(base64); } catch { refuse(why); }
    if (btoa(text) !== base64) refuse(why);
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  };
  const hash = (...parts) => {
    const digest = window.sm3(parts.flatMap((part) => [...part]));
    return Uint8Array.from(digest.match(/../g), (pair) => parseInt(pair, 16));
  };
  const node = (left, right) => hash([1], left, right);
  const digest = (base64, why) => {
    const found = bytes(base64, why);
    return found.length === 32 ? found : refuse(why);
  };

  const readKey = (written) => {
    const parts = written.trim().match(/^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/);
    if (!parts) refuse("NOT_A_KEY");
    const material = bytes(parts[3], "NOT_A_KEY");
    const kind = "\u00ffSM2withSM3:";
    if (String.fromCharCode(...material.slice(0, kind.length)) !== kind || material.length !== kind.length + 65) refuse("NOT_A_KEY");
    return { name: parts[1], id: parts[2], point: hex(material.slice(kind.length)) };
  };

  const readProof = (pasted) => {
    const text = pasted.trim().replaceAll("\r\n", "\n") + "\n";
    const parting = text.indexOf("\n\n");
    const lines = text.slice(0, Math.max(0, parting)).split("\n");
    if (parting < 0 || lines[0] !== "c2sp.org/tlog-proof@v1") refuse("NOT_A_PROOF");
    if (!lines[1]?.startsWith("extra ")) refuse("NO_ENTRY");
    const index = lines[2]?.match(/^index (0|[1-9][0-9]{0,17})$/) ?? refuse("NOT_A_PROOF");
    return {
      entry: digest(lines[1].slice("extra ".length), "NO_ENTRY"),
      index: BigInt(index[1]),
      path: lines.slice(3).map((line) => digest(line, "NOT_A_PROOF")),
      note: text.slice(parting + 2),
    };
  };

  const readCheckpoint = (note, key) => {
    const parting = note.lastIndexOf("\n\n");
    if (parting < 0) refuse("NOT_A_NOTE");
    const text = note.slice(0, parting + 1);
    const [origin, size, root] = text.split("\n");
    if (!/^(0|[1-9][0-9]{0,17})$/.test(size ?? "")) refuse("NOT_A_CHECKPOINT");
    const checkpoint = { size: BigInt(size), root: digest(root ?? "", "NOT_A_CHECKPOINT") };
    if (origin !== key.name) refuse("OTHER_LOG");
    const signatures = note.slice(parting + 2).split("\n").filter((line) => line).map((line) => {
      const parts = line.match(/^— (\S+) ([A-Za-z0-9+/]+={0,2})$/) ?? refuse("NOT_A_NOTE");
      return { name: parts[1], content: hex(bytes(parts[2], "NOT_A_NOTE")) };
    });
    const ours = signatures.filter((one) => one.name === key.name && one.content.startsWith(key.id));
    if (!ours.length) refuse("NOT_SIGNED");
    if (!ours.every((one) => hasSigned(key, text, one.content.slice(8)))) refuse("SIGNATURE_WRONG");
    return checkpoint;
  };

  const hasSigned = (key, text, signature) => {
    try {
      return window.sm2.doVerifySignature([...new TextEncoder().encode(text)], signature, key.point, { der: true, hash: true });
    } catch {
      return false;
    }
  };

  const leads = (proof, checkpoint) => {
    if (proof.index >= checkpoint.size) return false;
    let at = proof.index;
    let last = checkpoint.size - 1n;
    let found = hash([0], proof.entry);
    for (const step of proof.path) {
      if (last === 0n) return false;
      if (at & 1n || at === last) {
        found = node(step, found);
        while (!(at & 1n) && at !== 0n) { at >>= 1n; last >>= 1n; }
      } else {
        found = node(found, step);
      }
      at >>= 1n;
      last >>= 1n;
    }
    return last === 0n && hex(found) === hex(checkpoint.root);
  };

  const show = (name, asked, fill = () => {}) => {
    const found = document.querySelector(`template[data-found="${name}"]`).content.cloneNode(true);
    fill(found);
    document.querySelector(".errors")?.remove();
    place.replaceChildren(found);
    if (asked) place.focus();
  };

  const check = (asked) => {
    try {
      const proof = readProof(form.elements.proof.value);
      const checkpoint = readCheckpoint(proof.note, readKey(form.elements.key.value));
      if (!leads(proof, checkpoint)) refuse("NOT_INCLUDED");
      show("ok", asked, (verdict) => {
        verdict.querySelector("[data-digest]").textContent = hex(proof.entry);
        const index = verdict.querySelector("[data-index]");
        index.textContent = index.dataset.index.replace("#", proof.index).replace("*", checkpoint.size);
      });
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      show(failure.message, asked);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(true);
  });
  if (form.elements.proof.value.trim() && !place.childElementCount) check(false);
})();
