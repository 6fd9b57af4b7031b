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
