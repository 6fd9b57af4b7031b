import { allowSound, digits, say } from "/speech.js";

// The line of a hall as it changes: screens show and speak it, a clerk's window looks anew. The browser connects again by
// itself, and says what it knew last, so that no call is lost.
(() => {
  const page = document.querySelector("[data-live]");
  if (!page) return;
  const filled = (words, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), words);

  // Calls are heard once somebody has switched the sound on.
  const sound = (() => {
    const button = page.querySelector("[data-sound]");
    let on = false;
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => {
        allowSound();
        on = true;
        button.hidden = true;
      });
    }
    return (words) => {
      page.dataset.spoken = words;
      if (on) say(words);
    };
  })();

  const screen = {
    area: page.dataset.area ?? "",
    call(call) {
      if (page.dataset.speak && (!this.area || this.area === call.area)) {
        sound(filled(page.dataset.speak, digits(call.number), call.window));
      }
    },
    board(board) {
      const body = page.querySelector("[data-called]");
      const row = page.querySelector("[data-row]");
      if (body) {
        const called = board.called.filter((one) => !this.area || one.area === this.area);
        body.replaceChildren(
          ...called.map((one, at) => {
            const line = row.content.cloneNode(true);
            line.querySelector("td").textContent = one.number;
            line.querySelector("span").textContent = filled(page.dataset.windowWord, one.window);
            line.querySelector("small").textContent = one.area;
            line.querySelector("tr").classList.toggle("newest", at === 0);
            return line;
          }),
        );
        page.querySelector("[data-none]").hidden = called.length > 0;
      }
      const places = page.querySelector("[data-places]");
      if (places) {
        places.replaceChildren(
          ...board.places
            .filter((one) => !this.area || one.area === this.area)
            .map((one) => {
              const item = document.createElement("li");
              const number = document.createElement("b");
              number.className = "num";
              number.textContent = one.paused ? page.dataset.pausedWord : (one.number ?? "—");
              item.append(filled(page.dataset.windowWord, one.window) + " ", number);
              return item;
            }),
        );
      }
      for (const line of board.lines) {
        const shown = page.querySelector(`[data-line="${CSS.escape(line.group)}"]`);
        if (!shown) continue;
        shown.querySelector("[data-waiting]").textContent = line.waiting;
        shown.querySelector("[data-wait]").textContent = waits(line);
      }
    },
  };

  const waits = (line) => {
    if (line.waitUntil === undefined) return page.dataset.waitNone;
    if (line.waitFrom === 0) return filled(page.dataset.waitUnder, line.waitFrom, line.waitUntil);
    if (line.waitFrom === line.waitUntil) return filled(page.dataset.waitAbout, line.waitFrom, line.waitUntil);
    return filled(page.dataset.waitRange, line.waitFrom, line.waitUntil);
  };

  // A clerk's window shows the line anew when it changed, and says now and then that the clerk is there.
  const desk = {
    known: 0,
    board(board) {
      const first = this.known === 0;
      this.known = board.version;
      if (!first) this.renew();
    },
    async renew() {
      if (document.activeElement?.closest("select")) return;
      const answer = await fetch(location.pathname);
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-window-page]");
      const old = document.querySelector("[data-window-page]");
      if (!fresh || !old) return location.reload();
      const key = document.activeElement?.dataset.key;
      old.querySelector(".split").replaceWith(fresh.querySelector(".split"));
      if (key) document.querySelector(`[data-key="${key}"]`)?.focus();
    },
  };

  const windowPage = page.matches("[data-window-page]");
  const shown = windowPage ? desk : screen;
  const source = new EventSource(page.dataset.live);
  source.addEventListener("board", (event) => shown.board(JSON.parse(event.data)));
  source.addEventListener("call", (event) => shown.call?.(JSON.parse(event.data)));
  const lost = page.querySelector("[data-lost]");
  source.addEventListener("open", () => lost && (lost.hidden = true));
  source.addEventListener("error", () => {
    if (lost) lost.hidden = false;
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });

  const clock = page.querySelector("[data-clock]");
  if (clock) {
    const tick = () => (clock.textContent = new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" }));
    tick();
    setInterval(tick, 1000);
  }

  if (windowPage) {
    const seen = page.querySelector("[data-seen]");
    setInterval(() => fetch(seen.action, { method: "POST", body: new URLSearchParams(new FormData(seen)) }).catch(() => {}), 60000);
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input, textarea, select")) return;
      document.querySelector(`[data-window-page] [data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
    });
  }
})();
