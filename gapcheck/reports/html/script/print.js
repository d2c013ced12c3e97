/* On paper all is open, and nothing is left away that a filter hid. */
let before = null;
addEventListener("beforeprint", () => {
  before = {open: new Set(closing.filter((one) => one.open)), hidden: all("main [hidden]"), off: all(".off", document.querySelector("main")).filter((one) => one.closest(".m"))};
  for (const one of closing) one.open = true;
  for (const one of before.hidden) one.hidden = false;
  for (const one of before.off) one.classList.remove("off");
});
addEventListener("afterprint", () => {
  if (!before) return;
  for (const one of closing) one.open = before.open.has(one);
  for (const one of before.hidden) one.hidden = true;
  for (const one of before.off) one.classList.add("off");
  before = null;
});
