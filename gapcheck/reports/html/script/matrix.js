/* One stop of the Tab key for a table; within it the arrow keys go from cell to cell. */
for (const matrix of all(".matrix")) {
  const links = all("a", matrix);
  if (!links.length) continue;
  let stop = links[0];
  for (const link of links.slice(1)) link.tabIndex = -1;
  const hint = matrix.parentElement.querySelector(".hint");
  if (hint) hint.hidden = false;

  const move = (to) => {
    stop.tabIndex = -1;
    stop = to;
    stop.tabIndex = 0;
  };
  matrix.addEventListener("focusin", (event) => {
    if (event.target.localName === "a") move(event.target);
  });

  const link = (cell) => cell && !cell.hidden && !cell.classList.contains("off") && cell.querySelector("a");
  const across = (cell, step) => {
    do cell = step > 0 ? cell.nextElementSibling : cell.previousElementSibling; while (cell && !link(cell));
    return cell;
  };
  const down = (cell, step) => {
    const rows = all("tr", matrix), at = cell.cellIndex;
    for (let n = rows.indexOf(cell.parentElement) + step; rows[n]; n += step) {
      if (!rows[n].hidden && link(rows[n].cells[at])) return rows[n].cells[at];
    }
    return null;
  };
  const ways = {
    ArrowRight: (cell) => across(cell, 1),
    ArrowLeft: (cell) => across(cell, -1),
    ArrowDown: (cell) => down(cell, 1),
    ArrowUp: (cell) => down(cell, -1),
    Home: (cell) => cell.parentElement.cells[0],
    End: (cell) => [...cell.parentElement.cells].findLast(link),
  };
  matrix.addEventListener("keydown", (event) => {
    const way = ways[event.key], cell = event.target.closest("th, td");
    if (!way || !cell || event.target.localName !== "a" || event.altKey || event.ctrlKey || event.metaKey) return;
    const found = link(way(cell));
    event.preventDefault();
    if (found) found.focus();
  });
}
