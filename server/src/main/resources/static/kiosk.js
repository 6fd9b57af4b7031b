import { allowSound, digits, say } from "/speech.js";
import "/kiosk-offline.js";
import "/kiosk-bridge.js";

// Reads a page out when somebody wishes so; the next person is asked anew.
(() => {
  const button = document.querySelector("[data-voice]");
  const kept = "zt-voice";
  if (location.pathname === "/kiosk" && !location.search) sessionStorage.removeItem(kept);
  const isOn = () => sessionStorage.getItem(kept) === "on";
  const words = () => {
    const given = document.querySelector("[data-say]")?.dataset.say;
    if (given) return given.replace(/[A-Z]+[0-9-]+/, digits);
    const main = document.getElementById("main");
    return [...main.querySelectorAll(".kiosk-problem, [role=alert], h1, h1 + p, .kiosk-answer")].slice(0, 6).map((one) => one.textContent.trim()).join("。");
  };
  const speak = () => {
    button.dataset.spoken = words();
    say(button.dataset.spoken);
  };
  const show = () => (button.textContent = isOn() ? button.dataset.off : button.dataset.on);
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    allowSound();
    sessionStorage.setItem(kept, isOn() ? "off" : "on");
    window.speechSynthesis?.cancel();
    show();
    if (isOn()) speak();
  });
  if (isOn()) {
    if (window.speechSynthesis?.getVoices().length === 0) window.speechSynthesis.addEventListener("voiceschanged", speak, { once: true });
    else speak();
  }
})();

// Keys for numbers: a machine in a hall has no keyboard.
for (const field of document.querySelectorAll("[data-keypad]")) {
  const keys = document.createElement("div");
  keys.className = "keypad";
  const add = (label, press) => {
    const key = document.createElement("button");
    key.type = "button";
    key.textContent = label;
    key.addEventListener("click", () => {
      press();
      field.focus();
    });
    keys.append(key);
  };
  const type = (letter) => () => {
    if (field.maxLength < 0 || field.value.length < field.maxLength) field.value += letter;
  };
  for (const letter of "123456789") add(letter, type(letter));
  if (field.dataset.keypad) add(field.dataset.keypad, type(field.dataset.keypad));
  else keys.append(document.createElement("span"));
  add("0", type("0"));
  add("⌫", () => (field.value = field.value.slice(0, -1)));
  field.form.after(keys);
}

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

// Who walks away is signed out; who only reads is asked first.
(() => {
  const asks = document.querySelector("[data-idle]");
  if (!asks) return;
  const patience = Number(asks.dataset.idle);
  const warned = 20;
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
    if (asks.open) asks.close();
  };
  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) document.addEventListener(kind, touch, { capture: true, passive: true });
  setInterval(() => {
    const left = patience - (Date.now() - touched) / 1000;
    if (left <= 0) return location.replace("/kiosk");
    if (left <= warned && !asks.open) asks.showModal();
    asks.querySelector("[data-left]").textContent = Math.ceil(left);
  }, 500);
})();
