const all = (what, within = document) => [...within.querySelectorAll(what)];

// All is there and open without this script; with it, one opens what one wants to read.
const closing = all("details");
for (const one of closing) one.open = false;

/* Show what a link leads to, wherever it is folded away, and bring keyboard and eye there. */
function reveal(address) {
  let name = address.slice(1);
  try { name = decodeURIComponent(name); } catch { /* as it stands */ }
  const found = name && document.getElementById(name);
  if (!found) return;
  if (found.closest("[hidden]")) document.dispatchEvent(new Event("unfiltered"));
  for (let one = found; one; one = one.parentElement) if (one.localName === "details") one.open = true;
  const place = found.querySelector(":scope > summary, :scope > h5") || found;
  if (place.tabIndex < 0) place.tabIndex = -1;
  found.scrollIntoView();
  place.focus({preventScroll: true});
  // What comes into view is laid out only then, and may push what was sought away.
  requestAnimationFrame(() => found.scrollIntoView());
}

addEventListener("hashchange", () => reveal(location.hash));
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) setTimeout(reveal, 0, link.hash);
});
if (location.hash) {
  reveal(location.hash);
  // A browser goes to what the address names once more when all is loaded.
  addEventListener("load", () => setTimeout(reveal, 0, location.hash));
}
