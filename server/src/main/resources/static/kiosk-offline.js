// A machine that lost its connection gives numbers it holds in reserve, remembers which, and tells them when it is back. What
// it remembers is a line, a number and a time, and nothing of a person.
import { digits, say } from "/speech.js";

const RESERVE = "zt-reserve";
const TAKEN = "zt-taken";
const GUIDES = "zt-guides";
const FEW = 10;
const MOST = 500;

const read = (name) => JSON.parse(localStorage.getItem(name) ?? "null");
const write = (name, value) => localStorage.setItem(name, JSON.stringify(value));
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const left = (line) => line.blocks.reduce((count, block) => count + block.last - block.next + 1, 0);

/** What the house answers; anything but a good answer is thrown. */
export const post = async (address, values) => {
  const token = document.querySelector("input[name=_csrf]").value;
  const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": token }, body: JSON.stringify(values) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

// What was taken is forgotten only when the house has said that it knows.
const tell = async () => {
  const taken = (read(TAKEN) ?? []).slice(0, MOST);
  if (taken.length === 0) return;
  const now = Date.now();
  await post("/kiosk/reserve/taken", taken.map(({ block, number, priority, at }) => ({ block, number, priority, secondsAgo: Math.max(0, Math.round((now - at) / 1000)) })));
  const told = new Set(taken.map((one) => one.block + one.number));
  write(TAKEN, (read(TAKEN) ?? []).filter((one) => !told.has(one.block + one.number)));
};

const refill = async () => {
  let reserve = read(RESERVE);
  if (reserve?.day !== today()) reserve = null;
  const short = reserve?.lines.filter((line) => left(line) < FEW).map((line) => line.group);
  if (short?.length === 0) return;
  const given = await post("/kiosk/reserve", { groups: short ?? null });
  const before = new Map((reserve?.day === given.day ? reserve.lines : []).map((line) => [line.group, line]));
  write(RESERVE, {
    day: given.day,
    hall: given.hall,
    lines: given.lines.map(({ group, name, letter, block }) => ({
      group,
      name,
      letter: letter || before.get(group)?.letter || "",
      blocks: [...(before.get(group)?.blocks ?? []), ...(block ? [{ id: block.id, next: block.first, last: block.last }] : [])],
    })),
  });
};

const keepGuides = async () => {
  await navigator.serviceWorker.register("/kiosk-worker.js", { scope: "/" });
  await navigator.serviceWorker.ready;
  if (read(GUIDES) === today() || !navigator.serviceWorker.controller) return;
  if ((await fetch("/kiosk/guides")).ok) write(GUIDES, today());
};

/** On every page of a connected machine that came over the network. */
const online = async () => {
  await tell().catch(() => {});
  await refill();
  if ("serviceWorker" in navigator) await keepGuides();
  document.documentElement.dataset.reserve = "kept";
};

const take = (group, priority) => {
  const reserve = read(RESERVE);
  const line = reserve.lines.find((one) => one.group === group);
  const block = line.blocks.find((one) => one.next <= one.last);
  const number = block.next++;
  // In this order: when the power fails between the two, a number is lost that nobody was shown, and none is given twice.
  write(RESERVE, reserve);
  write(TAKEN, [...(read(TAKEN) ?? []), { block: block.id, number, priority, at: Date.now() }]);
  return line.letter + number;
};

/** The page that is shown without a connection. */
const offline = (page) => {
  const lines = page.querySelector("[data-lines]");
  const given = page.querySelector("[data-given]");
  const reserve = read(RESERVE);
  const usable = reserve?.day === today() ? reserve.lines.filter((line) => left(line) > 0) : [];
  page.querySelector("[data-none]").hidden = usable.length > 0;
  let priority = "NONE";
  for (const choice of page.querySelectorAll("[name=priority]")) choice.addEventListener("change", () => (priority = choice.value));
  page.querySelector("[data-priorities]").hidden = usable.length === 0;
  lines.replaceChildren(
    ...usable.map((line) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.className = "kiosk-answer";
      button.textContent = line.name;
      button.addEventListener("click", () => {
        const number = take(line.group, priority);
        page.querySelector("[data-choosing]").hidden = true;
        given.hidden = false;
        given.querySelector("[data-number]").textContent = number;
        say(given.dataset.words.replace("#", digits(number)));
        setTimeout(() => location.replace("/kiosk"), 20000);
      });
      item.append(button);
      return item;
    }),
  );
  const back = async () => {
    const there = await fetch("/kiosk/reserve", { cache: "no-store" }).catch(() => null);
    if (there && there.status < 500 && given.hidden) location.replace("/kiosk");
  };
  setInterval(back, 5000);
  addEventListener("online", back);
};

const page = document.querySelector("[data-offline]");
if (page) offline(page);
else if (document.querySelector("[data-connected]") || read(RESERVE)) online().catch(() => {});
