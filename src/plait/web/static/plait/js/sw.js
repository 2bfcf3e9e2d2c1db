// The service worker, served at /sw.js after VERSION, SHELL and FILES. It keeps the
// offline page and the files that page needs, and nothing else: no page of a person.
importScripts("/static/plait/js/queue.js");

const CACHE = `plait-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll([SHELL, ...FILES]);
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("plait-") && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  })());
});

self.addEventListener("sync", (event) => {
  if (event.tag === "plait-send") event.waitUntil(self.plaitQueue.send());
});

const shell = async () => (await caches.match(SHELL)) ?? Response.error();

// What a form held that could not be sent: a line, or the answers of a check-in.
async function keepForm(request) {
  const { pathname, searchParams } = new URL(request.url);
  const form = await request.formData();
  if (pathname === "/log/line/") {
    const fields = { kind: "line", line: form.get("line"), zone: form.get("zone") ?? "" };
    if (form.has("on_call")) fields.on_call = "1";
    return self.plaitQueue.keep(fields, form.get("request"));
  }
  const day = searchParams.get("week");
  const roles = [...form.keys()].filter((k) => k.endsWith("-energy"));
  for (const name of roles) {
    const role = name.slice(0, -"-energy".length);
    if (form.has(`${role}-leave_out`) || !form.get(name)) continue;
    const fields = { kind: "check_in", role, note: form.get(`${role}-note`) ?? "" };
    for (const aspect of ["energy", "meaning", "growth", "pressure"]) {
      fields[aspect] = form.get(`${role}-${aspect}`) ?? "";
    }
    await self.plaitQueue.keep(day ? { ...fields, day } : fields);
  }
}

async function post(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    await keepForm(copy);
    return shell();
  }
}

async function file(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  const isKept = pathname === "/log/line/" || pathname === "/check-in/";
  if (request.mode === "navigate" && request.method === "POST") {
    if (isKept) event.respondWith(post(request));
  } else if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(shell));
  } else if (FILES.includes(pathname)) {
    event.respondWith(file(request));
  }
});
