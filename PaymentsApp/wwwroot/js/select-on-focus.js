// Entering a box marked data-select-on-focus selects its text, so that typing replaces it. By keyboard at once; with the
// pointer only after the click, which would undo the selection, and only if it did not select a part by itself.
const isMarked = element => element instanceof HTMLInputElement && "selectOnFocus" in element.dataset;
let entered = null;

document.addEventListener("pointerdown", e => {
  entered = isMarked(e.target) && e.target !== document.activeElement ? e.target : null;
}, true);

document.addEventListener("focusin", e => {
  if (isMarked(e.target) && e.target !== entered) e.target.select();
});

document.addEventListener("click", e => {
  if (e.target === entered && entered.selectionStart === entered.selectionEnd) entered.select();
  entered = null;
});
