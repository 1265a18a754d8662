// Arrow keys in a list move the focus at once; the server learns of the key through the row's own handler.
const moves = {
  ArrowDown: (rows, i) => rows[Math.min(i + 1, rows.length - 1)],
  ArrowUp: (rows, i) => rows[Math.max(i - 1, 0)],
  Home: rows => rows[0],
  End: rows => rows[rows.length - 1],
};

export function attach(table) {
  table?.tBodies[0].addEventListener("keydown", e => {
    const row = e.target.closest("tr");
    if (e.target !== row) {
      // A link or button inside the row: its Enter is not the row's.
      if (e.key === "Enter" || e.key === " " || e.key in moves) e.stopPropagation();
      return;
    }

    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (e.key === " ") e.preventDefault();
    if (!(e.key in moves)) return;
    e.preventDefault();
    const rows = [...row.parentElement.children];
    moves[e.key](rows, rows.indexOf(row))?.focus();
  });
}
