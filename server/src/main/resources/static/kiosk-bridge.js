import { post } from "/kiosk-offline.js";

// The bridge beside the machine's browser: its card reader and its printer (docs/machine-bridge.md).
const BRIDGE = "http://127.0.0.1:18620";

const bridge = async () => {
  if (!document.body.hasAttribute("data-bridge")) return null;
  const about = await fetch(BRIDGE + "/about").then((answer) => answer.json()).catch(() => null);
  return about && (await post("/kiosk/bridge", { key: about.key })).known ? about : null;
};

const print = async (slip) => {
  const answer = await fetch(slip);
  if (!answer.ok || answer.redirected) return false;
  const commands = await answer.arrayBuffer();
  return (await fetch(BRIDGE + "/print", { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: commands })).ok;
};

/** Asks again and again until a card is laid; the page itself goes back to the start when nobody comes. */
const waitForCard = async (page) => {
  const { challenge } = await post("/kiosk/card/question", {});
  const answer = await fetch(`${BRIDGE}/card?challenge=${challenge}`);
  if (answer.status === 204) return waitForCard(page);
  const card = await answer.json();
  const form = page.querySelector("[data-card-form]");
  for (const name of ["name", "number", "signature"]) form.elements[name].value = card[name];
  form.submit();
};

const about = await bridge().catch(() => null);
const slip = document.querySelector("[data-slip]");
if (about?.printer && slip && sessionStorage.getItem("zt-slip") !== slip.dataset.slip) {
  sessionStorage.setItem("zt-slip", slip.dataset.slip);
  print(slip.dataset.slip).catch(() => {});
}
if (about?.printer) {
  for (const form of document.querySelectorAll("[data-slip-form]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await print(form.dataset.slipForm).catch(() => false)) location.replace("/kiosk/mine?printed");
      else form.submit();
    });
  }
}
const page = document.querySelector("[data-card]");
if (page) {
  const none = () => (page.querySelector("[data-card-none]").hidden = false);
  if (about && about.reader !== "none") waitForCard(page).catch(none);
  else none();
}
