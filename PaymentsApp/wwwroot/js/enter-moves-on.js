// Enter in a box marked data-enter-to goes on to the box of that id at once, and so does the choice of one of the options
// marked with it. Waiting for the server's answer would leave the first digits of the next figure in the box before: an
// amount with a check number in it, or with a digit missing; or it would take the focus from where a person went meanwhile.
const isFigure = word => /[0-9]/.test(word) && !/[\p{L}-]/u.test(word);

window.addEventListener("keydown", e => {
  if (e.key !== "Enter" || e.isComposing || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
  if (!e.target.value?.trim()) return;
  // A figure may be an amount or the number of a check: which box comes next, the server says. Until then keys are held.
  if ("figureDecides" in e.target.dataset && e.target.value.trim().split(/\s+/).some(isFigure)) document.dispatchEvent(new Event("hold-keys"));
  else document.getElementById(e.target.dataset?.enterTo)?.focus();
});

// Not on click: the list may be gone by then.
document.addEventListener("mousedown", e => {
  const option = e.target.closest?.("[role=option][data-enter-to]");
  if (option) document.getElementById(option.dataset.enterTo)?.focus();
});
