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
    if (document.querySelector("[data-window-page]")) return;
    if (event.key === "n") document.querySelector("[data-next]")?.click();
    if (!rows().length) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
    if (event.key === "a") document.querySelector("[data-row].here [data-accept]")?.click();
  });
})();

// A page that renews itself says in how many seconds.
(() => {
  const shown = document.querySelector("[data-renews]");
  if (!shown) return;
  const words = shown.textContent;
  const until = Date.now() + shown.dataset.renews * 1000;
  setInterval(() => {
    shown.textContent = words.replace(/\d+/, Math.max(0, Math.ceil((until - Date.now()) / 1000)));
  }, 500);
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

// Marks on a picture: a rectangle is drawn with mouse, pen or finger, and stands in the four fields as if it were typed.
(() => {
  const place = document.querySelector("[data-mark]");
  if (!place) return;
  place.classList.add("draws");
  const picture = place.querySelector(".marked-picture");
  const fields = Object.fromEntries(["left", "top", "width", "height"].map((name) => [name, document.getElementById(name)]));
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  drawn.setAttribute("class", "drawn");
  const within = (event) => {
    const box = picture.getBoundingClientRect();
    const share = (at, size) => Math.min(100, Math.max(0, (at / size) * 100));
    return { x: share(event.clientX - box.left, box.width), y: share(event.clientY - box.top, box.height) };
  };
  const show = (values) => {
    for (const [name, attribute] of [["left", "x"], ["top", "y"], ["width", "width"], ["height", "height"]]) {
      fields[name].value = values[name].toFixed(1);
      drawn.setAttribute(attribute, values[name].toFixed(1) + "%");
    }
  };
  let from;
  picture.addEventListener("pointerdown", (event) => {
    from = within(event);
    picture.setPointerCapture(event.pointerId);
    picture.querySelector("svg").append(drawn);
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = within(event);
    show({ left: Math.min(from.x, to.x), top: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) });
  });
  picture.addEventListener("pointerup", () => {
    from = undefined;
    document.getElementById("words").focus();
  });
})();
