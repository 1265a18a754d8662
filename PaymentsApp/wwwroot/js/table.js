// The rows of lists, without the server: keys move the focus at once, and one event says which row was selected or opened.
// The row is told by its key, since the list may have changed on the server meanwhile.
for (const name of ["rowselect", "rowopen"]) {
  Blazor.registerCustomEventType(name, { createEventArgs: e => ({ key: e.detail }) });
}

const rows = "tr[data-key]";

// Past what is unfolded below a row.
function next(row, sibling) {
  do row = row[sibling]; while (row && !row.matches(rows));
  return row;
}

const moves = {
  ArrowDown: row => next(row, "nextElementSibling"),
  ArrowUp: row => next(row, "previousElementSibling"),
  Home: row => row.parentElement.firstElementChild,
  End: row => [...row.parentElement.querySelectorAll(rows)].at(-1),
};

function tell(name, row) {
  row?.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: row.dataset.key }));
}

document.addEventListener("click", e => tell("rowselect", e.target.closest(rows)));
// Where opening a row decides something, only the key does it.
document.addEventListener("dblclick", e => tell("rowopen", e.target.closest(rows + ":not([data-keys-only])")));
document.addEventListener("focusin", e => e.target.matches(rows) && tell("rowselect", e.target));

document.addEventListener("keydown", e => {
  // A link or button inside the row keeps its own keys.
  if (!e.target.matches?.(rows) || e.ctrlKey || e.altKey || e.metaKey) return;
  if (e.key === "Enter" && !e.repeat) tell("rowopen", e.target);
  if (e.key === " ") tell("rowselect", e.target);
  if (e.key in moves) moves[e.key](e.target)?.focus();
  if (e.key === " " || e.key in moves) e.preventDefault();
});
