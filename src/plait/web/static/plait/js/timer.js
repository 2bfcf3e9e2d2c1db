// A running timer counts, in the page and in the title of its tab: never with the name
// of its role, since others see tabs too. Without this file the page says since when.

const shown = [...document.querySelectorAll("[data-timer]")];
if (shown.length) {
  const started = new Date(shown[0].dataset.timer);
  const title = document.title;
  const show = () => {
    const minutes = Math.max(0, Math.floor((Date.now() - started) / 60_000));
    const rest = String(minutes % 60).padStart(2, "0");
    const length = `${Math.floor(minutes / 60)}:${rest}`;
    for (const one of shown) one.textContent = length;
    document.title = `${length} · ${title}`;
  };
  show();
  setInterval(show, 15_000);
}
