const form = document.getElementById("filter");

/* Every finding once: what it is known by, its cell in the table, and where it is told in full. */
function gather() {
  const found = new Map();
  for (const table of all(".m")) {
    const heads = [...table.tHead.rows[0].cells].map((head) => head.dataset.f || "");
    for (const row of table.tBodies[0].rows) {
      for (const cell of row.cells) {
        if (!cell.dataset.f || cell === row.cells[0]) continue;
        const address = cell.firstElementChild.getAttribute("href").slice(1);
        const words = ` ${row.dataset.f} ${heads[cell.cellIndex]} ${cell.dataset.f} `;
        found.set(address, {words, cell, row, table, item: document.getElementById(address)});
      }
    }
  }
  for (const item of all("[id][data-f]")) {
    if (!found.has(item.id)) found.set(item.id, {words: ` ${item.dataset.f} `, item});
  }
  return [...found.values()];
}

if (form) {
  let records;
  const count = document.getElementById("count");
  const holders = (item) => [".b", ".r", ".i"].map((kind) => item.closest(kind)).filter((one) => one && one !== item);
  const show = (one, on) => { if (one.hidden === on) one.hidden = !on; };

  const apply = () => {
    records ??= gather();
    const wanted = [...new FormData(form).values()].filter(Boolean).map((word) => ` ${word} `);
    const rows = new Map(), columns = new Map(), around = new Map();
    const note = (map, key, on) => map.set(key, map.get(key) || on);
    let number = 0;
    for (const {words, cell, row, table, item} of records) {
      const on = wanted.every((word) => words.includes(word));
      number += on;
      if (item) {
        show(item, on);
        for (const one of holders(item)) note(around, one, on);
      }
      if (cell) {
        cell.classList.toggle("off", !on);
        note(rows, row, on);
        if (!columns.has(table)) columns.set(table, new Map());
        note(columns.get(table), cell.cellIndex, on);
      }
    }
    for (const [one, on] of [...rows, ...around]) show(one, on);
    narrow(columns, wanted.length > 0);
    count.textContent = `Showing ${number.toLocaleString("en-GB")} of ${records.length.toLocaleString("en-GB")} findings`;
  };

  /* A column is shown where a finding of it is, in whichever piece of the table. */
  const narrow = (columns, filtered) => {
    const wide = new Map();
    for (const [table, known] of columns) {
      const key = table.closest(".matrix");
      if (!wide.has(key)) wide.set(key, new Map());
      for (const [at, on] of known) wide.get(key).set(at, wide.get(key).get(at) || on);
    }
    for (const [key, known] of wide) {
      const last = all(".sum", key).length ? 1 : 0;
      for (const row of all("tr", key)) {
        [...row.cells].forEach((cell, at) => {
          if (at && at < row.cells.length - last) show(cell, !filtered || known.get(at) === true);
        });
      }
    }
  };

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("unfiltered", () => { form.reset(); apply(); });
  const fold = (open) => () => { for (const one of closing) one.open = open; };
  document.getElementById("open").addEventListener("click", fold(true));
  document.getElementById("close").addEventListener("click", fold(false));
  // A browser may have kept what was chosen before the page was loaded again.
  if ([...new FormData(form).values()].some(Boolean)) apply();
}
