"use strict";

// The inbox by keyboard: j and k move, Enter opens, a accepts, n does the next one. Typing in a field is left alone.
(() => {
  const rows = () => [...document.querySelectorAll("[data-inbox] [data-row]")];
  const go = (step) => {
    const all = rows();
    const at = all.findIndex((row) => row.classList.contains("here"));
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    all.forEach((row) => row.classList.toggle("here", row === next));
    next?.querySelector("[data-open]")?.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "n") document.querySelector("[data-next]")?.click();
    if (!rows().length) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
    if (event.key === "a") document.querySelector("[data-row].here [data-accept]")?.click();
  });
})();

// The preview beside an editor: what is typed is tried out, without being saved, a moment after the last key.
(() => {
  const beside = document.querySelector("[data-beside]");
  const writing = document.getElementById("writing");
  if (!beside) return;
  const frame = beside.querySelector("iframe");
  let waiting;
  let asking;
  const show = async () => {
    if (!beside.offsetParent) return;
    asking?.abort();
    asking = new AbortController();
    const answer = await fetch(frame.src, { method: "POST", body: new URLSearchParams(new FormData(writing)), signal: asking.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["main", "[role=status]"]) {
      frame.contentDocument.querySelector(part)?.replaceWith(page.querySelector(part));
    }
  };
  writing?.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show().catch(() => {}), 400);
  });
  const place = () => {
    const shown = frame.contentDocument.getElementById(beside.dataset.beside);
    if (shown) frame.contentWindow.scrollTo(0, shown.getBoundingClientRect().top + frame.contentWindow.scrollY - 90);
  };
  frame.addEventListener("load", place);
  if (frame.contentDocument.readyState === "complete") place();
  beside.querySelector("button").remove();
})();
