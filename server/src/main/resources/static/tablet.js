"use strict";

// The tablet at a window: goes to what is asked there, leaves it when it is not asked any more, and takes a name as it is
// written. Only places and times of the pen are sent; the picture is drawn elsewhere.
(() => {
  const page = document.querySelector("[data-tablet]");
  if (!page) return;
  let going = false;
  const leave = () => {
    if (!going) location.replace("/tablet");
  };
  window.addEventListener("pageshow", (event) => event.persisted && leave());
  for (const form of page.querySelectorAll("form")) form.addEventListener("submit", () => (going = true));

  const look = async () => {
    try {
      const answer = await fetch("/tablet/signing/asked", { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== page.dataset.tablet) leave();
    } catch {
      // Looks again.
    }
    setTimeout(look, 1500);
  };
  setTimeout(look, 1500);

  const writing = page.querySelector("[data-writing]");
  const canvas = writing?.querySelector("canvas");
  const pen = canvas?.getContext("2d");
  if (!pen) return;
  page.querySelector("[data-on-paper]").hidden = true;
  writing.hidden = false;
  const done = writing.querySelector("[data-done]");
  const most = 8000;
  const apart = 3;
  let strokes = [];
  let points = 0;
  let stroke;
  let began;
  let latest = 0;

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    const within = (value, size) => Math.min(size, Math.max(0, Math.round(value * size)));
    began ??= event.timeStamp;
    return [
      within((event.clientX - box.left) / box.width, canvas.width),
      within((event.clientY - box.top) / box.height, canvas.height),
      Math.min(600000, Math.round(event.timeStamp - began)),
    ];
  };
  const draw = (from, to) => {
    pen.lineWidth = 7;
    pen.lineCap = "round";
    pen.strokeStyle = "#000";
    pen.beginPath();
    pen.moveTo(from[0], from[1]);
    pen.lineTo(to[0], to[1]);
    pen.stroke();
  };
  const add = (event) => {
    const point = place(event);
    const last = stroke.at(-1) ?? point;
    if (points >= most || (stroke.length > 0 && Math.hypot(point[0] - last[0], point[1] - last[1]) < apart)) return;
    latest = point[2] = Math.max(point[2], latest);
    stroke.push(point);
    points++;
    draw(last, point);
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (stroke || (event.pointerType === "mouse" && event.button !== 0)) return;
    canvas.setPointerCapture(event.pointerId);
    stroke = [];
    strokes.push(stroke);
    add(event);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!stroke) return;
    const all = event.getCoalescedEvents?.() ?? [];
    (all.length > 0 ? all : [event]).forEach(add);
  });
  const lift = () => {
    stroke = undefined;
    done.disabled = points === 0;
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  writing.querySelector("[data-clear]").addEventListener("click", () => {
    strokes = [];
    points = 0;
    began = undefined;
    latest = 0;
    stroke = undefined;
    done.disabled = true;
    pen.clearRect(0, 0, canvas.width, canvas.height);
  });
  writing.addEventListener("submit", () => {
    writing.querySelector("[name=strokes]").value = JSON.stringify(strokes.filter((one) => one.length > 0));
  });
})();
