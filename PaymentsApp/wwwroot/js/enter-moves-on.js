// Enter in a box marked data-enter-to goes on to the box of that id at once. Waiting for the server's answer would leave
// the first digits of the next figure in the box before: an amount with a check number in it, or with a digit missing.
let entered = null;
let stood = "";

window.addEventListener("keydown", e => {
  // The server may have filled the box since it was entered: the first key replaces that, it is not added to it.
  if (e.target === entered) {
    if (entered.value !== stood && e.key.length === 1 && !e.ctrlKey && !e.metaKey) entered.select();
    entered = null;
  }

  if (e.key !== "Enter" || e.isComposing || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey) return;
  const next = e.target.value?.trim() && document.getElementById(e.target.dataset?.enterTo);
  if (!next) return;
  next.focus();
  entered = next;
  stood = next.value;
});
