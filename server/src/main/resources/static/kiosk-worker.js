// Between a machine and the house. While there is a connection nothing is answered from here; without one the guides are,
// as they were read last, and everything else leads to the page that gives numbers all the same. Nobody's pages are kept:
// all that is kept is fetched as a stranger.
const KEPT = "kiosk";
const OFFLINE = "/kiosk/offline";
const PATIENCE = 8000;

const keep = async (addresses) => {
  const cache = await caches.open(KEPT);
  for (const address of addresses) {
    const answer = await fetch(address, { credentials: "omit", cache: "no-store" });
    if (answer.ok) await cache.put(address, answer);
  }
};

const kept = async (request) => {
  const cache = await caches.open(KEPT);
  const address = new URL(request.url);
  const guide = address.pathname.startsWith("/kiosk/items/");
  return (
    (await cache.match(request)) ||
    (guide && ((await cache.match(address.pathname + "?whole")) || (await cache.match(request, { ignoreSearch: true })))) ||
    (request.mode === "navigate" && (await cache.match(OFFLINE))) ||
    Response.error()
  );
};

const answer = async (request) => {
  try {
    const given = await fetch(request, request.mode === "navigate" ? { signal: AbortSignal.timeout(PATIENCE) } : {});
    return [502, 503, 504].includes(given.status) && request.mode === "navigate" ? await kept(request) : given;
  } catch {
    return kept(request);
  }
};

/** The page for when there is no connection; its scripts and looks are named by itself, and what its scripts ask for here. */
const keepMachine = async () => {
  const page = await (await fetch(OFFLINE, { credentials: "omit", cache: "no-store" })).text();
  const named = [...page.matchAll(/(?:src|href)="([^"]+[.](?:js|css|svg))"/g)].map((found) => found[1]);
  await keep([OFFLINE, "/kiosk", ...named, "/kiosk-offline.js", "/kiosk-bridge.js", "/speech.js"]);
};

addEventListener("install", (event) => event.waitUntil(keepMachine().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin || address.pathname.endsWith("/live")) return;
  if (request.method === "GET" && address.pathname === "/kiosk/guides") {
    // Whoever asks for the list has all of it kept.
    const list = fetch(request);
    event.respondWith(list.then((given) => given.clone()));
    event.waitUntil(
      list
        .then((given) => given.json())
        .then(async (guides) => {
          await keepMachine();
          await keep(guides);
        })
        .catch(() => {}),
    );
  } else if (request.method === "GET") {
    event.respondWith(answer(request));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => kept(request)));
  }
});
