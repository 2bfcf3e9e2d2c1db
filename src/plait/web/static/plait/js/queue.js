// What was written without a connection: kept on this device until the server has it.
// Shared by pages and the service worker, so it is no module. Each entry is bound to
// the person who was signed in (an opaque id), and has an id of its own: sent twice,
// it is kept once.
self.plaitQueue = (() => {
  const NAME = "plait";

  function open() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("waiting", { keyPath: "id" });
        request.result.createObjectStore("known");
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  async function use(store, mode, act) {
    const database = await open();
    try {
      return await new Promise((resolve, reject) => {
        const change = database.transaction(store, mode);
        const request = act(change.objectStore(store));
        change.oncomplete = () => resolve(request.result);
        change.onerror = () => reject(change.error);
        change.onabort = () => reject(change.error);
      });
    } finally {
      database.close();
    }
  }

  const known = (name) => use("known", "readonly", (s) => s.get(name));
  const note = (name, value) => use("known", "readwrite", (s) => s.put(value, name));
  const waiting = () => use("waiting", "readonly", (s) => s.getAll());
  const put = (entry) => use("waiting", "readwrite", (s) => s.put(entry));
  const drop = (id) => use("waiting", "readwrite", (s) => s.delete(id));

  function localDay(now) {
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  // `fields` are what the server reads; the day and the zone are those of writing.
  async function keep(fields, id) {
    const person = await known("person");
    if (!person) return null;
    const entry = {
      id: id || crypto.randomUUID(),
      person,
      writtenAt: Date.now(),
      why: "",
      fields: {
        day: localDay(new Date()),
        device_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...fields,
      },
    };
    await put(entry);
    try {
      await self.registration?.sync?.register("plait-send");
    } catch {
      // Without background sync it is sent when a page is opened next.
    }
    return entry;
  }

  // Who is signed in, with a token for forms; null where nobody is, or no connection.
  async function who() {
    try {
      const answer = await fetch("/offline/who/", { redirect: "manual", cache: "no-store" });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  async function sendOne(entry, token) {
    const body = new URLSearchParams({ ...entry.fields, id: entry.id, person: entry.person });
    const headers = { "X-CSRFToken": token };
    const answer = await fetch("/offline/keep/", {
      method: "POST", body, headers, redirect: "manual",
    });
    if (answer.ok) await drop(entry.id);
    if (answer.status === 422) await put({ ...entry, why: (await answer.json()).why });
    return answer;
  }

  // Send what is of whoever is signed in; what was refused before waits to be mended.
  async function send() {
    const me = await who();
    if (!me) return;
    const mine = (await waiting()).filter((e) => e.person === me.person && !e.why);
    mine.sort((a, b) => a.writtenAt - b.writtenAt);
    for (const entry of mine) {
      const answer = await sendOne(entry, me.token);
      if (answer.ok) await note("sent", ((await known("sent")) ?? 0) + 1);
      else if (answer.status !== 422) break;
    }
  }

  // How many were sent since a page last said so: the worker sends without a page.
  async function sent() {
    const n = (await known("sent")) ?? 0;
    if (n) await note("sent", 0);
    return n;
  }

  // One at a time, whether a page or the worker asks: else both would send the same.
  const sendAll = () => navigator.locks
    ? navigator.locks.request("plait-send", send)
    : send();

  return { known, note, waiting, put, drop, keep, sent, send: sendAll };
})();
